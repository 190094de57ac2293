// SPDX-License-Identifier: Apache-2.0
#include "expr/operators.h"

#include "expr/time_value.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ow::expr {

namespace {

using Tag = Value::Tag;
using Op = Operation;

constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

Value intArithmetic(Op op, std::int64_t a, std::int64_t b)
{
    std::int64_t out = 0;
    switch (op) {
    case Op::Add:
        return __builtin_add_overflow(a, b, &out) ? Value::error(EvalError::Overflow) : Value::of(out);
    case Op::Subtract:
        return __builtin_sub_overflow(a, b, &out) ? Value::error(EvalError::Overflow) : Value::of(out);
    case Op::Multiply:
        return __builtin_mul_overflow(a, b, &out) ? Value::error(EvalError::Overflow) : Value::of(out);
    default:
        break;
    }
    if (b == 0)
        return Value::error(EvalError::DivisionByZero);
    if (a == smallest && b == -1)
        return Value::error(EvalError::Overflow);
    return Value::of(op == Op::Divide ? a / b : a % b);
}

Value doubleArithmetic(Op op, double a, double b)
{
    switch (op) {
    case Op::Add:
        return Value::of(a + b);
    case Op::Subtract:
        return Value::of(a - b);
    case Op::Multiply:
        return Value::of(a * b);
    case Op::Divide:
        return Value::of(a / b);
    default:
        return Value::error(EvalError::WrongType);
    }
}

Value joinStrings(std::string_view a, std::string_view b, Arena& arena)
{
    char* out = arena.allocate<char>(a.size() + b.size());
    if (out == nullptr)
        return Value::error(EvalError::TooCostly);
    std::copy(b.begin(), b.end(), std::copy(a.begin(), a.end(), out));
    return Value::of(std::string_view(out, a.size() + b.size()));
}

Value joinLists(std::span<const Value> a, std::span<const Value> b, Arena& arena)
{
    Value* out = arena.allocate<Value>(a.size() + b.size());
    if (out == nullptr)
        return Value::error(EvalError::TooCostly);
    std::uninitialized_copy(b.begin(), b.end(), std::uninitialized_copy(a.begin(), a.end(), out));
    return Value::list({ out, a.size() + b.size() });
}

Value durations(Op op, std::int64_t a, std::int64_t b)
{
    const Value sum = intArithmetic(op, a, b);
    return sum.isError() ? sum : Value::duration(sum.asInt());
}

/// + and - with a time in it.
Value timeArithmetic(Op op, const Value& a, const Value& b)
{
    const bool add = op == Op::Add;
    if (!add && op != Op::Subtract)
        return Value::error(EvalError::WrongType);
    if (a.is(Tag::Duration) && b.is(Tag::Duration))
        return durations(op, a.durationNanos(), b.durationNanos());
    if (a.is(Tag::Timestamp) && b.is(Tag::Timestamp) && !add)
        return difference(a, b);
    if (a.is(Tag::Duration) && b.is(Tag::Timestamp) && add)
        return addDuration(b, a.durationNanos());
    if (!a.is(Tag::Timestamp) || !b.is(Tag::Duration))
        return Value::error(EvalError::WrongType);
    if (add)
        return addDuration(a, b.durationNanos());
    return b.durationNanos() == smallest ? Value::error(EvalError::Overflow)
                                         : addDuration(a, -b.durationNanos());
}

}

Value arithmetic(Op op, const Value& a, const Value& b, Arena& arena)
{
    if (a.is(Tag::Int) && b.is(Tag::Int))
        return intArithmetic(op, a.asInt(), b.asInt());
    if (a.is(Tag::Double) && b.is(Tag::Double))
        return doubleArithmetic(op, a.asDouble(), b.asDouble());
    if (op == Op::Add && a.is(Tag::String) && b.is(Tag::String))
        return joinStrings(a.asString(), b.asString(), arena);
    if (op == Op::Add && a.is(Tag::List) && b.is(Tag::List))
        return joinLists(a.items(), b.items(), arena);
    return timeArithmetic(op, a, b);
}

Value ordered(Op op, const Value& a, const Value& b)
{
    if (!comparable(a, b))
        return Value::error(EvalError::WrongType);
    const int c = compare(a, b);
    if (c == 2) // NaN is in no order
        return Value::of(false);
    switch (op) {
    case Op::Less:
        return Value::of(c < 0);
    case Op::LessEqual:
        return Value::of(c <= 0);
    case Op::Greater:
        return Value::of(c > 0);
    default:
        return Value::of(c >= 0);
    }
}

Value negated(const Value& v)
{
    if (v.is(Tag::Double))
        return Value::of(-v.asDouble());
    if (!v.is(Tag::Int))
        return Value::error(EvalError::WrongType);
    return v.asInt() == smallest ? Value::error(EvalError::Overflow) : Value::of(-v.asInt());
}

Value contains(const Value& container, const Value& item, std::uint64_t& steps)
{
    if (container.is(Tag::List))
        return Value::of(
            std::ranges::any_of(container.items(), [&](const Value& v) { return equal(v, item, steps); }));
    if (!container.is(Tag::Map))
        return Value::error(EvalError::WrongType);
    const auto entries = container.entries();
    for (std::size_t i = 0; i < entries.size(); i += 2) {
        if (equal(entries[i], item, steps))
            return Value::of(true);
    }
    return Value::of(false);
}

Value indexed(const Value& container, const Value& key)
{
    if (container.is(Tag::Map)) {
        const auto entries = container.entries();
        for (std::size_t i = 0; i < entries.size(); i += 2) {
            if (equal(entries[i], key))
                return entries[i + 1];
        }
        return Value::error(EvalError::NoSuchKey);
    }
    if (!container.is(Tag::List))
        return Value::error(EvalError::WrongType);
    std::int64_t at = key.asInt();
    if (key.is(Tag::Double)) { // from a mixed list: 1.0 is as good as 1
        if (!(std::trunc(key.asDouble()) == key.asDouble() && std::abs(key.asDouble()) < 1e15))
            return Value::error(EvalError::IndexOutOfRange);
        at = std::int64_t(key.asDouble());
    } else if (!key.is(Tag::Int)) {
        return Value::error(EvalError::WrongType);
    }
    if (at < 0 || at >= std::int64_t(container.size()))
        return Value::error(EvalError::IndexOutOfRange);
    return container.items()[std::size_t(at)];
}

}
