// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ow::store {

/// A row of the history. Ids grow with time; 0 is the empty project before the first edit.
struct HistoryEntry {
    std::int64_t id = 0;
    std::int64_t parent = 0; ///< the state it was made on: undone branches stay in the tree
    Timestamp at;
    std::string who;
    std::string title;
    std::string why;
    bool current = false; ///< on the path from the beginning to where the project stands now
    std::int64_t bytes = 0; ///< what it takes in the file
};

/// How long the history is.
struct HistorySize {
    std::int64_t steps = 0; ///< undone branches too
    std::int64_t bytes = 0; ///< what they take in the file
};

}
