#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The package lists are read as packaging/common.sh promises: comments out, other releases' names out.
set -euo pipefail
. "$1/packaging/common.sh"
list=$(mktemp)
trap 'rm -f "$list"' EXIT
. /etc/os-release
printf '# a comment\nfirst\n\nsecond   # why\nhere:%s\nelsewhere:no-such-release\n' "${VERSION_CODENAME:-none}" > "$list"
got=$(packages_of "$list" | tr '\n' ' ')
[ "$got" = "first second here " ] || { echo "packages_of gave: $got"; exit 1; }
for file in "$1"/packaging/dependencies/*.txt; do
    doubled=$(packages_of "$file" | sort | uniq -d)
    [ -z "$doubled" ] || { echo "$file names twice: $doubled"; exit 1; }
done
