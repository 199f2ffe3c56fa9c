#!/bin/bash
# Prints the Debian packages whose libraries the programs under TREE need directly, as a Depends field. jpackage lists what those need
# in turn as well, by names that change from one Debian to the next. Usage: depends.sh TREE
set -euo pipefail
command -v readelf >/dev/null || { echo "readelf is missing: install binutils" >&2; exit 1; }
tree=$1
declare -A own packages
while read -r file; do own[${file##*/}]=1; done < <(find "$tree" -type f -name '*.so*')
needed=$(find "$tree" -type f \( -name '*.so*' -o -path '*/bin/*' \) -exec readelf -d {} + 2>/dev/null |
  sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort -u || true)
for library in $needed; do
  [ -z "${own[$library]:-}" ] || continue # the package has it itself
  path=$(ldconfig -p | awk -v name="$library" '$1 == name && !found { found = 1; print $NF }')
  [ -n "$path" ] || continue
  package=$(dpkg -S "$(readlink -f "$path")" "$path" "/usr$path" 2>/dev/null | head -1 | cut -d: -f1 || true)
  [ -z "$package" ] || packages[$package]=1
done
# where the time is 64 bits wide, packages are called t64, and provide the old names too
printf '%s\n' "${!packages[@]}" | sed 's/t64$//' | LC_ALL=C sort | paste -sd, | sed 's/,/, /g'
