#!/bin/bash
# Makes the .dmg from the jars in DIST/app. Usage: package.sh VERSION DIST
set -euo pipefail
version=$1
dist=$(cd "$2" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
jpackage=${JAVA_HOME:+$JAVA_HOME/bin/}jpackage

rm -rf "$dist/input" "$dist"/*.dmg
mkdir -p "$dist/input/weights"
cp "$dist"/app/*.jar "$root/LICENSE" "$dist/input/"
cp "$root"/weights/* "$dist/input/weights/"
sed '/^#/d' "$root/packaging/jpackage.options" > "$dist/jpackage.options"
# jpackage takes no version that begins with 0 on macOS: until 1.0 the bundle is 1.x.y; the file's name and --version have the real one
"$jpackage" --type dmg --name Agefold --app-version "${version/#0./1.}" --input "$dist/input" --dest "$dist" \
  --icon "$root/assets/icon/agefold.icns" --license-file "$root/LICENSE" --mac-package-identifier io.github.agefold \
  --resource-dir "$root/packaging/macos/resources" @"$dist/jpackage.options"
mv "$dist"/Agefold-*.dmg "$dist/agefold-$version-macos-$(uname -m).dmg"
