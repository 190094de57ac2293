// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/ast.h"
#include "expr/problem.h"
#include "expr/type.h"
#include "expr/vocabulary.h"

#include <tl/expected.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The expression language of DECISION.md, section 3: a strict, typed subset of CEL. Hostile text gets a
// Problem, never a crash or a hang: length, nesting and the work of evaluating are bounded. All functions are
// pure; any thread.

namespace ow::expr {

constexpr std::size_t longestText = 65536; ///< bytes
constexpr int deepestNesting = 160;

/// A parsed expression: immutable, cheap to copy, keeps its author's text byte for byte.
class Expression {
public:
    explicit Expression(std::shared_ptr<const Tree> tree)
        : m_tree(std::move(tree))
    {
    }

    const std::string& text() const { return m_tree->source; }
    const Tree& tree() const { return *m_tree; }
    const Node& node(NodeIndex i) const { return m_tree->nodes[i]; }
    const Node& root() const { return m_tree->nodes[m_tree->root]; }
    /// The author's text of one node.
    std::string_view textOf(NodeIndex i) const;

private:
    std::shared_ptr<const Tree> m_tree;
};

[[nodiscard]] tl::expected<Expression, Problem> parse(std::string_view text);

struct Check {
    std::vector<Problem> problems; ///< errors and warnings, in the text's order
    Type type; ///< of the whole; Any where there are errors

    bool ok() const;
};

/// Static checking: every name declared, every operator and function given what it takes.
/// `wanted`: the type the place asks for (`when` bool, `propensity` double); none = any type will do.
Check check(const Expression& expression, const Vocabulary& vocabulary, std::optional<Kind> wanted = {});

/// parse + check: what a text field shows while somebody types.
Check check(std::string_view text, const Vocabulary& vocabulary, std::optional<Kind> wanted = {});

}
