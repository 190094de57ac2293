// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/command.h"

#include <string>
#include <vector>

namespace ow::sample {

/// The draft as it was when release 11 went out; sampleDraft() is what became of it.
model::Draft earlierDraft();
inline constexpr const char* earlierVersion = "11";

/// The edits that lead from nothing to earlierDraft(), everything already in the place that it has today.
std::vector<store::Edit> earlierEdits();

/// What people did since, one command each: from earlierDraft() to sampleDraft().
std::vector<store::Command> changesSince();

}
