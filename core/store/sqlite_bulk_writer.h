// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_writer.h"
#include "store/file_identity.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

namespace ow::store {

/// Opens the writer of Project::openWriter(): begins the import's transaction and sets `writing` while it
/// lives. Its commit() is refused (ReadOnly) where `file` does not lead to the file of `identity` any more.
[[nodiscard]] Result<std::unique_ptr<BulkWriter>> openBulkWriter(const std::filesystem::path& file,
    const FileIdentity& identity, const std::string& author, std::shared_ptr<std::atomic<bool>> writing);

}
