// SPDX-License-Identifier: Apache-2.0
#include "expr/patterns.h"

#include <re2/re2.h>

#include <algorithm>

namespace ow::expr {

tl::expected<Pattern, Pattern::Refusal> Pattern::compile(std::string_view pattern)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_never_capture(true);
    options.set_max_mem(1 << 20);
    auto compiled = std::make_unique<re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
    if (!compiled->ok())
        return tl::unexpected(compiled->error_code() == re2::RE2::ErrorPatternTooLarge ? Refusal::TooLarge
                                                                                       : Refusal::Malformed);
    return Pattern(std::move(compiled));
}

Pattern::Pattern(std::unique_ptr<re2::RE2> compiled)
    : m_compiled(std::move(compiled))
    , m_size(std::uint32_t(std::max(m_compiled->ProgramSize(), 1)))
{
}

Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

bool Pattern::isIn(std::string_view text) const
{
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *m_compiled);
}

}
