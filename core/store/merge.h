// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/json_merge.h"
#include "store/object_set.h"

#include <functional>

namespace ow::store {

/// A field of an object in which the three versions differ. Path "" = one side deleted the object that the
/// other changed, or only one has it; path "position" = where it stands among its kind.
struct MergeDifference {
    ObjectKey key;
    FieldDifference field;

    friend bool operator==(const MergeDifference&, const MergeDifference&) = default;
};

enum class Side { Base, Ours, Theirs };

/// The side's value of the field.
const std::optional<Json>& valueOf(const FieldDifference& field, Side side);

/// Whose value a conflict gets.
using ChooseSide = std::function<Side(const MergeDifference&)>;

struct MergeResult {
    ObjectSet merged;
    std::vector<MergeDifference> conflicts; ///< by kind and id, whatever was chosen
    std::vector<ObjectKey> taken; ///< objects that differ from ours
};

/// Merges three versions of what people author, by meaning: object by object, field by field (mergeJson).
/// Without `choose` a conflict gets our value.
MergeResult mergeObjects(
    const ObjectSet& base, const ObjectSet& ours, const ObjectSet& theirs, const ChooseSide& choose = {});

/// Every field in which ours or theirs is not what base says and the two are not alike, by kind and id: also
/// what merges by itself.
std::vector<MergeDifference> mergeDifferences(
    const ObjectSet& base, const ObjectSet& ours, const ObjectSet& theirs);

/// What to put into a field; for path "" the whole body, or none to leave the object out.
using ChooseValue = std::function<std::optional<Json>(const MergeDifference&)>;

/// The merge with a value of one's own choice in each of mergeDifferences().
ObjectSet mergeAs(
    const ObjectSet& base, const ObjectSet& ours, const ObjectSet& theirs, const ChooseValue& choose);

/// One object's file (text_form.h) merged as text: where both changed a field, both lines stand between
/// conflict marks, as merge tools know them. Empty conflicts = merged.
struct MergedText {
    std::string text;
    std::vector<FieldDifference> conflicts;
};
/// Absent base = both sides made the file. Errors: InvalidInput, one of them is no object's file.
[[nodiscard]] Result<MergedText> mergeTexts(
    const std::optional<std::string>& base, std::string_view ours, std::string_view theirs);

}
