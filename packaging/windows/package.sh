#!/bin/bash
# Makes the .msi from the jars in DIST/app; run by Git's bash, with WiX 3 on the path. Usage: package.sh VERSION DIST
set -euo pipefail
version=$1
dist=$2
here=$(dirname "$0")
root=$here/../..
jpackage=jpackage
[ -z "${JAVA_HOME:-}" ] || jpackage="$(cygpath -u "$JAVA_HOME")/bin/jpackage"

rm -rf "$dist/input" "$dist"/*.msi
mkdir -p "$dist/input/weights"
cp "$dist"/app/*.jar "$root/LICENSE" "$dist/input/"
cp "$root"/weights/* "$dist/input/weights/"
sed '/^#/d' "$root/packaging/jpackage.options" > "$dist/jpackage.options"
associations=()
for type in "$here"/associations/*.properties; do associations+=(--file-associations "$type"); done
# no choice of a folder: uninstalling empties it, whatever else was in it
# the identifier tells an upgrade from another program: it stays the same for ever
"$jpackage" --type msi --name Agefold --app-version "$version" --input "$dist/input" --dest "$dist" \
  --icon "$root/assets/icon/agefold.ico" --license-file "$root/LICENSE" "${associations[@]}" \
  --add-launcher agefold-cli="$here/agefold-cli.properties" \
  --win-menu --win-menu-group Agefold --win-per-user-install \
  --win-upgrade-uuid 0f6a6f0e-6c0f-4b8e-9a55-3b1d6a3c9e21 @"$dist/jpackage.options"
mv "$dist"/Agefold-*.msi "$dist/agefold-$version-windows-x86_64.msi"
