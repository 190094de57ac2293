// SPDX-License-Identifier: Apache-2.0
#include "expr/functions.h"

#include <algorithm>
#include <array>

namespace ow::expr {

namespace {

using enum Kind;

std::vector<FunctionEntry> getters()
{
    struct Getter {
        Function function;
        std::string_view name;
        bool ofDuration;
    };
    constexpr std::array<Getter, 10> names { { { Function::GetFullYear, "getFullYear", false },
        { Function::GetMonth, "getMonth", false }, { Function::GetDate, "getDate", false },
        { Function::GetDayOfMonth, "getDayOfMonth", false },
        { Function::GetDayOfWeek, "getDayOfWeek", false }, { Function::GetDayOfYear, "getDayOfYear", false },
        { Function::GetHours, "getHours", true }, { Function::GetMinutes, "getMinutes", true },
        { Function::GetSeconds, "getSeconds", true },
        { Function::GetMilliseconds, "getMilliseconds", true } } };
    std::vector<FunctionEntry> out;
    for (const Getter& g : names) {
        FunctionEntry entry { g.function, g.name, false, true,
            { { { Timestamp }, Int }, { { Timestamp, String }, Int } } };
        if (g.ofDuration)
            entry.overloads.push_back({ { Duration }, Int });
        out.push_back(std::move(entry));
    }
    return out;
}

std::vector<FunctionEntry> makeFunctions()
{
    const Type anyList = Type::list(Any);
    const Type anyMap = Type::map(Any, Any);
    std::vector<FunctionEntry> out {
        { Function::Size, "size", true, true,
            { { { String }, Int }, { { anyList }, Int }, { { anyMap }, Int } } },
        { Function::StartsWith, "startsWith", false, true, { { { String, String }, Bool } } },
        { Function::EndsWith, "endsWith", false, true, { { { String, String }, Bool } } },
        { Function::Contains, "contains", false, true, { { { String, String }, Bool } } },
        { Function::Matches, "matches", true, true, { { { String, String }, Bool } } },
        { Function::ToInt, "int", true, false,
            { { { Int }, Int }, { { Double }, Int }, { { String }, Int }, { { Timestamp }, Int } } },
        { Function::ToDouble, "double", true, false,
            { { { Double }, Double }, { { Int }, Double }, { { String }, Double } } },
        { Function::ToString, "string", true, false,
            { { { String }, String }, { { Int }, String }, { { Double }, String }, { { Bool }, String },
                { { Timestamp }, String }, { { Duration }, String } } },
        { Function::ToTimestamp, "timestamp", true, false,
            { { { Timestamp }, Timestamp }, { { String }, Timestamp }, { { Int }, Timestamp } } },
        { Function::ToDuration, "duration", true, false,
            { { { Duration }, Duration }, { { String }, Duration } } },
        { Function::Greatest, "math.greatest", true, false, {} },
        { Function::Least, "math.least", true, false, {} },
    };
    for (FunctionEntry& entry : getters())
        out.push_back(std::move(entry));
    return out;
}

const std::vector<FunctionEntry>& table()
{
    static const std::vector<FunctionEntry> functions = makeFunctions();
    return functions;
}

constexpr std::array<std::string_view, 33> leftOut { "bytes", "uint", "dyn", "type", "bool", "getField",
    "existsOne", "transformList", "transformMap", "transformMapEntry", "charAt", "indexOf", "lastIndexOf",
    "join", "lowerAscii", "upperAscii", "replace", "split", "substring", "trim", "format", "reverse", "quote",
    "slice", "flatten", "sort", "sortBy", "distinct", "optMap", "optFlatMap", "orValue", "hasValue",
    "value" };
constexpr std::array<std::string_view, 11> typeNames { "bool", "bytes", "double", "duration", "int", "list",
    "map", "null_type", "string", "timestamp", "uint" };

struct OperatorEntry {
    std::string_view name;
    std::vector<Overload> overloads;
};

const std::vector<OperatorEntry>& operatorTable()
{
    static const std::vector<Overload> ordered { { { Bool, Bool }, Bool }, { { Int, Int }, Bool },
        { { Double, Double }, Bool }, { { String, String }, Bool }, { { Timestamp, Timestamp }, Bool },
        { { Duration, Duration }, Bool } };
    static const std::vector<OperatorEntry> operators {
        { "+",
            { { { Int, Int }, Int }, { { Double, Double }, Double }, { { String, String }, String },
                { { Timestamp, Duration }, Timestamp }, { { Duration, Timestamp }, Timestamp },
                { { Duration, Duration }, Duration } } },
        { "-",
            { { { Int, Int }, Int }, { { Double, Double }, Double }, { { Timestamp, Timestamp }, Duration },
                { { Timestamp, Duration }, Timestamp }, { { Duration, Duration }, Duration } } },
        { "*", { { { Int, Int }, Int }, { { Double, Double }, Double } } },
        { "/", { { { Int, Int }, Int }, { { Double, Double }, Double } } },
        { "%", { { { Int, Int }, Int } } },
        { "<", ordered },
        { "<=", ordered },
        { ">", ordered },
        { ">=", ordered },
    };
    return operators;
}

}

std::span<const FunctionEntry> functions() { return table(); }

const FunctionEntry* findFunction(std::string_view name)
{
    const auto it = std::ranges::find(table(), name, &FunctionEntry::name);
    return it == table().end() ? nullptr : &*it;
}

bool isLeftOutFunction(std::string_view name)
{
    for (const std::string_view prefix :
        { "math.", "strings.", "sets.", "base64.", "cel.", "optional.", "lists.", "regex." }) {
        if (name.starts_with(prefix))
            return true;
    }
    return std::ranges::find(leftOut, name) != leftOut.end();
}

bool isTypeName(std::string_view name) { return std::ranges::find(typeNames, name) != typeNames.end(); }

std::span<const Overload> operatorOverloads(std::string_view op)
{
    const auto it = std::ranges::find(operatorTable(), op, &OperatorEntry::name);
    return it == operatorTable().end() ? std::span<const Overload>()
                                       : std::span<const Overload>(it->overloads);
}

bool resolveOverload(std::span<const Overload> overloads, std::span<const Type> arguments, Type& result)
{
    bool found = false;
    for (const Overload& overload : overloads) {
        if (!std::ranges::equal(overload.parameters, arguments, compatible))
            continue;
        result = found ? join(result, overload.result) : overload.result;
        found = true;
        if (found && result.kind == Any)
            return true;
    }
    return found;
}

}
