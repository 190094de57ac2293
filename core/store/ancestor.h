// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/history.h"

#include <optional>
#include <vector>

namespace ow::store {

/// The last step that two projects have in common, where one began as a copy of the other: the base of their
/// merge. Goes by the paths from the beginning to where each stands (the entries with `current`); a step is
/// the same when number, parent, time, author and title are; its remark may have been changed since. Empty
/// where the two were created apart.
/// @param ours, theirs  all of Project::history(), newest first
std::optional<HistoryEntry> commonAncestor(
    const std::vector<HistoryEntry>& ours, const std::vector<HistoryEntry>& theirs);

}
