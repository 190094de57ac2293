// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/json_merge.h"
#include "store/object_set.h"

#include <functional>

namespace ow::store {

/// A field of an object that both sides changed. Path "" = one side deleted the object that the other
/// changed; path "position" = both moved it.
struct MergeConflict {
    ObjectKey key;
    FieldConflict field;
};

enum class Side { Base, Ours, Theirs };

/// Whose value a conflict gets.
using ChooseSide = std::function<Side(const MergeConflict&)>;

struct MergeResult {
    ObjectSet merged;
    std::vector<MergeConflict> conflicts; ///< by kind and id, whatever was chosen
    std::vector<ObjectKey> taken; ///< objects that differ from ours
};

/// Merges three versions of what people author, by meaning: object by object, field by field (mergeJson).
/// Without `choose` a conflict gets our value.
MergeResult mergeObjects(
    const ObjectSet& base, const ObjectSet& ours, const ObjectSet& theirs, const ChooseSide& choose = {});

/// One object's file (text_form.h) merged as text: where both changed a field, both lines stand between
/// conflict marks, as merge tools know them. Empty conflicts = merged.
struct MergedText {
    std::string text;
    std::vector<FieldConflict> conflicts;
};
/// Absent base = both sides made the file. Errors: InvalidInput, one of them is no object's file.
[[nodiscard]] Result<MergedText> mergeTexts(
    const std::optional<std::string>& base, std::string_view ours, std::string_view theirs);

}
