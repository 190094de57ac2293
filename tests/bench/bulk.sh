#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/bench/bulk.sh [OUT]   Measures bulk data: row table against segments, the import of a CSV file, opening, and
# DuckDB on the same file where it can be had. Writes OUT/bulk.txt (name, value, unit by tabs) and prints it.
# OUT: build/bench/results by default. ROWS (10000000) may be set. Needs: some minutes, 2 GB below OUT/../bulk.
. "$(dirname "$0")/../../packaging/common.sh"
out=${1:-$root/build/bench/results}
rows=${ROWS:-10000000}
here=$root/tests/bench
files=$root/build/bench/bulk
mkdir -p "$out" "$files"

install_missing "$root/packaging/dependencies/build.txt" "$root/packaging/dependencies/bench.txt"
(cd "$root" && cmake --preset bench >&2 && cmake --build --preset bench --target bench_bulk bench_rows >&2)
build offerwright
program=$build/bin/offerwright
tell() { printf '%s\t%s\t%s\n' "$@" | tee -a "$out/bulk.txt"; }

: > "$out/bulk.txt"
say "Load before: $(cat /proc/loadavg)"
"$root/build/bench/bin/bench_bulk" "$files" "$rows" | tee -a "$out/bulk.txt"

rm -f "$files"/shop.offerwright*
"$program" new "$files/shop.offerwright" > /dev/null
/usr/bin/time -f '%e %U %S %M' -o "$files/time" "$program" import "$files/shop.offerwright" "$files/events.csv" > /dev/null
read -r wall user system memory < "$files/time"
tell "import of events.csv, wall" "$wall" s
tell "import of events.csv, user" "$user" "CPU s"
tell "import of events.csv, system" "$system" "CPU s"
tell "import of events.csv, memory" "$((memory / 1024))" MB
tell "project file" "$(($(stat -c %s "$files/shop.offerwright") / 1000000))" MB
/usr/bin/time -f '%e %U %S %M' -o "$files/time" "$program" info "$files/shop.offerwright" > /dev/null
read -r wall user system memory < "$files/time"
tell "start, open, tell the counts, end" "$wall" s

"$root/build/bench/bin/bench_rows" "$files/shop.offerwright" | tee -a "$out/bulk.txt"

rm -f "$files"/baskets.offerwright*
"$program" new "$files/baskets.offerwright" > /dev/null
/usr/bin/time -f '%e %U %S %M' -o "$files/time" "$program" import "$files/baskets.offerwright" "$files/baskets.csv" > /dev/null
read -r wall user system memory < "$files/time"
tell "import of baskets.csv, wall" "$wall" s
tell "import of baskets.csv, user" "$user" "CPU s"
tell "import of baskets.csv, system" "$system" "CPU s"
tell "import of baskets.csv, memory" "$((memory / 1024))" MB
tell "project file with baskets" "$(($(stat -c %s "$files/baskets.offerwright") / 1000000))" MB
"$root/build/bench/bin/bench_bulk" --baskets "$files/baskets.offerwright" | tee -a "$out/bulk.txt"

if [ ! -x "$files/venv/bin/python" ]; then
    python3 -m venv "$files/venv" > /dev/null 2>&1 || true
    "$files/venv/bin/python" -m pip install -q duckdb==1.1.3 > /dev/null 2>&1 || true
fi
if "$files/venv/bin/python" -c 'import duckdb' 2> /dev/null; then
    "$files/venv/bin/python" "$here/bulk_duckdb.py" "$files" | tee -a "$out/bulk.txt"
else
    say "DUCKDB LEFT OUT: pip cannot install duckdb 1.1.3 here"
fi
say "Load after: $(cat /proc/loadavg)"
