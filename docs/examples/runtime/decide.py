#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Decides the requests on standard input, one JSON document a line, with a rule pack:

    ./decide.py [--explain] [--threads 8] pack.json < requests.ndjson

Ends with 0, or with 2 where the pack cannot be used. OFFERWRIGHT_LIBRARY says where libofferwright.so is, unless the
system knows.
"""
import argparse
import concurrent.futures
import sys

from offerwright import OfferwrightError, Pack, version


def main():
    arguments = argparse.ArgumentParser(description="Decides requests (NDJSON on standard input) with a pack")
    arguments.add_argument("--explain", action="store_true")
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("pack")
    options = arguments.parse_args()
    try:
        pack = Pack.from_file(options.pack)
    except (OSError, OfferwrightError) as error:
        print(f"{options.pack}: {error}", file=sys.stderr)
        return 2

    def answer(line):
        try:
            return pack.decide_text(line, options.explain)
        except OfferwrightError as error:
            return error.line

    with pack, concurrent.futures.ThreadPoolExecutor(options.threads) as pool:
        print(f"Offerwright {version()}, pack {pack.identity}", file=sys.stderr)
        lines = sys.stdin.buffer.read().split(b"\n")
        if not lines[-1]:  # behind the last newline is no request
            lines.pop()
        for text in pool.map(answer, lines):  # in the order of the requests, whichever thread was first
            sys.stdout.buffer.write(text.encode() + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
