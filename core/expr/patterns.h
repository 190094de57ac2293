// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <re2/re2.h>

#include <memory>
#include <string_view>

namespace ow::expr {

/// A pattern for matches(); null where RE2 does not take it. RE2 runs in linear time, whatever the pattern.
std::unique_ptr<re2::RE2> makePattern(std::string_view pattern);

/// Whether the pattern is found anywhere in the text, as CEL's matches() says.
bool matchesPattern(std::string_view text, const re2::RE2& pattern);

}
