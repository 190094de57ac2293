// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate/population.h"

#include <algorithm>

namespace ow::simulate {

const Person* Population::find(std::string_view customer) const
{
    const auto it = std::lower_bound(m_people.begin(), m_people.end(), customer,
        [](const Person& person, std::string_view id) { return person.customer.id < id; });
    return it != m_people.end() && it->customer.id == customer ? &*it : nullptr;
}

void Population::add(const model::Customer& customer, const model::History& history)
{
    auto& person = m_people.emplace_back(Person { customer, history.events, history.exposures });
    std::erase_if(person.events, [](const auto& event) { return event.channel == simulatedChannel; });
}

void Population::seal()
{
    std::sort(m_people.begin(), m_people.end(),
        [](const Person& a, const Person& b) { return a.customer.id < b.customer.id; });
    for (auto& person : m_people) {
        std::stable_sort(person.events.begin(), person.events.end(),
            [](const auto& a, const auto& b) { return a.at < b.at; });
        m_events += person.events.size();
        if (!person.events.empty())
            m_end = std::max(m_end, person.events.back().at);
    }
}

}
