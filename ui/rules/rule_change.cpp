// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ui/rules/rule_kinds.h"
#include "ui/rules/rule_sentences.h"
#include "ui/rules/rules_text.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <algorithm>
#include <set>

namespace ow::ui {

namespace {

QString named(const char* kind, const std::string& id, const model::Draft& draft)
{
    return kindName(kind) + QLatin1Char(' ') + titleOf(draft, id);
}

// "Cap asks_week: Per customer, …"; where the sentence says nothing of what changed, `expression` does.
template <typename Rule>
store::Command changed(const char* kind, const Rule& before, const Rule& after, const model::Draft& draft,
    const std::string& expression)
{
    const bool said = sentence(before, draft) != sentence(after, draft);
    const QString what = said || expression.empty() ? sentence(after, draft)
                                                    : RulesText::tr("condition “%1”").arg(qs(expression));
    return { (named(kind, after.id, draft) + QStringLiteral(": ") + what).toStdString(),
        { store::put(after) }, {} };
}

// Facts, rules and offers share no ids with each other of a kind only: a free one within the kind is enough.
template <typename List>
std::string freeId(const std::string& wanted, const List& list)
{
    const auto taken = [&](const std::string& id) {
        return std::ranges::any_of(list, [&](const auto& item) { return item.id == id; });
    };
    std::string id = wanted;
    for (int n = 2; taken(id); ++n)
        id = wanted.substr(0, 60) + '_' + std::to_string(n);
    return id;
}

template <typename Rule>
store::Command added(const char* kind, Rule rule, const model::Draft& draft, std::string& id)
{
    id = rule.id;
    return { RulesText::tr("%1 added").arg(named(kind, rule.id, draft)).toStdString(), { store::put(rule) },
        {} };
}

}

store::Command changeRule(
    const model::Suppression& before, const model::Suppression& after, const model::Draft& draft)
{
    return changed("suppression", before, after, draft, after.when);
}

store::Command changeRule(const model::Cap& before, const model::Cap& after, const model::Draft& draft)
{
    return changed("cap", before, after, draft, {});
}

store::Command changeRule(
    const model::Cooldown& before, const model::Cooldown& after, const model::Draft& draft)
{
    return changed("cooldown", before, after, draft, {});
}

store::Command changeRule(
    const model::SequenceRule& before, const model::SequenceRule& after, const model::Draft& draft)
{
    return changed("sequence", before, after, draft, after.where);
}

store::Command changeRule(
    const model::ExclusiveGroup& before, const model::ExclusiveGroup& after, const model::Draft& draft)
{
    return changed("exclusive", before, after, draft, {});
}

store::Command changeRule(const model::Fact& before, const model::Fact& after, const model::Draft& draft)
{
    const bool said = sentence(before) != sentence(after);
    const QString what = said ? sentence(after) : RulesText::tr("condition “%1”").arg(qs(after.where));
    return { (named("fact", after.id, draft) + QStringLiteral(": ") + what).toStdString(),
        { store::put(after) }, {} };
}

store::Command changeSettings(const model::Policy& before, const model::Policy& after)
{
    QString title = RulesText::tr("Settings changed");
    if (before.guardrails != after.guardrails)
        title = RulesText::tr("Guardrails: %1").arg(sentence(after.guardrails));
    else if (before.substitutes != after.substitutes)
        title = RulesText::tr("Substitutes: %1").arg(sentence(after.substitutes));
    else if (before.rank.score != after.rank.score)
        title = RulesText::tr("Score: “%1”").arg(qs(after.rank.score));
    else if (before.rank != after.rank)
        title = RulesText::tr("Ranking: %1").arg(sentence(after.rank));
    else if (before.anchorWindow != after.anchorWindow)
        title = RulesText::tr("Anchors come from purchases of the last %1")
                    .arg(durationWords(after.anchorWindow));
    return { title.toStdString(), { store::putSettings(after) }, {} };
}

store::Command addRule(RuleKind kind, const model::Draft& draft, std::string& id)
{
    const model::Policy& policy = draft.policy;
    const auto& offers = policy.offers;
    switch (kind) {
    case RuleKind::Suppression: // "false": suppresses nobody until its condition is said
        return added("suppression",
            model::Suppression { freeId("suppression", policy.suppress), "false", {}, {} }, draft, id);
    case RuleKind::Cap:
        return added("cap",
            model::Cap { freeId("cap", policy.caps), {}, model::Outcome::Shown, 3, days(7), {} }, draft, id);
    case RuleKind::Cooldown:
        return added("cooldown",
            model::Cooldown {
                freeId("cooldown", policy.cooldowns), {}, {}, model::Outcome::Declined, days(30) },
            draft, id);
    case RuleKind::Sequence:
        if (offers.empty())
            return {};
        return added("sequence",
            model::SequenceRule { freeId("sequence", policy.sequence), offers.front().id, "purchased", "true",
                {}, model::Outcome::Shown, hours(2), days(2) },
            draft, id);
    case RuleKind::Exclusive:
        if (offers.size() < 2)
            return {};
        return added("exclusive",
            model::ExclusiveGroup {
                freeId("exclusive", policy.exclusive), { offers[0].id, offers[1].id }, days(14) },
            draft, id);
    case RuleKind::Fact:
        return added("fact",
            model::Fact { freeId("new_fact", policy.facts), {}, model::Aggregate::Count, { "product_viewed" },
                "true", {}, days(7), {} },
            draft, id);
    case RuleKind::Settings:
        return {};
    }
    return {};
}

store::Command removeRule(RuleKind kind, const std::string& id, const model::Draft& draft)
{
    if (kind == RuleKind::Settings)
        return {};
    return { RulesText::tr("%1 deleted").arg(named(storeKind(kind), id, draft)).toStdString(),
        { store::remove(storeKind(kind), id) }, {} };
}

store::Command copyRule(RuleKind kind, const std::string& of, const model::Draft& draft, std::string& id)
{
    const auto copy = [&](const auto& list) -> store::Command {
        for (auto rule : list)
            if (rule.id == of) {
                rule.id = freeId(of + "_copy", list);
                return added(storeKind(kind), rule, draft, id);
            }
        return {};
    };
    switch (kind) {
    case RuleKind::Suppression:
        return copy(draft.policy.suppress);
    case RuleKind::Cap:
        return copy(draft.policy.caps);
    case RuleKind::Cooldown:
        return copy(draft.policy.cooldowns);
    case RuleKind::Sequence:
        return copy(draft.policy.sequence);
    case RuleKind::Exclusive:
        return copy(draft.policy.exclusive);
    case RuleKind::Fact:
        return copy(draft.policy.facts);
    case RuleKind::Settings:
        return {};
    }
    return {};
}

}
