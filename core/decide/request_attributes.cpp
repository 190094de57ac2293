// SPDX-License-Identifier: Apache-2.0
#include "decide/request_attributes.h"

#include "decide/attribute_value.h"

#include <fmt/format.h>

namespace ow::decide::request {

const char* AttributeReader::read(const char* p, std::span<expr::Value> values)
{
    JsonCursor& in = m_in.cursor();
    const char* const end = m_in.end();
    const std::span<const AttributeTable::Entry> declared = m_table.entries();
    in.moveTo(p);
    if (in.peek() != '{')
        return m_in.wrongKind(m_place, std::string(path()), "An object");
    m_memory.next.resize(std::max(m_memory.next.size(), m_declared.size() + 1), 0);
    m_memory.seen.resize(std::max(m_memory.seen.size(), m_declared.size()), 0);
    Index* const next = m_memory.next.data();
    std::uint64_t* const seen = m_memory.seen.data();
    const std::uint64_t object = ++m_memory.object;
    const std::size_t keysBase = in.keys().size();
    std::size_t before = 0; // 1 + the attribute before this one
    if (!in.enter())
        return nullptr;
    p = in.at();
    for (bool first = true;; first = false) {
        Index a = next[before];
        const char* value = p + !first;
        if (a < declared.size() && (first || (p != end && *p == ','))
            && end - value >= std::ptrdiff_t(AttributeTable::Key::room) && declared[a].key.isAt(value)) {
            value += declared[a].key.size();
        } else {
            in.moveTo(p);
            if (!in.more('}', first))
                break;
            std::string_view key;
            if (!in.key(key))
                return nullptr;
            a = find(key);
            if (a == none) {
                if (!undeclared(key))
                    return nullptr;
                p = in.at();
                continue;
            }
            next[before] = a;
            value = in.at();
        }
        if (seen[a] == object) {
            in.moveTo(value);
            return m_in.failed("a key stands twice in one object");
        }
        seen[a] = object;
        before = std::size_t(a) + 1;
        p = readUsual(declared[a], value, values[a]);
        if (p == nullptr) {
            in.moveTo(value);
            if (!readUnusual(a, values[a]))
                return nullptr;
            p = in.at();
        }
    }
    return in.ok() && m_in.keysDiffer(keysBase) ? in.at() : nullptr;
}

/// Null where it has another form or is not what is declared.
inline const char* AttributeReader::readUsual(
    const AttributeTable::Entry& declared, const char* p, expr::Value& out) const
{
    using Form = AttributeTable::Form;
    const char* const end = m_in.end();
    const char* behind = nullptr;
    std::string_view text;
    std::int64_t number = 0;
    switch (declared.form) {
    case Form::Bool: {
        bool yes = false;
        behind = usual::boolean(p, end, yes);
        if (behind != nullptr)
            out = expr::Value::of(yes);
        return behind;
    }
    case Form::ClosedText: {
        behind = usual::string(p, end, text);
        if (behind == nullptr)
            return nullptr;
        const expr::Value* const value
            = m_in.lookUp(text, [&](const auto& name) { return m_table.closedValue(declared, name); });
        if (value == nullptr)
            return nullptr;
        out = *value;
        return behind;
    }
    case Form::OpenText:
        behind = usual::string(p, end, text);
        if (behind != nullptr)
            out = expr::Value::of(text);
        return behind;
    case Form::Int:
    case Form::Double:
        behind = usual::integer(p, end, number);
        if (behind == nullptr || !(double(number) >= declared.min && double(number) <= declared.max))
            return nullptr;
        out = declared.form == Form::Int ? expr::Value::of(number) : expr::Value::of(double(number));
        return behind;
    }
    return nullptr;
}

bool AttributeReader::readUnusual(Index attribute, expr::Value& out)
{
    JsonCursor& in = m_in.cursor();
    const model::Attribute& declared = m_declared[attribute];
    expr::Value value;
    switch (const char c = in.peek()) {
    case '"': {
        std::string_view read;
        if (!in.string(read))
            return false;
        value = expr::Value::of(read);
        break;
    }
    case 't':
    case 'f': {
        bool read = false;
        if (!in.boolean(read))
            return false;
        value = expr::Value::of(read);
        break;
    }
    case '{':
    case '[':
    case 'n':
        if (!in.skip())
            return false;
        m_in.faults().add(m_place, path(declared.name), fmt::format("An attribute cannot be {}", kindOf(c)));
        return true;
    default: {
        JsonNumber read;
        if (!in.number(read))
            return false;
        value = read.whole ? expr::Value::of(read.integer) : expr::Value::of(read.real);
    }
    }
    if (std::string problem = checkAttribute(declared, value); problem.empty())
        out = value;
    else
        m_in.faults().add(m_place, path(declared.name), std::move(problem));
    return true;
}

bool AttributeReader::undeclared(std::string_view key)
{
    JsonCursor& in = m_in.cursor();
    in.keys().push_back(key);
    const bool isFree
        = key == "x" && m_pack.customerAttribute(key) == none && m_pack.contextAttribute(key) == none;
    const char c = in.peek();
    if (!in.skip())
        return false;
    if (!isFree)
        m_in.faults().add(m_place, path(key),
            c == '{' || c == '[' || c == 'n' ? fmt::format("An attribute cannot be {}", kindOf(c))
                                             : std::string("The pack declares no such attribute"));
    return true;
}

std::string AttributeReader::path(std::string_view key) const { return fmt::format("{}.{}", path(), key); }

}
