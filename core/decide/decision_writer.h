// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/decision.h"

#include <string>
#include <string_view>

namespace ow::decide {

/// Appends the JSON of DECISION.md, section 5, on one line without white space, keys in the order of their
/// bytes: the same decision, the same bytes. Doubles are the shortest text that reads back the same, with
/// ".0" where they are whole. `explain` adds `considered` and, beyond the contract, `facts`. No allocation
/// but `out`'s growth (and for `facts`).
void appendDecision(const Decision& decision, bool explain, std::string& out);

/// A string in quotation marks. What is no UTF-8 becomes U+FFFD.
void appendJsonString(std::string_view text, std::string& out);

}
