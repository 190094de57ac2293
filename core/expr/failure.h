// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/functions.h"
#include "expr/operation.h"

#include <span>

namespace ow::expr {

/// One operation as far as it matters for failing.
struct OperationFacts {
    Operation operation = Operation::Constant;
    Function function = Function::None; ///< of a Call
    std::span<const Type> operands; ///< their static types
    bool resolved = false; ///< matches, getters: the constant pattern or time zone is known to be good
    bool safeDivisor = false; ///< the divisor is a constant int, neither 0 nor -1
};

/// Whether the operation itself can give an error for some values of these types. Conservative: false only
/// where none can, and where what it costs is bounded by its operands, so that no step budget is needed.
bool mayFail(const OperationFacts& operation);

}
