// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/ast.h"

#include <cstddef>

namespace ow::expr {

/// How tightly the grammar binds; a part that binds less than its place asks for stands in parentheses.
enum class Binding { Choice, Or, And, Relation, Sum, Product, Unary, Member };

Binding bindingOf(const Node& node);

/// What the place of a node's k-th child asks for.
Binding bindingAsked(const Node& parent, std::size_t child);

}
