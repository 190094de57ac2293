// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/listed_pairs.h"

#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace ow::mine {
namespace {

/// For each item the baskets that hold it.
struct Holders {
    std::vector<std::uint32_t> offsets, baskets;
    std::span<const std::uint32_t> of(std::uint32_t item) const
    {
        return { baskets.data() + offsets[item], baskets.data() + offsets[item + 1] };
    }
};

template <typename Keep>
Holders holders(const Baskets& in, Keep keep)
{
    Holders out;
    out.offsets.assign(in.names.size() + 1, 0);
    for (std::size_t b = 0; b < in.size(); ++b) {
        if (keep(b)) {
            for (std::uint32_t item : in.basket(b))
                ++out.offsets[item + 1];
        }
    }
    std::partial_sum(out.offsets.begin(), out.offsets.end(), out.offsets.begin());
    out.baskets.resize(out.offsets.back());
    std::vector<std::uint32_t> next(out.offsets.begin(), out.offsets.end() - 1);
    for (std::size_t b = 0; b < in.size(); ++b) {
        if (keep(b)) {
            for (std::uint32_t item : in.basket(b))
                out.baskets[next[item]++] = std::uint32_t(b);
        }
    }
    return out;
}

/// Calls visit(pair index, basket) for each listed pair and each basket with both. Pairs are taken first item
/// by first item; what `visit` writes belongs to its pair alone, so threads cannot meet.
template <typename Visit>
bool visitPairs(const Baskets& in, const Holders& holding, std::span<const ItemPair> pairs, unsigned threads,
    const Progress& progress, Visit visit)
{
    std::vector<std::size_t> groups; // where pairs of a new first item begin
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i == 0 || pairs[i].a != pairs[i - 1].a)
            groups.push_back(i);
    }
    groups.push_back(pairs.size());
    std::atomic<std::int64_t> done = 0;
    const std::size_t count = groups.size() - 1, chunk = std::max<std::size_t>(8, count / 256);
    return forChunks(count, chunk, threads, [&](auto, auto begin, auto end) {
        std::vector<std::uint32_t> slot(in.names.size(), 0);
        for (std::size_t g = begin; g < end; ++g) {
            for (std::size_t i = groups[g]; i < groups[g + 1]; ++i)
                slot[pairs[i].b] = std::uint32_t(i + 1);
            for (std::uint32_t basket : holding.of(pairs[groups[g]].a)) {
                for (std::uint32_t item : in.basket(basket)) {
                    if (slot[item] != 0)
                        visit(slot[item] - 1, basket);
                }
            }
            for (std::size_t i = groups[g]; i < groups[g + 1]; ++i)
                slot[pairs[i].b] = 0;
        }
        done += std::int64_t(end - begin);
        return goOn(progress, done, std::int64_t(count));
    });
}

tl::unexpected<Error> stopped() { return fail(ErrorCode::Cancelled, "counting pairs was stopped"); }

}

Result<std::vector<std::array<std::uint32_t, strataCount>>> countListed(
    const Baskets& baskets, std::span<const ItemPair> pairs, unsigned threads, const Progress& progress)
{
    std::vector<std::array<std::uint32_t, strataCount>> out(pairs.size());
    const Holders holding = holders(baskets, [](std::size_t) { return true; });
    const bool complete = visitPairs(
        baskets, holding, pairs, threads, progress, [&](std::uint32_t pair, std::uint32_t basket) {
            ++out[pair][stratumOf(baskets.basket(basket).size())];
        });
    if (!complete)
        return stopped();
    return out;
}

Result<std::vector<ChoiceCounts>> countChoices(
    const Sessions& sessions, std::span<const ItemPair> pairs, unsigned threads, const Progress& progress)
{
    std::vector<ChoiceCounts> out(pairs.size());
    const Holders holding
        = holders(sessions.viewed, [&](std::size_t s) { return !sessions.bought.basket(s).empty(); });
    const auto visit = [&](std::uint32_t pair, std::uint32_t session) {
        const auto bought = sessions.bought.basket(session);
        const bool a = std::binary_search(bought.begin(), bought.end(), pairs[pair].a);
        const bool b = std::binary_search(bought.begin(), bought.end(), pairs[pair].b);
        ChoiceCounts::Cell& cell = out[pair].strata[stratumOf(bought.size())];
        ++cell.sessions;
        cell.boughtA += a;
        cell.boughtB += b;
        cell.boughtBoth += a && b;
        cell.items += bought.size();
    };
    if (!visitPairs(sessions.viewed, holding, pairs, threads, progress, visit))
        return stopped();
    return out;
}

}
