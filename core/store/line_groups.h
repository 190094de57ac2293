// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace ow::store {

/// Lines (group, sku) in dictionary numbers, brought together by group and each kept once; 8 bytes a line.
class LineGroups {
public:
    using Line = std::pair<std::uint32_t, std::uint32_t>;

    void add(std::int64_t group, std::int64_t sku)
    {
        m_lines.emplace_back(std::uint32_t(group), std::uint32_t(sku));
    }

    const std::vector<Line>& sorted()
    {
        std::ranges::sort(m_lines);
        m_lines.erase(std::unique(m_lines.begin(), m_lines.end()), m_lines.end());
        return m_lines;
    }

private:
    std::vector<Line> m_lines;
};

}
