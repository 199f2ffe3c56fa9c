#!/bin/bash
# Makes the app-image and the .deb from the jars in DIST/app. Usage: package.sh VERSION DIST
set -euo pipefail
version=$1
dist=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
jpackage=${JAVA_HOME:+$JAVA_HOME/bin/}jpackage

rm -rf "$dist/input" "$dist/agefold" "$dist/deb" "$dist"/*.deb
mkdir -p "$dist/input/weights"
cp -l "$dist"/app/*.jar "$dist/input/"
"$here/natives.sh" "$dist/input"
cp "$root"/weights/* "$dist/input/weights/"
cp "$root/LICENSE" "$dist/input/"
cp "$root"/packaging/licences/* "$dist/../classes/META-INF/THIRD-PARTY.txt" "$dist/input/licences/"

sed '/^#/d' "$root/packaging/jpackage.options" > "$dist/jpackage.options"
"$jpackage" --type app-image --name agefold --app-version "$version" --input "$dist/input" --dest "$dist" \
  --icon "$root/assets/icon/agefold-512.png" @"$dist/jpackage.options"

# stored, since it is opened again at once
DPKG_DEB_COMPRESSOR_TYPE=none "$jpackage" --type deb --name agefold --app-version "$version" --app-image "$dist/agefold" \
  --vendor Agefold --description "Ages faces: a photo in, the same person in six age groups out" \
  --dest "$dist/deb" --install-dir /opt --license-file "$root/LICENSE" --linux-app-category graphics \
  --linux-deb-maintainer agefold@users.noreply.github.com
"$here/deb.sh" "$version" "$dist"
