// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/command.h"

#include <QString>

#include <string>
#include <vector>

namespace ow::ui {

/// The groups of the Rules screen, in the order in which the engine asks them.
enum class RuleKind { Suppression, Cap, Cooldown, Sequence, Exclusive, Settings, Fact };
inline constexpr int RuleKinds = 7;

/// "Suppression", "Caps", …: the group's title; and what a lone one is called in a sentence.
QString groupTitle(RuleKind kind);
QString groupIcon(RuleKind kind);
/// store's kind ("cap"); the settings' parts are all "settings".
const char* storeKind(RuleKind kind);
/// The other way; facts and the settings included. Empty where the kind is another screen's.
std::optional<RuleKind> ruleKind(const std::string& storeKind);

/// One line of the list.
struct RuleRow {
    RuleKind kind = RuleKind::Suppression;
    std::string id; ///< of the settings: "guardrails", "substitutes", "rank"
    QString title;
    QString sentence;
};

std::vector<RuleRow> rowsOf(RuleKind kind, const model::Draft& draft);

// Commands. Titles name the rule and say it as it is now.
store::Command changeRule(
    const model::Suppression& before, const model::Suppression& after, const model::Draft& draft);
store::Command changeRule(const model::Cap& before, const model::Cap& after, const model::Draft& draft);
store::Command changeRule(
    const model::Cooldown& before, const model::Cooldown& after, const model::Draft& draft);
store::Command changeRule(
    const model::SequenceRule& before, const model::SequenceRule& after, const model::Draft& draft);
store::Command changeRule(
    const model::ExclusiveGroup& before, const model::ExclusiveGroup& after, const model::Draft& draft);
store::Command changeRule(const model::Fact& before, const model::Fact& after, const model::Draft& draft);
/// Guardrails, substitutes, rank and anchor window.
store::Command changeSettings(const model::Policy& before, const model::Policy& after);

/// A new rule of the kind with safe values (it restricts little and refers to what is there), and its id in
/// `id`. An empty command where the kind cannot be added to (settings) or needs offers that are not there
/// yet.
store::Command addRule(RuleKind kind, const model::Draft& draft, std::string& id);
store::Command removeRule(RuleKind kind, const std::string& id, const model::Draft& draft);
/// A copy beside it, and its id in `id`.
store::Command copyRule(RuleKind kind, const std::string& of, const model::Draft& draft, std::string& id);

}
