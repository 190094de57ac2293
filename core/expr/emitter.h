// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/code.h"
#include "expr/plan.h"

namespace ow::expr {

/// Writes the code of one plan, or of a part of it, into a program's code. A result goes into a register of
/// the frame; registers above it are free while it is worked out.
class Emitter {
public:
    Emitter(const Plan& plan, Code& out)
        : m_plan(plan)
        , m_out(out)
    {
    }

    /// The whole code for the node's value.
    void emitProgram(NodeIndex node);

private:
    using Register = std::uint16_t;
    using Label = std::uint32_t;

    /// The instruction that compares for a node, its value form.
    struct Comparing {
        Op op = Op::IntEqual;
        bool swapped = false; ///< a > b is b < a
        bool negated = false;
        std::uint8_t extra = 0;
        std::uint32_t set = 0;
    };

    const PlanNode& plan(NodeIndex i) const { return m_plan.nodes[i]; }

    // values
    void result(NodeIndex i);
    Operand operand(NodeIndex i, Register free);
    void emit(NodeIndex i, Register to);
    void simple(NodeIndex i, Register to);
    void binary(NodeIndex i, Register to);
    void binaryStep(NodeIndex i, Register to, Operand a, Operand b);
    std::optional<Op> arithmeticOp(NodeIndex i) const;
    void call(NodeIndex i, Register to);
    bool resolvedCall(NodeIndex i, Register to);
    void literal(NodeIndex i, Register to);
    void conditional(NodeIndex i, Register to);
    void junction(NodeIndex i, Register to);
    void raise(NodeIndex i, Register to);

    // macros: the loop's state is in register `walk`, the variable in the one behind it
    void quantifier(NodeIndex i, Register to);
    void existsOne(NodeIndex i, Register to);
    void collect(NodeIndex i, Register to);
    void iterate(NodeIndex i, Register walk);
    Label openLoop(NodeIndex i, Register walk, Label exit);
    void closeLoop(NodeIndex i, Label again);

    // conditions: jump to `label` where the node's value is `wanted`, go on where it is not
    void condition(NodeIndex i, bool wanted, Label label, Register free);
    void comparison(NodeIndex i, const Comparing& c, bool wanted, Label label, Register free);
    void junctionCondition(NodeIndex i, bool wanted, Label label, Register free);
    std::optional<Comparing> comparing(NodeIndex i);
    std::optional<Comparing> setOf(Kind item, const PlanNode& list);

    Operand constant(const Value& value);
    Operand frame(Register r);
    Instruction& add(Op op, NodeIndex node, Register to = 0, Operand a = {}, Operand b = {});
    void jump(Op op, NodeIndex node, Label label, Operand a = {}, Operand b = {});
    Label newLabel();
    void place(Label label) { m_labels[label] = std::uint32_t(m_out.instructions.size()); }
    /// Errors from here on are kept in `to` and evaluation goes on at the label; gives the trap before.
    std::uint32_t setTrap(Register to, Label label);
    void resolveLabels();

    const Plan& m_plan;
    Code& m_out;
    std::vector<std::uint32_t> m_labels; ///< where each stands
    std::vector<Register> m_variables; ///< by the macro's number
    std::uint32_t m_trap = 0;
};

}
