#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The whole way on real invoices, by the command line alone: import, mine, author rules, simulate over the real customers,
# score the simulated exposures, release and verify. Every step leaves its JSON in the output folder.
#
#   docs/online-retail.sh DATA OUT
#
# DATA  the folder with the "Online Retail" files (UCI, CC BY 4.0): online_retail_*.csv.gz
# OUT   a folder that this makes; the project in it opens in the workbench
# OFFERWRIGHT  the program; default: the release build of this tree
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
data=${1:?say where the online_retail_*.csv.gz files are}
out=${2:?say which folder to make}
ow=${OFFERWRIGHT:-$here/../build/release/bin/offerwright}
project=$out/online-retail.offerwright

mkdir -p "$out"
step() { echo "online-retail: $*" >&2; }

step "a project in pounds, on London's clocks"
"$ow" new "$project" --name online-retail --currency GBP --timezone Europe/London --json > "$out/new.json"

step "541,909 invoice lines; the files name no costs, so a quarter of the price is taken"
"$ow" import "$project" --preset online-retail --cost-share 25 --json "$data"/online_retail_*.csv.gz > "$out/import.json"

step "what was bought together: pairs in at least 100 baskets"
"$ow" mine "$project" --min-support 100 --json > "$out/mining.json"

step "offers, eligibility, a cap, a sequence, a holdout"
"$ow" apply "$project" "$here/online-retail/policy.json" --why "First rules for the tea table" --json > "$out/apply.json"

step "the last 120 days replayed over the real customers; what they would have been shown is stored"
"$ow" simulate "$project" --days 120 --seed 1 --write --json > "$out/simulation.json"

step "the simulated exposures scored against the holdout"
"$ow" score "$project" --report "$out/scorecard.html" --json > "$out/scorecard.json"

step "released, and verified by deciding its vectors again"
"$ow" release "$project" --pack-version 1 --note "First release" -o "$out/pack.json" --json > "$out/release.json"
"$ow" verify "$out/pack.json" --json > "$out/verification.json"
step "made $out: open online-retail.offerwright in offerwright-workbench"
