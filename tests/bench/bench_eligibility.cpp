// SPDX-License-Identifier: GPL-3.0-or-later
// How fast one core says who is eligible for what, with no candidate search: every offer's `when` over 4,096
// different requests.
//   all/OFFERS       all eligible offers, attributes already coded
//   first/OFFERS     the best eligible offer, attributes already coded
//   encoded/OFFERS   all eligible offers, coding the attributes included
//   ask/OFFERS       what other engines are asked: from plain values to a list of all eligible offers
//   plain/OFFERS     all eligible offers, each condition evaluated by itself: what the index is measured
//   against
// The work is that of tests/bench, or with OFFERWRIGHT_PEER_RULES=DIR what gen_rules wrote there
// (../shared/bench), which other engines are measured with.
#include "bench/prepared.h"
#include "core/decide/peer_rules.h"
#include "decide/eligibility.h"
#include "decide/run.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <bit>
#include <cstdlib>
#include <map>

namespace {

using namespace ow;
using namespace ow::decide;

/// Everybody's values, with facts where the pack has them, and their codes.
struct Work {
    std::shared_ptr<const CompiledPack> pack;
    std::string text; ///< that the values view
    std::vector<Request> requests;
    std::unique_ptr<EligibilityIndex> index;
    std::vector<std::vector<expr::Value>> values;
    std::vector<EligibilityIndex::Codes> codes;
    double eligible = 0; ///< offers for one request, in the mean
};

constexpr std::size_t requestCount = 4096;

void bindAll(Work& w, std::span<const Request> requests)
{
    w.index = std::make_unique<EligibilityIndex>(*w.pack, test::byPriority(*w.pack));
    std::vector<std::uint64_t> bits(w.index->words());
    for (const Request& request : requests) {
        Scratch scratch; // kept lists would be overwritten: only numbers, bools and strings are read here
        const auto values = Run(*w.pack, request, scratch, {}).bind(none);
        w.values.emplace_back(values.begin(), values.end());
        w.index->encode(w.values.back(), w.codes.emplace_back());
        w.index->eligible(w.codes.back(), w.values.back(), scratch.arena, bits);
        for (const std::uint64_t word : bits)
            w.eligible += std::popcount(word) / double(requestCount);
    }
}

const Work& work(std::size_t offers)
{
    static std::map<std::size_t, Work> all;
    const auto [it, isNew] = all.try_emplace(offers);
    Work& w = it->second;
    if (!isNew)
        return w;
    if (const char* dir = std::getenv("OFFERWRIGHT_PEER_RULES")) {
        w.pack = compile(test::peerPack(fmt::format("{}/pack_{}.json", dir, offers))).value();
        w.text = test::readText(std::string(dir) + "/customers.csv");
        w.requests = test::peerCustomers(w.text, *w.pack, requestCount);
        bindAll(w, w.requests);
    } else {
        w.pack = bench::prepared(offers).pack;
        bindAll(w, bench::prepared(offers).requests);
    }
    return w;
}

void report(benchmark::State& state, const Work& w)
{
    state.SetItemsProcessed(state.iterations());
    state.counters["eligible"] = w.eligible;
    state.counters["index_kB"] = double(w.index->memory()) / 1000;
    state.counters["columns"] = double(w.index->columns());
}

enum class Part { All, First, Encoded, Ask };

std::size_t writeList(
    const EligibilityIndex& index, std::span<const std::uint64_t> bits, std::vector<Index>& list)
{
    std::size_t count = 0;
    for (std::size_t w = 0; w < bits.size(); ++w) {
        for (std::uint64_t word = bits[w]; word != 0; word &= word - 1)
            list[count++] = index.offerAt(64 * w + std::size_t(std::countr_zero(word)));
    }
    return count;
}

void eligible(benchmark::State& state, std::size_t offers, Part part)
{
    const Work& w = work(offers);
    std::vector<std::uint64_t> bits(w.index->words());
    std::vector<expr::Value> values = w.values.front();
    EligibilityIndex::Codes codes = w.codes.front();
    std::vector<EligibilityIndex::Codes> coded = w.codes;
    std::vector<std::vector<expr::Value>> people = w.values;
    std::vector<Index> list(offers);
    expr::Arena arena;
    std::size_t i = 0;
    for (auto _ : state) {
        if (part == Part::First) {
            benchmark::DoNotOptimize(w.index->first(coded[i], people[i], arena));
        } else {
            const bool encode = part == Part::Encoded || part == Part::Ask;
            if (encode)
                w.index->encode(people[i], codes);
            w.index->eligible(encode ? codes : coded[i], people[i], arena, bits);
            benchmark::DoNotOptimize(bits.data());
            if (part == Part::Ask)
                benchmark::DoNotOptimize(writeList(*w.index, bits, list));
            benchmark::ClobberMemory();
        }
        i = i + 1 == requestCount ? 0 : i + 1;
    }
    report(state, w);
}

void plain(benchmark::State& state, std::size_t offers)
{
    const Work& w = work(offers);
    expr::Arena arena;
    std::size_t i = 0;
    for (auto _ : state) {
        std::size_t count = 0;
        for (const CompiledOffer& offer : w.pack->offers)
            count += offer.when.program.evaluate(w.values[i], arena).isTrue() ? 1 : 0;
        benchmark::DoNotOptimize(count);
        arena.reset();
        i = i + 1 == requestCount ? 0 : i + 1;
    }
    report(state, w);
}

}

int main(int argc, char** argv)
{
    for (const std::size_t offers : { 50U, 200U, 1000U }) {
        const auto add = [&](const char* name, auto function) {
            benchmark::RegisterBenchmark(fmt::format("eligible/{}/{}", name, offers).c_str(), function);
        };
        add("all", [=](benchmark::State& s) { eligible(s, offers, Part::All); });
        add("first", [=](benchmark::State& s) { eligible(s, offers, Part::First); });
        add("encoded", [=](benchmark::State& s) { eligible(s, offers, Part::Encoded); });
        add("ask", [=](benchmark::State& s) { eligible(s, offers, Part::Ask); });
        add("plain", [=](benchmark::State& s) { plain(s, offers); });
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
