// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_reader.h"

#include <cstdint>
#include <string>

namespace ow::store {

/// What stands in rejected.text: the row, cut between code points, and behind a record separator (0x1E) its
/// cells where these are kept; so whoever erases the text erases all.
std::string joinedText(const RejectedRow& row);
/// The way back, in place: `text` becomes `text` and `cells`.
void splitCells(RejectedRow& row);

/// What tells a rejected row from others in their sum: column, reason and text, not file and number.
std::uint64_t sumOf(const RejectedRow& row);
/// The same of a row whose `text` is that of rejected.text.
std::uint64_t sumOfKept(const RejectedRow& row);

}
