// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <functional>
#include <optional>
#include <string>

namespace ow::store {

/// A field in which three versions of a value are not the same. Absent = the version has no such field.
struct FieldDifference {
    std::string
        path; ///< from the merged value's root: "offer.price", "cell.offers[dock].fit"; "" = all of it
    std::optional<Json> base, ours, theirs;
    bool isOrder = false; ///< of the list at the path: the values are the names of its items, in order

    /// Both sides changed it, each otherwise.
    bool isConflict() const { return ours != theirs && ours != base && theirs != base; }

    friend bool operator==(const FieldDifference&, const FieldDifference&) = default;
};

/// What becomes of a difference: the value to put there, or none to leave the field out. Of an order one of
/// the three values, anything else counts as ours.
using Settle = std::function<std::optional<Json>(const FieldDifference&)>;

/// Which differences `settle` is asked about.
enum class Ask {
    Conflicts, ///< what only one side changed is taken
    Everything, ///< also what only one side changed, field by field: for lists of differences
};

/// Three-way merge by meaning: of objects field by field; of lists whose items have a name (id, offer, sku)
/// item by item; of lists of distinct words as sets that keep an order; anything else as one value, also
/// objects that share no key. What only one side changed is taken, what both changed alike too;
/// of the rest `settle` is asked what to put there. Absent = deleted.
///
/// With base = ours and Ask::Everything it lists what differs between two.
std::optional<Json> mergeJson(const std::optional<Json>& base, const std::optional<Json>& ours,
    const std::optional<Json>& theirs, const Settle& settle, Ask ask = Ask::Conflicts);

}
