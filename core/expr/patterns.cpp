// SPDX-License-Identifier: Apache-2.0
#include "expr/patterns.h"

namespace ow::expr {

std::unique_ptr<re2::RE2> makePattern(std::string_view pattern)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_never_capture(true);
    options.set_max_mem(1 << 20);
    auto compiled = std::make_unique<re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
    return compiled->ok() ? std::move(compiled) : nullptr;
}

bool matchesPattern(std::string_view text, const re2::RE2& pattern)
{
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

}
