#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/bench/engine.sh [OUT]   Measures the engine and, beside it, other rules engines on the same work; writes
# OUT/engine.txt (a table), OUT/engine.json (every figure) and prints the table. OUT: build/bench/results by default.
# REPEATS (5), LINES (200000 requests for the NDJSON figures) and CUSTOMERS (1000 for the peers' check) may be set.
# Needs: ten minutes, 3 GB below OUT/../workload, a machine that does nothing else.
. "$(dirname "$0")/../../packaging/common.sh"
out=${1:-$root/build/bench/results}
repeats=${REPEATS:-5}
lines=${LINES:-200000}
customers=${CUSTOMERS:-1000}
here=$root/tests/bench
bin=$root/build/bench/bin
files=$root/build/bench/workload
mkdir -p "$out" "$files"
rm -f "$out"/*.json "$out"/ndjson.txt

install_missing "$root/packaging/dependencies/build.txt" "$root/packaging/dependencies/bench.txt"
(cd "$root" && cmake --preset bench >&2 && cmake --build --preset bench >&2)
build offerwright

say "Writing the workload: packs, customers, $lines requests"
for offers in 50 200 1000; do
    "$bin/bench_workload" "$files" $offers "$customers" "$([ $offers = 1000 ] && echo "$lines" || echo 0)"
done
"$bin/bench_decide" --properties 2> "$out/properties.txt"

for program in bench_decide bench_eligibility; do
    say "$program, $repeats times"
    "$bin/$program" --benchmark_repetitions="$repeats" --benchmark_enable_random_interleaving=true \
        --benchmark_out_format=json --benchmark_out="$out/$program.json" >&2
done

# The generator that the published figures of other engines were measured with, where the checkout has it beside it.
if [ -f "$root/../shared/bench/gen_rules.cpp" ]; then
    mkdir -p "$files/peer_rules"
    g++ -O2 -std=c++20 -o "$files/gen_rules" "$root/../shared/bench/gen_rules.cpp"
    "$files/gen_rules" "$files/peer_rules" 20000 20250301 50 200 1000 >&2
    OFFERWRIGHT_PEER_RULES="$files/peer_rules" "$bin/bench_eligibility" --benchmark_filter='all|first|ask' \
        --benchmark_repetitions="$repeats" --benchmark_out_format=json --benchmark_out="$out/bench_peer_rules.json" >&2
fi

say "NDJSON through offerwright decide, $repeats times"
for form in requests requests_full; do
    for threads in 1 2; do
        for _ in $(seq "$repeats"); do
            TIMEFORMAT="$form $threads $lines $(stat -c %s "$files/${form}_1000.ndjson") %R %U %S"
            { time "$build/bin/offerwright" decide --pack "$files/pack_1000.json" --threads $threads \
                < "$files/${form}_1000.ndjson" > "$files/decisions.ndjson"; } 2>> "$out/ndjson.txt"
            [ "$(grep -c '"offers"' "$files/decisions.ndjson")" = "$lines" ] || { say "Some requests were not decided"; exit 1; }
        done
    done
done

# A copy, so that npm writes nothing into the source tree; exact versions, no lock file.
peers=$root/build/bench/peers
mkdir -p "$peers"
cp "$here"/peers/* "$peers/"
if ! command -v npm > /dev/null 2>&1; then
    say "PEERS LEFT OUT: no npm here (install Node.js 18 or newer)"
elif ! (cd "$peers" && npm install --no-audit --no-fund --package-lock=false >&2); then
    say "PEERS LEFT OUT: npm could not install them (is there a network?)"
else
    say "Peers: answers checked customer by customer, then timed"
    node "$peers/run.mjs" "$files" "$repeats" 2 50 200 1000 > "$out/peers.json"
fi

python3 "$here/table.py" "$out" | tee "$out/engine.txt"
