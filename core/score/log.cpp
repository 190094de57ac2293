// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/log.h"

#include <algorithm>
#include <type_traits>

namespace ow::score {

NameId Names::id(std::string_view text)
{
    if (const auto known = m_ids.find(text); known != m_ids.end())
        return known->second;
    const auto id = NameId(m_texts.size());
    m_texts.emplace_back(text);
    m_ids.emplace(m_texts.back(), id);
    return id;
}

NameId Names::find(std::string_view text) const
{
    const auto known = m_ids.find(text);
    return known == m_ids.end() ? noName : known->second;
}

void Log::seen(Timestamp at) { m_end = m_end ? std::max(*m_end, at) : at; }

void Log::add(const model::LoggedExposure& row)
{
    m_exposures.push_back({ customers.id(row.customer), names.id(row.intent), names.id(row.offer),
        names.id(row.placement), names.id(row.arm), names.id(row.experiment), row.at, row.withheld,
        row.clickedAt.has_value(), row.acceptedAt.has_value(), row.declinedAt.has_value() });
    seen(row.at);
}

void Log::add(std::string_view customer, const model::Event& event)
{
    seen(event.at);
    const bool bought = event.type == "purchased";
    if ((!bought && event.type != "returned") || event.sku.empty())
        return;
    auto& lines = bought ? m_purchases : m_returns;
    lines.push_back({ customers.id(customer), names.id(event.sku), names.id(event.session), event.at,
        std::max<std::int64_t>(event.qty, 0), event.value });
}

void Log::add(const model::Customer& customer)
{
    const NameId id = customers.id(customer.id);
    for (const auto& [name, value] : customer.attributes) {
        const auto text = std::visit(
            [](const auto& v) -> std::optional<std::string> {
                using V = std::decay_t<decltype(v)>;
                if constexpr (std::is_same_v<V, std::string>)
                    return v;
                else if constexpr (std::is_same_v<V, bool>)
                    return v ? "yes" : "no";
                else if constexpr (std::is_same_v<V, std::int64_t>)
                    return std::to_string(v);
                else
                    return std::nullopt;
            },
            value);
        if (!text || text->empty())
            continue;
        auto found
            = std::find_if(m_attributes.begin(), m_attributes.end(), [&](auto& a) { return a.name == name; });
        if (found == m_attributes.end())
            found = m_attributes.insert(m_attributes.end(), { name, {} });
        if (found->values.size() <= id)
            found->values.resize(id + 1, noName);
        found->values[id] = names.id(*text);
    }
}

NameId Log::attribute(std::size_t index, NameId customer) const
{
    const auto& values = m_attributes[index].values;
    return customer < values.size() ? values[customer] : noName;
}

}
