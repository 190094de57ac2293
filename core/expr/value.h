// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "expr/type.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ow::expr {

/// Why an evaluation has no value.
enum class EvalError : std::uint32_t {
    Overflow,
    DivisionByZero,
    NoSuchKey,
    IndexOutOfRange,
    Conversion,
    BadRegex,
    BadTimeZone,
    DuplicateKey,
    WrongType, ///< only where static checking could not know: mixed lists
    TooCostly,
};

std::string_view errorName(EvalError error); ///< stable: "overflow", "division_by_zero", …
std::string_view errorSentence(EvalError error);

/// A value while evaluating: 16 bytes, trivially copied. Strings, lists and maps are views of memory that
/// lives elsewhere: in a pack, a request or an arena.
class Value {
public:
    enum class Tag : std::uint8_t { Error, Null, Bool, Int, Double, String, Timestamp, Duration, List, Map };

    Value()
        : Value(Tag::Null, 0)
    {
    }
    static Value of(bool v) { return { Tag::Bool, std::int64_t(v) }; }
    static Value of(std::int64_t v) { return { Tag::Int, v }; }
    static Value of(double v)
    {
        Value out(Tag::Double, 0);
        out.m_double = v;
        return out;
    }
    static Value of(std::string_view v)
    {
        Value out(Tag::String, 0, std::uint32_t(v.size()));
        out.m_text = v.data();
        return out;
    }
    static Value of(const char*) = delete; // would become a bool
    static Value of(Timestamp t)
    {
        const std::int64_t second = t.ms >= 0 ? t.ms / 1000 : -((999 - t.ms) / 1000);
        return { Tag::Timestamp, second, std::uint32_t(t.ms - second * 1000) * 1'000'000 };
    }
    static Value timestamp(std::int64_t seconds, std::uint32_t nanos)
    {
        return { Tag::Timestamp, seconds, nanos };
    }
    static Value duration(std::int64_t nanos) { return { Tag::Duration, nanos }; }
    static Value list(std::span<const Value> items)
    {
        Value out(Tag::List, 0, std::uint32_t(items.size()));
        out.m_items = items.data();
        return out;
    }
    /// Keys and values by turns: twice as many items as entries.
    static Value map(std::span<const Value> items)
    {
        Value out(Tag::Map, 0, std::uint32_t(items.size() / 2));
        out.m_items = items.data();
        return out;
    }
    static Value error(EvalError e) { return { Tag::Error, -1, std::uint32_t(e) }; }
    /// The zero of a type: false, 0, "", the epoch, [] … ; Any and Null give null.
    static Value zero(Kind kind);

    Tag tag() const { return Tag(std::uint8_t(m_head)); }
    bool is(Tag t) const { return tag() == t; }
    bool isError() const { return is(Tag::Error); }
    bool isTrue() const { return is(Tag::Bool) && m_int != 0; }
    bool asBool() const { return m_int != 0; }
    std::int64_t asInt() const { return m_int; }
    double asDouble() const { return m_double; }
    std::string_view asString() const { return { m_text, size() }; }
    std::int64_t seconds() const { return m_int; } ///< Timestamp: whole seconds since the epoch
    std::uint32_t nanos() const { return size(); } ///< Timestamp: the rest
    Timestamp asTimestamp() const { return { m_int * 1000 + size() / 1'000'000 }; }
    std::int64_t durationNanos() const { return m_int; }
    std::uint32_t size() const { return std::uint32_t(m_head >> 32); } ///< List, Map: entries; String: bytes
    std::span<const Value> items() const { return { m_items, size() }; }
    std::span<const Value> entries() const { return { m_items, std::size_t(size()) * 2 }; }
    EvalError errorCode() const { return EvalError(size()); }
    /// Error: the index of the node that failed, -1 = not set.
    std::int64_t errorNode() const { return m_int; }
    void setErrorNode(std::int64_t node) { m_int = node; }

private:
    Value(Tag tag, std::int64_t number, std::uint32_t size = 0)
        : m_head(std::uint64_t(tag) | std::uint64_t(size) << 32)
        , m_int(number)
    {
    }

    std::uint64_t
        m_head; ///< the tag; from bit 32 on the size: one word, so that a copy can be loaded at once
    union {
        std::int64_t m_int;
        double m_double;
        const char* m_text;
        const Value* m_items;
    };
};
static_assert(sizeof(Value) == 16);

/// CEL equality: values of different types are not equal, ints and doubles compare by number, NaN equals
/// nothing.
bool equal(const Value& a, const Value& b);
/// The same, and every pair of values looked at takes a step (64 bytes of text are one, too). With no step
/// left it is false: lists that share their elements hold far more pairs than they take memory.
bool equal(const Value& a, const Value& b, std::uint64_t& steps);

/// -1, 0, 1; 2 where NaN is in it. Both must be of one orderable kind, or numbers.
int compare(const Value& a, const Value& b);
bool comparable(const Value& a, const Value& b);

/// "int", "list": the type's plain name.
std::string_view tagName(Value::Tag tag);

/// string() of a value, for messages and templates; lists joined by ", ".
std::string toText(const Value& value);
/// The same, appended.
void appendText(const Value& value, std::string& out);

}
