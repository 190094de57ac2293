// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ow {

/// Matches `[a-z0-9_][a-z0-9_.-]{0,63}`: the ids of a pack.
bool isId(std::string_view text);

/// A CEL identifier that is no reserved word: attribute names and fact ids.
bool isIdentifier(std::string_view text);

bool isUtf8(std::string_view bytes);

/// `bytes` as a person may be shown them: what is no UTF-8 replaced by U+FFFD, and after at most `limit` bytes an
/// ellipsis instead of the rest. Always valid UTF-8; never cuts a character.
std::string readable(std::string_view bytes, std::size_t limit = std::string_view::npos);

/// Code points of valid UTF-8.
std::size_t codePoints(std::string_view utf8);

/// The candidate nearest to `text` by edit distance, for "did you mean …?"; empty where none is near (more than a third
/// of the longer text's letters would have to change).
std::string closest(std::string_view text, const std::vector<std::string>& candidates);

/// "12,345": digits in groups of three.
std::string grouped(std::int64_t number);
/// "1 row", "2,000 rows".
std::string counted(std::int64_t number, std::string_view one, std::string_view many);

/// An id made of free text: "USB-C dock" -> "usb-c_dock". Never empty; at most 64 characters.
std::string toId(std::string_view text);

}
