// SPDX-License-Identifier: GPL-3.0-or-later
// How long one edit of the sample project takes until it is on the disk:
//   bench_edit FOLDER [EDITS]
// FOLDER decides which disk that is. Prints the median and the tail, in milliseconds.
#include "sample/write.h"
#include "store/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration d) { return std::chrono::duration<double, std::milli>(d).count(); }

void tell(const char* what, std::vector<double> ms)
{
    std::ranges::sort(ms);
    const auto at
        = [&](double share) { return ms[std::min(ms.size() - 1, std::size_t(share * double(ms.size())))]; };
    fmt::print("{:<6} n = {}  median {:.2f} ms  p90 {:.2f}  p99 {:.2f}  longest {:.2f}\n", what, ms.size(),
        at(0.5), at(0.9), at(0.99), ms.back());
}

int run(const std::filesystem::path& file, int edits)
{
    using namespace ow;
    if (auto made = sample::writeSample(file); !made)
        return fmt::print(stderr, "{}\n", made.error().text()), 1;
    auto project = store::Project::open(file);
    if (!project)
        return fmt::print(stderr, "{}\n", project.error().text()), 1;
    std::vector<double> apply;
    std::vector<double> undo;
    for (int i = 0; i < edits; ++i) {
        model::Offer offer
            = (*project)->draft()->policy.offers[std::size_t(i) % (*project)->draft()->policy.offers.size()];
        offer.price.minor += 1 + i % 7;
        const auto begin = Clock::now();
        const auto done = (*project)->apply({ "Price of " + offer.name, { store::put(offer) }, "" });
        apply.push_back(milliseconds(Clock::now() - begin));
        if (!done)
            return fmt::print(stderr, "{}\n", done.error().text()), 1;
    }
    for (int i = 0; i < edits; ++i) {
        const auto begin = Clock::now();
        const auto done = (*project)->undo();
        undo.push_back(milliseconds(Clock::now() - begin));
        if (!done)
            return fmt::print(stderr, "{}\n", done.error().text()), 1;
    }
    tell("edit", std::move(apply));
    tell("undo", std::move(undo));
    return 0;
}

}

int main(int argc, char** argv)
{
    if (argc < 2)
        return fmt::print(stderr, "bench_edit FOLDER [EDITS]\n"), 2;
    const auto file = std::filesystem::path(argv[1]) / "bench-edit.offerwright";
    std::error_code ec;
    std::filesystem::remove(file, ec);
    const int code = run(file, argc > 2 ? std::max(1, std::atoi(argv[2])) : 1000);
    std::filesystem::remove(file, ec);
    return code;
}
