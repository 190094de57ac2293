// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_fwd.h"
#include "model/catalogue.h"
#include "model/customer.h"
#include "model/vocabulary.h"

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// The rule pack as plain values: DECISION.md, section 1, field by field. The draft of a project is made of the same
// values (model/draft.h), so that releasing is collecting, not translating.

namespace ow::model {

/// An expression's source text, kept exactly as its author typed it.
using ExprText = std::string;

/// One declared attribute of customer or context.
struct Attribute {
    std::string name;
    AttributeType type = AttributeType::String;
    std::vector<std::string> values; ///< strings only; not empty = closed
    std::optional<double> min; ///< numbers only; inclusive
    std::optional<double> max;
    AttributeValue defaultValue = std::string {};

    friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// An edge's end: one product or a whole family. Prints as "sku:LAP-1" or "family:laptop".
struct EdgeEnd {
    bool family = false;
    std::string key;

    std::string text() const { return (family ? "family:" : "sku:") + key; }
    static std::optional<EdgeEnd> parse(std::string_view text);
    friend auto operator<=>(const EdgeEnd&, const EdgeEnd&) = default;
};

struct Edge {
    EdgeEnd from;
    EdgeEnd to;
    EdgeKind kind = EdgeKind::Complement;
    Role role = Role::None;
    double weight = 1; ///< (0, 1]

    friend bool operator==(const Edge&, const Edge&) = default;
};

/// A fact: either an aggregate over events or an expression over what stands before it.
struct Fact {
    std::string id;
    std::optional<ExprText> expr; ///< set = an expression fact; then everything below is unused
    Aggregate aggregate = Aggregate::Count;
    std::vector<std::string> types; ///< event types; empty = any
    ExprText where = "true";
    ExprText of; ///< distinct, sum, min, max: what is looked at
    Duration window;
    std::optional<std::int64_t> otherwise; ///< `else`: min/max/age of nothing

    friend bool operator==(const Fact&, const Fact&) = default;
};

/// A stage or a motivation: the first whose condition is true holds.
struct Condition {
    std::string id;
    ExprText when = "true";

    friend bool operator==(const Condition&, const Condition&) = default;
};

struct CellOffer {
    std::string offer;
    double fit = 1;

    friend bool operator==(const CellOffer&, const CellOffer&) = default;
};

/// One cell of the need-state matrix: its most logical offer first, then the fallbacks.
struct Cell {
    std::string stage;
    std::string motivation;
    std::vector<CellOffer> offers;
    std::string benefit;

    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Channel {
    std::string id;
    ExprText consent = "true";

    friend bool operator==(const Channel&, const Channel&) = default;
};

struct Placement {
    std::string id;
    std::string channel;
    bool highIntent = false;
    int maxOffers = 1;

    friend bool operator==(const Placement&, const Placement&) = default;
};

struct OfferItem {
    std::string sku;
    std::int64_t qty = 1;

    friend bool operator==(const OfferItem&, const OfferItem&) = default;
};

struct Offer {
    std::string id;
    std::string name;
    OfferKind kind = OfferKind::Single;
    Role role = Role::None;
    OfferStatus status = OfferStatus::Draft;
    std::vector<OfferItem> items;
    std::vector<std::string> anchors; ///< SKUs of items sold at full price in a bundle
    Mission mission = Mission::None;
    Tier tier = Tier::None;
    Money price;
    std::string term;
    std::vector<std::string> placements;
    std::optional<Timestamp> validFrom; ///< inclusive
    std::optional<Timestamp> validUntil; ///< exclusive
    ExprText trigger = "false";
    ExprText when = "true";
    bool once = false;
    ExprText propensity = "0.0";
    std::int64_t priority = 100; ///< smaller is sooner at equal score
    std::string because; ///< template, DECISION.md 4.7
    std::string replacedBy;

    friend bool operator==(const Offer&, const Offer&) = default;
};

/// What a rule speaks of: everything, or the listed offers, roles, channels, kinds or missions.
struct Scope {
    enum class Of { All, Offers, Roles, Channels, Kinds, Missions };
    Of of = Of::All;
    std::vector<std::string> names; ///< empty for All

    friend bool operator==(const Scope&, const Scope&) = default;
};

struct Suppression {
    std::string id;
    ExprText when = "true";
    Scope scope;
    std::string reason;

    friend bool operator==(const Suppression&, const Suppression&) = default;
};

struct Cap {
    std::string id;
    Scope scope;
    Outcome count = Outcome::Shown; ///< not Returned
    std::int64_t limit = 1;
    std::optional<Duration> window; ///< either a window …
    std::optional<Calendar> calendar; ///< … or a calendar unit of the pack's time zone

    friend bool operator==(const Cap&, const Cap&) = default;
};

struct Cooldown {
    std::string id;
    Scope scope;
    std::optional<Scope> blocks; ///< empty = scope
    Outcome after = Outcome::Shown;
    Duration length; ///< `for`

    friend bool operator==(const Cooldown&, const Cooldown&) = default;
};

struct SequenceRule {
    std::string id;
    std::string offer;
    std::string afterEvent; ///< an event type, or "" where it goes after an offer
    ExprText where = "true"; ///< with afterEvent
    std::string afterOffer;
    Outcome outcome = Outcome::Shown; ///< with afterOffer; not Returned
    Duration min;
    std::optional<Duration> max; ///< empty = no upper bound

    friend bool operator==(const SequenceRule&, const SequenceRule&) = default;
};

struct ExclusiveGroup {
    std::string id;
    std::vector<std::string> offers;
    Duration window;

    friend bool operator==(const ExclusiveGroup&, const ExclusiveGroup&) = default;
};

struct SubstituteRule {
    bool inCart = false;
    std::optional<Duration> ownedWindow; ///< empty = purchases do not count

    friend bool operator==(const SubstituteRule&, const SubstituteRule&) = default;
};

struct Guardrails {
    std::optional<std::int64_t> minMarginBp;
    std::optional<std::int64_t> maxDiscountBp;
    MarginScope marginScope = MarginScope::Offer;

    friend bool operator==(const Guardrails&, const Guardrails&) = default;
};

struct Rank {
    ExprText score = "candidate.propensity * candidate.fit";
    std::optional<double> floor;
    bool distinctRoles = false;

    friend bool operator==(const Rank&, const Rank&) = default;
};

struct Holdout {
    std::string salt;
    Unit unit = Unit::Customer;
    std::int64_t shareBp = 0;

    friend bool operator==(const Holdout&, const Holdout&) = default;
};

struct Arm {
    std::string id;
    std::int64_t shareBp = 0;
    std::optional<std::string> because;
    std::optional<Money> price;
    std::optional<std::string> name;
    bool withhold = false;

    friend bool operator==(const Arm&, const Arm&) = default;
};

struct Experiment {
    std::string id;
    std::string offer;
    std::string salt;
    Unit unit = Unit::Customer;
    std::vector<Arm> arms;

    friend bool operator==(const Experiment&, const Experiment&) = default;
};

struct Guarantee {
    std::string id;
    std::string text;
    ExprText never;

    friend bool operator==(const Guarantee&, const Guarantee&) = default;
};

/// Everything in a pack but its products: what people author.
struct Policy {
    std::string name;
    std::string currency = "USD";
    std::string timezone = "UTC";
    std::vector<Attribute> customerAttributes;
    std::vector<Attribute> contextAttributes;
    std::vector<Edge> adjacency;
    std::vector<Fact> facts;
    std::vector<Condition> stages;
    std::vector<Condition> motivations;
    std::vector<Cell> matrix;
    std::vector<Channel> channels;
    std::vector<Placement> placements;
    std::vector<Offer> offers;
    std::vector<Suppression> suppress;
    std::vector<Cap> caps;
    std::vector<Cooldown> cooldowns;
    std::vector<SequenceRule> sequence;
    std::vector<ExclusiveGroup> exclusive;
    SubstituteRule substitutes;
    Guardrails guardrails;
    Rank rank;
    Duration anchorWindow;
    std::optional<Holdout> holdout;
    std::vector<Experiment> experiments;
    std::vector<Guarantee> guarantees;

    friend bool operator==(const Policy&, const Policy&) = default;
};

struct Pack : Policy {
    std::string version;
    std::optional<Timestamp> releasedAt;
    std::vector<Product> products;
    /// `vectors` and every `x`, which the engine does not read, kept as JSON text under their key paths so that
    /// reading and writing a pack loses nothing.
    std::map<std::string, std::string> extras;
};

}
