// SPDX-License-Identifier: Apache-2.0
#include "expr/failure.h"

#include <algorithm>

namespace ow::expr {

namespace {

using Op = Operation;

bool isScalar(const Type& t) { return t.kind != Kind::Any && t.kind != Kind::List && t.kind != Kind::Map; }

/// What is compared in time linear to its size: maps are not, and Any may be one.
bool isPlain(const Type& t) { return isScalar(t) || (t.kind == Kind::List && isScalar(t.element())); }

bool isNumber(const Type& t) { return t.kind == Kind::Int || t.kind == Kind::Double; }

bool areAll(std::span<const Type> types, Kind kind)
{
    return std::ranges::all_of(types, [kind](const Type& t) { return t.kind == kind; });
}

bool orderingMayFail(std::span<const Type> operands)
{
    const Type& first = operands.front();
    return !isScalar(first) || first.kind == Kind::Null || !areAll(operands, first.kind);
}

/// What a conversion gives back as it is, or cannot fail to convert. To a string takes memory, so it can.
bool conversionMayFail(Function function, Kind from)
{
    switch (function) {
    case Function::ToInt:
        return from != Kind::Int && from != Kind::Timestamp;
    case Function::ToDouble:
        return from != Kind::Double && from != Kind::Int;
    case Function::ToString:
        return from != Kind::String;
    case Function::ToTimestamp:
        return from != Kind::Timestamp;
    default:
        return from != Kind::Duration;
    }
}

bool callMayFail(const OperationFacts& o)
{
    const Kind first = o.operands.empty() ? Kind::Any : o.operands.front().kind;
    switch (o.function) {
    case Function::None:
        return true;
    case Function::Size:
        return first != Kind::String && first != Kind::List && first != Kind::Map;
    case Function::StartsWith:
    case Function::EndsWith:
    case Function::Contains:
        return !areAll(o.operands, Kind::String);
    case Function::Matches:
        return !o.resolved || !areAll(o.operands, Kind::String);
    case Function::ToInt:
    case Function::ToDouble:
    case Function::ToString:
    case Function::ToTimestamp:
    case Function::ToDuration:
        return conversionMayFail(o.function, first);
    case Function::Greatest:
    case Function::Least:
        return !std::ranges::all_of(o.operands, isNumber);
    default: // the getters
        if (o.operands.size() == 1)
            return first != Kind::Timestamp && first != Kind::Duration;
        return first != Kind::Timestamp || !o.resolved;
    }
}

}

bool mayFail(const OperationFacts& o)
{
    switch (o.operation) {
    case Op::Constant:
    case Op::Name:
    case Op::Local:
        return false;
    case Op::Has:
        return !areAll(o.operands, Kind::Map);
    case Op::Not:
    case Op::And:
    case Op::Or:
        return !areAll(o.operands, Kind::Bool);
    case Op::Conditional:
        return o.operands.front().kind != Kind::Bool;
    case Op::Negate:
    case Op::Add:
    case Op::Subtract:
    case Op::Multiply:
        return !areAll(o.operands, Kind::Double);
    case Op::Divide:
        return !areAll(o.operands, Kind::Double) && !(areAll(o.operands, Kind::Int) && o.safeDivisor);
    case Op::Modulo:
        return !(areAll(o.operands, Kind::Int) && o.safeDivisor);
    case Op::Equal:
    case Op::NotEqual:
        return !std::ranges::all_of(o.operands, isPlain);
    case Op::In:
        return o.operands[1].kind != Kind::List || !isPlain(o.operands[0]) || !isPlain(o.operands[1]);
    case Op::Less:
    case Op::LessEqual:
    case Op::Greater:
    case Op::GreaterEqual:
        return orderingMayFail(o.operands);
    case Op::Call:
        return callMayFail(o);
    default: // Field, Index, the macros, List, MapLiteral: a key, an index, memory
        return true;
    }
}

}
