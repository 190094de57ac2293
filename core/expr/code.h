// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/arena.h"
#include "expr/constant_set.h"
#include "expr/instruction.h"
#include "expr/patterns.h"
#include "expr/time_value.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace ow::expr {

/// What a program runs on. emitter.h writes it, evaluator.cpp runs it.
struct alignas(64) Code {
    static constexpr std::uint32_t quickFrame = 64; ///< registers that need no memory of the arena

    std::vector<Instruction> instructions;
    std::vector<Value> constants;
    std::uint32_t frameSize = 0; ///< registers
    bool unbounded = false; ///< it cannot fail and needs no budget
    std::vector<Origin> origins; ///< one for each instruction
    std::vector<Trap> traps; ///< the first is none
    std::vector<Pattern> patterns;
    std::vector<Clock> clocks;
    std::vector<ConstantSet> sets;
    std::optional<Value> constant; ///< where the whole is one
    std::unique_ptr<Arena> made; ///< of folded constants; texts of the source stay in the expression's tree
};

/// Runs the code, as Program::evaluate says; takes what that costs from `steps`.
Value run(const Code& code, std::span<const Value> values, Arena& arena, std::uint64_t& steps);

}
