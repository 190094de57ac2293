// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// Lines of baskets as they came, on their way to another thread.
class RawLines {
public:
    void add(std::string_view basket, std::string_view sku, std::size_t file)
    {
        m_lines.push_back(
            { m_bytes.size(), std::uint32_t(basket.size()), std::uint32_t(sku.size()), std::uint32_t(file) });
        m_bytes += basket;
        m_bytes += sku;
    }

    std::size_t size() const { return m_lines.size(); }
    std::size_t bytes() const { return m_bytes.size(); }
    /// Good until the next add().
    std::string_view basket(std::size_t i) const
    {
        return std::string_view(m_bytes).substr(m_lines[i].begin, m_lines[i].basketSize);
    }
    std::string_view sku(std::size_t i) const
    {
        return std::string_view(m_bytes).substr(m_lines[i].begin + m_lines[i].basketSize, m_lines[i].skuSize);
    }
    std::size_t file(std::size_t i) const { return m_lines[i].file; }
    void clear()
    {
        m_lines.clear();
        m_bytes.clear();
    }

private:
    struct Line {
        std::size_t begin = 0;
        std::uint32_t basketSize = 0;
        std::uint32_t skuSize = 0;
        std::uint32_t file = 0;
    };
    std::vector<Line> m_lines;
    std::string m_bytes;
};

}
