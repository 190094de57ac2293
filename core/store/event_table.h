// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"

#include <cstdint>
#include <string>
#include <vector>

// Events and exposures as coded rows. Everything that knows how they lie in the file is in event_table.cpp,
// so that column segments can take the place of row tables without anybody else noticing.

namespace ow::store {

struct CodedEvent {
    std::int64_t customer = 0;
    std::int64_t at = 0;
    std::int64_t seq = 0;
    std::int64_t type = 0;
    std::int64_t sku = 0;
    std::int64_t qty = 0;
    std::int64_t value = 0;
    std::int64_t channel = 0;
    std::int64_t session = 0;
    std::string text;
};

/// Collects events and writes them in the table's own order: appending to a clustered table is several times
/// faster than dropping rows all over it. Throws SQLite::Exception.
class EventWriter {
public:
    EventWriter(SQLite::Database& db, std::int64_t batch);

    void add(CodedEvent event);
    void flush();

private:
    SQLite::Statement m_insert;
    std::int64_t m_batch;
    std::vector<CodedEvent> m_rows;
};

/// The columns of an event in the order in which event queries name them.
inline constexpr const char* eventColumns
    = "e.customer, e.at, e.seq, e.batch, e.type, e.sku, e.qty, e.value, e.channel, e.session, e.text";
CodedEvent codedEvent(SQLite::Statement& row);
inline std::int64_t batchOfEvent(SQLite::Statement& row) { return row.getColumn(3).getInt64(); }

}
