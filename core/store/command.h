// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <optional>
#include <string>
#include <vector>

namespace ow::store {

/// Which authored object: its kind ("offer", "cell", "cap", …; store/object_kinds.h lists them) and its id in
/// that kind.
struct ObjectKey {
    std::string kind;
    std::string id;

    friend auto operator<=>(const ObjectKey&, const ObjectKey&) = default;
};

/// One object's new value. Absent body = the object goes away.
struct Edit {
    ObjectKey key;
    std::optional<std::string> body; ///< canonical JSON of the object
    std::optional<double>
        position; ///< where it stands among its kind; absent = keep, or behind the last if new
};

/// One user intent = one command = one transaction = one undo step = one history row.
struct Command {
    std::string
        title; ///< in words, past tense, for History and for "Undo …": "Price of USB-C dock: 199.00 → 189.00"
    std::vector<Edit> edits;
    std::string why; ///< optional
};

// Typed edits: the only way screens and importers make one.
Edit put(const model::Offer& offer);
Edit put(const model::Cell& cell, const std::vector<model::CellEvidence>& evidence = {});
Edit put(const model::Edge& edge, const model::EdgeDecision& decision);
Edit put(const model::Fact& fact);
Edit put(const model::Channel& channel);
Edit put(const model::Placement& placement);
Edit put(const model::Suppression& rule);
Edit put(const model::Cap& cap);
Edit put(const model::Cooldown& cooldown);
Edit put(const model::SequenceRule& rule);
Edit put(const model::ExclusiveGroup& group);
Edit put(const model::Experiment& experiment);
Edit put(const model::Guarantee& guarantee);
Edit put(const model::Learning& learning);
/// What screens call a fact or a placement; "" = no title. Stages and motivations carry their own.
Edit putTitle(const std::string& id, const std::string& title);
Edit putStage(const model::Condition& stage, const std::string& title);
Edit putMotivation(const model::Condition& motivation, const std::string& title);
Edit putCustomerAttribute(const model::Attribute& attribute);
Edit putContextAttribute(const model::Attribute& attribute);
/// Name, currency, time zone, substitutes, guardrails, rank, anchor window and holdout: one object, kind and
/// id "settings".
Edit putSettings(const model::Policy& policy);
Edit remove(std::string kind, std::string id);

/// Cell ids: "stage|motivation".
std::string cellId(const std::string& stage, const std::string& motivation);

/// Every object of the draft as edits, each with its position: what `import-text`, the sample project and new
/// projects apply.
std::vector<Edit> editsFor(const model::Draft& draft);

}
