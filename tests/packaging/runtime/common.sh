# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the tests of the installed runtime. Sourced, not run.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
examples="$OW_PREFIX/share/doc/offerwright/examples"
library="$OW_PREFIX/$OW_LIBDIR/libofferwright.so"
cases="$OW_WORK/cases"
export PKG_CONFIG_PATH="$OW_PREFIX/$OW_LIBDIR/pkgconfig"

die() { printf '%s\n' "$*" >&2; exit 1; }
skip() { printf 'SKIP: %s\n' "$*"; exit 77; }

# same PROGRAM...: PROGRAM answers every case, with and without --explain, byte for byte as the command line does.
same() {
    local pack name count=0
    for pack in "$cases"/*.pack.json; do
        name=${pack%.pack.json}
        "$@" "$pack" < "$name.requests" 2> /dev/null | cmp - "$name.plain" || die "$* answers $name otherwise"
        "$@" --explain "$pack" < "$name.requests" 2> /dev/null | cmp - "$name.explained" \
            || die "$* --explain answers $name otherwise"
        count=$((count + $(wc -l < "$name.plain")))
    done
    [ "$count" -gt 0 ] || die "there was nothing to compare"
    echo "$count answers, and as many explained, are the command line's"
}

# refuses_packs PROGRAM...: a pack that cannot be used ends PROGRAM with 2, and stderr names the place.
refuses_packs() {
    local said status=0
    said=$("$@" "$cases/broken.json" < /dev/null 2>&1) || status=$?
    [ "$status" -eq 2 ] || die "$* ended with $status, not 2, on a broken pack"
    case "$said" in *'offers[0].when'*) ;; *) die "$* does not say where the pack is broken: $said" ;; esac
    status=0
    "$@" "$cases/absent.json" < /dev/null > /dev/null 2>&1 || status=$?
    [ "$status" -eq 2 ] || die "$* ended with $status, not 2, where there is no pack"
}
