// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/expression.h"
#include "expr/functions.h"

#include <vector>

namespace ow::expr {

constexpr int deepestMacros = 16; ///< macros inside macros

/// What checking learns of one node; compiling goes by it.
struct NodeFacts {
    enum class Binding { None, Name, Local };

    Type type;
    Function function = Function::None;
    Binding binding = Binding::None;
    std::uint32_t slot = 0; ///< of the name or the macro's variable
    bool known = false; ///< of a Has: a declared name, so always true
};

struct Analysis {
    std::vector<NodeFacts> nodes; ///< one for each node of the tree
    std::vector<Problem> problems;

    bool ok() const;
};

Analysis analyse(const Expression& expression, const Vocabulary& vocabulary, std::optional<Kind> wanted);

}
