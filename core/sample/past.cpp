// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/past.h"

#include "sample/sample.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace ow::sample {

namespace {

template <typename T>
T& named(std::vector<T>& list, std::string_view id)
{
    const auto it = std::ranges::find_if(list, [&](const T& item) { return item.id == id; });
    if (it == list.end())
        throw std::out_of_range("the sample policy has no " + std::string(id));
    return *it;
}

template <typename T>
void drop(std::vector<T>& list, std::string_view id)
{
    std::erase_if(list, [&](const T& item) { return item.id == id; });
}

/// One change and why: the objects that it put.
struct Change {
    const char* title;
    const char* why;
    std::vector<store::ObjectKey> keys;
};

const std::vector<Change>& changes()
{
    static const std::vector<Change> all {
        { "Least margin: 65 % → 68 %", "October's round with finance: no add-on below 68 %.",
            { { "settings", "settings" } } },
        { "Price of USB-C dock: 189.99 → 199.99",
            "15 % off had moved attach by less than its interval and taken a fifth of the margin.",
            { { "offer", "dock" } } },
        { "New rule: who asked for less mail gets none", "One customer in twenty has said so.",
            { { "suppression", "quiet" }, { "guarantee", "quiet_is_quiet" } } },
        { "New offer: Report templates",
            "First reports are due in week two, and support writes the same three by hand.",
            { { "offer", "templates" }, { "cooldown", "declined" }, { "cooldown", "shown_again" },
                { "cooldown", "accepted" } } },
        { "Ink joins Using × Save time", "It runs out as surely as filters do.",
            { { "cell", "using|save_time" } } },
        { "Cap on asks: 2 → 3 a week",
            "Two stopped the second good one in busy weeks; the no-thanks cap watches.",
            { { "cap", "asks_week" } } },
    };
    return all;
}

std::map<store::ObjectKey, store::Edit> byKey(const std::vector<store::Edit>& edits)
{
    std::map<store::ObjectKey, store::Edit> map;
    for (const auto& edit : edits)
        map.emplace(edit.key, edit);
    return map;
}

}

model::Draft earlierDraft()
{
    model::Draft draft = sampleDraft();
    auto& policy = draft.policy;
    policy.guardrails.minMarginBp = 6'500;
    named(policy.offers, "dock").price = { 18'999 };
    drop(policy.suppress, "quiet");
    drop(policy.guarantees, "quiet_is_quiet");
    drop(policy.offers, "templates");
    for (auto& cooldown : policy.cooldowns)
        std::erase(cooldown.scope.names, "templates");
    for (auto& cell : policy.matrix)
        if (cell.stage == "using" && cell.motivation == "save_time")
            std::erase_if(cell.offers, [](const auto& offer) { return offer.offer == "ink_refill"; });
    named(policy.caps, "asks_week").limit = 2;
    return draft;
}

std::vector<store::Edit> earlierEdits()
{
    const auto then = byKey(store::editsFor(earlierDraft()));
    std::vector<store::Edit> edits;
    for (auto& edit : store::editsFor(sampleDraft())) // today's places
        if (const auto it = then.find(edit.key); it != then.end()) {
            edit.body = it->second.body;
            edits.push_back(std::move(edit));
        }
    return edits;
}

std::vector<store::Command> changesSince()
{
    const auto now = byKey(store::editsFor(sampleDraft()));
    std::vector<store::Command> commands;
    for (const auto& change : changes()) {
        store::Command command { change.title, {}, change.why };
        for (const auto& key : change.keys)
            command.edits.push_back(now.at(key));
        commands.push_back(std::move(command));
    }
    return commands;
}

}
