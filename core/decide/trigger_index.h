// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/predicates.h"
#include "decide/slot_codes.h"

#include <span>
#include <utility>
#include <vector>

namespace ow::decide {

/// The tests of one slot by what passes them: from a value to the items whose tests pass, in time that grows
/// with those items and the logarithm of all. A segment tree over the slot's codes: a test stands at the few
/// nodes that cover the codes it passes, a value is covered by the nodes above its code. Immutable.
class SlotIndex {
public:
    using Item = std::pair<const expr::SimpleTest*, Index>;
    /// All of one slot, at least one; the tests must outlive this.
    explicit SlotIndex(std::span<const Item> items);

    std::uint32_t slot() const { return m_codes.slot(); }
    template <typename Visit>
    void visit(const expr::Value& value, Visit&& found) const
    {
        for (std::size_t node = m_codes.code(value) + m_codes.size(); node > 0; node /= 2) {
            for (std::uint32_t k = m_begin[node]; k < m_begin[node + 1]; ++k)
                found(m_items[k]);
        }
    }

private:
    SlotCodes m_codes;
    std::vector<std::uint32_t> m_begin; ///< by node: into items
    std::vector<Index> m_items;
};

/// Finds the offers whose trigger may be true without looking at all that have one. Each is registered under
/// the conjunct that the fewest requests pass: a test under its slot's values, a program under itself, so
/// that equal ones are asked once. What has nothing but questions about the offer is always looked at.
/// Immutable.
class TriggerIndex {
public:
    /// An offer and the conjuncts of its trigger.
    struct Trigger {
        Index offer = none;
        const std::vector<Index>* conjuncts = nullptr;
    };
    TriggerIndex() = default;
    /// `offerSlots`: first and one past the last slot of offer.*, which are not the same for all triggers.
    /// The table must outlive this.
    TriggerIndex(std::span<const Trigger> triggers, const PredicateTable& table,
        std::pair<std::uint32_t, std::uint32_t> offerSlots);

    /// Calls found(offer) once for each offer whose trigger may hold; its other conjuncts are still to be
    /// asked. `valueAt(slot)` gives a value, `ask(predicate)` an Answer.
    template <typename ValueAt, typename Ask, typename Found>
    void visit(ValueAt&& valueAt, Ask&& ask, Found&& found) const
    {
        for (const SlotIndex& slot : m_slots)
            slot.visit(valueAt(slot.slot()), found);
        for (const Group& group : m_groups) {
            if (ask(group.predicate) == Answer::True) {
                for (const Index offer : group.offers)
                    found(offer);
            }
        }
        for (const Index offer : m_others)
            found(offer);
    }

private:
    struct Group {
        Index predicate = none;
        std::vector<Index> offers;
    };

    std::vector<SlotIndex> m_slots;
    std::vector<Group> m_groups;
    std::vector<Index> m_others;
};

}
