// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/type.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace ow::expr {

enum class Function : std::uint8_t {
    None,
    Size,
    StartsWith,
    EndsWith,
    Contains,
    Matches,
    ToInt,
    ToDouble,
    ToString,
    ToTimestamp,
    ToDuration,
    GetFullYear,
    GetMonth,
    GetDate,
    GetDayOfMonth,
    GetDayOfWeek,
    GetDayOfYear,
    GetHours,
    GetMinutes,
    GetSeconds,
    GetMilliseconds,
    Greatest,
    Least,
};

struct Overload {
    std::vector<Type> parameters; ///< of a method the target first
    Type result;
};

struct FunctionEntry {
    Function function = Function::None;
    std::string_view name;
    bool asCall = false; ///< size(x)
    bool asMethod = false; ///< x.size()
    std::vector<Overload> overloads; ///< empty for greatest and least, which take any number
};

/// The entry of a function by its name; null where there is none. "math.greatest" and "math.least" with their
/// prefix.
const FunctionEntry* findFunction(std::string_view name);
std::span<const FunctionEntry> functions();

/// Whether CEL or a known extension of it has a function of this name that this language leaves out.
bool isLeftOutFunction(std::string_view name);
bool isTypeName(std::string_view name);

/// The operators' overloads: arithmetic, comparison (not ==, != and in, which are polymorphic).
std::span<const Overload> operatorOverloads(std::string_view op);

/// The result type for these arguments; false where no overload takes them.
bool resolveOverload(std::span<const Overload> overloads, std::span<const Type> arguments, Type& result);

}
