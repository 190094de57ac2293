// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_reader.h"
#include "store/sqlite.h"

#include <filesystem>
#include <memory>

namespace ow::store {

/// Opens the reader of Project::openReader() on a connection of its own and fixes the state that it sees.
[[nodiscard]] Result<std::unique_ptr<BulkReader>> openBulkReader(
    const std::filesystem::path& file, OpenAs as);

}
