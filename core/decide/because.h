// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "decide/needs.h"
#include "expr/value.h"
#include "expr/vocabulary.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ow::decide {

/// A because template, cut into text and values (DECISION.md, 4.7).
class Because {
public:
    /// Errors: a lone brace, an unknown path, a path whose type cannot be printed.
    [[nodiscard]] static Result<Because> parse(std::string_view text, const expr::Vocabulary& names);

    /// The sentence, with each path's value from its slot.
    std::string render(std::span<const expr::Value> values, std::string_view currency) const;
    /// The same, appended. `decimals`: of the pack's currency.
    void render(std::span<const expr::Value> values, int decimals, std::string& out) const;

    /// Asks the memory for what render() reads.
    void prefetch() const
    {
        __builtin_prefetch(m_parts.data());
        __builtin_prefetch(m_text.data());
        __builtin_prefetch(m_text.data() + 64);
    }

    /// The slots that it prints.
    std::vector<std::uint32_t> reads() const;
    Needs needs = 0; ///< what they stand for; set by who compiles a pack

private:
    struct Part {
        std::uint32_t text = 0; ///< where in m_text that ends which is printed first
        std::uint32_t slot = 0;
        bool hasValue = false;
        bool money = false;
    };
    void addPart(Part part);

    std::vector<Part> m_parts;
    std::string m_text; ///< of all parts, one behind the other
};

}
