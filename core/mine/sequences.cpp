// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/sequences.h"

#include "base/parallel.h"
#include "stats/adjust.h"
#include "stats/sequence_ratio.h"
#include "stats/winsorize.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

namespace ow::mine {
namespace {

/// Days between the first A and the first B of customers who bought both on different days.
struct Lags {
    std::vector<double> forward, backward;
};

/// The first purchase of each product by each customer, ordered by customer, then day.
Purchases firstPurchases(Purchases all)
{
    std::sort(all.begin(), all.end(), [](const Purchase& l, const Purchase& r) {
        return std::tuple(l.customer, l.item, l.day) < std::tuple(r.customer, r.item, r.day);
    });
    const auto same
        = [](const Purchase& l, const Purchase& r) { return l.customer == r.customer && l.item == r.item; };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<Lags> collectLags(const Purchases& firsts, std::span<const ItemPair> pairs, int window)
{
    std::vector<Lags> lags(pairs.size());
    const auto find = [&](ItemPair p) {
        const auto it = std::lower_bound(pairs.begin(), pairs.end(), p);
        return it != pairs.end() && *it == p ? &lags[std::size_t(it - pairs.begin())] : nullptr;
    };
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        for (std::size_t j = i + 1; j < firsts.size() && firsts[j].customer == firsts[i].customer; ++j) {
            const int lag = firsts[j].day - firsts[i].day; // days ascend within a customer
            if (lag > window)
                break;
            if (lag < 1)
                continue;
            const bool forward = firsts[i].item < firsts[j].item;
            Lags* at = find(forward ? ItemPair { firsts[i].item, firsts[j].item }
                                    : ItemPair { firsts[j].item, firsts[i].item });
            if (at)
                (forward ? at->forward : at->backward).push_back(lag);
        }
    }
    return lags;
}

/// First purchases per day, item by item; made on demand, since few items are in a pair.
class Daily {
public:
    Daily(const Purchases& firsts, std::size_t itemCount)
        : m_byItem(itemCount)
    {
        m_first = std::numeric_limits<std::int32_t>::max();
        std::int32_t last = std::numeric_limits<std::int32_t>::min();
        for (const Purchase& p : firsts) {
            m_first = std::min(m_first, p.day);
            last = std::max(last, p.day);
            m_byItem[p.item].push_back(p.day);
        }
        m_days = firsts.empty() ? 0 : std::size_t(last - m_first) + 1;
    }
    std::vector<double> of(std::uint32_t item) const
    {
        std::vector<double> counts(m_days, 0.0);
        for (std::int32_t day : m_byItem[item])
            ++counts[std::size_t(day - m_first)];
        return counts;
    }

private:
    std::vector<std::vector<std::int32_t>> m_byItem;
    std::int32_t m_first = 0;
    std::size_t m_days = 0;
};

SequenceEvidence judge(const Lags& l, const std::vector<double>& a, const std::vector<double>& b, int window)
{
    SequenceEvidence e;
    e.forward = std::int64_t(l.forward.size());
    e.backward = std::int64_t(l.backward.size());
    const stats::SequenceRatio r = stats::sequenceRatio({ e.forward, e.backward, a, b, window });
    e.ratio = r.estimate;
    e.lower = r.lower;
    e.upper = r.upper;
    e.p = r.pValue;
    const auto& stronger = e.forward >= e.backward ? l.forward : l.backward;
    e.lagLower = stats::quantile7(stronger, 0.25);
    e.lagMedian = stats::quantile7(stronger, 0.5);
    e.lagUpper = stats::quantile7(stronger, 0.75);
    return e;
}

}

Result<std::vector<std::optional<SequenceEvidence>>> sequences(const Purchases& purchases,
    std::span<const ItemPair> pairs, std::size_t itemCount, int window, unsigned threads,
    const Progress& progress)
{
    const Purchases firsts = firstPurchases(purchases);
    const std::vector<Lags> lags = collectLags(firsts, pairs, window);
    const Daily daily(firsts, itemCount);
    std::vector<std::optional<SequenceEvidence>> out(pairs.size());
    std::atomic<std::int64_t> done = 0;
    const bool complete = forChunks(pairs.size(), 128, threads, [&](auto, auto begin, auto end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!lags[i].forward.empty() || !lags[i].backward.empty())
                out[i] = judge(lags[i], daily.of(pairs[i].a), daily.of(pairs[i].b), window);
        }
        done += std::int64_t(end - begin);
        return goOn(progress, done, std::int64_t(pairs.size()));
    });
    if (!complete)
        return fail(ErrorCode::Cancelled, "mining was stopped");
    std::vector<std::optional<double>> p(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (out[i])
            p[i] = out[i]->p;
    }
    const auto q = stats::adjust(p, stats::AdjustMethod::BenjaminiHochberg).adjusted;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (out[i])
            out[i]->q = q[i];
    }
    return out;
}

}
