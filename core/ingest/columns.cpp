// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/columns.h"

#include "ingest/values.h"

#include <algorithm>

namespace ow::ingest {

Columns::Columns(const std::vector<std::string>& names, const ValueForms& forms)
    : m_names(names)
    , m_forms(forms)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        m_byPlainName.emplace(plainName(names[i]), i);
    std::map<std::string, std::size_t> lastNames;
    std::map<std::string, int> times;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const std::size_t point = names[i].rfind('.'); point != std::string::npos) {
            const std::string last = plainName(std::string_view(names[i]).substr(point + 1));
            ++times[last];
            lastNames.emplace(last, i);
        }
    for (const auto& [last, column] : lastNames)
        if (times[last] == 1)
            m_byLastName.emplace(last, column);
}

bool Columns::has(std::string_view name) const { return find({ name }) != none; }

bool Columns::hasAll(const Names& names) const
{
    return std::ranges::all_of(names, [&](std::string_view name) { return has(name); });
}

std::size_t Columns::findWhole(const Names& names) const
{
    for (const std::string_view name : names)
        if (const auto it = m_byPlainName.find(plainName(name)); it != m_byPlainName.end())
            return it->second;
    return none;
}

std::size_t Columns::find(const Names& names) const
{
    if (const std::size_t whole = findWhole(names); whole != none)
        return whole;
    for (const std::string_view name : names)
        if (const auto it = m_byLastName.find(plainName(name)); it != m_byLastName.end())
            return it->second;
    return none;
}

}
