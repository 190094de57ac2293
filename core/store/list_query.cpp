// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/list_query.h"

#include "base/json.h"
#include "store/row_sort.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <variant>

namespace ow::store {

namespace {

/// A list (tags) is as many texts; none at all is "no value".
using Texts = std::vector<std::string>;
using Cell = std::variant<Texts, std::int64_t, double>;

Cell textCell(std::string text) { return text.empty() ? Texts {} : Texts { std::move(text) }; }

bool isNothing(const Cell& cell)
{
    const Texts* const texts = std::get_if<Texts>(&cell);
    return texts != nullptr && texts->empty();
}

std::string joined(const Texts& texts) { return fmt::format("{}", fmt::join(texts, ", ")); }

bool passes(const ValueFilter& filter, const Cell& cell)
{
    if (isNothing(cell))
        return filter.passesNothing();
    if (const auto* whole = std::get_if<std::int64_t>(&cell))
        return filter.passes(*whole);
    if (const auto* real = std::get_if<double>(&cell))
        return filter.passes(*real);
    const auto& texts = std::get<Texts>(cell);
    const bool holds
        = std::ranges::any_of(texts, [&](const std::string& t) { return filter.holds(std::string_view(t)); })
        || (texts.size() > 1 && filter.holds(std::string_view(joined(texts))));
    return holds != filter.isNegated();
}

/// Rows that passed, and what they are sorted by.
class Found {
public:
    Found(bool descending, bool isSorted)
        : m_descending(descending)
        , m_isSorted(isSorted)
    {
    }

    void add(std::int64_t id, const Cell& cell)
    {
        m_ids.push_back(std::uint32_t(id));
        if (!m_isSorted)
            return;
        if (const auto* texts = std::get_if<Texts>(&cell); texts != nullptr && !texts->empty())
            m_keys.emplace_back(codeOf(joined(*texts)), Key::Text);
        else if (const auto* whole = std::get_if<std::int64_t>(&cell))
            m_keys.emplace_back(double(*whole), Key::Value);
        else if (const auto* real = std::get_if<double>(&cell))
            m_keys.emplace_back(*real, Key::Value);
        else
            m_keys.emplace_back(0, Key::None);
    }

    std::vector<std::uint32_t> take() &&
    {
        if (!m_isSorted)
            return std::move(m_ids);
        const std::vector<std::uint32_t> ranks = ranksOf(m_texts);
        for (auto& [key, what] : m_keys)
            if (what == Key::Text)
                key = ranks[std::size_t(key)];
        std::vector<std::uint32_t> order(m_ids.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = std::uint32_t(i);
        std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
            const auto& [left, leftIs] = m_keys[a];
            const auto& [right, rightIs] = m_keys[b];
            if (leftIs != rightIs)
                return leftIs < rightIs; // numbers, texts, nothing
            return m_descending ? right < left : left < right;
        });
        for (std::uint32_t& row : order)
            row = m_ids[row];
        return order;
    }

private:
    enum class Key { Value, Text, None };

    double codeOf(std::string text)
    {
        const auto [at, isNew] = m_known.try_emplace(std::move(text), m_texts.size());
        if (isNew)
            m_texts.push_back(at->first);
        return double(at->second);
    }

    bool m_descending;
    bool m_isSorted;
    std::vector<std::uint32_t> m_ids;
    /// Amounts in minor units are exact in a double up to 90 trillion.
    std::vector<std::pair<double, Key>> m_keys;
    std::unordered_map<std::string, std::size_t> m_known;
    Texts m_texts;
};

template <typename CellOf>
void offer(const RowQuery& query, std::int64_t id, const CellOf& cellOf, Found& found)
{
    for (const RowQuery::Term& term : query.where)
        if (!passes(term.filter, cellOf(term.field)))
            return;
    found.add(id, query.by ? cellOf(*query.by) : Cell {});
}

Texts tagsOf(const std::string& text)
{
    Texts out;
    if (text == "[]")
        return out;
    if (const auto json = parseJson(text); json && json->is_array())
        for (const Json& tag : *json)
            if (tag.is_string())
                out.push_back(tag.get<std::string>());
    return out;
}

Cell productCell(SQLite::Statement& s, const RowField& field)
{
    static const std::map<std::string, int> columns { { "sku", 1 }, { "title", 2 }, { "family", 3 },
        { "category", 4 }, { "price", 5 }, { "cost", 6 }, { "stock", 7 }, { "depletion", 8 }, { "tags", 9 } };
    const auto column = columns.find(field.name);
    if (column == columns.end())
        throw SQLite::Exception("products have no column " + field.name);
    const SQLite::Column value = s.getColumn(column->second);
    if (value.isNull() || (field.name == "depletion" && value.getInt64() <= 0))
        return Texts {};
    if (field.name == "tags")
        return tagsOf(textOf(value));
    if (field.type == FieldType::Text)
        return textCell(textOf(value));
    return value.getInt64();
}

Cell attributeCell(const model::Attributes& attributes, const RowField& field)
{
    const auto found = attributes.find(field.name);
    if (found == attributes.end())
        return Texts {};
    const bool wantsText = field.type == FieldType::Text || field.type == FieldType::Flag;
    if (const auto* flag = std::get_if<bool>(&found->second)) {
        const std::string word = *flag ? "true" : "false";
        return wantsText ? textCell(field.shown ? field.shown(word) : word) : Cell(Texts {});
    }
    if (const auto* text = std::get_if<std::string>(&found->second))
        return wantsText ? textCell(*text) : Cell(Texts {}); // declared as a number since
    if (const auto* whole = std::get_if<std::int64_t>(&found->second)) {
        if (wantsText)
            return textCell(std::to_string(*whole));
        return field.type == FieldType::Real ? Cell(double(*whole)) : Cell(*whole);
    }
    const double real = std::get<double>(found->second);
    return wantsText ? textCell(fmt::format("{}", real)) : Cell(real);
}

}

std::vector<std::uint32_t> findProducts(SQLite::Database& db, const RowQuery& query, QuerySteps& steps)
{
    SQLite::Statement s(db,
        "SELECT k.id, k.text, p.title, p.family, p.category, p.price, p.cost, p.stock, p.depletion, p.tags "
        "FROM sku_key k CROSS JOIN product p ON p.sku = k.id "
        "WHERE p.batch = (SELECT max(q.batch) FROM product q JOIN batch b ON b.id = q.batch WHERE q.sku = "
        "k.id AND b.active) "
        "ORDER BY k.text");
    Found found(query.descending, query.by.has_value());
    std::int64_t seen = 0;
    while (s.executeStep()) {
        offer(
            query, s.getColumn(0).getInt64(), [&](const RowField& field) { return productCell(s, field); },
            found);
        if (++seen % 512 == 0)
            steps.add(512);
    }
    return std::move(found).take();
}

std::vector<std::uint32_t> findCustomers(
    SQLite::Database& db, const RowQuery& query, const AttributesOf& attributesOf, QuerySteps& steps)
{
    SQLite::Statement s(db,
        "SELECT k.id, k.text FROM customer_key k WHERE EXISTS (SELECT 1 FROM customer_row r "
        "JOIN batch b ON b.id = r.batch WHERE r.customer = k.id AND b.active) ORDER BY k.text");
    Found found(query.descending, query.by.has_value());
    std::int64_t seen = 0;
    while (s.executeStep()) {
        const std::int64_t id = s.getColumn(0).getInt64();
        std::optional<model::Attributes> attributes; // where one is asked for
        offer(
            query, id,
            [&](const RowField& field) {
                if (field.name == "customer")
                    return textCell(textOf(s.getColumn(1)));
                if (!attributes)
                    attributes = attributesOf(id);
                return attributeCell(*attributes, field);
            },
            found);
        if (++seen % 512 == 0)
            steps.add(512);
    }
    return std::move(found).take();
}

}
