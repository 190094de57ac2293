// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/draft.h"
#include "store/history.h"
#include "store/merge_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace ow::ui {

/// What a merge is asked to compare.
struct MergeRequest {
    enum class Base {
        History, ///< the last step that ours and theirs have in common
        Path, ///< a project, pack, text form: `basePath`
        Nothing ///< all that differs was added by both
    };

    store::ObjectSet ours;
    std::vector<store::HistoryEntry> history; ///< of ours, all of it
    std::string oursPath;
    std::string theirsPath;
    Base base = Base::History;
    std::string basePath; ///< also PROJECT@VERSION: a release
};

/// The three versions, read.
struct MergeSources {
    store::MergePlan plan;
    model::DraftSnapshot ours, theirs; ///< as they read
    std::optional<store::HistoryEntry> parted; ///< where base is a step of the history
    std::string theirsPath;
    std::string basePath; ///< "" where it is a step, or nothing
    bool baseIsPack = false; ///< base holds what engines read: no titles, evidence, learnings
};

/// Reads theirs and base. Any thread. Errors: those of reading; NotFound where base is to come from the
/// history and the two have none in common; InvalidInput where theirs is ours.
[[nodiscard]] Result<MergeSources> readSources(const MergeRequest& request);

/// What the choices so far make, for the panes and for Apply.
struct MergeOutcome {
    model::DraftSnapshot draft; ///< with ours where nothing is settled; null where it is none
    model::DraftSnapshot otherwise; ///< the same with theirs there: where the two differ, the merge is open
    std::optional<Error> error; ///< why not
    std::vector<store::Edit> edits; ///< from ours
};

/// Any thread.
MergeOutcome outcomeOf(const store::MergePlan& plan);

}
