// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "model/pack.h"

#include <vector>

namespace ow::decide {

/// Everything that reading alone cannot see: references that lead nowhere, expressions and templates that do
/// not check, arm prices that break a guardrail. Each Error::at is a key path from the root. Empty = the pack
/// can be compiled.
std::vector<Error> validate(const model::Pack& pack);

/// What is allowed and most likely a slip: a closed string held against a value it never has, an active offer
/// whose own price breaks a guardrail and which therefore is never shown. In the order of validate(), `at` as
/// there. A pack with warnings compiles.
std::vector<Error> warnings(const model::Pack& pack);

}
