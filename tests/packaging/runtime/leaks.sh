#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The C example under valgrind: everything that was handed out was freed, nothing is read that was not written.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
command -v valgrind > /dev/null || skip "there is no valgrind; the asan preset's tests/core/c looks for leaks too"
"$OW_CC" -g "$examples/decide.c" -o "$OW_WORK/decide-leaks" -I"$OW_PREFIX/include" \
    "$library" -Wl,-rpath,"$OW_PREFIX/$OW_LIBDIR"
for pack in "$cases/own.pack.json" "$cases/broken.json"; do
    valgrind -q --suppressions="$here/re2.supp" --leak-check=full --show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect \
        --error-exitcode=9 "$OW_WORK/decide-leaks" --explain "$pack" < "$cases/own.requests" > /dev/null || status=$?
    [ "${status:-0}" -ne 9 ] || die "valgrind found something with $pack"
done
