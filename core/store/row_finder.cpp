// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_finder.h"

#include "store/block_filter.h"
#include "store/natural_order.h"
#include "store/row_sort.h"

#include <algorithm>

namespace ow::store {

namespace {

bool isList(RowTable table) { return table == RowTable::Products || table == RowTable::Customers; }

std::int64_t rowsOf(const Counts& counts, RowTable table)
{
    switch (table) {
    case RowTable::Products:
        return counts.products;
    case RowTable::Customers:
        return counts.customers;
    case RowTable::Events:
        return counts.events;
    case RowTable::Exposures:
        return counts.exposures;
    case RowTable::Baskets:
        return counts.basketLines;
    }
    return 0;
}

/// Cheap and choosy ones first: what they leave no longer costs the others much.
int costOf(const RowQuery::Term& term)
{
    if (term.field.name == "text")
        return 2;
    return term.filter.onlyText() != nullptr && !term.filter.isNegated() ? 0 : 1;
}

}

RowFinder::RowFinder(SQLite::Database& db, const ActiveBatches& active, AttributesOf attributesOf)
    : m_db(db)
    , m_active(active)
    , m_attributesOf(std::move(attributesOf))
    , m_events(db, eventKind, active)
    , m_exposures(db, exposureKind, active)
    , m_baskets(db, basketKind, active)
{
}

BulkBlocks& RowFinder::blocks(RowTable table)
{
    return table == RowTable::Events ? m_events : table == RowTable::Exposures ? m_exposures : m_baskets;
}

std::uint64_t RowFinder::stateOf(RowTable table)
{
    if (isList(table))
        return 0; // numbers of products and customers stay theirs for good
    blocks(table).load();
    return blocks(table).state();
}

Result<RowSet> RowFinder::find(const RowQuery& query, const Counts& counts, const Progress& progress)
{
    // A look at each row for each term, one for the order, three at most for sorting.
    const std::int64_t looks = std::int64_t(query.where.size()) + 1 + (query.by ? 4 : 0);
    QuerySteps steps(progress, rowsOf(counts, query.table) * (isList(query.table) ? 1 : looks));
    try {
        steps.add(0);
        RowSet out { query.table, 0, {} };
        auto rows = findRows(query, steps);
        if (!rows)
            return fail(rows.error());
        out.rows = std::move(*rows);
        out.state = stateOf(query.table);
        return out;
    } catch (const QueryStopped&) {
        return fail(ErrorCode::Cancelled, "The search was stopped.");
    }
}

Result<std::vector<std::uint32_t>> RowFinder::findRows(const RowQuery& query, QuerySteps& steps)
{
    if (query.table == RowTable::Products)
        return findProducts(m_db, query, steps);
    if (query.table == RowTable::Customers)
        return findCustomers(m_db, query, m_attributesOf, steps);
    BulkBlocks& all = blocks(query.table);
    all.load(steps);
    RowBits bits(all.rows());
    std::vector<RowQuery::Term> terms = query.where;
    std::ranges::stable_sort(terms, {}, costOf);
    for (const RowQuery::Term& term : terms)
        filterRows(m_db, all, term, query.decimals, bits, steps);
    if (query.table != RowTable::Baskets && m_ranks.empty())
        m_ranks = customerRanks(m_db, steps);
    std::vector<std::uint32_t> rows = inNaturalOrder(all, bits, m_ranks, steps);
    if (query.by)
        if (auto sorted = sortRows(m_db, all, query, rows, steps); !sorted)
            return fail(sorted.error());
    return rows;
}

Result<std::vector<std::uint32_t>> RowFinder::part(
    const RowSet& set, RowTable table, std::int64_t first, std::int64_t limit)
{
    if (set.table != table || set.state != stateOf(table))
        return fail(ErrorCode::Conflict, "The data changed since these rows were searched. Search again.");
    const auto size = std::int64_t(set.rows.size());
    const std::int64_t begin = std::clamp<std::int64_t>(first, 0, size);
    const std::int64_t end = begin + std::clamp<std::int64_t>(limit, 0, size - begin);
    return std::vector(set.rows.begin() + begin, set.rows.begin() + end);
}

}
