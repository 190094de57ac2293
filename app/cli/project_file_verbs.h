// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "base/text.h"
#include "store/project.h"

#include <string>

namespace ow::cli {

// What the verbs on a project file (new, info, history, undo, redo, import) print alike.

Json toJson(const store::Counts& counts);
Json toJson(const store::HistoryEntry& entry);

/// "860 kB", "4.1 MB".
std::string bytesText(std::int64_t bytes);
/// "History: 1,243 steps, 860 kB of 4.1 MB".
std::string historyText(const store::HistorySize& size, std::int64_t fileBytes);

/// Lines "products   3,684", one per kind of bulk data that there is.
std::string countsText(const store::Counts& counts);

}
