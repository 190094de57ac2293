// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/pairs.h"

#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <utility>

namespace ow::mine {
namespace {

constexpr std::uint32_t rare = ~std::uint32_t(0);

/// Where an item stands in one basket: its more frequent companions are the ranks in [begin, self).
struct Place {
    std::uint32_t begin;
    std::uint32_t self;
    std::uint32_t stratum;
};

/// The baskets rewritten to the frequent items' ranks (0 = the most frequent, ascending in each basket), with
/// the list of places of each rank. One row of counters per rank then counts all its pairs: the row stays in
/// the cache, nothing is shared between threads, and the order of work cannot be seen in the result.
struct Inverted {
    std::vector<std::uint32_t> itemOf; ///< rank -> item
    std::vector<std::uint32_t> ranks; ///< all baskets' ranks, one after the other
    std::vector<std::uint32_t> firstPlace; ///< of each rank, in places
    std::vector<Place> places;
};

std::vector<std::uint32_t> supports(const Baskets& baskets)
{
    std::vector<std::uint32_t> support(baskets.names.size(), 0);
    for (std::uint32_t item : baskets.items)
        ++support[item];
    return support;
}

Inverted invert(const Baskets& baskets, std::int64_t minSupport)
{
    Inverted out;
    const std::vector<std::uint32_t> support = supports(baskets);
    for (std::uint32_t i = 0; i < support.size(); ++i) {
        if (support[i] >= minSupport)
            out.itemOf.push_back(i);
    }
    std::stable_sort(
        out.itemOf.begin(), out.itemOf.end(), [&](auto a, auto b) { return support[a] > support[b]; });
    std::vector<std::uint32_t> rankOf(support.size(), rare);
    out.firstPlace.assign(out.itemOf.size() + 1, 0);
    for (std::uint32_t r = 0; r < out.itemOf.size(); ++r) {
        rankOf[out.itemOf[r]] = r;
        out.firstPlace[r + 1] = out.firstPlace[r] + support[out.itemOf[r]];
    }
    out.ranks.reserve(out.firstPlace.back());
    out.places.resize(out.firstPlace.back());
    std::vector<std::uint32_t> next(out.firstPlace.begin(), out.firstPlace.end() - 1);
    for (std::size_t b = 0; b < baskets.size(); ++b) {
        const auto items = baskets.basket(b);
        const std::uint32_t begin = std::uint32_t(out.ranks.size());
        for (std::uint32_t item : items) {
            if (rankOf[item] != rare)
                out.ranks.push_back(rankOf[item]);
        }
        std::sort(out.ranks.begin() + begin, out.ranks.end());
        const std::uint32_t stratum = items.empty() ? 0 : std::uint32_t(stratumOf(items.size()));
        for (std::uint32_t p = begin; p < out.ranks.size(); ++p)
            out.places[next[out.ranks[p]]++] = { begin, p, stratum };
    }
    return out;
}

/// Counters of one row, zero between rows.
struct Scratch {
    explicit Scratch(std::size_t ranks)
        : row(ranks, 0)
        , slot(ranks, 0)
    {
    }
    std::vector<std::uint32_t> row, slot, touched;
};

/// All pairs of one rank with more frequent ones.
void countRow(
    const Inverted& in, std::uint32_t rank, std::uint32_t minSupport, Scratch& s, std::vector<PairCount>& out)
{
    const Place* const first = in.places.data() + in.firstPlace[rank];
    const Place* const last = in.places.data() + in.firstPlace[rank + 1];
    s.touched.clear();
    for (const Place* p = first; p != last; ++p) {
        for (std::uint32_t i = p->begin; i < p->self; ++i) {
            if (s.row[in.ranks[i]]++ == 0)
                s.touched.push_back(in.ranks[i]);
        }
    }
    const std::size_t before = out.size();
    for (std::uint32_t other : s.touched) {
        if (s.row[other] >= minSupport) {
            const auto [a, b] = std::minmax(in.itemOf[rank], in.itemOf[other]);
            out.push_back({ a, b, s.row[other], {} });
            s.slot[other] = std::uint32_t(out.size());
        }
        s.row[other] = 0;
    }
    if (out.size() == before)
        return;
    for (const Place* p = first; p != last; ++p) {
        for (std::uint32_t i = p->begin; i < p->self; ++i) {
            if (const std::uint32_t at = s.slot[in.ranks[i]])
                ++out[at - 1].strata[p->stratum];
        }
    }
    for (std::uint32_t other : s.touched)
        s.slot[other] = 0;
}

}

Result<std::vector<PairCount>> countPairs(
    const Baskets& baskets, const PairOptions& options, const Progress& progress)
{
    if (options.minSupport < 1)
        return fail(ErrorCode::InvalidInput, "the smallest support is 1 basket", "minSupport");
    const Inverted inverted = invert(baskets, options.minSupport);
    const std::size_t rows = inverted.itemOf.size();
    const std::size_t rowsPerChunk = std::max<std::size_t>(16, rows / 256); // scratch is made anew for each
    const auto minSupport = std::uint32_t(std::min<std::int64_t>(options.minSupport, rare));
    std::vector<std::vector<PairCount>> parts((rows + rowsPerChunk - 1) / rowsPerChunk);
    std::atomic<std::int64_t> done = 0;
    const bool complete
        = forChunks(rows, rowsPerChunk, options.threads, [&](auto chunk, auto begin, auto end) {
              Scratch scratch(rows);
              for (std::size_t r = begin; r < end; ++r)
                  countRow(inverted, std::uint32_t(r), minSupport, scratch, parts[chunk]);
              done += std::int64_t(end - begin);
              return goOn(progress, done, std::int64_t(rows));
          });
    if (!complete)
        return fail(ErrorCode::Cancelled, "counting pairs was stopped");
    std::size_t count = 0;
    for (const auto& part : parts)
        count += part.size();
    std::vector<PairCount> out;
    out.reserve(count);
    for (auto& part : parts) {
        out.insert(out.end(), part.begin(), part.end());
        part = {};
    }
    std::sort(out.begin(), out.end(),
        [](const PairCount& l, const PairCount& r) { return std::pair(l.a, l.b) < std::pair(r.a, r.b); });
    return out;
}

}
