// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/problem.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ow::expr {

enum class Token { End, Name, Quoted, Int, Double, String, Symbol };

struct Lexeme {
    Token token = Token::End;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text; ///< a name, a decoded string, a symbol
    std::uint64_t number = 0; ///< Int, without sign: up to 2^63, which only a minus makes a value
    double real = 0;
};

/// Cuts an expression's text into lexemes, an End last; comments and space fall away.
[[nodiscard]] tl::expected<std::vector<Lexeme>, Problem> lex(std::string_view text);

}
