// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/importer.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace ow::ui {

/// A file that waits to be imported, and how.
struct PlannedFile {
    std::filesystem::path path;
    std::optional<ingest::Preview> preview; ///< empty while it is read, or where it cannot be
    QString problem; ///< why it cannot be read
    std::string preset; ///< as chosen; "" = none fits
    std::optional<char> separator; ///< as chosen; empty = as found

    bool ready() const { return preview && !preset.empty(); }
};

/// Files that go in together: one preset, one separator.
struct ImportGroup {
    std::string preset;
    std::optional<char> separator;
    std::vector<std::filesystem::path> files;
};

/// The ready files in the order in which they must be read: what others refer to (products, customers) comes
/// first.
std::vector<ImportGroup> importGroups(const std::vector<PlannedFile>& files);

/// "Products", "Baskets", …: what a preset brings, in words.
QString kindWord(std::string_view kind);

}
