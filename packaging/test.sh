#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs every test. Ends on ctest's closing line.
# Further arguments go to ctest: packaging/test.sh -R core.base
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing "$root/packaging/dependencies/build.txt" "$root/packaging/dependencies/test.txt"
build
build_fuzz

# Screens need a place for sockets and settings that is nobody's home.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -m 700 "$scratch/runtime"
export XDG_RUNTIME_DIR="$scratch/runtime" XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data" \
    XDG_CACHE_HOME="$scratch/cache" LC_ALL=C.UTF-8

status=0
ctest --test-dir "$build" --output-on-failure --parallel 2 --no-tests=error "$@" || status=$?
exit "$status"
