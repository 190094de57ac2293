// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "mine/load.h"

#include <string>
#include <vector>

namespace ow::cli {

/// What mining reads, straight out of files: baskets and orders, events (views and purchases, by session), in
/// any form that `import` knows. Nothing is stored. Rows that import would reject are left out; `rejected`
/// counts them. Errors: as import's, with the file in Error::at; Cancelled.
[[nodiscard]] Result<mine::LoadedInput> loadMiningFiles(const std::vector<std::string>& baskets,
    const std::vector<std::string>& events, const Progress& progress, std::int64_t& rejected);

}
