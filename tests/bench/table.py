#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""table.py OUT: the figures that engine.sh left in OUT as one table (printed) and as OUT/engine.json.

A figure is the median of the repeats, its spread the smallest and largest of them. Rates are per second of CPU time where
not said otherwise: on a shared machine wall time measures the neighbours."""
import json
import os
import statistics
import sys

out = sys.argv[1]
sizes = (50, 200, 1000)


def load(name):
    path = os.path.join(out, name)
    return json.load(open(path)) if os.path.exists(path) and os.path.getsize(path) else None


def summary(values):
    return {"median": statistics.median(values), "least": min(values), "most": max(values), "repeats": len(values)}


def benchmarks(name):
    """{benchmark: {counter: summary}} of one Google Benchmark report."""
    runs = {}
    for run in (load(name) or {"benchmarks": []})["benchmarks"]:
        if run.get("run_type") == "aggregate":
            continue
        counters = runs.setdefault(run["name"].split("/iterations")[0].split("/manual_time")[0], {})
        for counter, value in run.items():
            if isinstance(value, float) or counter in ("p50_ns", "p99_ns", "max_ns", "items_per_second"):
                counters.setdefault(counter, []).append(float(value))
    return {run: {c: summary(v) for c, v in counters.items()} for run, counters in runs.items()}


def number(x):
    return f"{x / 1e6:.2f} M" if x >= 1e6 else f"{x / 1e3:.1f} k" if x >= 1e4 else f"{x:,.0f}"


def rate(s):
    return f"{number(s['median'])} ({number(s['least'])} – {number(s['most'])})" if s else "–"


def row(title, cells):
    print(f"  {title:<50}" + "".join(f"  {cell:>34}" for cell in cells))


def processor():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return "unknown processor"


decide, eligible = benchmarks("bench_decide.json"), benchmarks("bench_eligibility.json")
peers = load("peers.json")
print(f"{processor()}, {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f} at the end")
print("\nWorkload")
print(open(os.path.join(out, "properties.txt")).read().rstrip())

MODES = (("answer", "answer without its sentence"), ("because", "the whole answer"),
         ("considered", "with the record of every candidate"))
print("\nDecisions a second on one core, from requests that are read")
row("offers in the pack", [f"{n:,}" for n in sizes])
for protocol, key in (("just parsed (wall time)", "parsed"), ("cycling 4,096", "decide")):
    for mode, title in MODES:
        row(f"{protocol}: {title}",
            [rate(decide.get(f"{key}/{mode}/{n}", {}).get("items_per_second")) for n in sizes])
row("one call for 4,096 (decideAll, one thread)", [rate(decide.get(f"batch/{n}", {}).get("items_per_second")) for n in sizes])
for cycle in (1024, 128, 16):
    row(f"cycling {cycle:,}: the whole answer", ["", "", rate(decide.get(f"decide/because/1000/of/{cycle}", {}).get("items_per_second"))])

for wall, oncpu, protocol in (("parsed", "parsed_oncpu", "just parsed"), ("latency", "oncpu", "cycling 4,096")):
    for kind, title in ((wall, "wall time"), (oncpu, "CPU time of the thread: without what the machine gave to others")):
        print(f"\nOne decision in ns, {protocol}, {title}: p50 / p99 / p99.9 / longest (the clock's own time taken off)")
        for mode, _ in MODES:
            cells = []
            for n in sizes:
                c = decide.get(f"{kind}/{mode}/{n}", {})
                cells.append(" / ".join(number(c[k]["median"]) for k in ("p50_ns", "p99_ns", "p999_ns", "max_ns")) if c else "–")
            row(mode, cells)

print("\nThe whole answer while the pack grows and the candidates do not")
for n in (50, 200, 1000, 2000, 5000, 10000):
    c = decide.get(f"curve/{n}")
    if c:
        row(f"{n:,} offers, {c['candidates']['median']:.1f} candidates", [rate(c["items_per_second"])])

print("\nAll eligible of N offers, one thread (conditions only: no candidate search, no other filter)")
row("offers in the pack", [f"{n:,}" for n in sizes])
kinds = (("all", "ours: encoded attributes to bits"), ("first", "ours: encoded attributes to the first"),
         ("encoded", "ours: plain values to bits"), ("ask", "ours: plain values to a list"),
         ("plain", "ours: every condition by itself, no index"))
for kind, title in kinds:
    row(title, [rate(eligible.get(f"eligible/{kind}/{n}", {}).get("items_per_second")) for n in sizes])
row("  eligible offers a customer", [f"{eligible[f'eligible/all/{n}']['eligible']['median']:.1f}" for n in sizes])
published = benchmarks("bench_peer_rules.json")
for kind, title in kinds if published else ():
    cells = [published.get(f"eligible/{kind}/{n}", {}).get("items_per_second") for n in sizes]
    if all(cells):
        row(f"{title}, gen_rules", [rate(c) for c in cells])
ratios = []
if peers is None:
    print("  PEERS LEFT OUT: see above why")
for name in dict.fromkeys(p["engine"] for p in peers or []):
    mine = {p["offers"]: p for p in peers if p["engine"] == name}
    perCpu = {n: summary([r["perCpuSecond"] for r in mine[n]["repeats"]]) for n in mine}
    row(f"{name} {mine[sizes[0]]['version']}", [rate(perCpu.get(n)) for n in sizes])
    ratio = {}
    for kind in ("ask", "all"):
        ours = {n: eligible.get(f"eligible/{kind}/{n}", {}).get("items_per_second") for n in sizes}
        ratio[kind] = {n: ours[n]["median"] / perCpu[n]["median"] for n in sizes if ours[n] and n in perCpu}
    row("  times slower than ours (values to a list)", [f"{ratio['ask'].get(n, 0):,.0f} x" for n in sizes])
    row("  times slower than ours (encoded to bits)", [f"{ratio['all'].get(n, 0):,.0f} x" for n in sizes])
    ratios.append({"engine": name, "version": mine[sizes[0]]["version"], "perCpuSecond": perCpu,
                   "perSecond": {n: summary([r["perSecond"] for r in mine[n]["repeats"]]) for n in mine}, "oursIsFaster": ratio})

ndjson = {}
for line in open(os.path.join(out, "ndjson.txt")):
    form, threads, lines, size, wall, user, system = line.split()
    runs = ndjson.setdefault(f"{form}, {threads} thread{'s' if threads != '1' else ''}",
                             {"bytesPerLine": int(size) / int(lines), "lines": int(lines), "wall": [], "cpu": []})
    runs["wall"].append(int(lines) / float(wall))
    runs["cpu"].append(int(lines) / (float(user) + float(system)))
print("\nNDJSON through `offerwright decide`, 1,000 offers: lines a second of wall time; of CPU time")
for name, runs in ndjson.items():
    runs["wall"], runs["cpu"] = summary(runs["wall"]), summary(runs["cpu"])
    row(f"{name}, {runs['bytesPerLine']:,.0f} bytes a line", [rate(runs["wall"]), rate(runs["cpu"])])

with open(os.path.join(out, "engine.json"), "w") as file:
    json.dump({"processor": processor(), "cpus": os.cpu_count(), "decide": decide, "eligible": eligible, "genRules": published, "peers": ratios,
               "ndjson": ndjson}, file, indent=1)
