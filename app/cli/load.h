// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/pack.h"

#include <string>

namespace ow::cli {

/// Whether the file is a project, sound or damaged, rather than a pack.
bool looksLikeProject(const std::string& path);

/// The pack at the path: of a project its draft, compiled as version "draft"; else a pack's JSON ("-" reads
/// standard input). Errors: those of reading, with the path in front of Error::at.
[[nodiscard]] Result<model::Pack> loadPack(const std::string& path);

}
