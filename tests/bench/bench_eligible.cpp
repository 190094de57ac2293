// SPDX-License-Identifier: GPL-3.0-or-later
// Eligibility alone: which of all N offers' `when` hold for a customer, without candidate search and other
// filters.
//   eligible/all/OFFERS      all of them as bits, attributes already encoded
//   eligible/list/OFFERS     the same, then written out as a list of offers
//   eligible/first/OFFERS    the first of them, attributes already encoded
//   eligible/encode/OFFERS   from attributes and facts as values to the bits of all
#include "bench/prepared.h"
#include "decide/eligibility.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <bit>
#include <functional>
#include <map>
#include <memory>

namespace {

using ow::decide::EligibilityIndex;
using ow::decide::Index;

/// Customers as the index asks for them. What they are is settled before the clock starts.
struct Eligible {
    explicit Eligible(std::size_t offers)
        : index(*ow::bench::prepared(offers).pack)
    {
        const ow::bench::Prepared& p = ow::bench::prepared(offers);
        for (const ow::decide::Request& request : p.requests) {
            values.push_back(ow::bench::conditionValues(*p.pack, request));
            index.encode(values.back(), codes.emplace_back());
        }
    }

    EligibilityIndex index;
    std::vector<std::vector<ow::expr::Value>> values;
    std::vector<EligibilityIndex::Codes> codes;
};

Eligible& eligible(std::size_t offers)
{
    static std::map<std::size_t, std::unique_ptr<Eligible>> all;
    std::unique_ptr<Eligible>& known = all[offers];
    if (!known)
        known = std::make_unique<Eligible>(offers);
    return *known;
}

/// Calls `ask` for one customer after the other; it returns how many offers it found.
void cycle(benchmark::State& state, std::size_t offers,
    const std::function<std::size_t(Eligible&, std::size_t)>& ask)
{
    Eligible& e = eligible(offers);
    std::size_t i = 0;
    std::size_t found = 0;
    for (auto _ : state) {
        found += ask(e, i);
        i = i + 1 == e.codes.size() ? 0 : i + 1;
    }
    state.SetItemsProcessed(state.iterations());
    if (found != 0)
        state.counters["found"] = benchmark::Counter(double(found), benchmark::Counter::kAvgIterations);
    state.counters["bytes"] = double(e.index.memory());
}

void registerAll(std::size_t offers)
{
    auto bits = std::make_shared<std::vector<std::uint64_t>>((offers + 63) / 64);
    auto arena = std::make_shared<ow::expr::Arena>();
    auto list = std::make_shared<std::vector<Index>>(offers);
    const auto add = [&](const char* name, std::function<std::size_t(Eligible&, std::size_t)> ask) {
        benchmark::RegisterBenchmark(fmt::format("eligible/{}/{}", name, offers).c_str(),
            [=](benchmark::State& s) { cycle(s, offers, ask); });
    };
    add("all", [=](Eligible& e, std::size_t i) {
        e.index.eligible(e.codes[i], e.values[i], *arena, *bits);
        benchmark::DoNotOptimize(bits->data());
        benchmark::ClobberMemory();
        return std::size_t(0);
    });
    add("list", [=](Eligible& e, std::size_t i) {
        e.index.eligible(e.codes[i], e.values[i], *arena, *bits);
        std::size_t count = 0;
        for (std::size_t w = 0; w < bits->size(); ++w) {
            for (std::uint64_t word = (*bits)[w]; word != 0; word &= word - 1)
                (*list)[count++] = e.index.offerAt(64 * w + std::size_t(std::countr_zero(word)));
        }
        benchmark::ClobberMemory();
        return count;
    });
    add("first", [=](Eligible& e, std::size_t i) {
        return e.index.first(e.codes[i], e.values[i], *arena) != ow::decide::none ? std::size_t(1) : 0;
    });
    add("encode", [=](Eligible& e, std::size_t i) {
        static EligibilityIndex::Codes codes;
        e.index.encode(e.values[i], codes);
        e.index.eligible(codes, e.values[i], *arena, *bits);
        benchmark::ClobberMemory();
        return std::size_t(0);
    });
}

}

int main(int argc, char** argv)
{
    for (const std::size_t offers : { 50U, 200U, 1000U })
        registerAll(offers);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
