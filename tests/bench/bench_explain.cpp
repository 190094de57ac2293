// SPDX-License-Identifier: GPL-3.0-or-later
// What explaining and counterfactuals cost over the workload:  bench_explain [offers] [requests]
#include "base/json.h"
#include "bench/workload.h"
#include "decide/counterfactual.h"
#include "decide/decide.h"
#include "decide/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void report(const char* what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) { return times[std::size_t(share * double(times.size() - 1))]; };
    if (!times.empty())
        fmt::print("{:<44} {:>6} times, ms: p50 {:.3f}, p90 {:.3f}, p99 {:.3f}, most {:.3f}\n", what,
            times.size(), at(0.5), at(0.9), at(0.99), times.back());
}

}

int main(int argc, char** argv)
{
    using namespace ow;
    using namespace ow::decide;
    const std::size_t offers = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1000;
    const std::size_t requests = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 100;
    const bench::Workload workload(offers);
    const auto compiled = compile(workload.pack());
    if (!compiled) {
        fmt::print(stderr, "{}\n", compiled.error().text());
        return 1;
    }
    const CompiledPack& pack = **compiled;
    auto start = Clock::now();
    Explainer explainer(pack);
    fmt::print("{} offers: explainer made in {:.1f} ms", offers, millisecondsSince(start));
    start = Clock::now();
    CounterfactualSearch search(pack);
    fmt::print(", search made in {:.1f} ms\n", millisecondsSince(start));

    std::vector<double> explaining;
    std::map<std::string, std::vector<double>> searching;
    std::map<std::string, std::int64_t> decisions;
    for (std::size_t i = 0; i < requests; ++i) {
        const Request request = *readRequest(workload.request(i), pack);
        start = Clock::now();
        const Explanation explanation = explainer.explain(request);
        explaining.push_back(millisecondsSince(start));
        // Of each request two candidates that were not chosen, and an offer that most likely is none.
        std::vector<std::string> asked { pack.offers[i * 37 % pack.offers.size()].source->id };
        for (const OfferExplanation& offer : explanation.offers) {
            if (offer.verdict != Verdict::Chosen && asked.size() < 3)
                asked.push_back(offer.offer);
        }
        for (const std::string& offer : asked) {
            start = Clock::now();
            const auto found = search.find(request, offer);
            const std::string kind = fmt::format("counterfactual, {}{}", name(found->answer),
                found->changes.empty() ? "" : fmt::format(" with {} changes", found->changes.size()));
            searching[kind].push_back(millisecondsSince(start));
            decisions[kind] += found->decisions;
        }
    }
    report("every candidate explained", explaining);
    for (const auto& [kind, times] : searching)
        report(fmt::format("{} ({} decisions)", kind, decisions[kind] / std::int64_t(times.size())).c_str(),
            times);
    return 0;
}
