# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.sh and test.sh: installs what is missing, configures and builds. Sourced, not run.
# Idempotent: a second call asks dpkg and ninja and does nothing.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build="$root/build/release"

say() { printf '%s\n' "$*" >&2; }

# packages_of FILE...: package names for this release, comments and other releases' lines left out.
packages_of() {
    local codename=""
    [ -r /etc/os-release ] && codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
    sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$@" | while IFS= read -r line; do
        case "$line" in
            *:"$codename") printf '%s\n' "${line%%:*}" ;;
            *:*) ;;
            *) printf '%s\n' "$line" ;;
        esac
    done
}

# install_missing FILE...: asks dpkg first, so that a machine that has everything needs no network and no rights.
install_missing() {
    if ! command -v apt-get >/dev/null 2>&1; then
        say "No apt-get here: install what $* name by your own package manager, then run this again."
        return 0
    fi
    local missing=()
    while IFS= read -r package; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done < <(packages_of "$@")
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            say "These packages are missing and need root: ${missing[*]}"
            say "Run as root: apt-get install --no-install-recommends ${missing[*]}"
            return 1
        fi
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}

# build [TARGET...]: configures once, then builds what changed.
build() {
    if [ ! -f "$build/build.ninja" ]; then
        say "Configuring in build/release"
        (cd "$root" && cmake --preset release >&2)
    fi
    local targets=()
    [ $# -gt 0 ] && targets=(--target "$@")
    (cd "$root" && cmake --build --preset release "${targets[@]}" >&2)
}

# build_fuzz: the libFuzzer programs, in build/fuzz. Where clang cannot be had, says so and leaves their tests to be
# skipped; where it can, what was not built fails in its own test and holds up no other.
build_fuzz() {
    if ! install_missing "$root/packaging/dependencies/fuzz.txt" || ! command -v clang++ >/dev/null 2>&1; then
        say "No clang here: the fuzz programs are not built, and the tests fuzz.short.* will be skipped."
        return 0
    fi
    mkdir -p "$root/build/fuzz"
    touch "$root/build/fuzz/wanted"
    (cd "$root" && cmake --preset fuzz >&2 && cmake --build --preset fuzz >&2) ||
        say "The fuzz programs could not be built: the tests fuzz.short.* will fail."
}
