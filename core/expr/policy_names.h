// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/vocabulary.h"
#include "model/pack.h"

#include <cstddef>
#include <limits>

namespace ow::expr {

/// Where in a pack an expression stands: it decides which names it sees (DECISION.md, section 3, the table).
enum class Place {
    FactExpression, ///< a fact's `expr`
    FactEvent, ///< a fact's `where` and `of`
    Condition, ///< a stage's or motivation's `when`
    Consent,
    SequenceEvent, ///< a sequence's `where`
    Offer, ///< trigger, when, propensity, and the paths of `because`
    Suppress,
    Rank,
    Guarantee,
};

/// The type a place asks for; Any where every type will do (a fact's `expr`; `of` depends on its aggregate).
Kind wantedKind(Place place);

constexpr std::size_t everyFact = std::numeric_limits<std::size_t>::max();

/// The first slot of each group; a slot is the same in every place of one policy.
struct SlotMap {
    std::uint32_t customer = 0; ///< attributes in declared order
    std::uint32_t context = 0;
    std::uint32_t now = 0;
    std::uint32_t placement = 0; ///< id channel high_intent
    std::uint32_t focus = 0; ///< the product fields
    std::uint32_t cart = 0; ///< skus families categories value size margin_bp
    std::uint32_t owned = 0; ///< skus families
    std::uint32_t event = 0; ///< type sku family category qty value channel session text at
    std::uint32_t stage = 0;
    std::uint32_t motivation = 0;
    std::uint32_t offer = 0; ///< id name kind role tier mission price list_price discount_bp margin margin_bp
    std::uint32_t anchor = 0; ///< the product fields
    std::uint32_t candidate = 0; ///< fit propensity origin
    std::uint32_t facts = 0; ///< in declared order
    std::uint32_t count = 0; ///< of all slots
};

/// Every name a policy's expressions may use, with one slot each. Facts that cannot be typed (they have
/// errors) are there with type Any, so that one mistake is reported once.
class PolicyNames {
public:
    explicit PolicyNames(const model::Policy& policy);

    /// The names visible in a place; a fact sees only the `factsBefore` facts declared before it.
    Vocabulary at(Place place, std::size_t factsBefore = everyFact) const;
    const SlotMap& slotMap() const { return m_slots; }
    /// The type of the i-th fact's value.
    const Type& factType(std::size_t i) const { return m_factTypes[i]; }

private:
    void addAttributes(
        const char* group, const std::vector<model::Attribute>& attributes, std::vector<Name>& out);
    std::uint32_t addGroup(
        const char* group, const std::vector<std::pair<const char*, Type>>& fields, std::vector<Name>& out);

    SlotMap m_slots;
    std::vector<Name> m_everywhere, m_placement, m_event, m_stage, m_offer, m_anchor, m_candidate, m_facts;
    std::vector<Type> m_factTypes;
};

/// For a text field: the names one place of a policy may use.
Vocabulary vocabularyFor(const model::Policy& policy, Place place, std::size_t factsBefore = everyFact);

}
