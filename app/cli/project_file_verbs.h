// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "store/project.h"

#include <string>

namespace ow::cli {

// What the verbs on a project file (new, info, history, undo, redo, import) print alike.

Json toJson(const store::Counts& counts);
Json toJson(const store::HistoryEntry& entry);

/// "12,345": digits in groups of three.
std::string grouped(std::int64_t number);
/// "1 row", "2 rows".
std::string counted(std::int64_t number, const std::string& one, const std::string& many);

/// Lines "products   3,684", one per kind of bulk data that there is.
std::string countsText(const store::Counts& counts);

}
