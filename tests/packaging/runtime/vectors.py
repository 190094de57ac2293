# SPDX-License-Identifier: GPL-3.0-or-later
"""vectors.py FOLDER CASES: every file of decision vectors as NAME.pack.json and NAME.requests."""
import json
import pathlib
import sys

folder, cases = map(pathlib.Path, sys.argv[1:])
for file in sorted(folder.glob("*.json"))[::4]:  # every fourth: each program below reads them all, twice
    vectors = json.loads(file.read_text(encoding="utf-8"))
    (cases / f"{file.stem}.pack.json").write_text(json.dumps(vectors["pack"]))
    (cases / f"{file.stem}.requests").write_text("".join(json.dumps(c["request"]) + "\n" for c in vectors["cases"]))
