#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets and runs each for SECONDS (default 60), or only those that are named:
#   tests/fuzz/run.sh [SECONDS [TARGET...]]
# New inputs go to build/fuzz/found/TARGET; a crash leaves its input in build/fuzz/crash/TARGET and ends the script.
# Keep the smallest input of every fault that was mended in corpus/TARGET: the ordinary tests replay it.
set -euo pipefail
seconds=${1:-60}
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || targets=(expression pack request csv project ndjson baskets mapping import mending)
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$root/build/fuzz
jobs=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}

cd "$root"
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz -j "$jobs" --target "${targets[@]/#/fuzz_}"
for target in "${targets[@]}"; do
    mkdir -p "$build/found/$target" "$build/crash/$target"
    echo "== $target, $seconds s"
    dictionary=()
    [ -f "$here/dictionaries/$target.dict" ] && dictionary=(-dict="$here/dictionaries/$target.dict")
    TZ=UTC UBSAN_OPTIONS=print_stacktrace=1 "$build/tests/fuzz/fuzz_$target" \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 "${dictionary[@]}" \
        -artifact_prefix="$build/crash/$target/" "$build/found/$target" "$here/corpus/$target"
done
