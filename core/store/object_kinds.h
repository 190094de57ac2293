// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/draft.h"
#include "store/command.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

// Kinds of authored objects and what their bodies are. Parts of a pack are written as in a pack
// (model/pack_json.h); what only a draft knows stands beside the part.
//   settings            {name, currency, timezone, substitutes, guardrails, rank, anchor_window, holdout}; id
//   "settings" offer, fact, channel, placement, suppression, cap, cooldown, sequence, exclusive, experiment,
//   guarantee: the part cell                {cell, evidence: [{kind, text, source}]}; id "stage|motivation"
//   edge                {edge, state: accepted|rejected, drawn, note}; id = model::edgeId()
//   stage, motivation   {condition, title}
//   customer_attribute, context_attribute   {attribute}; id = its name
//   learning            {id, offer, about, believed, saw, next}
//   title               {title}; id = of a fact or placement
//   mapping             {id, columns, mapping}: how files are imported (ingest/saved_mappings.h), no part of the draft
namespace kind {
inline constexpr std::string_view settings = "settings";
inline constexpr std::string_view offer = "offer";
inline constexpr std::string_view cell = "cell";
inline constexpr std::string_view edge = "edge";
inline constexpr std::string_view fact = "fact";
inline constexpr std::string_view stage = "stage";
inline constexpr std::string_view motivation = "motivation";
inline constexpr std::string_view channel = "channel";
inline constexpr std::string_view placement = "placement";
inline constexpr std::string_view suppression = "suppression";
inline constexpr std::string_view cap = "cap";
inline constexpr std::string_view cooldown = "cooldown";
inline constexpr std::string_view sequence = "sequence";
inline constexpr std::string_view exclusive = "exclusive";
inline constexpr std::string_view experiment = "experiment";
inline constexpr std::string_view guarantee = "guarantee";
inline constexpr std::string_view learning = "learning";
inline constexpr std::string_view title = "title";
inline constexpr std::string_view customerAttribute = "customer_attribute";
inline constexpr std::string_view contextAttribute = "context_attribute";
inline constexpr std::string_view mapping = "mapping";
}

/// A draft that objects are put into and taken out of, with what the plain value does not tell: where each
/// stands. A copy is a snapshot. Not thread-safe.
class DraftState {
public:
    struct Slot {
        double position = 0;
        std::string id;
        friend auto operator<=>(const Slot&, const Slot&) = default;
    };

    /// Puts an object, or takes it away where body is empty. The draft shows it after finish().
    /// Errors: InvalidInput (body is not of its kind, or its id is another), Unsupported (unknown kind); then
    /// nothing changed.
    [[nodiscard]] Result<void> set(
        const ObjectKey& key, double position, const std::optional<std::string>& body);
    /// Brings what is derived (accepted edges, titles) up to date.
    void finish();

    const model::Draft& draft() const { return m_draft; }

    // For the kinds (object_kinds.cpp, draft_objects.cpp).
    model::Draft& editable() { return m_draft; }
    std::vector<Slot>& slots(std::string_view kind) { return m_slots[std::string(kind)]; }
    std::map<std::string, std::string>& titles(std::string_view kind) { return m_titles[std::string(kind)]; }

private:
    model::Draft m_draft;
    std::map<std::string, std::vector<Slot>> m_slots; ///< per kind, parallel to its list in the draft
    std::map<std::string, std::map<std::string, std::string>> m_titles; ///< kind -> id -> title
    bool m_edgesChanged = false;
    bool m_titlesChanged = false;
};

}
