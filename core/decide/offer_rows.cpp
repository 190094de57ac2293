// SPDX-License-Identifier: Apache-2.0
#include "decide/offer_rows.h"

#include <cstring>
#include <type_traits>

namespace ow::decide {

static_assert(
    std::is_trivially_copyable_v<
        OfferRow> && std::is_trivially_copyable_v<RowItem> && std::is_trivially_copyable_v<expr::Value>);

namespace {

/// Appends the bytes of a list, filled up to a whole word; where they begin.
template <typename T>
std::uint32_t append(std::vector<std::uint64_t>& out, std::span<const T> list)
{
    const std::size_t at = out.size();
    out.resize(at + (list.size_bytes() + 7) / 8);
    if (!list.empty())
        std::memcpy(out.data() + at, list.data(), list.size_bytes());
    return std::uint32_t(at);
}

}

void OfferRows::add(OfferRow row, const Parts& parts)
{
    static_assert(sizeof(OfferRow) == OfferRow::headWords * 8);
    std::vector<std::uint64_t> words(OfferRow::headWords);
    append(words, parts.values);
    row.m_whenAt = append(words, parts.when);
    row.m_whenWords = std::uint32_t(parts.when.size());
    row.m_itemsAt = append(words, parts.items);
    row.m_itemCount = std::uint32_t(parts.items.size());
    std::vector<Index> rules;
    for (std::size_t kind = 0; kind < std::size(parts.rules); ++kind) {
        rules.insert(rules.end(), parts.rules[kind].begin(), parts.rules[kind].end());
        row.m_ruleEnds[kind] = std::uint32_t(rules.size());
    }
    row.m_rulesAt = append(words, std::span<const Index>(rules));
    std::memcpy(words.data(), static_cast<const void*>(&row), sizeof row);

    m_at.push_back(std::uint32_t(m_lines.size()));
    m_lines.resize(m_lines.size() + (words.size() + 7) / 8);
    std::memcpy(static_cast<void*>(&m_lines[m_at.back()]), words.data(), words.size() * 8);
}

}
