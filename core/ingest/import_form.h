// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/file_form.h"
#include "ingest/mapping.h"
#include "ingest/personal_data.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// How an import read its files. Kept with it, so that its rejected rows can be mended and tried again in the
/// same way. As JSON:
///   {"kind", "preset", "mapping"?: {…}, "timezone"?, "keep_personal"?, "keep_columns"?: […],
///    "cost_share"?: basis points, "pseudonyms"?: true, "left_out"?: [{"column", "kind", "by_name"?}], "files": [{"name", "columns": […], "format", "separator", "decimals", "dates"}]}
struct ImportForm {
    struct File {
        std::string name; ///< without folder
        std::vector<std::string> columns; ///< its own, before the mapping
        FileForm form;
    };
    std::string kind;
    std::string preset; ///< the name of ingest/preset.h, also where a mapping is read through it
    std::shared_ptr<const Mapping> mapping; ///< null = none
    std::string timezone; ///< as said or mapped; "" = the project's
    bool keepPersonal = false;
    std::set<std::string> keepColumns {}; ///< columns of personal data that a person chose to keep
    int costShareBp = 0;
    std::vector<LeftOutColumn> leftOut {}; ///< columns of personal data
    bool pseudonyms = false; ///< customers' ids were replaced, and no text of a row was kept
    std::vector<File> files;
};

std::string importFormText(const ImportForm& form);
/// Errors: InvalidInput (what no version wrote); NotFound for "", with a sentence: nothing was kept.
[[nodiscard]] Result<ImportForm> parseImportForm(std::string_view text);

}
