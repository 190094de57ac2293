// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rejected_before.h"

#include "store/rejected_text.h"

namespace ow::store {

RejectedBefore::RejectedBefore(SQLite::Database& db, const ActiveBatches& active, std::string_view kind)
{
    // What a mended import took in is among the rows of its origin.
    SQLite::Statement s(db,
        "SELECT r.batch, r.field, r.reason, r.text FROM rejected r JOIN batch b ON b.id = r.batch WHERE "
        "b.kind = ? AND "
        "r.text <> ''");
    bindText(s, 1, kind);
    while (s.executeStep()) {
        if (!active.contains(s.getColumn(0).getInt64()))
            continue;
        RejectedRow row;
        row.column = textOf(s.getColumn(1));
        row.reason = textOf(s.getColumn(2));
        row.text = textOf(s.getColumn(3));
        ++m_rows[sumOfKept(row)];
    }
}

bool RejectedBefore::take(const RejectedRow& row)
{
    if (m_rows.empty() || row.text.empty())
        return false;
    const auto found = m_rows.find(sumOf(row));
    if (found == m_rows.end())
        return false;
    if (--found->second == 0)
        m_rows.erase(found);
    return true;
}

}
