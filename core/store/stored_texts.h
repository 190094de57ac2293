// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "base/time.h"
#include "store/erasures.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// What an import brought of people, as far as it is still there.
struct ImportTexts {
    std::int64_t id = 0;
    Timestamp at;
    std::string source;
    std::string kind;
    bool active = true; ///< false = undone: hidden, and still in the file
    std::int64_t customers = 0; ///< who occur in it
    std::int64_t rows = 0; ///< its events and exposures
    std::int64_t words = 0; ///< events with words of a search or a page's name
    std::int64_t rejectedTexts = 0; ///< rejected rows whose text is kept
    std::string form; ///< how it read its files (ingest/import_form.h); "" = not kept
};

struct StoredTexts {
    std::vector<ImportTexts> imports; ///< oldest first
    std::int64_t sessions = 0; ///< ids of sessions, orders, baskets and intents
    std::int64_t remarks = 0; ///< steps of the history that say why
    std::vector<Erasure> erasures;
};

struct TextVisitor {
    std::function<void(std::string_view)> customer; ///< each id in the file, also of undone imports
    std::function<void(std::int64_t import, std::string_view)>
        attributes; ///< what it says of one: a JSON object
};

/// Reads all texts of a project that may tell who somebody is, on a connection of its own; any thread. Ten
/// million events take a second. Errors: as Project::open(), Cancelled.
[[nodiscard]] Result<StoredTexts> readStoredTexts(
    const std::filesystem::path& file, const TextVisitor& visitor, const Progress& progress = {});

}
