// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/object_set.h"

#include <filesystem>

namespace ow::store {

// The text form: what people author, as a folder of small files that a version control system can compare and
// merge.
//
//   offerwright.json        {"format": "offerwright.text/1"}
//   KIND/ID.json            {"id": …, "object": the body, "position": where it stands among its kind}
//
// One object is one file, keys sorted, two spaces, a line feed at the end: the same object is the same bytes.
// ID is percent-encoded where a file system could mind; the id inside the file is what counts.

/// The one file that says what the folder is.
inline constexpr const char* textFormMarker = "offerwright.json";

bool isTextForm(const std::filesystem::path& folder);

/// One object's file. `key` gives its id; the folder its kind.
std::string textOf(const ObjectKey& key, const StoredObject& object);

/// KIND/ID.json
std::filesystem::path textPath(const ObjectKey& key);

/// Reads one object's file. Errors: InvalidInput (no JSON: "line:column" in `at`; conflict markers; missing
/// or unknown keys).
[[nodiscard]] Result<std::pair<ObjectKey, StoredObject>> readTextOf(
    std::string_view kind, std::string_view text);

/// Writes the folder, making it where there is none: files of objects that are gone are removed, equal ones
/// are not touched. Other files stay. Errors: Io, InvalidInput (the folder holds other things and is no text
/// form).
[[nodiscard]] Result<void> writeTextForm(const std::filesystem::path& folder, const ObjectSet& objects);

/// Errors: NotFound, Io, InvalidInput; `at` = the file and the place in it.
[[nodiscard]] Result<ObjectSet> readTextForm(const std::filesystem::path& folder);

}
