// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merge_plan.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace ow::store {

namespace {

using Choice = MergePlan::Choice;

/// What merging would take by itself.
Choice ownChoice(const FieldDifference& field)
{
    if (field.isConflict())
        return Choice::None;
    return field.ours == field.base ? Choice::Theirs : Choice::Ours;
}

}

bool MergePlan::Item::isAutomatic() const { return !isConflict() && choice == ownChoice(difference.field); }

const std::optional<Json>& MergePlan::Item::result() const
{
    switch (choice) {
    case Choice::Base:
        return difference.field.base;
    case Choice::Theirs:
        return difference.field.theirs;
    case Choice::Edited:
        return edited;
    case Choice::Ours:
    case Choice::None:
        break;
    }
    return difference.field.ours;
}

MergePlan::MergePlan(ObjectSet base, ObjectSet ours, ObjectSet theirs)
    : MergePlan(std::make_shared<const ObjectSet>(std::move(base)),
        std::make_shared<const ObjectSet>(std::move(ours)),
        std::make_shared<const ObjectSet>(std::move(theirs)))
{
}

MergePlan::MergePlan(Shared base, Shared ours, Shared theirs)
    : m_base(std::move(base))
    , m_ours(std::move(ours))
    , m_theirs(std::move(theirs))
{
    for (MergeDifference& difference : mergeDifferences(*m_base, *m_ours, *m_theirs)) {
        const Choice choice = ownChoice(difference.field);
        m_items.push_back({ std::move(difference), choice, {} });
    }
}

void MergePlan::choose(std::size_t item, Choice choice) { m_items.at(item).choice = choice; }

void MergePlan::edit(std::size_t item, std::optional<Json> value)
{
    m_items.at(item).choice = Choice::Edited;
    m_items.at(item).edited = std::move(value);
}

std::size_t MergePlan::left() const
{
    return std::size_t(std::ranges::count(m_items, Choice::None, &Item::choice));
}

std::size_t MergePlan::conflicts() const
{
    return std::size_t(std::ranges::count_if(m_items, &Item::isConflict));
}

ObjectSet MergePlan::merged(Side unsettled) const
{
    // By name: in which order items of a list are asked about depends on the order that was chosen for it.
    std::map<std::tuple<ObjectKey, std::string, bool>, const Item*> byName;
    for (const Item& item : m_items)
        byName[{ item.difference.key, item.difference.field.path, item.difference.field.isOrder }] = &item;
    return mergeAs(*m_base, *m_ours, *m_theirs, [&](const MergeDifference& d) {
        const auto found = byName.find({ d.key, d.field.path, d.field.isOrder });
        if (found == byName.end())
            return d.field.ours;
        const Item& item = *found->second;
        return item.choice == Choice::None ? valueOf(d.field, unsettled) : item.result();
    });
}

std::vector<Edit> MergePlan::edits() const { return editsBetween(*m_ours, merged()); }

MergePlan MergePlan::withOurs(ObjectSet ours) const
{
    MergePlan out(m_base, std::make_shared<const ObjectSet>(std::move(ours)), m_theirs);
    for (Item& item : out.m_items) {
        const auto same = std::ranges::find(m_items, item.difference, &Item::difference);
        if (same != m_items.end()) {
            item.choice = same->choice;
            item.edited = same->edited;
        }
    }
    return out;
}

}
