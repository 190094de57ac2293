// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "base/text.h"
#include "expr/operators.h"
#include "expr/patterns.h"
#include "expr/time_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>

// The functions: conversions, strings, getters, extrema.

namespace ow::expr {

namespace {

using Tag = Value::Tag;

Value conversionError() { return Value::error(EvalError::Conversion); }

/// The whole text read as T by from_chars, which knows no leading plus; others do.
template <typename T>
Value parsed(std::string_view text)
{
    if (text.starts_with('+') && text.size() > 1 && text[1] != '-')
        text.remove_prefix(1);
    T out {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc() || end != text.data() + text.size() || text.ends_with(')'))
        return conversionError(); // ")": from_chars takes nan(…)
    return Value::of(out);
}

Value toInt(const Value& v)
{
    switch (v.tag()) {
    case Tag::Int:
        return v;
    case Tag::String:
        return parsed<std::int64_t>(v.asString());
    case Tag::Timestamp:
        return Value::of(v.seconds());
    case Tag::Double:
        // Both ends are out, as in other engines: 2^63 itself has no int, and rounding may have made -2^63.
        if (!(v.asDouble() > -9223372036854775808.0 && v.asDouble() < 9223372036854775808.0))
            return Value::error(EvalError::Overflow);
        return Value::of(std::int64_t(v.asDouble()));
    default:
        return Value::error(EvalError::WrongType);
    }
}

Value toDouble(const Value& v)
{
    switch (v.tag()) {
    case Tag::Double:
        return v;
    case Tag::Int:
        return Value::of(double(v.asInt()));
    case Tag::String:
        return parsed<double>(v.asString());
    default:
        return Value::error(EvalError::WrongType);
    }
}

Value toStringValue(const Value& v, Arena& arena)
{
    if (v.is(Tag::String))
        return v;
    if (v.is(Tag::Null) || v.is(Tag::List) || v.is(Tag::Map))
        return Value::error(EvalError::WrongType);
    const std::string_view text = arena.copy(toText(v));
    return text.data() == nullptr ? Value::error(EvalError::TooCostly) : Value::of(text);
}

Value toTimestamp(const Value& v)
{
    switch (v.tag()) {
    case Tag::Timestamp:
        return v;
    case Tag::String:
        return parseTimestampValue(v.asString());
    case Tag::Int:
        return timestampFromSeconds(v.asInt());
    default:
        return Value::error(EvalError::WrongType);
    }
}

Value toDuration(const Value& v)
{
    if (v.is(Tag::Duration))
        return v;
    return v.is(Tag::String) ? parseDurationValue(v.asString()) : Value::error(EvalError::WrongType);
}

Value sizeOf(const Value& v)
{
    if (v.is(Tag::String))
        return Value::of(std::int64_t(codePoints(v.asString())));
    if (v.is(Tag::List) || v.is(Tag::Map))
        return Value::of(std::int64_t(v.size()));
    return Value::error(EvalError::WrongType);
}

/// Both linear in the texts together, which the standard library's find is not.
bool holds(std::string_view text, std::string_view part)
{
    if (part.empty() || text.empty()) // an empty view may have no address, which memmem must not see
        return part.empty();
    return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

void charge(std::uint64_t& steps, std::uint64_t cost) { steps -= std::min(steps, cost); }

/// A pattern made of data: compiled for this one text.
Value matchesNew(std::string_view text, std::string_view pattern, std::uint64_t& steps)
{
    charge(steps, Pattern::compilingCost(pattern));
    if (steps == 0)
        return Value::error(EvalError::TooCostly);
    const auto compiled = Pattern::compile(pattern);
    if (!compiled) {
        charge(steps, compiled.error() == Pattern::Refusal::TooLarge ? Pattern::tooLargeCost : 0);
        return Value::error(EvalError::BadRegex);
    }
    charge(steps, compiled->compilingCost() + compiled->cost(text));
    return steps == 0 ? Value::error(EvalError::TooCostly) : Value::of(compiled->isIn(text));
}

Value textFunction(Function function, std::span<const Value> arguments, std::uint64_t& steps)
{
    if (!arguments[0].is(Tag::String) || !arguments[1].is(Tag::String))
        return Value::error(EvalError::WrongType);
    const std::string_view text = arguments[0].asString();
    const std::string_view other = arguments[1].asString();
    switch (function) {
    case Function::StartsWith:
        return Value::of(text.starts_with(other));
    case Function::EndsWith:
        return Value::of(text.ends_with(other));
    case Function::Contains:
        return Value::of(holds(text, other));
    default:
        return matchesNew(text, other, steps);
    }
}

Value extremum(Function function, std::span<const Value> arguments)
{
    if (arguments.size() == 1 && arguments.front().is(Tag::List))
        arguments = arguments.front().items();
    if (arguments.empty())
        return Value::error(EvalError::WrongType);
    const Value* best = &arguments.front();
    for (const Value& v : arguments) {
        if (!v.is(Tag::Int) && !v.is(Tag::Double))
            return Value::error(EvalError::WrongType);
        if (compare(v, *best) == (function == Function::Greatest ? 1 : -1))
            best = &v;
    }
    return *best;
}

Value getter(Function function, std::span<const Value> arguments)
{
    if (arguments[0].is(Tag::Duration) && arguments.size() == 1)
        return durationPart(function, arguments[0]);
    if (!arguments[0].is(Tag::Timestamp))
        return Value::error(EvalError::WrongType);
    if (arguments.size() == 1)
        return timestampPart(function, arguments[0]);
    if (!arguments[1].is(Tag::String))
        return Value::error(EvalError::WrongType);
    const std::string_view zone = arguments[1].asString();
    const std::optional<Clock> clock = zone.empty() ? std::nullopt : Clock::find(zone);
    return clock ? timestampPart(function, arguments[0], *clock) : Value::error(EvalError::BadTimeZone);
}

}

Value callFunction(Function function, std::span<const Value> arguments, Arena& arena, std::uint64_t& steps)
{
    switch (function) {
    case Function::Size:
        return sizeOf(arguments[0]);
    case Function::StartsWith:
    case Function::EndsWith:
    case Function::Contains:
    case Function::Matches:
        return textFunction(function, arguments, steps);
    case Function::ToInt:
        return toInt(arguments[0]);
    case Function::ToDouble:
        return toDouble(arguments[0]);
    case Function::ToString:
        return toStringValue(arguments[0], arena);
    case Function::ToTimestamp:
        return toTimestamp(arguments[0]);
    case Function::ToDuration:
        return toDuration(arguments[0]);
    case Function::Greatest:
    case Function::Least:
        return extremum(function, arguments);
    case Function::None:
        return Value::error(EvalError::WrongType);
    default:
        return getter(function, arguments);
    }
}

}
