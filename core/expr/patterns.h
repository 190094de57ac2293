// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <string_view>

namespace re2 {
class RE2;
}

namespace ow::expr {

/// A pattern of matches(), compiled by RE2: linear in the text whatever the pattern, but the pattern's size
/// is a factor of it, so that costs are counted.
class Pattern {
public:
    /// Why RE2 does not take it. A short text can stand for a huge pattern: \pL{100}.
    enum class Refusal { Malformed, TooLarge };

    static tl::expected<Pattern, Refusal> compile(std::string_view pattern);

    /// What compiling took, in steps of Program::budget; compiling itself cannot be interrupted.
    static std::uint64_t compilingCost(std::string_view pattern) { return 1000 + pattern.size() * 64; }
    static constexpr std::uint64_t tooLargeCost = 250'000;
    std::uint64_t compilingCost() const { return std::uint64_t(m_size) * 8; }

    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;
    ~Pattern();

    /// Whether it is found anywhere in the text, as CEL's matches() says.
    bool isIn(std::string_view text) const;
    /// Instructions of the compiled pattern.
    std::uint32_t size() const { return m_size; }
    /// What searching the text may take, in steps of Program::budget.
    std::uint64_t cost(std::string_view text) const { return 1 + std::uint64_t(text.size()) * m_size / 64; }

private:
    explicit Pattern(std::unique_ptr<re2::RE2> compiled);

    std::unique_ptr<re2::RE2> m_compiled;
    std::uint32_t m_size = 0;
};

}
