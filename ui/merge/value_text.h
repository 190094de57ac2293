// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

// A field's value as text that a person edits, and back. GUI thread.

namespace ow::ui {

/// Prose and expressions as they are, money in its currency's decimals, shares in percent, numbers as the
/// locale writes them, anything else as JSON. "" where there is no value.
QString editText(std::string_view path, const std::optional<Json>& value, const std::string& currency);

/// Whether the value is edited as lines: prose, and what is written as JSON. In any other field Enter has
/// done.
bool isManyLines(std::string_view path, const std::optional<Json>& value);

/// What was typed, as a value of the same type as `like`; what the field may hold is for the draft to say.
/// Errors: InvalidInput with a sentence for the person who typed it.
[[nodiscard]] Result<Json> readEditText(
    std::string_view path, const Json& like, const QString& text, const std::string& currency);

}
