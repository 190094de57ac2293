// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_kinds.h"

#include "ui/rules/rule_sentences.h"
#include "ui/rules/rules_text.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

namespace ow::ui {

QString groupTitle(RuleKind kind)
{
    switch (kind) {
    case RuleKind::Suppression:
        return RulesText::tr("Suppression");
    case RuleKind::Cap:
        return RulesText::tr("Caps");
    case RuleKind::Cooldown:
        return RulesText::tr("Cooldowns");
    case RuleKind::Sequence:
        return RulesText::tr("Sequences");
    case RuleKind::Exclusive:
        return RulesText::tr("Exclusive groups");
    case RuleKind::Settings:
        return RulesText::tr("Limits and ranking");
    case RuleKind::Fact:
        return RulesText::tr("Facts");
    }
    return {};
}

QString groupIcon(RuleKind kind)
{
    switch (kind) {
    case RuleKind::Suppression:
        return QStringLiteral("stop");
    case RuleKind::Cap:
        return QStringLiteral("flag");
    case RuleKind::Cooldown:
        return QStringLiteral("clock");
    case RuleKind::Sequence:
        return QStringLiteral("arrow-right");
    case RuleKind::Exclusive:
        return QStringLiteral("link");
    case RuleKind::Settings:
        return QStringLiteral("shield");
    case RuleKind::Fact:
        return QStringLiteral("event");
    }
    return {};
}

const char* storeKind(RuleKind kind)
{
    switch (kind) {
    case RuleKind::Suppression:
        return "suppression";
    case RuleKind::Cap:
        return "cap";
    case RuleKind::Cooldown:
        return "cooldown";
    case RuleKind::Sequence:
        return "sequence";
    case RuleKind::Exclusive:
        return "exclusive";
    case RuleKind::Settings:
        return "settings";
    case RuleKind::Fact:
        return "fact";
    }
    return "";
}

std::optional<RuleKind> ruleKind(const std::string& kind)
{
    for (int i = 0; i < RuleKinds; ++i)
        if (kind == storeKind(RuleKind(i)))
            return RuleKind(i);
    return std::nullopt;
}

std::vector<RuleRow> rowsOf(RuleKind kind, const model::Draft& draft)
{
    std::vector<RuleRow> rows;
    const auto add = [&](const auto& rule) {
        rows.push_back({ kind, rule.id, titleOf(draft, rule.id), sentence(rule, draft) });
    };
    const model::Policy& policy = draft.policy;
    switch (kind) {
    case RuleKind::Suppression:
        for (const auto& rule : policy.suppress)
            add(rule);
        break;
    case RuleKind::Cap:
        for (const auto& rule : policy.caps)
            add(rule);
        break;
    case RuleKind::Cooldown:
        for (const auto& rule : policy.cooldowns)
            add(rule);
        break;
    case RuleKind::Sequence:
        for (const auto& rule : policy.sequence)
            add(rule);
        break;
    case RuleKind::Exclusive:
        for (const auto& rule : policy.exclusive)
            add(rule);
        break;
    case RuleKind::Settings:
        rows.push_back({ kind, "guardrails", RulesText::tr("Guardrails"), sentence(policy.guardrails) });
        rows.push_back({ kind, "substitutes", RulesText::tr("Substitutes"), sentence(policy.substitutes) });
        rows.push_back({ kind, "rank", RulesText::tr("Ranking"), sentence(policy.rank) });
        break;
    case RuleKind::Fact:
        for (const model::Fact& fact : policy.facts)
            rows.push_back({ kind, fact.id, titleOf(draft, fact.id), sentence(fact) });
        break;
    }
    return rows;
}

}
