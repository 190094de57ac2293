// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ow::store {

// What the history keeps of an object's body before and after a step. Bodies are canonical JSON, so an edit
// of one field leaves most of the text as it was; of such a pair only the part between the common beginning
// and the common end is kept. The walk through the history always knows one side whole, which gives the
// other:
//
//   before  {"limit":3,"window":"7d"}  ->  ~9,15,3     9 bytes at the beginning, 15 at the end are common
//   after   {"limit":2,"window":"7d"}  ->  ~9,15,2
//
// A text that does not begin with "~" is a body as it is.

struct StoredPair {
    std::string before;
    std::string after;
};

/// The shorter of the two ways. Parts begin and end between characters of UTF-8.
StoredPair storedPair(const std::string& before, const std::string& after);

/// The body that `wanted` says, given the other side's: what is stored of it, and the body itself. Empty
/// where the three do not fit together, which is damage.
std::optional<std::string> bodyFrom(
    std::string_view wanted, std::string_view other, std::string_view otherBody);

}
