#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The C header alone, as C99 and later and as C++98 and later, with every warning an error.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
mkdir -p "$OW_WORK"
printf '#include <offerwright/offerwright.h>\nint main(void) { return ow_version() == 0; }\n' > "$OW_WORK/header.c"
cp "$OW_WORK/header.c" "$OW_WORK/header.cc"
warnings="-Wall -Wextra -pedantic -pedantic-errors -Werror -fsyntax-only -I$OW_PREFIX/include"
for standard in c99 c11 c17; do
    "$OW_CC" -std=$standard -Wstrict-prototypes -Wmissing-prototypes $warnings "$OW_WORK/header.c"
done
for standard in c++98 c++11 c++20; do
    "$OW_CXX" -std=$standard $warnings "$OW_WORK/header.cc"
done
