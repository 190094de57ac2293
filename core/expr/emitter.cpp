// SPDX-License-Identifier: Apache-2.0
#include "expr/emitter.h"

#include <algorithm>
#include <limits>

namespace ow::expr {

namespace {

constexpr std::size_t mostArguments = 8; ///< of a call; more of them make a list

Op jumpForm(Op value, bool wanted) { return Op(std::uint8_t(value) + (wanted ? 1 : 2)); }

}

void Emitter::emitProgram(NodeIndex node)
{
    m_out.traps.emplace_back();
    result(node);
    resolveLabels();
}

Operand Emitter::constant(const Value& value)
{
    m_out.constants.push_back(value);
    return { Operand::Row::Constants, std::uint32_t(m_out.constants.size() - 1) };
}

Operand Emitter::frame(Register r)
{
    m_out.frameSize = std::max(m_out.frameSize, std::uint32_t(r) + 1);
    return { Operand::Row::Frame, r };
}

Instruction& Emitter::add(Op op, NodeIndex node, Register to, Operand a, Operand b)
{
    frame(to);
    Instruction& in = m_out.instructions.emplace_back();
    in.op = op;
    in.to = to;
    in.a = a;
    in.b = b;
    m_out.origins.push_back({ node, m_trap });
    return in;
}

void Emitter::jump(Op op, NodeIndex node, Label label, Operand a, Operand b)
{
    add(op, node, 0, a, b).target = label;
}

Emitter::Label Emitter::newLabel()
{
    m_labels.push_back(0);
    return Label(m_labels.size() - 1);
}

std::uint32_t Emitter::setTrap(Register to, Label label)
{
    m_out.traps.push_back({ label, to });
    return std::exchange(m_trap, std::uint32_t(m_out.traps.size() - 1));
}

void Emitter::resolveLabels()
{
    for (Instruction& in : m_out.instructions) {
        const bool jumps = in.op == Op::Jump || in.op == Op::JumpIfTrue || in.op == Op::JumpIfFalse
            || in.op == Op::Next || jumpsOnComparison(in.op);
        if (jumps)
            in.target = m_labels[in.target];
    }
    for (std::size_t t = 1; t < m_out.traps.size(); ++t)
        m_out.traps[t].target = m_labels[m_out.traps[t].target];
}

/// The value is the evaluation's own: choices and conditions return where they know it.
void Emitter::result(NodeIndex i)
{
    const PlanNode& node = plan(i);
    if (node.operation == Operation::Conditional) {
        const Label otherwise = newLabel();
        condition(node.operands[0], false, otherwise, 0);
        result(node.operands[1]);
        place(otherwise);
        result(node.operands[2]);
        return;
    }
    const bool junction = node.operation == Operation::And || node.operation == Operation::Or;
    if (!junction || node.mayFail) {
        const Operand value = operand(i, 0);
        add(Op::Return, i, 0, value);
        return;
    }
    const bool deciding = node.operation == Operation::Or;
    const Label decided = newLabel();
    for (const NodeIndex child : node.operands)
        condition(child, deciding, decided, 0);
    add(Op::Return, i, 0, constant(Value::of(!deciding)));
    place(decided);
    add(Op::Return, i, 0, constant(Value::of(deciding)));
}

Operand Emitter::operand(NodeIndex i, Register free)
{
    const PlanNode& node = plan(i);
    switch (node.operation) {
    case Operation::Constant:
        return constant(node.constant);
    case Operation::Name:
        return { Operand::Row::Slots, node.slot };
    case Operation::Local:
        return frame(m_variables[node.slot]);
    default:
        emit(i, free);
        return frame(free);
    }
}

void Emitter::emit(NodeIndex i, Register to)
{
    const PlanNode& node = plan(i);
    if (isBinary(node.operation))
        return binary(i, to);
    switch (node.operation) {
    case Operation::Constant:
    case Operation::Name:
    case Operation::Local:
        add(Op::Move, i, to, operand(i, to));
        return;
    case Operation::And:
    case Operation::Or:
        return junction(i, to);
    case Operation::Conditional:
        return conditional(i, to);
    case Operation::Call:
        return call(i, to);
    case Operation::List:
    case Operation::MapLiteral:
        return literal(i, to);
    case Operation::All:
    case Operation::Exists:
        return quantifier(i, to);
    case Operation::ExistsOne:
        return existsOne(i, to);
    case Operation::Filter:
    case Operation::Map:
        return collect(i, to);
    default:
        return simple(i, to);
    }
}

/// Not, Negate, Field, Has, Index.
void Emitter::simple(NodeIndex i, Register to)
{
    const PlanNode& node = plan(i);
    const Operand a = operand(node.operands[0], to);
    switch (node.operation) {
    case Operation::Not:
        add(Op::Not, i, to, a);
        return;
    case Operation::Negate:
        add(Op::Negate, i, to, a);
        return;
    case Operation::Field:
        add(Op::Field, i, to, a, constant(node.constant));
        return;
    case Operation::Has:
        add(Op::HasField, i, to, a, constant(node.constant));
        return;
    default:
        break;
    }
    const Operand key = operand(node.operands[1], Register(to + 1));
    add(Op::Binary, i, to, a, key).extra = std::uint8_t(Operation::Index);
}

/// Along the left side without recursion: a sum may have as many terms as the text holds.
void Emitter::binary(NodeIndex i, Register to)
{
    std::vector<NodeIndex> spine;
    for (; isBinary(plan(i).operation); i = plan(i).operands[0])
        spine.push_back(i);
    Operand left = operand(i, to);
    for (auto step = spine.rbegin(); step != spine.rend(); ++step) {
        const Operand right = operand(plan(*step).operands[1], Register(to + 1));
        binaryStep(*step, to, left, right);
        left = frame(to);
    }
}

void Emitter::binaryStep(NodeIndex i, Register to, Operand a, Operand b)
{
    const PlanNode& node = plan(i);
    if (const std::optional<Comparing> c = comparing(i)) {
        Instruction& in = add(c->op, i, to, c->swapped ? b : a, c->swapped ? a : b);
        in.extra = c->extra;
        in.count = c->set;
        if (c->negated)
            add(Op::Not, i, to, frame(to));
        return;
    }
    if (const std::optional<Op> op = arithmeticOp(i)) {
        add(*op, i, to, a, b);
        return;
    }
    add(Op::Binary, i, to, a, b).extra = std::uint8_t(node.operation);
}

std::optional<Op> Emitter::arithmeticOp(NodeIndex i) const
{
    const PlanNode& node = plan(i);
    const Kind kind = plan(node.operands[0]).type.kind;
    if (plan(node.operands[1]).type.kind != kind || (kind != Kind::Int && kind != Kind::Double))
        return std::nullopt;
    const bool whole = kind == Kind::Int;
    switch (node.operation) {
    case Operation::Add:
        return whole ? Op::IntAdd : Op::DoubleAdd;
    case Operation::Subtract:
        return whole ? Op::IntSubtract : Op::DoubleSubtract;
    case Operation::Multiply:
        return whole ? Op::IntMultiply : Op::DoubleMultiply;
    case Operation::Divide:
        return whole ? std::nullopt : std::optional(Op::DoubleDivide);
    default:
        return std::nullopt;
    }
}

std::optional<Emitter::Comparing> Emitter::comparing(NodeIndex i)
{
    const PlanNode& node = plan(i);
    const PlanNode& right = plan(node.operands[1]);
    const Kind kind = plan(node.operands[0]).type.kind;
    if (node.operation == Operation::In)
        return setOf(kind, right);
    const bool relation = node.operation >= Operation::Equal && node.operation <= Operation::GreaterEqual;
    if (!relation || kind != right.type.kind)
        return std::nullopt;
    Comparing out;
    out.negated = node.operation == Operation::NotEqual;
    out.swapped = node.operation == Operation::Greater || node.operation == Operation::GreaterEqual;
    const bool equality = out.negated || node.operation == Operation::Equal;
    const bool orEqual = node.operation == Operation::LessEqual || node.operation == Operation::GreaterEqual;
    switch (kind) {
    case Kind::Bool:
    case Kind::Int:
    case Kind::Duration:
        out.op = equality ? Op::IntEqual : orEqual ? Op::IntLessEqual : Op::IntLess;
        out.extra = std::uint8_t(Value::zero(kind).tag());
        return out;
    case Kind::Double:
        out.op = equality ? Op::DoubleEqual : orEqual ? Op::DoubleLessEqual : Op::DoubleLess;
        return out;
    case Kind::String:
        out.op = Op::StringEqual;
        return equality ? std::optional(out) : std::nullopt;
    default:
        return std::nullopt;
    }
}

/// For `in` with a constant list.
std::optional<Emitter::Comparing> Emitter::setOf(Kind item, const PlanNode& list)
{
    if (list.operation != Operation::Constant || !list.constant.is(Value::Tag::List))
        return std::nullopt;
    std::optional<ConstantSet> set = ConstantSet::of(list.constant.items());
    if (!set || set->tag() != Value::zero(item).tag())
        return std::nullopt;
    m_out.sets.push_back(std::move(*set));
    Comparing out;
    out.op = Op::InSet;
    out.set = std::uint32_t(m_out.sets.size() - 1);
    return out;
}

void Emitter::call(NodeIndex i, Register to)
{
    const PlanNode& node = plan(i);
    const Operand first = frame(to);
    if (resolvedCall(i, to))
        return;
    std::uint32_t count = std::uint32_t(node.operands.size());
    if (count > mostArguments) { // only greatest and least take so many, and they take a list, too
        literal(i, to);
        count = 1;
    } else {
        for (std::uint32_t k = 0; k < count; ++k)
            emit(node.operands[k], Register(to + k));
    }
    Instruction& in = add(Op::Call, i, to, first);
    in.extra = std::uint8_t(node.function);
    in.count = count;
}

/// What needs no arguments side by side.
bool Emitter::resolvedCall(NodeIndex i, Register to)
{
    const PlanNode& node = plan(i);
    const bool conversion
        = node.function == Function::ToDouble && plan(node.operands[0]).type.kind == Kind::Int;
    if (!conversion && node.resolved < 0)
        return false;
    const Operand a = operand(node.operands[0], to);
    const Op op = conversion                 ? Op::IntToDouble
        : node.function == Function::Matches ? Op::Matches
                                             : Op::ClockPart;
    Instruction& in = add(op, i, to, a);
    in.extra = std::uint8_t(node.function);
    in.count = std::uint32_t(std::max(node.resolved, 0));
    return true;
}

/// A list of the node's operands; a map's entries are a list first, too.
void Emitter::literal(NodeIndex i, Register to)
{
    const PlanNode& node = plan(i);
    const bool map = node.operation == Operation::MapLiteral;
    add(Op::NewList, i, to).count = std::uint32_t(node.operands.size());
    for (std::size_t k = 0; k < node.operands.size(); ++k) {
        const Operand item = operand(node.operands[k], Register(to + 1));
        add(map && k % 2 == 0 ? Op::AppendKey : Op::Append, i, to, item);
    }
    if (map)
        add(Op::ToMap, i, to);
}

void Emitter::conditional(NodeIndex i, Register to)
{
    const PlanNode& node = plan(i);
    const Label otherwise = newLabel();
    const Label end = newLabel();
    condition(node.operands[0], false, otherwise, to);
    emit(node.operands[1], to);
    jump(Op::Jump, i, end);
    place(otherwise);
    emit(node.operands[2], to);
    place(end);
}

/// && and ||: an operand that decides wins over errors in the others, whatever their order; the first error
/// waits in the result until the last operand has had its say.
void Emitter::junction(NodeIndex i, Register to)
{
    const PlanNode& node = plan(i);
    const bool deciding = node.operation == Operation::Or;
    const Operand otherwise = constant(Value::of(!deciding));
    const Label decided = newLabel();
    const Label end = newLabel();
    if (node.mayFail)
        add(Op::Move, i, to, otherwise);
    for (const NodeIndex child : node.operands) {
        const Label next = newLabel();
        const std::uint32_t outer = node.mayFail ? setTrap(to, next) : m_trap;
        condition(child, deciding, decided, Register(to + 1));
        m_trap = outer;
        place(next);
    }
    if (node.mayFail)
        raise(i, to);
    else
        add(Op::Move, i, to, otherwise);
    jump(Op::Jump, i, end);
    place(decided);
    add(Op::Move, i, to, constant(Value::of(deciding)));
    place(end);
}

/// A kept error goes on to the next trap at once: what stands to its right is not evaluated any more.
void Emitter::raise(NodeIndex i, Register to)
{
    const Operand kept = frame(to);
    add(Op::Move, i, to, kept);
}

void Emitter::condition(NodeIndex i, bool wanted, Label label, Register free)
{
    const PlanNode& node = plan(i);
    const bool junction = node.operation == Operation::And || node.operation == Operation::Or;
    if (node.operation == Operation::Not)
        return condition(node.operands[0], !wanted, label, free);
    if (junction && !node.mayFail)
        return junctionCondition(i, wanted, label, free);
    if (isBinary(node.operation)) {
        if (const std::optional<Comparing> c = comparing(i))
            return comparison(i, *c, wanted, label, free);
    }
    const Operand value = operand(i, free);
    jump(wanted ? Op::JumpIfTrue : Op::JumpIfFalse, i, label, value);
}

void Emitter::comparison(NodeIndex i, const Comparing& c, bool wanted, Label label, Register free)
{
    const Operand a = operand(plan(i).operands[0], free);
    const Operand b = operand(plan(i).operands[1], Register(free + 1));
    Instruction& in = add(jumpForm(c.op, wanted != c.negated), i, 0, c.swapped ? b : a, c.swapped ? a : b);
    in.extra = c.extra;
    in.count = c.set;
    in.target = label;
}

/// Of && and || that cannot fail: their operands jump for them.
void Emitter::junctionCondition(NodeIndex i, bool wanted, Label label, Register free)
{
    const PlanNode& node = plan(i);
    const bool deciding = node.operation == Operation::Or;
    const Label skip = newLabel();
    for (const NodeIndex child : node.operands) {
        const bool last = child == node.operands.back();
        if (wanted == deciding || last)
            condition(child, wanted, label, free);
        else
            condition(child, deciding, skip, free);
    }
    place(skip);
}

Emitter::Label Emitter::openLoop(NodeIndex i, Register walk, Label exit)
{
    const auto variable = Register(walk + 1);
    const Label again = newLabel();
    place(again);
    if (m_variables.size() <= plan(i).slot)
        m_variables.resize(plan(i).slot + 1);
    m_variables[plan(i).slot] = variable;
    add(Op::Next, i, variable, frame(walk)).target = exit;
    return again;
}

void Emitter::closeLoop(NodeIndex i, Label again)
{
    jump(Op::Jump, i, again);
    const std::uint32_t first = m_labels[again];
    m_out.instructions[first].count = std::uint32_t(m_out.instructions.size()) - first;
}

void Emitter::iterate(NodeIndex i, Register walk)
{
    const Operand list = operand(plan(i).operands[0], walk);
    add(Op::Iterate, i, walk, list);
}

void Emitter::quantifier(NodeIndex i, Register to)
{
    const PlanNode& node = plan(i);
    const bool deciding = node.operation == Operation::Exists;
    const auto walk = Register(to + 1);
    const Label decided = newLabel();
    const Label exit = newLabel();
    iterate(i, walk);
    add(Op::Move, i, to, constant(Value::of(!deciding)));
    const Label again = openLoop(i, walk, exit);
    const std::uint32_t outer = setTrap(to, again);
    condition(node.operands[1], deciding, decided, Register(to + 3));
    m_trap = outer;
    closeLoop(i, again);
    place(decided);
    add(Op::Move, i, to, constant(Value::of(deciding)));
    place(exit);
    raise(i, to);
}

/// No absorption here: the specification counts, it does not search.
void Emitter::existsOne(NodeIndex i, Register to)
{
    const auto walk = Register(to + 1);
    const Label exit = newLabel();
    iterate(i, walk);
    add(Op::Move, i, to, constant(Value::of(std::int64_t(0))));
    const Label again = openLoop(i, walk, exit);
    condition(plan(i).operands[1], false, again, Register(to + 3));
    add(Op::Increment, i, to);
    closeLoop(i, again);
    place(exit);
    add(Op::IntEqual, i, to, frame(to), constant(Value::of(std::int64_t(1)))).extra
        = std::uint8_t(Value::Tag::Int);
}

/// filter and map, the latter also with a condition.
void Emitter::collect(NodeIndex i, Register to)
{
    const PlanNode& node = plan(i);
    const bool filters = node.operation == Operation::Filter || node.operands.size() == 3;
    const auto walk = Register(to + 1);
    const auto variable = Register(to + 2);
    const auto free = Register(to + 3);
    const Label exit = newLabel();
    iterate(i, walk);
    add(Op::NewListFor, i, to, frame(walk));
    const Label again = openLoop(i, walk, exit);
    if (filters)
        condition(node.operands[1], false, again, free);
    const Operand item
        = node.operation == Operation::Filter ? frame(variable) : operand(node.operands.back(), free);
    add(Op::Append, i, to, item);
    closeLoop(i, again);
    place(exit);
}

}
