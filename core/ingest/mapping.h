// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ingest/file_form.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// Where a field's text comes from. One of column, constant and text is said; then `when`, then `values`.
struct FieldSource {
    std::string column; ///< of the file; "name.column" of a joined file called "name"
    std::optional<std::string> constant;
    /// Text with {column} in it, {row} is the row's number: "{user_id}/{order_number}". "{{" is a brace.
    std::string text;
    /// Conditions: column -> the value it must have, else the field is empty.
    std::map<std::string, std::string> when;
    std::map<std::string, std::string>
        values; ///< their words -> ours, compared without the blanks around them
    /// What becomes of a text that `values` does not have: empty = it is kept as it is.
    std::optional<std::string> otherwise;

    bool isEmpty() const { return column.empty() && !constant && text.empty(); }
    friend bool operator==(const FieldSource&, const FieldSource&) = default;
};

/// A second file, of which each row of the first finds one by a key.
struct Join {
    std::string name; ///< its columns are called "name.column"
    std::string file; ///< a plain name, beside the imported file; ImportOptions::joins may say any other
    std::map<std::string, std::string> on; ///< column of the first file -> column of this one
    friend bool operator==(const Join&, const Join&) = default;
};

/// How a file's columns become fields: drawn by hand in the wizard, saved, shared and used again.
///
/// As JSON (canonical, see docs/data-formats.md):
///   {"offerwright_mapping": 1, "name": "…", "kind": "events",
///    "file": {"format": "csv", "encoding": "utf-8", "separator": ";", "decimals": "comma", "dates": "dmy",
///             "header": true, "timezone": "Europe/Berlin"},
///    "fields": {"customer": {"column": "user"}, "type": {"column": "action", "values": {"buy":
///    "purchased"}},
///               "channel": {"constant": "web"}},
///    "attributes": {"region": {"column": "state"}},
///    "joins": [{"name": "p", "file": "products.csv", "on": {"item": "id"}}]}
struct Mapping {
    std::string name;
    std::string kind; ///< one of kinds()
    TableOptions file; ///< what is not said is found in the file
    std::map<std::string, FieldSource> fields; ///< by the field's name
    std::map<std::string, FieldSource> attributes; ///< of customers only: by the attribute's name
    std::vector<Join> joins;
    /// Of events: what was bought in a negative quantity was given back; else such rows are rejected. As JSON
    /// "negative_quantity": "returned".
    bool negativeIsReturn = false;
};

inline constexpr int mappingVersion = 1;

/// Errors: InvalidInput, `at` the path of the fault ("fields.at.column"), or "line:column" of what is no
/// JSON; NewerVersion. Checks everything that can be checked without the file: kind, field names, that
/// required fields are filled.
[[nodiscard]] Result<Mapping> parseMapping(std::string_view json);
/// Errors: NotFound, Io besides; `at` begins with the file.
[[nodiscard]] Result<Mapping> readMapping(const std::filesystem::path& file);
/// Indented, keys in a fixed order; parseMapping() reads it back.
std::string mappingText(const Mapping& mapping);
/// Whether a file with these columns can be read by the mapping; of joined files the key's columns only.
/// Errors: InvalidInput that names the first column that is not there, `at` its path in the mapping.
[[nodiscard]] Result<void> checkColumns(const Mapping& mapping, const std::vector<std::string>& columns);

/// What is said now, and where nothing is, what the mapping says.
TableOptions mergedOptions(const TableOptions& said, const TableOptions& mapping);

}
