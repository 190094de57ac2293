// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_pages.h"

#include <algorithm>
#include <unordered_map>

namespace ow::store {

namespace {

constexpr std::int64_t rowsPerMark = 512; ///< so many are passed by at most to reach a page
constexpr std::int64_t nearTheBeginning = 2000;

}

BulkPages::BulkPages(SQLite::Database& db, BulkRows& rows)
    : m_db(db)
    , m_rows(rows)
{
}

void BulkPages::count()
{
    std::unordered_map<std::int64_t, std::int64_t> tail;
    m_rows.countTail([&](std::int64_t customer, std::int64_t rows) { tail[customer] = rows; });
    BulkRows::Walk walk(m_rows, {});
    SQLite::Statement s(m_db, "SELECT id FROM customer_key ORDER BY text");
    m_marks.push_back({});
    std::int64_t row = 0;
    while (s.executeStep()) {
        const std::int64_t customer = s.getColumn(0).getInt64();
        std::int64_t rows = std::int64_t(walk.count(customer));
        if (const auto more = tail.find(customer); more != tail.end())
            rows += more->second;
        if (rows > 0 && (m_marks.back().customer == 0 || row - m_marks.back().row >= rowsPerMark))
            m_marks.push_back({ row, customer });
        row += rows;
    }
    walk.checkEnd();
}

void BulkPages::read(
    std::int64_t first, std::int64_t limit, const std::function<void(std::string_view, const BulkRow&)>& fn)
{
    if (first < 0 || limit <= 0)
        return;
    Mark begin;
    if (first > nearTheBeginning) {
        if (m_marks.empty())
            count();
        begin = *std::prev(std::ranges::upper_bound(m_marks, first, {}, &Mark::row));
    }
    std::string from;
    if (begin.customer != 0) {
        SQLite::Statement key(m_db, "SELECT text FROM customer_key WHERE id = ?");
        key.bind(1, begin.customer);
        if (key.executeStep())
            from = textOf(key.getColumn(0));
    }
    BulkRows::Walk walk(m_rows, from);
    SQLite::Statement s(m_db, "SELECT id, text FROM customer_key WHERE text >= ? ORDER BY text");
    s.bind(1, from);
    std::int64_t row = begin.row;
    std::vector<BulkRow> rows;
    while (row < first + limit && s.executeStep()) {
        walk.of(s.getColumn(0).getInt64(), rows);
        const std::string key = textOf(s.getColumn(1));
        for (const BulkRow& one : rows) {
            if (row >= first && row < first + limit)
                fn(key, one);
            ++row;
        }
    }
}

}
