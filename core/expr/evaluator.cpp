// SPDX-License-Identifier: Apache-2.0
#include "expr/analysis.h"
#include "expr/code.h"
#include "expr/operation.h"
#include "expr/operators.h"
#include "expr/program.h"
#include "expr/same_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <limits>
#include <memory>

namespace ow::expr {

namespace {

using Tag = Value::Tag;

enum class Form { Value, JumpIfTrue, JumpIfFalse };

struct EqualTo {
    template <typename T>
    static bool holds(T a, T b)
    {
        return a == b;
    }
    static constexpr Operation general = Operation::Equal;
};
struct LessThan {
    template <typename T>
    static bool holds(T a, T b)
    {
        return a < b;
    }
    static constexpr Operation general = Operation::Less;
};
struct AtMost {
    template <typename T>
    static bool holds(T a, T b)
    {
        return a <= b;
    }
    static constexpr Operation general = Operation::LessEqual;
};

bool addOverflows(std::int64_t a, std::int64_t b, std::int64_t& out)
{
    return __builtin_add_overflow(a, b, &out);
}
bool subtractOverflows(std::int64_t a, std::int64_t b, std::int64_t& out)
{
    return __builtin_sub_overflow(a, b, &out);
}
bool multiplyOverflows(std::int64_t a, std::int64_t b, std::int64_t& out)
{
    return __builtin_mul_overflow(a, b, &out);
}

/// One run of a code: the state that must not be shared. Instructions answer with the next one; null = the
/// evaluation is over and m_result says how.
class Machine {
public:
    Machine(const Code& code, std::span<const Value> values, Value* frame, Arena& arena, std::uint64_t& steps)
        : m_rows { values.data(), code.constants.data(), frame }
        , m_frame(frame)
        , m_code(code)
        , m_arena(arena)
        , m_left(steps)
    {
    }

    Value run();

private:
    using Next = const Instruction*;

    const Value& at(Operand o) const { return m_rows[o.row()][o.index()]; }
    Value& to(const Instruction& in) { return m_frame[in.to]; }
    Next target(const Instruction& in) const { return m_code.instructions.data() + in.target; }

    bool spend(std::uint64_t cost)
    {
        m_left -= std::min(m_left, cost);
        return m_left != 0;
    }
    /// Long operands cost steps.
    bool spendOn(const Value& v)
    {
        return spend(v.is(Tag::List) || v.is(Tag::Map) ? v.size() : v.is(Tag::String) ? v.size() / 64 : 0);
    }

    Next fail(const Instruction& in, Value error);
    Next fail(const Instruction& in, EvalError error) { return fail(in, Value::error(error)); }
    /// Where a value is not what an instruction takes.
    Next refuse(const Instruction& in, const Value& v)
    {
        return fail(in, v.isError() ? v : Value::error(EvalError::WrongType));
    }
    Next store(const Instruction& in, const Value& v)
    {
        if (v.isError())
            return fail(in, v);
        to(in) = v;
        return &in + 1;
    }

    template <Form form>
    Next answer(const Instruction& in, bool yes)
    {
        if constexpr (form == Form::Value) {
            to(in) = Value::of(yes);
            return &in + 1;
        } else {
            return yes == (form == Form::JumpIfTrue) ? target(in) : &in + 1;
        }
    }
    template <Form form>
    Next answer(const Instruction& in, const Value& v)
    {
        return v.is(Tag::Bool) ? answer<form>(in, v.asBool()) : refuse(in, v);
    }

    template <typename Relation, Form form>
    Next compareInts(const Instruction& in)
    {
        const Value& a = at(in.a);
        const Value& b = at(in.b);
        if (a.is(Tag(in.extra)) && b.is(Tag(in.extra))) [[likely]]
            return answer<form>(in, Relation::holds(a.asInt(), b.asInt()));
        return answer<form>(in, binary(Relation::general, a, b));
    }
    template <typename Relation, Form form>
    Next compareDoubles(const Instruction& in)
    {
        const Value& a = at(in.a);
        const Value& b = at(in.b);
        if (a.is(Tag::Double) && b.is(Tag::Double)) [[likely]]
            return answer<form>(in, Relation::holds(a.asDouble(), b.asDouble()));
        return answer<form>(in, binary(Relation::general, a, b));
    }
    template <Form form>
    Next compareStrings(const Instruction& in)
    {
        const Value& a = at(in.a);
        const Value& b = at(in.b);
        const bool quick = a.is(Tag::String) && b.is(Tag::String) && (a.size() < 64 || a.size() != b.size());
        if (quick) [[likely]]
            return answer<form>(in, sameText(a.asString(), b.asString()));
        return answer<form>(in, binary(Operation::Equal, a, b));
    }
    template <Form form>
    Next inSet(const Instruction& in)
    {
        const Value& item = at(in.a);
        const ConstantSet& set = m_code.sets[in.count];
        if (item.is(set.tag())) [[likely]]
            return answer<form>(in, set.holds(item));
        return answer<form>(in, binary(Operation::In, item, at(in.b)));
    }

    template <auto overflows>
    Next intArithmetic(const Instruction& in, Operation general)
    {
        const Value& a = at(in.a);
        const Value& b = at(in.b);
        std::int64_t out = 0;
        if (a.is(Tag::Int) && b.is(Tag::Int) && !overflows(a.asInt(), b.asInt(), out)) [[likely]] {
            to(in) = Value::of(out);
            return &in + 1;
        }
        return store(in, binary(general, a, b));
    }
    template <auto calculate>
    Next doubleArithmetic(const Instruction& in, Operation general)
    {
        const Value& a = at(in.a);
        const Value& b = at(in.b);
        if (a.is(Tag::Double) && b.is(Tag::Double)) [[likely]] {
            to(in) = Value::of(calculate(a.asDouble(), b.asDouble()));
            return &in + 1;
        }
        return store(in, binary(general, a, b));
    }

    Next intToDouble(const Instruction& in)
    {
        const Value& a = at(in.a);
        if (!a.is(Tag::Int)) [[unlikely]]
            return rare(in);
        to(in) = Value::of(double(a.asInt()));
        return &in + 1;
    }

    Value binary(Operation operation, const Value& a, const Value& b);
    Value binaryOfValues(Operation operation, const Value& a, const Value& b);
    Next rare(const Instruction& in);
    Next call(const Instruction& in);
    Next matches(const Instruction& in);
    Next clockPart(const Instruction& in);
    Next field(const Instruction& in);
    Next negation(const Instruction& in);
    Next iterate(const Instruction& in);
    Next next(const Instruction& in);
    Next newList(const Instruction& in, std::uint32_t room);
    Next append(const Instruction& in);
    Next appendKey(const Instruction& in);
    Next finish(const Instruction& in);
    bool isSmall(const Value& v, int depth);

    std::array<const Value*, 3> m_rows;
    Value* m_frame;
    const Code& m_code;
    Arena& m_arena;
    std::uint64_t& m_left;
    Value m_result;
};

Machine::Next Machine::fail(const Instruction& in, Value error)
{
    const Origin& origin = m_code.origins[std::size_t(&in - m_code.instructions.data())];
    if (error.errorNode() < 0)
        error.setErrorNode(origin.node);
    if (origin.trap == 0 || error.errorCode() == EvalError::TooCostly) {
        m_result = error;
        return nullptr;
    }
    const Trap& trap = m_code.traps[origin.trap];
    if (!m_frame[trap.to].isError())
        m_frame[trap.to] = error;
    return m_code.instructions.data() + trap.target;
}

/// Any operation on any two values.
[[gnu::noinline]] Value Machine::binary(Operation operation, const Value& a, const Value& b)
{
    if (a.isError())
        return a;
    if (b.isError())
        return b;
    if (!spendOn(a) || !spendOn(b))
        return Value::error(EvalError::TooCostly);
    const Value v = binaryOfValues(operation, a, b);
    return m_left == 0 ? Value::error(EvalError::TooCostly) : v;
}

Value Machine::binaryOfValues(Operation operation, const Value& a, const Value& b)
{
    switch (operation) {
    case Operation::Equal:
    case Operation::NotEqual:
        return Value::of(equal(a, b, m_left) == (operation == Operation::Equal));
    case Operation::Less:
    case Operation::LessEqual:
    case Operation::Greater:
    case Operation::GreaterEqual:
        return ordered(operation, a, b);
    case Operation::In:
        return contains(b, a, m_left);
    case Operation::Index:
        return indexed(a, b);
    default:
        return arithmetic(operation, a, b, m_arena);
    }
}

Machine::Next Machine::call(const Instruction& in)
{
    const std::span<const Value> arguments { &at(in.a), in.count };
    for (const Value& v : arguments) {
        if (v.isError())
            return fail(in, v);
        if (!spendOn(v))
            return fail(in, EvalError::TooCostly);
    }
    return store(in, callFunction(Function(in.extra), arguments, m_arena, m_left));
}

Machine::Next Machine::matches(const Instruction& in)
{
    const Value& text = at(in.a);
    if (!text.is(Tag::String))
        return refuse(in, text);
    const Pattern& pattern = m_code.patterns[in.count];
    if (!spend(pattern.cost(text.asString())))
        return fail(in, EvalError::TooCostly);
    to(in) = Value::of(pattern.isIn(text.asString()));
    return &in + 1;
}

Machine::Next Machine::clockPart(const Instruction& in)
{
    const Value& time = at(in.a);
    if (!time.is(Tag::Timestamp))
        return refuse(in, time);
    return store(in, timestampPart(Function(in.extra), time, m_code.clocks[in.count]));
}

Machine::Next Machine::field(const Instruction& in)
{
    const Value& map = at(in.a);
    if (!map.is(Tag::Map))
        return refuse(in, map);
    if (!spendOn(map))
        return fail(in, EvalError::TooCostly);
    const Value& key = at(in.b);
    return store(in, in.op == Op::Field ? indexed(map, key) : contains(map, key, m_left));
}

Machine::Next Machine::negation(const Instruction& in)
{
    const Value& v = at(in.a);
    if (in.op == Op::Negate)
        return v.isError() ? fail(in, v) : store(in, negated(v));
    if (!v.is(Tag::Bool))
        return refuse(in, v);
    to(in) = Value::of(!v.asBool());
    return &in + 1;
}

/// Macros walk over a list's elements or a map's keys.
Machine::Next Machine::iterate(const Instruction& in)
{
    const Value& v = at(in.a);
    if (!v.is(Tag::List) && !v.is(Tag::Map))
        return refuse(in, v);
    to(in) = v;
    return &in + 1;
}

Machine::Next Machine::next(const Instruction& in)
{
    Value& left = m_frame[in.a.index()];
    if (left.size() == 0)
        return target(in);
    if (!spend(in.count))
        return fail(in, EvalError::TooCostly);
    if (left.is(Tag::List)) {
        to(in) = left.items().front();
        left = Value::list(left.items().subspan(1));
    } else {
        to(in) = left.entries().front();
        left = Value::map(left.entries().subspan(2));
    }
    return &in + 1;
}

/// The list grows by append; there is always room, because the emitter counts.
Machine::Next Machine::newList(const Instruction& in, std::uint32_t room)
{
    Value* items = spend(room) ? m_arena.allocate<Value>(room) : nullptr;
    if (items == nullptr)
        return fail(in, EvalError::TooCostly);
    to(in) = Value::list({ items, 0 });
    return &in + 1;
}

Machine::Next Machine::append(const Instruction& in)
{
    const Value& v = at(in.a);
    if (v.isError())
        return fail(in, v);
    const std::span<const Value> items = to(in).items();
    std::construct_at(const_cast<Value*>(items.data()) + items.size(), v); // newList made it, in the arena
    to(in) = Value::list({ items.data(), items.size() + 1 });
    return &in + 1;
}

Machine::Next Machine::appendKey(const Instruction& in)
{
    const Value& key = at(in.a);
    if (!key.is(Tag::Bool) && !key.is(Tag::Int) && !key.is(Tag::String))
        return refuse(in, key);
    const std::span<const Value> entries = to(in).items();
    for (std::size_t i = 0; i < entries.size(); i += 2) {
        if (equal(entries[i], key, m_left))
            return fail(in, EvalError::DuplicateKey);
    }
    return m_left == 0 ? fail(in, EvalError::TooCostly) : append(in);
}

/// What leaves an evaluation is printed, compared and put into further lists, so it is small and shallow
/// when it is counted as a tree, too: lists that share their elements can stand for more than there is
/// memory.
bool Machine::isSmall(const Value& v, int depth)
{
    if (depth > deepestNesting || !spend(1))
        return false;
    if (v.is(Tag::String))
        return spendOn(v);
    if (!v.is(Tag::List) && !v.is(Tag::Map))
        return true;
    return std::ranges::all_of(v.is(Tag::List) ? v.items() : v.entries(),
        [&](const Value& item) { return isSmall(item, depth + 1); });
}

Machine::Next Machine::finish(const Instruction& in)
{
    m_result = at(in.a);
    const bool holdsOthers = m_result.is(Tag::List) || m_result.is(Tag::Map);
    if (m_result.isError() && m_result.errorNode() < 0)
        m_result.setErrorNode(m_code.origins[std::size_t(&in - m_code.instructions.data())].node);
    else if (holdsOthers && !isSmall(m_result, 0))
        return fail(in, EvalError::TooCostly);
    return nullptr;
}

[[gnu::noinline]] Machine::Next Machine::rare(const Instruction& in)
{
    switch (in.op) {
    case Op::Binary:
        return store(in, binary(Operation(in.extra), at(in.a), at(in.b)));
    case Op::Not:
    case Op::Negate:
        return negation(in);
    case Op::Field:
    case Op::HasField:
        return field(in);
    case Op::Call:
        return call(in);
    case Op::Matches:
        return matches(in);
    case Op::ClockPart:
        return clockPart(in);
    case Op::Iterate:
        return iterate(in);
    case Op::Next:
        return next(in);
    case Op::Increment:
        to(in) = Value::of(to(in).asInt() + 1);
        return &in + 1;
    case Op::NewList:
        return newList(in, in.count);
    case Op::NewListFor:
        return newList(in, at(in.a).size());
    case Op::Append:
        return append(in);
    case Op::AppendKey:
        return appendKey(in);
    case Op::ToMap:
        to(in) = Value::map(to(in).items());
        return &in + 1;
    case Op::IntToDouble:
        return store(in, callFunction(Function::ToDouble, { &at(in.a), 1 }, m_arena, m_left));
    default:
        return finish(in);
    }
}

Value Machine::run()
{
    Next in = m_code.instructions.data();
    do {
        switch (in->op) {
        case Op::Return:
            if (const Value& v = at(in->a); v.tag() > Tag::Error && v.tag() < Tag::List) [[likely]]
                return v;
            in = finish(*in);
            break;
        case Op::Move:
            in = store(*in, at(in->a));
            break;
        case Op::Jump:
            in = target(*in);
            break;
        case Op::JumpIfTrue:
            in = answer<Form::JumpIfTrue>(*in, at(in->a));
            break;
        case Op::JumpIfFalse:
            in = answer<Form::JumpIfFalse>(*in, at(in->a));
            break;
        case Op::IntEqual:
            in = compareInts<EqualTo, Form::Value>(*in);
            break;
        case Op::IntEqualJumpIfTrue:
            in = compareInts<EqualTo, Form::JumpIfTrue>(*in);
            break;
        case Op::IntEqualJumpIfFalse:
            in = compareInts<EqualTo, Form::JumpIfFalse>(*in);
            break;
        case Op::IntLess:
            in = compareInts<LessThan, Form::Value>(*in);
            break;
        case Op::IntLessJumpIfTrue:
            in = compareInts<LessThan, Form::JumpIfTrue>(*in);
            break;
        case Op::IntLessJumpIfFalse:
            in = compareInts<LessThan, Form::JumpIfFalse>(*in);
            break;
        case Op::IntLessEqual:
            in = compareInts<AtMost, Form::Value>(*in);
            break;
        case Op::IntLessEqualJumpIfTrue:
            in = compareInts<AtMost, Form::JumpIfTrue>(*in);
            break;
        case Op::IntLessEqualJumpIfFalse:
            in = compareInts<AtMost, Form::JumpIfFalse>(*in);
            break;
        case Op::DoubleEqual:
            in = compareDoubles<EqualTo, Form::Value>(*in);
            break;
        case Op::DoubleEqualJumpIfTrue:
            in = compareDoubles<EqualTo, Form::JumpIfTrue>(*in);
            break;
        case Op::DoubleEqualJumpIfFalse:
            in = compareDoubles<EqualTo, Form::JumpIfFalse>(*in);
            break;
        case Op::DoubleLess:
            in = compareDoubles<LessThan, Form::Value>(*in);
            break;
        case Op::DoubleLessJumpIfTrue:
            in = compareDoubles<LessThan, Form::JumpIfTrue>(*in);
            break;
        case Op::DoubleLessJumpIfFalse:
            in = compareDoubles<LessThan, Form::JumpIfFalse>(*in);
            break;
        case Op::DoubleLessEqual:
            in = compareDoubles<AtMost, Form::Value>(*in);
            break;
        case Op::DoubleLessEqualJumpIfTrue:
            in = compareDoubles<AtMost, Form::JumpIfTrue>(*in);
            break;
        case Op::DoubleLessEqualJumpIfFalse:
            in = compareDoubles<AtMost, Form::JumpIfFalse>(*in);
            break;
        case Op::StringEqual:
            in = compareStrings<Form::Value>(*in);
            break;
        case Op::StringEqualJumpIfTrue:
            in = compareStrings<Form::JumpIfTrue>(*in);
            break;
        case Op::StringEqualJumpIfFalse:
            in = compareStrings<Form::JumpIfFalse>(*in);
            break;
        case Op::InSet:
            in = inSet<Form::Value>(*in);
            break;
        case Op::InSetJumpIfTrue:
            in = inSet<Form::JumpIfTrue>(*in);
            break;
        case Op::InSetJumpIfFalse:
            in = inSet<Form::JumpIfFalse>(*in);
            break;
        case Op::IntAdd:
            in = intArithmetic<addOverflows>(*in, Operation::Add);
            break;
        case Op::IntSubtract:
            in = intArithmetic<subtractOverflows>(*in, Operation::Subtract);
            break;
        case Op::IntMultiply:
            in = intArithmetic<multiplyOverflows>(*in, Operation::Multiply);
            break;
        case Op::DoubleAdd:
            in = doubleArithmetic<std::plus<double> {}>(*in, Operation::Add);
            break;
        case Op::DoubleSubtract:
            in = doubleArithmetic<std::minus<double> {}>(*in, Operation::Subtract);
            break;
        case Op::DoubleMultiply:
            in = doubleArithmetic<std::multiplies<double> {}>(*in, Operation::Multiply);
            break;
        case Op::DoubleDivide:
            in = doubleArithmetic<std::divides<double> {}>(*in, Operation::Divide);
            break;
        case Op::IntToDouble:
            in = intToDouble(*in);
            break;
        default:
            in = rare(*in);
        }
    } while (in != nullptr);
    return m_result;
}

}

Value run(const Code& code, std::span<const Value> values, Arena& arena, std::uint64_t& steps)
{
    // Not initialised: every register is written before it is read.
    alignas(Value) std::array<std::byte, Code::quickFrame * sizeof(Value)> quick;
    auto* frame = reinterpret_cast<Value*>(quick.data());
    if (code.frameSize > Code::quickFrame)
        frame = arena.allocate<Value>(code.frameSize);
    if (frame == nullptr)
        return Value::error(EvalError::TooCostly);
    std::uint64_t unbounded = std::numeric_limits<std::uint64_t>::max();
    return Machine(code, values, frame, arena, code.unbounded ? unbounded : steps).run();
}

}
