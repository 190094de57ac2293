// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <functional>
#include <optional>
#include <string>

namespace ow::store {

/// A field that both sides changed, each otherwise. Absent = the side has no such field.
struct FieldConflict {
    std::string
        path; ///< from the merged value's root: "offer.price", "cell.offers[dock].fit"; "" = all of it
    std::optional<Json> base, ours, theirs;

    friend bool operator==(const FieldConflict&, const FieldConflict&) = default;
};

/// What becomes of a conflict: the value to put there, or none to leave the field out.
using Settle = std::function<std::optional<Json>(const FieldConflict&)>;

/// Three-way merge by meaning: of objects field by field; of lists whose items have a name (id, offer, sku)
/// item by item; of lists of distinct words as sets that keep an order; anything else as one value. What only
/// one side changed is taken, what both changed alike too; of the rest `settle` is asked what to put there.
/// Absent = deleted.
std::optional<Json> mergeJson(const std::optional<Json>& base, const std::optional<Json>& ours,
    const std::optional<Json>& theirs, const Settle& settle);

}
