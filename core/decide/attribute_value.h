// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/value.h"
#include "model/pack.h"

#include <string>

namespace ow::decide {

/// Whether an attribute may have the value (a bool, an int, a double or a string): "" if so, else a sentence
/// that says why not: another type, outside its closed values or its range. An int where a double is declared
/// becomes a double.
[[nodiscard]] std::string checkAttribute(const model::Attribute& declared, expr::Value& value);

}
