// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customer_pages.h"

#include <algorithm>
#include <iterator>

namespace ow::store {

namespace {

constexpr std::int64_t customersPerMark = 1000;

}

CustomerPages::CustomerPages(SQLite::Database& db)
    : m_db(db)
    , m_marks { { 0, "" } }
{
}

void CustomerPages::read(
    std::int64_t first, std::int64_t limit, const std::function<bool(std::int64_t, const std::string&)>& fn)
{
    const auto& [number, key] = *std::prev(m_marks.upper_bound(std::max<std::int64_t>(first, 0)));
    SQLite::Statement s(m_db,
        "SELECT k.id, k.text FROM customer_key k WHERE k.text >= ? AND EXISTS (SELECT 1 FROM customer_row r "
        "JOIN batch b ON b.id = r.batch WHERE r.customer = k.id AND b.active) ORDER BY k.text");
    s.bind(1, key);
    for (std::int64_t i = number; s.executeStep(); ++i) {
        if (i > number && i % customersPerMark == 0)
            m_marks.emplace(i, textOf(s.getColumn(1)));
        if (i < first)
            continue;
        if (limit != 0 && i >= first + limit)
            return;
        if (!fn(s.getColumn(0).getInt64(), textOf(s.getColumn(1))))
            return;
    }
}

}
