// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/columns.h"

#include "ingest/values.h"

#include <algorithm>

namespace ow::ingest {

Columns::Columns(const std::vector<std::string>& names)
    : m_names(names)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        m_byPlainName.emplace(plainName(names[i]), i);
}

bool Columns::has(std::string_view name) const { return m_byPlainName.contains(plainName(name)); }

bool Columns::hasAll(const Names& names) const
{
    return std::ranges::all_of(names, [&](std::string_view name) { return has(name); });
}

std::size_t Columns::find(const Names& names) const
{
    for (const std::string_view name : names)
        if (const auto it = m_byPlainName.find(plainName(name)); it != m_byPlainName.end())
            return it->second;
    return none;
}

}
