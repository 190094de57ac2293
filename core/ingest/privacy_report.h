// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "ingest/import_form.h"
#include "ingest/personal_data.h"
#include "store/stored_texts.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ow::ingest {

/// What personal data a project holds: counted in the file, not told from what imports said of themselves.
struct PrivacyReport {
    std::int64_t customers = 0; ///< ids in the file, those of undone imports too
    std::int64_t pseudonyms = 0; ///< of them, that look like the door's (ingest/pseudonyms.h)
    std::map<PersonalData, std::int64_t> idKinds; ///< of them, that are an e-mail address, a phone number, …

    struct Attribute {
        std::string name;
        std::int64_t values = 0;
        std::optional<PersonalData> kind; ///< empty = it does not look like personal data
        bool byName = false; ///< told by its name, not by its values
        std::vector<std::int64_t> imports; ///< that brought it
    };
    std::vector<Attribute> attributes; ///< of customers, by name

    struct Import {
        store::ImportTexts texts;
        bool pseudonyms = false; ///< ids were replaced at the door
        bool keptPersonal = false; ///< columns of personal data were asked for
        std::vector<LeftOutColumn> leftOut; ///< at the door
    };
    std::vector<Import> imports; ///< oldest first
    std::int64_t sessions = 0; ///< ids of sessions, orders, baskets and intents
    std::int64_t words = 0; ///< events with words of a search or a page's name
    std::int64_t rejectedTexts = 0; ///< rows as they stood in files
    std::int64_t remarks = 0; ///< steps of the history that say why
    std::vector<store::Erasure> erasures;

    std::int64_t undoneRows() const; ///< events and exposures that are hidden and still there
};

/// Reads the whole file once. Any thread. Errors: as store::readStoredTexts().
[[nodiscard]] Result<PrivacyReport> privacyReport(
    const std::filesystem::path& file, const Progress& progress = {});

}
