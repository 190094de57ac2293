// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/attribute_columns.h"

#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::ingest {

using model::AttributeType;

AttributeColumns::AttributeColumns(
    const ImportContext& context, const Columns& columns, const std::vector<std::size_t>& which)
{
    m_decimals = columns.forms().decimals;
    const auto& declared = context.draft->policy.customerAttributes;
    for (const std::size_t index : which) {
        Column column;
        column.index = index;
        column.title = columns.name(index);
        column.name = toIdentifier(column.title);
        column.personal = PersonalColumn(column.title);
        const auto known = std::ranges::find(declared, column.name, &model::Attribute::name);
        if (known != declared.end()) {
            column.declared = true;
            column.maybeBool = known->type == AttributeType::Bool;
            column.maybeInt = known->type == AttributeType::Int;
            column.maybeDouble = known->type == AttributeType::Double;
        }
        column.keptAnyway
            = column.declared || context.keepPersonal || context.keepColumns.contains(column.title);
        m_columns.push_back(std::move(column));
    }
}

AttributeType AttributeColumns::Column::type() const
{
    if (!declared && !any)
        return AttributeType::String;
    return maybeBool  ? AttributeType::Bool
        : maybeInt    ? AttributeType::Int
        : maybeDouble ? AttributeType::Double
                      : AttributeType::String;
}

std::optional<model::AttributeValue> AttributeColumns::read(std::string_view text, AttributeType type) const
{
    text = trim(text);
    switch (type) {
    case AttributeType::Bool:
        if (const auto value = toBool(text))
            return *value;
        return std::nullopt;
    case AttributeType::Int:
        if (const auto value = toInteger(text, m_decimals))
            return *value;
        return std::nullopt;
    case AttributeType::Double:
        if (const auto value = toNumber(text, m_decimals))
            return *value;
        return std::nullopt;
    case AttributeType::String:
        return std::string(text);
    }
    return std::nullopt;
}

std::optional<std::string> AttributeColumns::look(const TableRow& row)
{
    for (const Column& column : m_columns)
        if (const auto text = trim(fieldOf(row, column.index));
            column.declared && !text.empty() && !read(text, column.type()))
            return column.title;
    for (Column& column : m_columns) {
        const std::string_view text = trim(fieldOf(row, column.index));
        column.personal.look(text);
        if (column.declared || text.empty())
            continue;
        column.any = true;
        // "1" and "0" alone are numbers: a count of children is no truth value.
        column.maybeBool = column.maybeBool && toBool(text) && text != "0" && text != "1";
        // "01234" is a code: as a number it would lose its zero.
        const bool code = text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
        column.maybeInt = column.maybeInt && !code && toInteger(text, m_decimals)
            && text.find('.') == std::string_view::npos;
        column.maybeDouble = column.maybeDouble && !code && toNumber(text, m_decimals);
    }
    return std::nullopt;
}

std::vector<std::string> AttributeColumns::valuesOf(const TableRow& row) const
{
    std::vector<std::string> out;
    out.reserve(m_columns.size());
    for (const Column& column : m_columns)
        out.emplace_back(trim(fieldOf(row, column.index)));
    return out;
}

model::Attributes AttributeColumns::convert(const std::vector<std::string>& values) const
{
    model::Attributes out;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (!values[i].empty() && !m_columns[i].isLeftOut())
            if (auto value = read(values[i], m_columns[i].type()))
                out[m_columns[i].name] = std::move(*value);
    return out;
}

std::vector<store::Edit> AttributeColumns::edits() const
{
    std::vector<store::Edit> out;
    for (const Column& column : m_columns) {
        if (column.declared || !column.any || column.isLeftOut())
            continue;
        model::Attribute attribute;
        attribute.name = column.name;
        attribute.type = column.type();
        switch (attribute.type) {
        case AttributeType::Bool:
            attribute.defaultValue = false;
            break;
        case AttributeType::Int:
            attribute.defaultValue = std::int64_t(0);
            break;
        case AttributeType::Double:
            attribute.defaultValue = 0.0;
            break;
        case AttributeType::String:
            attribute.defaultValue = std::string {};
            break;
        }
        out.push_back(store::putCustomerAttribute(attribute));
    }
    return out;
}

std::vector<LeftOutColumn> AttributeColumns::personal() const
{
    std::vector<LeftOutColumn> out;
    for (const Column& column : m_columns)
        if (const auto kind = column.personal.kind())
            out.push_back({ column.title, *kind, column.personal.isByName(), column.keptAnyway });
    return out;
}

std::vector<std::string> AttributeColumns::notes() const
{
    std::vector<std::string> out;
    for (const Column& column : m_columns)
        if (column.isLeftOut() && (column.any || column.personal.kind()))
            out.push_back(
                fmt::format("The column \"{}\" holds {} and was left out: deciding needs no personal data.",
                    column.title, wordsFor(*column.personal.kind())));
    return out;
}

}
