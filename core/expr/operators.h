// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/arena.h"
#include "expr/functions.h"
#include "expr/operation.h"
#include "expr/value.h"

#include <span>

// What operators and functions do to values whose errors are already dealt with.

namespace ow::expr {

Value arithmetic(Operation op, const Value& a, const Value& b, Arena& arena);
Value ordered(Operation op, const Value& a, const Value& b);
Value negated(const Value& v);
/// item in container; `steps` as of equal().
Value contains(const Value& container, const Value& item, std::uint64_t& steps);
Value indexed(const Value& container, const Value& key);
/// Every function; a pattern of matches() is compiled anew and takes from `steps` what that costs.
Value callFunction(Function function, std::span<const Value> arguments, Arena& arena, std::uint64_t& steps);

}
