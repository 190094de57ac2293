// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/columns.h"

#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::ingest {

Columns::Columns(const std::vector<std::string>& names, const ValueForms& forms)
    : m_names(names)
    , m_read(names.size(), false)
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
        if (const auto it = m_byPlainName.find(plainName(name)); it != m_byPlainName.end()) {
            use(it->second);
            return it->second;
        }
    return none;
}

std::size_t Columns::find(const Names& names) const
{
    if (const std::size_t whole = findWhole(names); whole != none)
        return whole;
    for (const std::string_view name : names)
        if (const auto it = m_byLastName.find(plainName(name)); it != m_byLastName.end()) {
            use(it->second);
            return it->second;
        }
    return none;
}

std::vector<std::string> Columns::unread() const
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (!m_read[i] && !trim(m_names[i]).empty())
            out.push_back(m_names[i]);
    return out;
}

bool tellsUnread(std::string_view kind) { return kind == "events" || kind == "exposures" || kind == "baskets"; }

std::string unreadNote(const std::vector<std::string>& names)
{
    constexpr std::size_t named = 12;
    const std::size_t count = std::min(names.size(), named);
    const std::string list = fmt::format("{}", fmt::join(names.begin(), names.begin() + std::ptrdiff_t(count), ", "));
    return names.size() > named ? fmt::format("Not read: {} and {} more.", list, names.size() - named)
                                : fmt::format("Not read: {}.", list);
}

}
