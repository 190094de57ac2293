#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/bench/import.sh [OUT]   A CSV file of 10 M events into a project, into DuckDB (read_csv, two threads) and into SQLite by its
# shell's .import, in turns in one run; then how long a stopped import takes to end, and what it leaves. Writes OUT/import.txt
# (name, value, unit by tabs) and prints it. OUT: build/bench/results by default. ROUNDS (3)
# and CSV (a file of events to take instead) may be set.
# Needs: the file that bulk.sh makes (it is made where it is missing), some minutes, 3 GB below OUT/../bulk. A peer that is not
# here is left out, visibly.
. "$(dirname "$0")/../../packaging/common.sh"
out=${1:-$root/build/bench/results}
rounds=${ROUNDS:-3}
files=$root/build/bench/bulk
mkdir -p "$out" "$files"

install_missing "$root/packaging/dependencies/build.txt" "$root/packaging/dependencies/bench.txt"
(cd "$root" && cmake --preset bench >&2 && cmake --build --preset bench --target bench_bulk >&2)
build offerwright
program=$build/bin/offerwright
tell() { printf '%s\t%s\t%s\n' "$@" | tee -a "$out/import.txt"; }
: > "$out/import.txt"

csv=${CSV:-$files/events.csv}
[ -s "$csv" ] || "$root/build/bench/bin/bench_bulk" "$files" 10000000 >&2
rows=$(($(wc -l < "$csv") - 1)) # reads it into the system's cache, too, for everybody
if [ ! -x "$files/venv/bin/python" ]; then
    python3 -m venv "$files/venv" > /dev/null 2>&1 || true
    "$files/venv/bin/python" -m pip install -q duckdb==1.1.3 > /dev/null 2>&1 || true
fi
duckdb=yes
"$files/venv/bin/python" -c 'import duckdb' 2> /dev/null || { duckdb=no; say "DUCKDB LEFT OUT: pip cannot install duckdb 1.1.3 here"; }
shell=yes
command -v sqlite3 > /dev/null || { shell=no; say "SQLITE3 LEFT OUT: its shell is not here"; }

# timed NAME COMMAND...: wall, CPU and memory of a whole process, a line each
timed() {
    local name=$1 wall user system memory
    shift
    /usr/bin/time -f '%e %U %S %M' -o "$files/time" "$@" > /dev/null
    read -r wall user system memory < <(tail -1 "$files/time")
    tell "$name, wall" "$wall" s
    tell "$name, CPU" "$(awk "BEGIN { print $user + $system }")" s
    tell "$name, rows a second of wall" "$(awk "BEGIN { printf \"%.2f\", $rows / $wall / 1e6 }")" M
    tell "$name, memory" "$((memory / 1024))" MB
}

say "Load before: $(cat /proc/loadavg)"
for round in $(seq "$rounds"); do
    rm -f "$files"/import.*
    "$program" new "$files/import.offerwright" > /dev/null
    timed "Offerwright" "$program" import "$files/import.offerwright" "$csv"
    [ "$round" -gt 1 ] || tell "Offerwright, file" "$(($(stat -c %s "$files/import.offerwright") / 1000000))" MB
    if [ $duckdb = yes ]; then
        timed "DuckDB" "$files/venv/bin/python" -c "import duckdb
db = duckdb.connect('$files/import.duckdb', config={'threads': 2})
db.execute(\"CREATE TABLE event AS SELECT * FROM read_csv('$csv', header=true)\")
db.close()"
        [ "$round" -gt 1 ] || tell "DuckDB, file" "$(($(stat -c %s "$files/import.duckdb") / 1000000))" MB
    fi
    if [ $shell = yes ]; then
        timed "sqlite3 .import" sqlite3 "$files/import.sqlite" -cmd '.mode csv' ".import '$csv' event"
        [ "$round" -gt 1 ] || tell "sqlite3 .import, file" "$(($(stat -c %s "$files/import.sqlite") / 1000000))" MB
    fi
done

# Stopped at different points of the way.
for after in 0.3 0.6 0.9 1.2 1.5 1.8; do
    rm -f "$files"/import.*
    "$program" new "$files/import.offerwright" > /dev/null
    "$program" import "$files/import.offerwright" "$csv" > /dev/null 2>&1 &
    job=$!
    sleep "$after"
    start=$(date +%s%N)
    kill -INT $job 2> /dev/null || true # through already
    wait $job && code=0 || code=$?
    tell "stopped after $after s, until it ended" "$((($(date +%s%N) - start) / 1000000))" ms
    [ "$code" -ne 0 ] || tell "stopped after $after s: it was through already" 1 ""
    tell "stopped after $after s, events left" \
        "$("$program" info --json "$files/import.offerwright" | python3 -c 'import json, sys; print(json.load(sys.stdin)["counts"]["events"])')" ""
done
rm -f "$files"/import.*
say "Load after: $(cat /proc/loadavg)"
