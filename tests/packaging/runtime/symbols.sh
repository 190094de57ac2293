#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The library shows what the header declares: not a name more, not a name less, all of the ABI's version.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
declared=$(grep -oE '\bow_[a-z_]+\(' <(grep -A1 '^OW_API' "$OW_PREFIX/include/offerwright/offerwright.h") | tr -d '(' | sort -u)
shown=$(nm -D --defined-only --with-symbol-versions "$library" | awk '$2 != "A" { print $3 }' | sort)
expected=$(sed 's/$/@@OFFERWRIGHT_0/' <<< "$declared")
[ "$(wc -l <<< "$declared")" -ge 12 ] || die "the header's functions are not found: $declared"
diff <(echo "$expected") <(echo "$shown") || die "declared (<) and shown (>) differ"
soname=$(readelf -d "$library" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')
[ "$soname" = libofferwright.so.0 ] || die "SONAME is $soname"
