#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the cases: packs, requests (good, bad, blank lines), and what the command line answers.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
rm -rf "$cases" && mkdir -p "$cases"
cp "$here/pack.json" "$cases/own.pack.json"
cp "$here/requests.ndjson" "$cases/own.requests"
sed 's/"when": "[^"]*"/"when": "1 +"/' "$here/pack.json" > "$cases/broken.json"
if [ -n "$OW_PYTHON" ] && [ -d "$OW_SHARED/reference/decide" ]; then
    "$OW_PYTHON" "$here/vectors.py" "$OW_SHARED/reference/decide" "$cases"
else
    echo "no decision vectors or no python3: the tests' own pack alone is compared"
fi
for pack in "$cases"/*.pack.json; do
    name=${pack%.pack.json}
    # What no client may trip over: blank lines, no JSON, NUL, no UTF-8, half a document.
    printf '\n \t\r\nnot json\n\0\n"\xff"\n{"now": 1}\n[[[[\n' >> "$name.requests"
    # A call for one request has no line number, which the command line adds to what it refuses.
    "$OW_BUILD/bin/offerwright" decide --pack "$pack" < "$name.requests" > "$name.lines"
    sed 's/"line":[0-9]*,//' "$name.lines" > "$name.plain"
    "$OW_BUILD/bin/offerwright" decide --explain --pack "$pack" < "$name.requests" | sed 's/"line":[0-9]*,//' > "$name.explained"
done
