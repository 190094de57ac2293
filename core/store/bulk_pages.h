// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_rows.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace ow::store {

/// Rows by number, in the order of customers' keys, then time: for tables that show some of many millions.
/// The first page far from the beginning counts all rows of all customers (their columns of customers are
/// read, nothing else); from then on each page costs the unpacking of a segment of each run. Throws
/// SQLite::Exception.
class BulkPages {
public:
    BulkPages(SQLite::Database& db, BulkRows& rows);

    /// Rows first … first + limit - 1, as far as there are any.
    void read(std::int64_t first, std::int64_t limit,
        const std::function<void(std::string_view customer, const BulkRow&)>& fn);

private:
    /// A customer, and how many rows come before.
    struct Mark {
        std::int64_t row = 0;
        std::int64_t customer = 0;
    };
    void count();

    SQLite::Database& m_db;
    BulkRows& m_rows;
    std::vector<Mark> m_marks; ///< empty = not counted yet
};

}
