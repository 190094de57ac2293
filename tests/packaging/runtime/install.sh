#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the runtime into one folder and moves it to another: what follows finds nothing where it was installed.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
rm -rf "$OW_PREFIX" "$OW_PREFIX.first"
for component in runtime devel; do
    "$OW_CMAKE" --install "$OW_BUILD" --prefix "$OW_PREFIX.first" --component "$component" > /dev/null
done
mv "$OW_PREFIX.first" "$OW_PREFIX"

for file in "$OW_LIBDIR"/{libofferwright.so,libofferwright.so.0,pkgconfig/offerwright.pc,offerwright/libow_decide.a} \
    "$OW_LIBDIR"/cmake/Offerwright/{OfferwrightConfig,OfferwrightConfigVersion,OfferwrightC,OfferwrightCore}.cmake \
    include/offerwright/{offerwright.h,decide/answer.h,decide/decide.h,model/pack_json.h,base/result.h} \
    share/doc/offerwright/{Apache-2.0.txt,runtime.md,examples/decide.c,examples/decide.py} \
    share/offerwright/schemas/pack.schema.json; do
    [ -e "$OW_PREFIX/$file" ] || die "$file is not installed"
done
# Inner headers stay at home, and so does everything that is not Apache-2.0.
[ ! -e "$OW_PREFIX/include/offerwright/model/json_reader.h" ] || die "an inner header is installed"
licences=$(grep -rL 'SPDX-License-Identifier: Apache-2.0' "$OW_PREFIX/include" "$examples" || true)
[ -z "$licences" ] || die "not under Apache-2.0: $licences"
# A debug build keeps the sources' paths for its debugger; what is released names no folder of this machine.
if grep -q 'CMAKE_BUILD_TYPE:STRING=Release' "$OW_BUILD/CMakeCache.txt"; then
    named=$(grep -rlF -e "$OW_SOURCE/" -e "$OW_BUILD" -e "$OW_PREFIX" "$OW_PREFIX" || true)
    [ -z "$named" ] || die "these name folders of this machine: $named"
fi
# Nothing under the GPL, and none of Qt: the library needs these and no other.
needed=$(readelf -d "$library" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
for one in $needed; do
    case "$one" in
        libfmt.so.* | libdate-tz.so.* | libsodium.so.* | libre2.so.* | libabsl_*) ;;
        libstdc++.so.6 | libgcc_s.so.1 | libc.so.6 | libm.so.6 | ld-linux*) ;;
        *) die "libofferwright.so needs $one" ;;
    esac
done
