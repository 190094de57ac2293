// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/tested_pairs.h"

#include "base/parallel.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <vector>

namespace ow::mine {
namespace {

/// √(ω/n)·count per stratum: the dot product of two items' vectors is their expected count.
using Vector = std::array<float, (strataCount + 3) / 4 * 4>; // padded to a multiple of four

std::vector<Vector> frequentItems(
    const StrataMargins& m, std::int64_t minSupport, std::vector<std::int64_t>& index)
{
    std::vector<Vector> vectors;
    index.assign(m.items.size() / strataCount, -1);
    for (std::uint32_t item = 0; item < index.size(); ++item) {
        if (m.count(item) < minSupport)
            continue;
        Vector v {};
        for (std::size_t s = 1; s < strataCount; ++s) { // baskets of one item hold no pair
            if (m.baskets[s] > 0) {
                const double omega = (m.meanSize[s] - 1) / m.meanSize[s];
                v[s] = float(std::sqrt(omega / m.baskets[s]) * m.count(item, s));
            }
        }
        index[item] = std::int64_t(vectors.size());
        vectors.push_back(v);
    }
    return vectors;
}

float expected(const Vector& a, const Vector& b)
{
    float sum[4] {};
    for (std::size_t s = 0; s < a.size(); s += 4) {
        for (std::size_t k = 0; k < 4; ++k)
            sum[k] += a[s + k] * b[s + k];
    }
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

struct Ranked {
    float length;
    Vector vector;
};

/// The longest first.
std::vector<Ranked> byLength(const std::vector<Vector>& vectors)
{
    std::vector<Ranked> ranked;
    for (const Vector& v : vectors)
        ranked.push_back({ std::sqrt(expected(v, v)), v });
    std::sort(
        ranked.begin(), ranked.end(), [](const Ranked& l, const Ranked& r) { return l.length > r.length; });
    return ranked;
}

}

std::int64_t countTested(const StrataMargins& margins, std::int64_t minSupport, double minExpected,
    std::span<const ItemPair> listed, unsigned threads)
{
    std::vector<std::int64_t> index;
    const std::vector<Vector> vectors = frequentItems(margins, minSupport, index);
    const float floor = float(minExpected);
    const std::vector<Ranked> ranked = byLength(vectors);
    std::atomic<std::int64_t> tested = 0; // a sum of whole numbers: the same in any order
    forChunks(ranked.size(), 64, threads, [&](auto, auto begin, auto end) {
        std::int64_t count = 0;
        for (std::size_t i = begin; i < end; ++i) {
            // No product exceeds that of the lengths (Cauchy, Schwarz): past this point nothing can reach the
            // floor.
            const float enough = 0.999F * floor / ranked[i].length;
            for (std::size_t j = 0; j < i && ranked[j].length >= enough; ++j)
                count += expected(ranked[i].vector, ranked[j].vector) >= floor;
        }
        tested += count;
        return true;
    });
    for (const ItemPair& pair : listed) {
        const std::int64_t a = index[pair.a], b = index[pair.b];
        if (a >= 0 && b >= 0
            && expected(vectors[std::size_t(std::max(a, b))], vectors[std::size_t(std::min(a, b))]) >= floor)
            --tested;
    }
    return tested;
}

}
