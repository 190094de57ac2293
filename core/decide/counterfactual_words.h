// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/counterfactual.h"

#include <compare>
#include <span>
#include <string>
#include <vector>

namespace ow::decide {

/// "segment were "pro"", as it stands after an "if"; of a time "3 days from now (…)".
std::string phrase(const Change& change, Timestamp now);
/// The whole answer as one sentence.
std::string sentenceOf(const Counterfactual& answer, Timestamp now);

/// The order of "smaller" (counterfactual.h).
struct ChangeCost {
    std::size_t parts = 0;
    int kinds = 0;
    std::vector<double> sizes;
    std::string words;

    friend std::partial_ordering operator<=>(const ChangeCost&, const ChangeCost&) = default;
    friend bool operator==(const ChangeCost&, const ChangeCost&) = default;
};
/// `spans`: see sizeOf in counterfactual_words.cpp.
ChangeCost costOf(std::span<const Change* const> changes, Timestamp now, const CompiledPack& pack);

}
