// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_query.h"

#include "base/money.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::store {

namespace {

FieldType typeOf(model::AttributeType type)
{
    switch (type) {
    case model::AttributeType::Bool:
        return FieldType::Flag;
    case model::AttributeType::Int:
        return FieldType::Whole;
    case model::AttributeType::Double:
        return FieldType::Real;
    case model::AttributeType::String:
        break;
    }
    return FieldType::Text;
}

Result<RowField> fieldNamed(std::string_view name, const std::vector<RowField>& fields)
{
    const auto found = std::ranges::find(fields, name, &RowField::name);
    if (found != fields.end())
        return *found;
    std::vector<std::string> names;
    for (const RowField& field : fields)
        names.push_back(field.name);
    return fail(ErrorCode::NotFound,
        fmt::format("There is no column “{}”. There are: {}.", readable(name, 80), fmt::join(names, ", ")));
}

}

std::vector<RowField> rowFields(RowTable table, const model::Policy& policy)
{
    const auto text = [](const char* name) { return RowField { name, FieldType::Text, {} }; };
    const auto time = [](const char* name) { return RowField { name, FieldType::Time, {} }; };
    switch (table) {
    case RowTable::Products:
        return { text("sku"), text("title"), text("family"), text("category"),
            { "price", FieldType::Money, {} }, { "cost", FieldType::Money, {} },
            { "stock", FieldType::Whole, {} }, { "depletion", FieldType::Duration, {} }, text("tags") };
    case RowTable::Customers: {
        std::vector<RowField> out { text("customer") };
        for (const model::Attribute& attribute : policy.customerAttributes)
            out.push_back({ attribute.name, typeOf(attribute.type), {} });
        return out;
    }
    case RowTable::Events:
        return { text("customer"), time("at"), text("type"), text("sku"), { "qty", FieldType::Whole, {} },
            { "value", FieldType::Money, {} }, text("channel"), text("session"), text("text") };
    case RowTable::Exposures:
        return { text("customer"), time("at"), text("offer"), text("placement"), text("intent"), text("arm"),
            text("experiment"), { "withheld", FieldType::Flag, {} }, time("clicked_at"), time("accepted_at"),
            time("declined_at"), time("returned_at") };
    case RowTable::Baskets:
        return { text("basket"), text("item") };
    }
    return {};
}

Result<RowQuery::Term> parseTerm(
    std::string_view text, const std::vector<RowField>& fields, const model::Policy& policy)
{
    // An attribute's name has no "=", and a filter may.
    const std::size_t sign = text.find('=');
    if (sign == std::string_view::npos)
        return fail(ErrorCode::InvalidInput,
            fmt::format("“{}” is no filter: write COLUMN=EXPRESSION, such as {}=…", readable(text, 80),
                fields.empty() ? "column" : fields.front().name));
    auto field = fieldNamed(text.substr(0, sign), fields);
    if (!field)
        return fail(field.error());
    const FilterForm form { field->type, currencyDecimals(policy.currency), policy.timezone, false,
        { "empty" } };
    auto filter = ValueFilter::parse(text.substr(sign + 1), form);
    if (!filter)
        return fail(filter.error().code, filter.error().message, field->name);
    return RowQuery::Term { std::move(*field), std::move(*filter) };
}

Result<void> parseSort(std::string_view text, const std::vector<RowField>& fields, RowQuery& query)
{
    std::string_view name = text;
    query.descending = text.ends_with(":desc");
    if (query.descending)
        name.remove_suffix(5);
    else if (text.ends_with(":asc"))
        name.remove_suffix(4);
    auto field = fieldNamed(name, fields);
    if (!field)
        return fail(field.error());
    query.by = std::move(*field);
    return {};
}

}
