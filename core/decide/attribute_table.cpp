// SPDX-License-Identifier: Apache-2.0
#include "decide/attribute_table.h"

namespace ow::decide {

namespace {

AttributeTable::Form formOf(const model::Attribute& a)
{
    switch (a.type) {
    case model::AttributeType::Bool:
        return AttributeTable::Form::Bool;
    case model::AttributeType::Int:
        return AttributeTable::Form::Int;
    case model::AttributeType::Double:
        return AttributeTable::Form::Double;
    case model::AttributeType::String:
        break;
    }
    return a.values.empty() ? AttributeTable::Form::OpenText : AttributeTable::Form::ClosedText;
}

}

AttributeTable::AttributeTable(const std::vector<model::Attribute>& declared)
{
    m_entries.reserve(declared.size());
    for (const model::Attribute& a : declared) {
        Entry& e = m_entries.emplace_back();
        e.key = Key(a.name);
        e.form = formOf(a);
        e.min = a.min.value_or(e.min);
        e.max = a.max.value_or(e.max);
        if (e.form != Form::ClosedText)
            continue;
        e.closed = Index(m_closed.size());
        NameTable& names = m_closed.emplace_back();
        for (const std::string& value : a.values) {
            names.emplace(
                value, Index(m_values.size())); // the first of equal ones, as checkAttribute() finds it
            m_values.push_back(expr::Value::of(std::string_view(value)));
        }
    }
}

}
