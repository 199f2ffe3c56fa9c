#!/bin/bash
# Adds to jpackage's .deb what belongs outside /opt: command, desktop entry, icons, manual, completion. jpackage's own menu entry
# is not used: its script fails where /usr/share/applications does not exist. Usage: deb.sh VERSION DIST
set -euo pipefail
version=$1
dist=$2
here=$(cd "$(dirname "$0")" && pwd)
icons=$here/../../assets/icon
tree=$dist/deb/tree
package=$(ls "$dist"/deb/*.deb)

dpkg-deb -R "$package" "$tree"
# no menu entry of jpackage's, so nothing is left to do after files are in place
rm -f "$tree"/DEBIAN/{pre,post}{inst,rm}
rm -f "$tree"/opt/agefold/lib/agefold-agefold*.desktop

install -Dm755 "$here/agefold.sh" "$tree/usr/bin/agefold"
install -Dm644 "$here/agefold.desktop" "$tree/usr/share/applications/agefold.desktop"
install -Dm644 "$here/agefold.metainfo.xml" "$tree/usr/share/metainfo/io.github.agefold.metainfo.xml"
for size in 16 24 32 48 64 128 256 512; do
  install -Dm644 "$icons/agefold-$size.png" "$tree/usr/share/icons/hicolor/${size}x$size/apps/agefold.png"
done
install -Dm644 "$icons/agefold.svg" "$tree/usr/share/icons/hicolor/scalable/apps/agefold.svg"
for page in "$dist"/man1/*.1; do
  install -Dm644 "$page" "$tree/usr/share/man/man1/${page##*/}"
done
gzip -9nf "$tree"/usr/share/man/man1/*.1
install -Dm644 "$dist/completion.bash" "$tree/usr/share/bash-completion/completions/agefold"
install -Dm644 "$here/_agefold" "$tree/usr/share/zsh/vendor-completions/_agefold"
copyright=$tree/usr/share/doc/agefold/copyright
install -Dm644 "$here/../../LICENSE" "$copyright"
printf '\nThe licences of the libraries that come with it are in /opt/agefold/lib/app/licences:\n' >> "$copyright"
cat "$tree/opt/agefold/lib/app/licences/THIRD-PARTY.txt" >> "$copyright"
rm -rf "$tree/opt/agefold/share/doc"
chmod -R go-w,a+rX "$tree"

sed -i "s/^Installed-Size:.*/Installed-Size: $(du -sk --exclude=DEBIAN "$tree" | cut -f1)/; 
  s/^Section:.*/Section: graphics/; s/^Depends:.*/Depends: $("$here/depends.sh" "$tree/opt/agefold")/" "$tree/DEBIAN/control"
(cd "$tree" && find opt usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
# libnd4jcpu.so alone: 54 MB in 1 s by zstd's level 3, 116 MB in 4 s by gzip's lowest, 47 MB in 19 s by xz's (processor time)
dpkg-deb --root-owner-group -Zzstd -z6 -b "$tree" "$dist/agefold_${version}_$(dpkg --print-architecture).deb"
rm -rf "$dist/deb"
