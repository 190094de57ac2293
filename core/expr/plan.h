// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/analysis.h"
#include "expr/operation.h"
#include "expr/value.h"

#include <span>
#include <vector>

namespace ow::expr {

/// What one node of an expression does, with names bound and types known.
struct PlanNode {
    Operation operation = Operation::Constant;
    Function function = Function::None; ///< of a Call
    bool mayFail = false; ///< it or anything below it; the compiler finds out
    std::int32_t resolved = -1; ///< matches, getters: the code's pattern or clock for their constant
    std::uint32_t slot = 0; ///< Name: the name's; Local, macros: the variable's number
    std::vector<NodeIndex> operands; ///< indices into the plan, smaller than the node's own
    Value constant; ///< Constant; Field, Has: the key
    Type type;
};

/// An expression between checking and code: plan[i] is the tree's node i; nodes that mean nothing by
/// themselves (the "customer" of customer.age) are never an operand.
struct Plan {
    std::vector<PlanNode> nodes;
    NodeIndex root = 0;
};

/// `expression` keeps the constants' texts and must live as long as the plan.
Plan makePlan(const Expression& expression, Analysis analysis);

/// The nodes that take part, in an order in which operands come before what uses them.
std::vector<NodeIndex> usedNodes(const Plan& plan);

}
