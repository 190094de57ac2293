#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The C example as its head says to build it: plain cc and pkg-config.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
command -v pkg-config > /dev/null || skip "there is no pkg-config"
"$OW_CC" -std=c99 -Wall -Wextra -pedantic -Werror "$examples/decide.c" -o "$OW_WORK/decide-c" \
    $(pkg-config --cflags --libs offerwright) -Wl,-rpath,"$OW_PREFIX/$OW_LIBDIR"
[ "$(pkg-config --modversion offerwright)" = "$("$OW_WORK/decide-c" "$cases/own.pack.json" < /dev/null 2>&1 \
    | sed -n 's/^Offerwright \([0-9.]*\), pack .*/\1/p')" ] || die "header, library and offerwright.pc are of different versions"
same "$OW_WORK/decide-c"
refuses_packs "$OW_WORK/decide-c"
