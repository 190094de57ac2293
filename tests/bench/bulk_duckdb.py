#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bulk_duckdb.py FOLDER: what bulk.sh measures of segments, measured of DuckDB on FOLDER/events.csv. Times are CPU
seconds of all threads (two are allowed), the best of five where it is a query."""
import os
import random
import sys
import time

import duckdb

folder = sys.argv[1]
path = os.path.join(folder, "events.duckdb")
for suffix in ("", ".wal"):
    if os.path.exists(path + suffix):
        os.remove(path + suffix)


def tell(name, value, unit):
    print(f"DuckDB, {name}\t{value:.3f}\t{unit}", flush=True)


def cpu(work):
    start = time.process_time()
    work()
    return time.process_time() - start


db = duckdb.connect(path, config={"threads": 2})
wall = time.time()
spent = cpu(lambda: (db.execute(
    "CREATE TABLE event AS SELECT * FROM read_csv(?, header=true) ORDER BY customer, at",
    [os.path.join(folder, "events.csv")]), db.execute("CHECKPOINT")))
tell("import sorted by customer and time, wall", time.time() - wall, "s")
tell("import sorted by customer and time", spent, "CPU s")
rows = db.execute("SELECT count(*) FROM event").fetchone()[0]
tell("size", os.path.getsize(path) / 1e6, "MB")
db.close()
wall = time.time()
db = duckdb.connect(path, read_only=True, config={"threads": 2})
tell("open", time.time() - wall, "s")
query = "SELECT sum(value) FROM event WHERE type = 'purchased'"
best = min(cpu(lambda: db.execute(query).fetchone()) for _ in range(5))
tell("sum of one column where another is …", rows / best / 1e6, "M rows/CPU s")
random.seed(5)
times = sorted(
    cpu(lambda: db.execute("SELECT * FROM event WHERE customer = ? ORDER BY at",
                           [f"C{random.randrange(500000):07}"]).fetchall()) for _ in range(200))
tell("one customer's events, median", times[100] * 1000, "CPU ms")
