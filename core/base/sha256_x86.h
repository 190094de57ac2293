// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/sha256.h"

#include <string_view>

namespace ow {

/// Whether this processor has the SHA instructions; asked of it once. False where the program is for another
/// family.
bool hasShaInstructions();

/// SHA-256 by those instructions: a short text takes a fifteenth of what portable code takes. Only where
/// hasShaInstructions().
Sha256 sha256ByInstructions(std::string_view bytes);

}
