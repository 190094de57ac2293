// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/expression.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>

// Expressions as text again. Whatever is printed parses to the same tree. Pure functions; any thread.

namespace ow::expr {

/// The author's words in one layout: every token as it was typed, one space around operators and behind
/// commas, lines begun where the author began them (indented by their brackets), comments where they stood.
/// Printing what was printed changes nothing. A text that would grow beyond longestText stays as it is.
std::string print(const Expression& expression);

/// A node of the tree in canonical words on one line: only the parentheses it needs, strings in double
/// quotes, numbers in decimal. Comments are not in the tree and so not in this.
std::string printNode(const Expression& expression, NodeIndex node);

/// The expression with another one in a node's place, in parentheses where it needs them; every other byte
/// stays. The problem is the new text's: too long, nested too deeply.
[[nodiscard]] tl::expected<Expression, Problem> replaced(
    const Expression& expression, NodeIndex node, const Expression& replacement);

/// The expression with a declared name ("facts.visits") written as another one everywhere it is read; every
/// other byte stays. A macro's variable of that name is another thing and stays, too. The problem is that the
/// new name would be taken for a macro's variable ("captured"), or is no name ("syntax").
[[nodiscard]] tl::expected<Expression, Problem> renamed(
    const Expression& expression, std::string_view from, std::string_view to);

}
