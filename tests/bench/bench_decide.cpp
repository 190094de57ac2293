// SPDX-License-Identifier: GPL-3.0-or-later
// How fast one core decides, from requests that are already read. Three protocols:
//   just parsed  as production sees them: each request is read from its JSON right before its decision, and
//                only the decision is timed. Its data is in the cache, as reading it left it; what it asks is
//                one of 4,096 different requests, so that no branch can be learnt by heart.
//   cycling      the same 4,096, read beforehand and kept: each comes back when the caches have forgotten it.
//                What a replay of stored requests meets.
//   warm         over a few requests only: what is left when data and branches are known.
//
//   parsed/MODE/OFFERS           just parsed: items_per_second; p50 p99 p999 max in ns of single decisions
//   parsed_oncpu/MODE/OFFERS     the same by the thread's CPU clock: without what the machine gave to others
//   decide/MODE/OFFERS           cycling: decisions a second (items_per_second)
//   decide/because/1000/of/N     over N requests only; 16 is warm
//   batch/OFFERS                 the 4,096 in one call of decideAll() on one thread, which knows what comes
//   next latency/MODE/OFFERS          cycling: single decisions in ns, the clock's own time taken off here as
//   above oncpu/MODE/OFFERS            the same by the thread's CPU clock curve/OFFERS decide/because to
//   10,000 offers at the same number of candidates
// MODE: answer (no sentence), because (the contract's whole answer), considered (with the record of every
// candidate). --properties prints what the workload asks; --twice OFFERS decides every request twice, for
// profilers.
#include "bench/prepared.h"
#include "bench/properties.h"
#include "decide/request_reader.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <stdexcept>
#include <string>
#include <utility>

namespace {

using ow::decide::DecideOptions;
using ow::decide::Decision;
using ow::decide::Scratch;

struct Mode {
    const char* name;
    DecideOptions options;
};

const Mode answer { "answer", { false, false } };
const Mode because { "because", { false, true } };
const Mode considered { "considered", { true, true } };

/// ns of one of the system's clocks. The thread's CPU clock is a system call, the other one is not.
std::int64_t now(clockid_t clock)
{
    timespec t {};
    clock_gettime(clock, &t);
    return std::int64_t(t.tv_sec) * 1'000'000'000 + t.tv_nsec;
}

/// What reading the clock twice takes by itself: the median.
std::int64_t clockCost(clockid_t clock)
{
    std::vector<std::int64_t> costs(20001);
    for (std::int64_t& cost : costs) {
        const std::int64_t begin = now(clock);
        cost = now(clock) - begin;
    }
    std::ranges::nth_element(costs, costs.begin() + 10000);
    return costs[10000];
}

void decide(benchmark::State& state, std::size_t offers, const Mode& mode, std::size_t cycle)
{
    const ow::bench::Prepared& p = ow::bench::prepared(offers);
    Scratch scratch;
    std::size_t i = 0;
    for (auto _ : state) {
        const Decision& d = ow::decide::decide(*p.pack, p.requests[i], scratch, mode.options);
        benchmark::DoNotOptimize(d.offers.size());
        i = i + 1 == cycle ? 0 : i + 1;
    }
    state.SetItemsProcessed(state.iterations());
}

void batch(benchmark::State& state, std::size_t offers)
{
    const ow::bench::Prepared& p = ow::bench::prepared(offers);
    std::size_t shown = 0;
    for (auto _ : state)
        ow::decide::decideAll(
            *p.pack, p.requests, [&](std::size_t, const Decision& d) { shown += d.offers.size(); },
            because.options, 1);
    benchmark::DoNotOptimize(shown);
    state.SetItemsProcessed(state.iterations() * std::int64_t(p.requests.size()));
}

void putTimes(benchmark::State& state, std::vector<std::int64_t>& times, std::int64_t cost)
{
    std::ranges::sort(times);
    const auto at
        = [&](double share) { return double(times[std::size_t(share * double(times.size() - 1))]); };
    state.counters["p50_ns"] = at(0.5);
    state.counters["p99_ns"] = at(0.99);
    state.counters["p999_ns"] = at(0.999);
    state.counters["max_ns"] = at(1);
    state.counters["clock_ns"] = double(cost);
}

void latency(benchmark::State& state, std::size_t offers, const Mode& mode, clockid_t clock)
{
    const ow::bench::Prepared& p = ow::bench::prepared(offers);
    const std::int64_t cost = clockCost(clock);
    Scratch scratch;
    std::vector<std::int64_t> times;
    times.reserve(std::size_t(state.max_iterations));
    std::size_t i = 0;
    for (auto _ : state) {
        const std::int64_t begin = now(clock);
        const Decision& d = ow::decide::decide(*p.pack, p.requests[i], scratch, mode.options);
        benchmark::DoNotOptimize(d.offers.size());
        times.push_back(now(clock) - begin - cost);
        i = i + 1 == p.requests.size() ? 0 : i + 1;
    }
    putTimes(state, times, cost);
}

/// Reads each request right before deciding it; the rate is of the decisions' time alone.
void justParsed(benchmark::State& state, std::size_t offers, const Mode& mode, clockid_t clock)
{
    const ow::bench::Prepared& p = ow::bench::prepared(offers);
    std::vector<std::string> lines;
    for (std::size_t n = 0; n < p.requests.size(); ++n)
        lines.push_back(p.workload.request(n));
    const std::int64_t cost = clockCost(clock);
    Scratch scratch;
    ow::decide::RequestReader reader;
    ow::decide::Request request(*p.pack);
    std::vector<std::int64_t> times;
    times.reserve(std::size_t(state.max_iterations));
    std::size_t i = 0;
    for (auto _ : state) {
        if (!reader.read(lines[i], *p.pack, request))
            throw std::logic_error("a request that is refused");
        const std::int64_t begin = now(clock);
        const Decision& d = ow::decide::decide(*p.pack, request, scratch, mode.options);
        benchmark::DoNotOptimize(d.offers.size());
        times.push_back(now(clock) - begin - cost);
        state.SetIterationTime(double(std::max<std::int64_t>(times.back(), 0)) * 1e-9);
        i = i + 1 == lines.size() ? 0 : i + 1;
    }
    putTimes(state, times, cost);
    state.SetItemsProcessed(state.iterations());
}

void curve(benchmark::State& state, std::size_t offers)
{
    decide(state, offers, because, ow::bench::prepared(offers).requests.size());
    const ow::bench::Prepared& p = ow::bench::prepared(offers);
    const ow::bench::Properties all = ow::bench::properties(*p.pack, p.requests);
    state.counters["candidates"] = double(all.candidates) / double(all.requests);
}

void printProperties()
{
    for (const std::size_t offers : { 50U, 200U, 1000U, 10000U }) {
        const ow::bench::Prepared& p = ow::bench::prepared(offers);
        fmt::print(stderr, "{} offers, {}\n", offers, ow::bench::properties(*p.pack, p.requests).text());
    }
}

/// For instruction-counting profilers: every request twice, nothing else after the preparing.
void decideTwice(std::size_t offers)
{
    const ow::bench::Prepared& p = ow::bench::prepared(offers);
    Scratch scratch;
    std::size_t shown = 0;
    for (int round = 0; round < 2; ++round) {
        for (const ow::decide::Request& request : p.requests)
            shown += ow::decide::decide(*p.pack, request, scratch, because.options).offers.size();
    }
    fmt::print(stderr, "{} decisions, {} offers shown\n", 2 * p.requests.size(), shown);
}

void registerAll()
{
    for (const Mode* mode : { &answer, &because, &considered }) {
        for (const std::size_t offers : { 50U, 200U, 1000U }) {
            benchmark::RegisterBenchmark(
                fmt::format("decide/{}/{}", mode->name, offers).c_str(), [=](benchmark::State& s) {
                    decide(s, offers, *mode, ow::bench::prepared(offers).requests.size());
                });
            for (const auto& [kind, clock] :
                { std::pair("latency", CLOCK_MONOTONIC), { "oncpu", CLOCK_THREAD_CPUTIME_ID } })
                benchmark::RegisterBenchmark(fmt::format("{}/{}/{}", kind, mode->name, offers).c_str(),
                    [=, c = clock](benchmark::State& s) { latency(s, offers, *mode, c); })
                    ->Iterations(100'000);
            for (const auto& [kind, clock] :
                { std::pair("parsed", CLOCK_MONOTONIC), { "parsed_oncpu", CLOCK_THREAD_CPUTIME_ID } })
                benchmark::RegisterBenchmark(fmt::format("{}/{}/{}", kind, mode->name, offers).c_str(),
                    [=, c = clock](benchmark::State& s) { justParsed(s, offers, *mode, c); })
                    ->Iterations(100'000)
                    ->UseManualTime();
        }
    }
    for (const std::size_t offers : { 50U, 200U, 1000U })
        benchmark::RegisterBenchmark(
            fmt::format("batch/{}", offers).c_str(), [=](benchmark::State& s) { batch(s, offers); });
    for (const std::size_t cycle : { 16U, 128U, 1024U })
        benchmark::RegisterBenchmark(fmt::format("decide/because/1000/of/{}", cycle).c_str(),
            [=](benchmark::State& s) { decide(s, 1000, because, cycle); });
    for (const std::size_t offers : { 50U, 200U, 1000U, 2000U, 5000U, 10000U })
        benchmark::RegisterBenchmark(
            fmt::format("curve/{}", offers).c_str(), [=](benchmark::State& s) { curve(s, offers); });
}

}

int main(int argc, char** argv)
{
    if (argc > 1 && std::strcmp(argv[1], "--properties") == 0) {
        printProperties();
        return 0;
    }
    if (argc > 2 && std::strcmp(argv[1], "--twice") == 0) {
        decideTwice(std::strtoul(argv[2], nullptr, 10));
        return 0;
    }
    registerAll();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
