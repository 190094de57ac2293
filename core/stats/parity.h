// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ow::stats {

struct ParityGroup {
    std::string id;
    std::int64_t k = 0, n = 0;
};

struct ParityInput {
    std::string reference; ///< id of the group the others are held against
    std::span<const ParityGroup> groups;
    double q = 0.05; ///< false discovery rate
    double conf = 0.95;
};

struct ParityRow {
    std::string id;
    std::optional<double> rate;
    std::optional<double> ratio, ratioLower, ratioUpper; ///< to the reference's rate
    std::optional<double> diff, diffLower, diffUpper;
    std::optional<double> pValue, qValue;
    std::string flag; ///< "reference", "insufficient", "undefined", "disparity", "watch", "ok"
};

struct Parity : Outcome {
    std::vector<ParityRow> groups;
};

/// Is every group treated alike? Four-fifths rule with Benjamini–Hochberg over the judged groups (30 people
/// or more). Insufficient small_reference; invalid bad_reference, bad_counts, bad_alpha. Over declared
/// attributes only.
Parity parity(const ParityInput& in);

}
