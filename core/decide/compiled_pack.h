// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "decide/attribute_table.h"
#include "decide/because.h"
#include "decide/index.h"
#include "decide/name_table.h"
#include "decide/paths.h"
#include "decide/predicates.h"
#include "decide/scope.h"
#include "decide/trigger_index.h"
#include "expr/policy_names.h"
#include "expr/program.h"
#include "model/pack.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace ow::decide {

/// An expression and what of it is known before any request.
struct Condition {
    expr::Program program;
    std::vector<Index> conjuncts; ///< of CompiledPack::predicates, cheap and selective ones first
    std::vector<std::uint64_t> code; ///< the same as ConjunctCode
    bool always = false; ///< constantly true
    bool never = false; ///< constantly false
    bool readsOffer = false; ///< may differ between candidates of one request
};

struct CompiledFact {
    std::optional<expr::Program> expression; ///< set = an expression fact
    model::Aggregate aggregate = model::Aggregate::Count;
    std::vector<Index> types; ///< empty = any
    Condition where;
    std::optional<expr::Program> of;
    std::int64_t window = 0; ///< ms
    std::int64_t otherwise = 0;
    expr::Value zero;
};

struct CompiledItem {
    Index product = none;
    std::int64_t qty = 1;
    bool anchor = false; ///< sold at full price: exempt from the substitute filter
};

/// The amounts of DECISION.md section 3 that follow an offer's price.
struct OfferPrices {
    std::int64_t price = 0, listPrice = 0, cost = 0, discountBp = 0, margin = 0, marginBp = 0;
};

struct alignas(64) CompiledOffer {
    // What showing it reads, side by side.
    std::array<expr::Value, 11> values; ///< the offer.* slots
    Because because;
    std::vector<Index> experiments;
    OfferPrices prices;

    const model::Offer* source = nullptr;
    std::vector<CompiledItem> items;
    std::vector<bool> placements; ///< by placement
    bool marginTooLow = false; ///< by the guardrail, with margin_scope offer
    bool discountTooHigh = false;
    Condition trigger;
    Condition when;
    expr::Program propensity;
    std::vector<Index> sequences; ///< rules on this offer
    std::vector<Index> groups; ///< exclusive groups it is in

    std::string_view id() const { return values[0].asString(); }
    std::string_view name() const { return values[1].asString(); }
    /// Asks the memory for what showing it reads.
    void prefetch() const
    {
        const auto* at = reinterpret_cast<const char*>(this);
        for (std::size_t line = 0; line < 5 * 64; line += 64)
            __builtin_prefetch(at + line);
    }
};

struct CompiledComplement {
    double weight = 0;
    const std::vector<Index>* offers = nullptr; ///< that have an item of the edge's `to`
};

struct CompiledSuppression {
    Condition when;
    Scope scope;
};

struct CompiledCooldown {
    Scope scope;
    Scope blocks;
    bool eachByItself = false; ///< offers listed and no `blocks`
};

struct CompiledSequence {
    Index eventType = none; ///< none = goes after an offer
    Condition where;
    Index afterOffer = none;
};

struct CompiledArm {
    std::optional<Because> because;
};

struct CompiledExperiment {
    std::vector<CompiledArm> arms;
};

struct alignas(64) CompiledProduct {
    /// The focus.* and anchor.* slots. Texts of families and categories are kept once: the same data() where
    /// they are equal.
    std::array<expr::Value, 8> values;
    const model::Product* source = nullptr;
    Index family = none;
    std::vector<expr::Value> tags;
};

/// A pack made ready for deciding: every name a slot, every reference an index, every expression compiled.
/// Immutable and never copied; any number of threads may decide with one, each with its own Scratch.
class CompiledPack {
public:
    CompiledPack(const CompiledPack&) = delete;
    CompiledPack& operator=(const CompiledPack&) = delete;

    /// Indices by name; none where the pack has no such thing.
    Index product(std::string_view sku) const { return m_products.index(sku); }
    Index offer(std::string_view id) const { return m_offers.index(id); }
    Index placement(std::string_view id) const { return m_placements.index(id); }
    Index eventType(std::string_view type) const { return m_eventTypes.index(type); }
    Index customerAttribute(std::string_view name) const { return m_customerAttributes.index(name); }
    Index contextAttribute(std::string_view name) const { return m_contextAttributes.index(name); }
    /// The same by the words of a name of up to 16 bytes.
    Index product(const NameWords& sku) const { return m_products.index(sku); }
    Index offer(const NameWords& id) const { return m_offers.index(id); }
    Index placement(const NameWords& id) const { return m_placements.index(id); }
    Index eventType(const NameWords& type) const { return m_eventTypes.index(type); }
    /// Asks for what a decision reads of a product, where it is about to be needed.
    void prefetchProduct(Index product) const
    {
        __builtin_prefetch(&products[product]);
        __builtin_prefetch(&products[product].values[4]);
        paths.prefetchEdges(product);
    }
    /// Whether a substitute edge joins the two, read either way, by sku or family.
    bool substitutes(Index productA, Index productB) const;

    const model::Pack pack;
    const expr::PolicyNames names;
    const expr::SlotMap nameSlots;
    const int decimals; ///< of the pack's currency

    static constexpr Index purchased = 0; ///< these two event types are always known
    static constexpr Index returned = 1;

    std::vector<expr::Value> defaults; ///< of the attributes, by slot
    const AttributeTable customerTable, contextTable; ///< the attributes, laid out for reading requests
    std::vector<CompiledProduct> products; ///< by sku's bytes, so that indices sort as skus do
    std::vector<CompiledOffer> offers; ///< by id's bytes
    std::vector<Index> triggered; ///< offers whose trigger can be true
    std::vector<Index> placementChannels; ///< by placement: its channel
    std::vector<Condition> consents; ///< by channel
    std::vector<CompiledFact> facts;
    std::vector<Condition> stages, motivations;
    std::vector<std::vector<std::pair<Index, double>>> cells; ///< by pack.matrix: offer, fit
    std::vector<Index> cellOf; ///< by (stage + 1) * (motivations + 1) + motivation + 1: into matrix, or none
    std::vector<std::vector<CompiledComplement>> complements; ///< by edge end: products first, then families
    std::vector<CompiledSuppression> suppressions;
    std::vector<Scope> caps;
    std::vector<CompiledCooldown> cooldowns;
    std::vector<CompiledSequence> sequences;
    std::vector<std::vector<bool>> groups; ///< by exclusive group: by offer
    std::vector<CompiledExperiment> experiments;
    std::optional<expr::Program> score;
    Paths paths; ///< what follows from all of this, laid out for deciding
    PredicateTable predicates; ///< what all conditions are made of
    TriggerIndex triggers; ///< finds those of `triggered` whose trigger may be true

private:
    friend class PackBuilder;
    friend class Paths;
    explicit CompiledPack(const model::Pack& source);

    using Names = NameTable;

    Names m_products, m_offers, m_placements, m_eventTypes, m_customerAttributes, m_contextAttributes,
        m_families;
    std::vector<std::vector<Index>> m_offersWith; ///< by edge end
    std::unordered_set<std::uint64_t> m_substitutes; ///< pairs of edge ends, both ways
};

/// validate() + building. The error is the first one; its `at` is the key path.
[[nodiscard]] Result<std::shared_ptr<const CompiledPack>> compile(const model::Pack& pack);

/// Prices of an offer sold at `price` (an experiment's arm may change it).
OfferPrices pricesAt(std::int64_t price, std::int64_t listPrice, std::int64_t cost);
/// part * 10000 / whole, truncated toward zero; 0 where whole is 0. Cannot overflow in between.
std::int64_t basisPoints(std::int64_t part, std::int64_t whole);

}
