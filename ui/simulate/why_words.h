// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QString>

#include <string>

namespace ow::ui {

/// A reason of DECISION.md 4.3 ("cap:asks_week", "when", "outranked") as a sentence about the offer that it
/// blocked.
QString whyNot(const std::string& reason, const model::Draft& draft, const std::string& offer);
/// The same in a few words, for tables: "Cap asks_week", "Its own condition".
QString whyNotShort(const std::string& reason);
/// "no_candidate", "below_floor", "all_blocked" in words.
QString noneBecauseWords(const std::string& reason);
/// "matrix", "adjacency", "trigger" in words.
QString originWords(const std::string& origin);

}
