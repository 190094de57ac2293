// SPDX-License-Identifier: Apache-2.0
#include "decide/attribute_value.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::decide {

namespace {

using model::AttributeType;
using Tag = expr::Value::Tag;

std::string wrongType(const model::Attribute& a)
{
    return fmt::format("\"{}\" is declared as {}", a.name, name(a.type));
}

bool outsideRange(const model::Attribute& a, double number)
{
    return !(number == number) || (a.min && number < *a.min) || (a.max && number > *a.max);
}

std::string checkText(const model::Attribute& a, expr::Value& value)
{
    if (a.type != AttributeType::String)
        return wrongType(a);
    if (a.values.empty())
        return {};
    const auto known = std::ranges::find(a.values, value.asString());
    if (known == a.values.end())
        return fmt::format("\"{}\" is none of the values of \"{}\"", value.asString().substr(0, 80), a.name);
    value = expr::Value::of(std::string_view(*known));
    return {};
}

}

std::string checkAttribute(const model::Attribute& a, expr::Value& value)
{
    if (value.is(Tag::Bool))
        return a.type == AttributeType::Bool ? std::string() : wrongType(a);
    if (value.is(Tag::String))
        return checkText(a, value);
    const bool whole = value.is(Tag::Int);
    if (a.type != AttributeType::Double && !(a.type == AttributeType::Int && whole))
        return wrongType(a);
    const double number = whole ? double(value.asInt()) : value.asDouble();
    if (outsideRange(a, number))
        return fmt::format("{} is outside the range of \"{}\"", number, a.name);
    if (a.type == AttributeType::Double)
        value = expr::Value::of(number);
    return {};
}

}
