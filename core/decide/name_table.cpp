// SPDX-License-Identifier: Apache-2.0
#include "decide/name_table.h"

namespace ow::decide {

std::pair<NameTable::const_iterator, bool> NameTable::emplace(std::string_view name, Index index)
{
    if (const auto there = find(name); there != end())
        return { there, false };
    m_entries.emplace_back(name, index);
    if (m_entries.size() * 4 > m_slots.size())
        grow();
    else
        put(std::uint32_t(m_entries.size() - 1));
    return { std::prev(m_entries.end()), true };
}

void NameTable::put(std::uint32_t entry)
{
    const NameWords words = NameWords::of(m_entries[entry].first);
    std::size_t i = words.hash() & m_mask;
    while (m_slots[i].entry != none)
        i = (i + 1) & m_mask;
    m_slots[i] = { words, entry, m_entries[entry].second };
}

void NameTable::grow()
{
    m_slots.assign(m_slots.empty() ? 16 : m_slots.size() * 2, {});
    m_mask = m_slots.size() - 1;
    for (std::size_t e = 0; e < m_entries.size(); ++e)
        put(std::uint32_t(e));
}

}
