// SPDX-License-Identifier: Apache-2.0
#include "expr/vocabulary.h"

#include "base/text.h"

#include <algorithm>

namespace ow::expr {

std::uint32_t Vocabulary::add(std::string path, Type type, std::vector<std::string> values)
{
    const std::uint32_t slot = m_slots;
    add(Name { std::move(path), std::move(type), std::move(values), slot });
    return slot;
}

void Vocabulary::add(Name name)
{
    m_slots = std::max(m_slots, name.slot + 1);
    for (auto dot = name.path.find('.'); dot != std::string::npos; dot = name.path.find('.', dot + 1))
        ++m_groups[name.path.substr(0, dot)];
    m_byPath.emplace(name.path, m_names.size());
    m_names.push_back(std::move(name));
}

const Name* Vocabulary::find(std::string_view path) const
{
    const auto it = m_byPath.find(path);
    return it == m_byPath.end() ? nullptr : &m_names[it->second];
}

bool Vocabulary::isGroup(std::string_view path) const { return m_groups.find(path) != m_groups.end(); }

std::string Vocabulary::nearest(std::string_view path) const
{
    std::vector<std::string> candidates;
    candidates.reserve(m_names.size());
    for (const Name& name : m_names)
        candidates.push_back(name.path);
    std::string best = closest(path, candidates);
    if (!best.empty())
        return best;
    // "segment" for "customer.segment": the last part alone.
    for (const Name& name : m_names) {
        if (name.path.ends_with(path) && name.path.size() > path.size()
            && name.path[name.path.size() - path.size() - 1] == '.')
            return name.path;
    }
    return {};
}

}
