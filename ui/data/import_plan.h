// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/dry_run.h"
#include "ingest/importer.h"
#include "ingest/suggest_mapping.h"

#include <QString>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace ow::ui {

/// A file that waits to be imported, and how.
struct PlannedFile {
    std::filesystem::path path;
    std::optional<ingest::Preview> preview; ///< empty while it is read, or where it cannot be
    QString problem; ///< why it cannot be read
    std::string preset; ///< as chosen; "" = none fits
    ingest::TableOptions options; ///< as chosen; what is empty is as found
    std::shared_ptr<const ingest::Mapping>
        mapping; ///< drawn by hand or loaded; then no preset reads the file
    /// By the names of the mapping's joins: where the joined files are. What is not here is beside `path`.
    std::map<std::string, std::filesystem::path> joins;
    std::set<std::string> keepColumns; ///< of personal data, that are imported all the same
    std::string savedAs; ///< the name of the project's mapping, where it is one of these
    std::vector<ingest::Guess> guesses; ///< why the mapping is as it is
    std::optional<ingest::DryRun> dryRun; ///< what would become of the first rows
    QString dryProblem; ///< why nothing would

    /// Empty where nothing says yet.
    std::string kind() const;
    bool ready() const;
    ingest::ImportOptions importOptions() const;
    /// The mapping with what was chosen of the file's form, so that a like file is read without choosing
    /// again. `mapping` must be set.
    ingest::Mapping mappingToSave() const;
};

/// Files that go in together: one preset or mapping, written in one way.
struct ImportGroup {
    std::string preset; ///< "" = the options' mapping
    std::string kind;
    ingest::ImportOptions options;
    std::vector<std::filesystem::path> files;
};

/// The ready files in the order in which they must be read: what others refer to (products, customers) comes
/// first.
std::vector<ImportGroup> importGroups(const std::vector<PlannedFile>& files);

/// "Products", "Baskets", …: what a preset brings, in words.
QString kindWord(std::string_view kind);

}
