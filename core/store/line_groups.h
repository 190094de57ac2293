// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ow::store {

/// A line (group, sku) in dictionary numbers, as one number: lines sort by group, then sku.
using LineKey = std::uint64_t;

constexpr LineKey lineKey(std::int64_t group, std::int64_t sku)
{
    return LineKey(std::uint32_t(group)) << 32 | std::uint32_t(sku);
}
constexpr std::int64_t groupOf(LineKey line) { return std::int64_t(line >> 32); }
constexpr std::int64_t skuOf(LineKey line) { return std::int64_t(line & 0xFFFFFFFFU); }

/// Lines brought together by group and each kept once; 8 bytes a line.
class LineGroups {
public:
    void reserve(std::size_t lines) { m_lines.reserve(lines); }
    void add(std::int64_t group, std::int64_t sku) { m_lines.push_back(lineKey(group, sku)); }

    const std::vector<LineKey>& sorted()
    {
        if (!std::ranges::is_sorted(m_lines)) // one import's lines are
            std::ranges::sort(m_lines);
        m_lines.erase(std::unique(m_lines.begin(), m_lines.end()), m_lines.end());
        return m_lines;
    }

private:
    std::vector<LineKey> m_lines;
};

}
