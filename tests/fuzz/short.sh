#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What ctest runs as fuzz.short.TARGET: the fuzz program of build/fuzz for a few seconds, from the kept corpus, under ASan,
# UBSan and LeakSanitizer. An input that breaks it is left in build/fuzz/crash/TARGET.
#   tests/fuzz/short.sh TARGET [SECONDS]
set -euo pipefail
target=$1
seconds=${2:-12}
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$here/../.." && pwd)/build/fuzz
program=$build/tests/fuzz/fuzz_$target
if [ ! -e "$build/wanted" ]; then
    echo "SKIP: the fuzz programs were not built. packaging/test.sh does where it finds clang: packaging/dependencies/fuzz.txt"
    exit 77
fi
if [ ! -x "$program" ]; then
    echo "$program is missing: cmake --preset fuzz && cmake --build --preset fuzz says why"
    exit 1
fi
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
mkdir -p "$build/crash/$target"
dictionary=()
[ -f "$here/dictionaries/$target.dict" ] && dictionary=(-dict="$here/dictionaries/$target.dict")
# libFuzzer ends with 77 where it finds something, unless it is told otherwise; ctest takes that for "skipped".
UBSAN_OPTIONS=print_stacktrace=1 "$program" -error_exitcode=1 -timeout_exitcode=1 -max_total_time="$seconds" -detect_leaks=1 -timeout=25 -rss_limit_mb=2048 \
    -max_len=16384 -print_final_stats=1 -verbosity=0 "${dictionary[@]}" -artifact_prefix="$build/crash/$target/" \
    "$new" "$here/corpus/$target"
