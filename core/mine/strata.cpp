// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/strata.h"

#include <numeric>

namespace ow::mine {

std::size_t stratumOf(std::size_t size)
{
    if (size <= 20)
        return size - 1;
    return size <= 30 ? 20 : size <= 50 ? 21 : 22;
}

std::int64_t StrataMargins::count(std::uint32_t item) const
{
    const auto from = items.begin() + std::ptrdiff_t(item * strataCount);
    return std::accumulate(from, from + std::ptrdiff_t(strataCount), std::int64_t(0));
}

StrataMargins strataMargins(const Baskets& baskets)
{
    StrataMargins m;
    m.items.assign(baskets.names.size() * strataCount, 0);
    std::array<std::uint64_t, strataCount> sizes {};
    for (std::size_t b = 0; b < baskets.size(); ++b) {
        const auto items = baskets.basket(b);
        if (items.empty())
            continue;
        const std::size_t s = stratumOf(items.size());
        ++m.baskets[s];
        sizes[s] += items.size();
        for (std::uint32_t item : items)
            ++m.items[item * strataCount + s];
    }
    for (std::size_t s = 0; s < strataCount; ++s)
        m.meanSize[s] = m.baskets[s] > 0 ? double(sizes[s]) / double(m.baskets[s]) : 0;
    return m;
}

}
