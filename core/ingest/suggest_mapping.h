// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/importer.h"
#include "ingest/mapping.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// A guess of what fills a field, and why: "the name is one for it", "98 of 100 values are times".
struct Guess {
    std::string field;
    std::string column;
    double sureness = 0; ///< 0 … 1; by name over 0.6, by content alone below
    std::string reason; ///< a sentence for people
};

/// A mapping made by guessing. Required fields for which nothing was found are missing from it.
struct Suggestion {
    Mapping mapping;
    std::vector<Guess> guesses; ///< the ones taken, in the order of the kind's fields
    std::vector<std::string> missing; ///< required fields that a person must fill
    std::string preset; ///< one that fits the file as it is and needs no mapping; "" = none
};

/// Guesses how a file's columns fill the fields of a kind ("" = the kind that is filled best), by their names
/// and by the values of the first rows. Values of event types that are known are mapped to ours. Errors: as
/// openTable().
[[nodiscard]] Result<Suggestion> suggestMapping(
    const std::filesystem::path& file, std::string_view kind, const ImportOptions& options = {});

}
