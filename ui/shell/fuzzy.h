// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace ow::ui {

/// How well typed letters fit a text, and which letters of the text they are.
struct FuzzyMatch {
    int score = 0; ///< greater is better; comparable between texts for one query
    std::vector<int> positions; ///< indices into the text, ascending
};

/// The letters of `query` must occur in `text` in their order; case, accents' case and spaces of the query do
/// not matter. Starts of words and runs of letters score, distance costs. Empty where they do not occur; an
/// empty query fits all with score 0.
std::optional<FuzzyMatch> fuzzyMatch(const QString& query, const QString& text);

}
