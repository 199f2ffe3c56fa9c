#!/bin/sh
# Prints a version's section of the changelog; fails if there is none, or if the pom has another version. Usage: release-notes.sh 1.2.3
set -eu
here=$(dirname "$0")
pom=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$here/../pom.xml")
if [ "$pom" != "$1" ]; then
  echo "The tag says $1 and pom.xml $pom. Set the version in pom.xml, commit, and tag that commit." >&2
  exit 1
fi
section=$(awk -v start="## [$1]" 'index($0, "## [") == 1 { on = index($0, start) == 1; next } on' "$here/CHANGELOG.md")
if [ -z "$section" ]; then
  echo "packaging/CHANGELOG.md has no section [$1]. Rename [Unreleased] to [$1] - DATE, and begin a new one." >&2
  exit 1
fi
printf '%s\n' "$section"
