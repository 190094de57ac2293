// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "decide/scratch.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ow::decide {

class CompiledPack;

/// One request's JSON (DECISION.md, section 2) in, the JSON of its decision (section 5) appended to `out` on
/// one line, without a newline. `explain` adds `considered`, `facts` and `explain`
/// (answer_explained.h: for many requests that one is made once).
/// Any bytes are an input: never throws for them. Thread-safe on a shared pack, given a Scratch of its own.
/// Errors: InvalidInput, `at` = the key's path, "" where the text is no JSON; nothing is appended then.
[[nodiscard]] Result<void> answer(
    std::string_view requestJson, const CompiledPack& pack, bool explain, Scratch& scratch, std::string& out);

/// What stands in a refused request's place: {"error":{"about","code","message"}}, without a newline; `line`
/// stands between code and message where it is not 0.
void appendRefusal(std::string_view about, std::string_view code, std::string_view message, std::string& out,
    std::uint64_t line = 0);

/// answer(), and appendRefusal() for a request that is refused: every line has its answer. `line`: its
/// number, from 1, where it has one.
void answerLine(std::string_view requestJson, const CompiledPack& pack, bool explain, Scratch& scratch,
    std::string& out, std::uint64_t line = 0);

}
