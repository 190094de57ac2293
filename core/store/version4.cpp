// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/version4.h"

namespace ow::store {

namespace {

constexpr const char* tables = R"sql(
-- How an import read its files, so that its rejected rows can be mended and tried again. Neither customers' ids nor
-- texts of rows stand here: those of rejected rows are in rejected.text, and there only, where a customer's
-- deletion finds them.
CREATE TABLE IF NOT EXISTS import_form(
  batch INTEGER PRIMARY KEY,
  origin INTEGER NOT NULL,                  -- 0, or the import whose rejected rows this one took in, mended
  retried INTEGER NOT NULL,                 -- how many rows of its these are
  seqs TEXT NOT NULL,                       -- JSON list: which
  form TEXT NOT NULL) STRICT;               -- JSON: kind, preset or mapping, columns of the files (ingest/import_form.h)

-- Ids of events and exposures that were told apart by one: no text, XXH3 sums of it and where it counts, sorted in
-- blocks of up to 8,192 (event_ids.h). What a deleted customer's events leave here is no more than such sums.
CREATE TABLE IF NOT EXISTS event_id(
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL,
  kind TEXT NOT NULL,                       -- 'event' or 'exposure'
  rows INTEGER NOT NULL,
  ids BLOB NOT NULL,                        -- packed: the first sum, then by how much each is greater than the one before
  contents BLOB NOT NULL,                   -- packed: 16 bits of a sum of each row's whole content
  checksum INTEGER NOT NULL) STRICT;
)sql";

}

void addTablesOfVersion4(SQLite::Database& db) { db.exec(tables); }

}
