#!/bin/bash
# Makes the app-image and the .deb from the jars in DIST/app. Usage: package.sh VERSION DIST
set -euo pipefail
version=$1
dist=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
jpackage=${JAVA_HOME:+$JAVA_HOME/bin/}jpackage

"$here/natives.sh" "$dist/app"
mkdir -p "$dist/app/weights"
cp "$root"/weights/* "$dist/app/weights/"
cp "$root/LICENSE" "$dist/app/"

rm -rf "$dist/agefold" "$dist/deb" "$dist"/*.deb
sed '/^#/d' "$root/packaging/jpackage.options" > "$dist/jpackage.options"
"$jpackage" --type app-image --name agefold --app-version "$version" --input "$dist/app" --dest "$dist" \
  --icon "$root/assets/icon/agefold-512.png" @"$dist/jpackage.options"

# stored, since it is opened again at once
DPKG_DEB_COMPRESSOR_TYPE=none "$jpackage" --type deb --name agefold --app-version "$version" --app-image "$dist/agefold" \
  --dest "$dist/deb" --install-dir /opt --license-file "$root/LICENSE" --linux-app-category graphics \
  --linux-deb-maintainer agefold@users.noreply.github.com \
  --linux-package-deps "libgtk-3-0 | libgtk-3-0t64, libxtst6, libxxf86vm1, libgl1"
"$here/deb.sh" "$version" "$dist"
