// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/damaged_rows.h"

#include "store/sqlite.h"

#include <sqlite3.h>

namespace ow::store {

DamagedRows::DamagedRows(const std::string& which)
    : SQLite::Exception(which, SQLITE_CORRUPT)
{
}

std::string sourceOf(SQLite::Database& db, std::int64_t batch)
{
    try {
        SQLite::Statement s(db, "SELECT source FROM batch WHERE id = ?");
        s.bind(1, batch);
        if (s.executeStep())
            if (std::string source = textOf(s.getColumn(0)); !source.empty())
                return source;
    } catch (const SQLite::Exception&) {
        // What is damaged is told all the same.
    }
    return "import " + std::to_string(batch);
}

}
