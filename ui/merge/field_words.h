// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "model/draft.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

// Fields and values of stored objects (store/object_kinds.h) in the person's language. GUI thread.

namespace ow::ui {

/// "Limit", "Guardrails · Least margin", "USB-C dock · Fit" for the path "cell.offers[dock].fit". Offers are
/// called by their names in the draft. "" for all of an object.
QString fieldPathWords(const model::Draft& draft, std::string_view path);

/// A value under the last key of the path: money with its currency, shares as percent, times as lengths,
/// closed words translated, lists joined, objects as "Name: value" lines. "" where there is none.
QString valueWords(const model::Draft& draft, std::string_view path, const std::optional<Json>& value);

/// The whole of an object on one side, for who knows what it was before: the fields that changed, or all of a
/// new one. "" where it is not there.
QString wholeWords(
    const model::Draft& draft, const std::optional<Json>& before, const std::optional<Json>& now);

/// What to say where the field is not written: its default, "Not set", or "Not there" of an object or item.
QString absentWords(std::string_view path);

/// Whether the value is an expression, to be set in the fixed-width font.
bool isCode(std::string_view path, const std::optional<Json>& value);

}
