// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/scratch.h"

#include <string>
#include <string_view>

namespace ow::decide {

class CompiledPack;

/// One request's JSON (DECISION.md, section 2) in, one line of JSON appended to `out`, without its newline:
/// the decision of section 5, or {"error":{"about","code","message"}} for a request that is refused; `about`
/// is the key's path. Any bytes are an input: never throws for them. Thread-safe on a shared pack, given a
/// Scratch of its own. `explain` adds every candidate with what blocked it, and the facts' values.
void answerLine(
    std::string_view requestJson, const CompiledPack& pack, bool explain, Scratch& scratch, std::string& out);

}
