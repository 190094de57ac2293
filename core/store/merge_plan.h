// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/merge.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ow::store {

/// A merge in the making: every difference with what is to become of it. What only one side changed is
/// settled from the start, conflicts are not; everything can be chosen anew. Changes nothing but itself. A
/// value; not thread-safe.
class MergePlan {
public:
    enum class Choice { None, Base, Ours, Theirs, Edited };

    struct Item {
        MergeDifference difference;
        Choice choice = Choice::None; ///< None = a conflict that nobody has settled
        std::optional<Json> edited; ///< with Edited: the value, or none to leave the field out

        bool isConflict() const { return difference.field.isConflict(); }
        /// What one side alone changed, and is taken as it is.
        bool isAutomatic() const;
        /// What the result will say; ours while nothing is chosen.
        const std::optional<Json>& result() const;
    };

    MergePlan() = default;
    MergePlan(ObjectSet base, ObjectSet ours, ObjectSet theirs);

    /// By kind and id.
    const std::vector<Item>& items() const { return m_items; }
    void choose(std::size_t item, Choice choice);
    void edit(std::size_t item, std::optional<Json> value);
    /// Conflicts that nobody has settled.
    std::size_t left() const;
    std::size_t conflicts() const;

    /// What the choices make of the three; unsettled conflicts as ours, or as theirs.
    ObjectSet merged(Side unsettled = Side::Ours) const;
    /// From ours to merged().
    std::vector<Edit> edits() const;
    const ObjectSet& ours() const { return *m_ours; }

    /// The same merge with ours as it is by now: choices stay where the difference is still the same one.
    MergePlan withOurs(ObjectSet ours) const;

private:
    using Shared = std::shared_ptr<const ObjectSet>; ///< a copy of the plan for a job shares the three
    MergePlan(Shared base, Shared ours, Shared theirs);

    Shared m_base = std::make_shared<const ObjectSet>(), m_ours = m_base, m_theirs = m_base;
    std::vector<Item> m_items;
};

}
