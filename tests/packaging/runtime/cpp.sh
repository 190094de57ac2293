#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The examples' CMake project outside the tree: C++ through Offerwright::decide with eight threads, C through Offerwright::c.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
outside="$OW_WORK/outside"
rm -rf "$outside"
build_with() { # build_with FOLDER CACHE-ENTRY...
    local folder=$1
    shift
    "$OW_CMAKE" -S "$examples" -B "$outside/$folder" -G Ninja -DCMAKE_C_COMPILER="$OW_CC" \
        -DCMAKE_CXX_COMPILER="$OW_CXX" -DCMAKE_PREFIX_PATH="$OW_PREFIX" "$@" > "$outside.log" 2>&1 \
        && "$OW_CMAKE" --build "$outside/$folder" >> "$outside.log" 2>&1
}
build_with example || { cat "$outside.log"; die "the examples do not build outside the tree"; }
same "$outside/example/decide-cpp"
same "$outside/example/decide-c"
refuses_packs "$outside/example/decide-cpp"

# A version that is not there is refused, and so is a component.
mkdir -p "$outside/asking"
for call in 'Offerwright 0.99' 'Offerwright 2' 'Offerwright COMPONENTS gui'; do
    printf 'cmake_minimum_required(VERSION 3.24)\nproject(X CXX)\nfind_package(%s CONFIG REQUIRED)\n' "$call" \
        > "$outside/asking/CMakeLists.txt"
    ! "$OW_CMAKE" -S "$outside/asking" -B "$outside/asking/build" -DCMAKE_PREFIX_PATH="$OW_PREFIX" > /dev/null 2>&1 \
        || die "find_package($call) was found"
done
