#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the workbench on the sample project. Without a display it makes the
# demo instead (a project, a pack, a scorecard, a picture of every screen) and says what it made.
# Further arguments go to the workbench (packaging/run.sh my.offerwright); without a display to the demo (a folder).
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing "$root/packaging/dependencies/build.txt"
build offerwright offerwright-workbench

if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    if [ $# -gt 0 ]; then
        exec "$build/bin/offerwright-workbench" "$@"
    fi
    exec "$build/bin/offerwright-workbench" --sample
fi
if [ $# -gt 0 ] && [ -f "$1" ]; then
    say "No display to open $1 on; this is what it holds."
    exec "$build/bin/offerwright" info "$1"
fi
say "No display: making the demo instead."
exec "$build/bin/offerwright" demo "${1:-offerwright-demo}"
