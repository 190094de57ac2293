// SPDX-License-Identifier: Apache-2.0
#include "expr/value.h"

#include "base/json.h"
#include "expr/time_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace ow::expr {

using Tag = Value::Tag;

std::string_view errorName(EvalError error)
{
    switch (error) {
    case EvalError::Overflow:
        return "overflow";
    case EvalError::DivisionByZero:
        return "division_by_zero";
    case EvalError::NoSuchKey:
        return "no_such_key";
    case EvalError::IndexOutOfRange:
        return "index_out_of_range";
    case EvalError::Conversion:
        return "conversion";
    case EvalError::BadRegex:
        return "bad_regex";
    case EvalError::BadTimeZone:
        return "bad_time_zone";
    case EvalError::DuplicateKey:
        return "duplicate_key";
    case EvalError::WrongType:
        return "wrong_type";
    case EvalError::TooCostly:
        return "too_costly";
    }
    return "unknown";
}

std::string_view errorSentence(EvalError error)
{
    switch (error) {
    case EvalError::Overflow:
        return "The result is larger than its type can hold";
    case EvalError::DivisionByZero:
        return "Integer division by zero";
    case EvalError::NoSuchKey:
        return "The map has no such key";
    case EvalError::IndexOutOfRange:
        return "The list has no such index";
    case EvalError::Conversion:
        return "The value cannot be converted";
    case EvalError::BadRegex:
        return "The pattern is not a regular expression that RE2 takes";
    case EvalError::BadTimeZone:
        return "There is no such time zone";
    case EvalError::DuplicateKey:
        return "A key stands twice in a map";
    case EvalError::WrongType:
        return "The operation does not take a value of this type";
    case EvalError::TooCostly:
        return "Evaluating this takes too long or too much memory";
    }
    return "";
}

std::string_view tagName(Tag tag)
{
    switch (tag) {
    case Tag::Error:
        return "error";
    case Tag::Null:
        return "null";
    case Tag::Bool:
        return "bool";
    case Tag::Int:
        return "int";
    case Tag::Double:
        return "double";
    case Tag::String:
        return "string";
    case Tag::Timestamp:
        return "timestamp";
    case Tag::Duration:
        return "duration";
    case Tag::List:
        return "list";
    case Tag::Map:
        return "map";
    }
    return "";
}

Value Value::zero(Kind kind)
{
    switch (kind) {
    case Kind::Bool:
        return of(false);
    case Kind::Int:
        return of(std::int64_t(0));
    case Kind::Double:
        return of(0.0);
    case Kind::String:
        return of(std::string_view("", 0));
    case Kind::Timestamp:
        return timestamp(0, 0);
    case Kind::Duration:
        return duration(0);
    case Kind::List:
        return list({});
    case Kind::Map:
        return map({});
    case Kind::Any:
    case Kind::Null:
        break;
    }
    return {};
}

namespace {

bool isNumber(const Value& v) { return v.is(Tag::Int) || v.is(Tag::Double); }

template <typename T>
int order(const T& a, const T& b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compareDoubles(double a, double b)
{
    if (std::isnan(a) || std::isnan(b))
        return 2;
    return order(a, b);
}

/// Exact: a double that is beyond every int is larger, not equal to a rounded one.
int compareIntToDouble(std::int64_t a, double b)
{
    if (std::isnan(b))
        return 2;
    if (b >= 9223372036854775808.0)
        return -1;
    if (b < -9223372036854775808.0)
        return 1;
    const double whole = std::trunc(b);
    const int byWhole = order(a, std::int64_t(whole));
    return byWhole != 0 ? byWhole : order(whole, b);
}

int compareNumbers(const Value& a, const Value& b)
{
    if (a.is(Tag::Int) && b.is(Tag::Int))
        return order(a.asInt(), b.asInt());
    if (a.is(Tag::Double) && b.is(Tag::Double))
        return compareDoubles(a.asDouble(), b.asDouble());
    if (a.is(Tag::Int))
        return compareIntToDouble(a.asInt(), b.asDouble());
    const int reversed = compareIntToDouble(b.asInt(), a.asDouble());
    return reversed == 2 ? 2 : -reversed;
}

bool equalMaps(const Value& a, const Value& b, std::uint64_t& steps)
{
    if (a.size() != b.size())
        return false;
    const auto left = a.entries();
    const auto right = b.entries();
    for (std::size_t i = 0; i < left.size(); i += 2) {
        bool found = false;
        for (std::size_t k = 0; k < right.size() && !found; k += 2)
            found = equal(left[i], right[k], steps) && equal(left[i + 1], right[k + 1], steps);
        if (!found)
            return false;
    }
    return true;
}

}

bool comparable(const Value& a, const Value& b)
{
    if (isNumber(a) && isNumber(b))
        return true;
    if (a.tag() != b.tag())
        return false;
    return a.is(Tag::Bool) || a.is(Tag::String) || a.is(Tag::Timestamp) || a.is(Tag::Duration);
}

int compare(const Value& a, const Value& b)
{
    switch (a.tag()) {
    case Tag::String: {
        const int c = a.asString().compare(b.asString()); // char_traits compares as unsigned bytes
        return c < 0 ? -1 : c > 0 ? 1 : 0;
    }
    case Tag::Timestamp: {
        const int bySecond = order(a.seconds(), b.seconds());
        return bySecond != 0 ? bySecond : order(a.nanos(), b.nanos());
    }
    case Tag::Int:
    case Tag::Double:
        return compareNumbers(a, b);
    default:
        return order(a.asInt(), b.asInt());
    }
}

bool equal(const Value& a, const Value& b)
{
    std::uint64_t steps = std::numeric_limits<std::uint64_t>::max();
    return equal(a, b, steps);
}

bool equal(const Value& a, const Value& b, std::uint64_t& steps)
{
    steps -= std::min<std::uint64_t>(steps, a.is(Tag::String) ? 1 + a.size() / 64 : 1);
    if (steps == 0)
        return false;
    if (isNumber(a) && isNumber(b))
        return compareNumbers(a, b) == 0;
    if (a.tag() != b.tag())
        return false;
    switch (a.tag()) {
    case Tag::Null:
        return true;
    case Tag::List:
        return std::ranges::equal(
            a.items(), b.items(), [&](const Value& x, const Value& y) { return equal(x, y, steps); });
    case Tag::Map:
        return equalMaps(a, b, steps);
    case Tag::Error:
        return false;
    default:
        return compare(a, b) == 0;
    }
}

namespace {

/// The digits behind the point of a second, without the zeros at their end.
void appendFraction(std::uint32_t nanos, std::string& out)
{
    char digits[] = ".000000000";
    for (std::size_t k = 9; nanos != 0; --k, nanos /= 10)
        digits[k] = char('0' + nanos % 10);
    const std::string_view text(digits, 10);
    out += text.substr(0, text.find_last_not_of('0') + 1);
}

}

std::string toText(const Value& value)
{
    std::string out;
    appendText(value, out);
    return out;
}

void appendText(const Value& value, std::string& out)
{
    switch (value.tag()) {
    case Tag::Error:
        out += errorName(value.errorCode());
        return;
    case Tag::Null:
        out += "null";
        return;
    case Tag::Bool:
        out += value.asBool() ? "true" : "false";
        return;
    case Tag::Int: {
        char digits[24];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, value.asInt()).ptr);
        return;
    }
    case Tag::Double:
        appendDouble(value.asDouble(), out);
        return;
    case Tag::String:
        out += value.asString();
        return;
    case Tag::Timestamp:
        appendTimestamp({ value.seconds() * 1000 }, out);
        if (value.nanos() != 0) {
            out.pop_back(); // the Z
            appendFraction(value.nanos(), out);
            out += 'Z';
        }
        return;
    case Tag::Duration:
        out += durationText(value);
        return;
    case Tag::List:
    case Tag::Map:
        break;
    }
    const auto items = value.is(Tag::List) ? value.items() : value.entries();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i != 0)
            out += ", ";
        appendText(items[i], out);
    }
}

}
