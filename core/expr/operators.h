// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/arena.h"
#include "expr/program.h"
#include "expr/value.h"

#include <span>

// What operators and functions do to values whose errors are already dealt with.

namespace ow::expr {

Value arithmetic(Program::Op op, const Value& a, const Value& b, Arena& arena);
Value ordered(Program::Op op, const Value& a, const Value& b);
Value negated(const Value& v);
/// item in container; `steps` as of equal().
Value contains(const Value& container, const Value& item, std::uint32_t& steps);
Value indexed(const Value& container, const Value& key);
Value callFunction(
    Function function, std::span<const Value> arguments, const re2::RE2* pattern, Arena& arena);

}
