// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/strata.h"

#include <algorithm>
#include <numeric>

namespace ow::mine {

std::size_t stratumOf(std::size_t size)
{
    if (size <= 20)
        return size - 1;
    static constexpr std::array<std::size_t, 10> last { 30, 50, 65, 85, 110, 145, 190, 250, 350, 500 };
    return 20 + std::size_t(std::lower_bound(last.begin(), last.end(), size) - last.begin());
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
