// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "store/segment_migration.h"
#include "store/version4.h"

#include <string>

namespace ow::store {

// Ids of bulk rows are small integers from the four dictionaries below; 0 stands for "" everywhere.
// Bulk rows carry the batch (import) they came with and are never changed: undoing an import switches its
// batch off.
const char* const schemaVersion1 = R"sql(
-- One value per name: 'head' = history id where the project stands, 'next_seq' = next number of a bulk row.
CREATE TABLE meta(name TEXT NOT NULL PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;

-- What people author, one row per thing; kinds and bodies: store/object_kinds.h.
CREATE TABLE object(
  kind TEXT NOT NULL, id TEXT NOT NULL,
  position REAL NOT NULL,               -- order among its kind
  body TEXT NOT NULL,                   -- canonical JSON
  PRIMARY KEY(kind, id)) STRICT, WITHOUT ROWID;

-- One import. Its counts are what it added to the totals, so that opening a project adds up a few rows.
CREATE TABLE batch(
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL,
  kind TEXT NOT NULL, source TEXT NOT NULL,
  fingerprint TEXT NOT NULL DEFAULT '',     -- of the files' bytes: the same files again are recognised
  active INTEGER NOT NULL DEFAULT 1,        -- 0 = undone: its rows are hidden
  stored INTEGER NOT NULL, rejected INTEGER NOT NULL, duplicates INTEGER NOT NULL,
  products INTEGER NOT NULL, customers INTEGER NOT NULL, events INTEGER NOT NULL, exposures INTEGER NOT NULL,
  basket_lines INTEGER NOT NULL,
  mined_edges INTEGER,                      -- NULL = did not mine; else its edges replace all of before
  last_at INTEGER) STRICT;                  -- latest time in its events and exposures

-- The tree of states. Row 0 is the project as it was created.
CREATE TABLE history(
  id INTEGER PRIMARY KEY, parent INTEGER REFERENCES history(id),
  next INTEGER,                             -- the child that redo goes to
  at INTEGER NOT NULL, who TEXT NOT NULL, title TEXT NOT NULL, why TEXT NOT NULL,
  batch INTEGER REFERENCES batch(id),       -- an import's row
  bytes INTEGER NOT NULL) STRICT;

-- What a history row did to each object; NULL = not there. From version 2 on, of a body before and one after
-- there may be parts only (body_delta.h).
CREATE TABLE change(
  history INTEGER NOT NULL REFERENCES history(id), seq INTEGER NOT NULL,
  kind TEXT NOT NULL, id TEXT NOT NULL,
  before TEXT, before_position REAL, after TEXT, after_position REAL,
  PRIMARY KEY(history, seq)) STRICT, WITHOUT ROWID;

CREATE TABLE release(
  id INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, who TEXT NOT NULL, note TEXT NOT NULL,
  sha256 TEXT NOT NULL, pack TEXT NOT NULL) STRICT;

-- Dictionaries.
CREATE TABLE customer_key(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE sku_key(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE session_key(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT; -- sessions, orders, baskets, intents
CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;        -- types, channels, offers, arms …

-- The row of the latest active batch holds.
CREATE TABLE product(
  sku INTEGER NOT NULL, batch INTEGER NOT NULL,
  title TEXT NOT NULL, family TEXT NOT NULL, category TEXT NOT NULL,
  price INTEGER NOT NULL, cost INTEGER NOT NULL,      -- minor units of the project's currency
  stock INTEGER, depletion INTEGER NOT NULL,          -- pieces, milliseconds
  tags TEXT NOT NULL,                                 -- JSON list of words
  PRIMARY KEY(sku, batch)) STRICT, WITHOUT ROWID;

-- In which batches a customer occurs, and what they say of him or her.
CREATE TABLE customer_row(
  customer INTEGER NOT NULL, batch INTEGER NOT NULL,
  attributes TEXT,                                    -- JSON object; NULL = the batch says nothing
  PRIMARY KEY(customer, batch)) STRICT, WITHOUT ROWID;

-- Clustered by customer and time: one customer's history is one range.
CREATE TABLE event(
  customer INTEGER NOT NULL, at INTEGER NOT NULL, seq INTEGER NOT NULL,
  batch INTEGER NOT NULL, type INTEGER NOT NULL, sku INTEGER NOT NULL, qty INTEGER NOT NULL, value INTEGER NOT NULL,
  channel INTEGER NOT NULL, session INTEGER NOT NULL, text TEXT,
  PRIMARY KEY(customer, at, seq)) STRICT, WITHOUT ROWID;

CREATE TABLE exposure(
  customer INTEGER NOT NULL, at INTEGER NOT NULL, seq INTEGER NOT NULL,
  batch INTEGER NOT NULL, offer INTEGER NOT NULL, placement INTEGER NOT NULL,
  clicked INTEGER, accepted INTEGER, declined INTEGER, returned INTEGER,   -- times
  intent INTEGER NOT NULL, arm INTEGER NOT NULL, experiment INTEGER NOT NULL, withheld INTEGER NOT NULL,
  PRIMARY KEY(customer, at, seq)) STRICT, WITHOUT ROWID;

CREATE TABLE basket_line(
  basket INTEGER NOT NULL, sku INTEGER NOT NULL, batch INTEGER NOT NULL,
  PRIMARY KEY(basket, sku, batch)) STRICT, WITHOUT ROWID;

CREATE TABLE rejected(
  batch INTEGER NOT NULL, seq INTEGER NOT NULL,
  file TEXT NOT NULL, row INTEGER NOT NULL, field TEXT NOT NULL, reason TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(batch, seq)) STRICT, WITHOUT ROWID;

CREATE TABLE mined_edge(
  batch INTEGER NOT NULL, seq INTEGER NOT NULL,
  a TEXT NOT NULL, b TEXT NOT NULL, class TEXT NOT NULL,
  weight REAL NOT NULL, lift REAL NOT NULL, q REAL NOT NULL,
  evidence TEXT NOT NULL,                             -- JSON object
  PRIMARY KEY(batch, seq)) STRICT, WITHOUT ROWID;
)sql";

const std::vector<MigrationStep>& migrationSteps()
{
    // The row tables event, exposure and basket_line keep what was in them, and take small imports.
    static const std::vector<MigrationStep> steps { createSegmentsOfVersion2, bringSegmentsToVersion3,
        addTablesOfVersion4 };
    return steps;
}

std::vector<std::string_view> tableNames(int version)
{
    std::vector<std::string_view> out { "meta", "object", "batch", "history", "change", "release",
        "customer_key", "sku_key", "session_key", "word", "product", "customer_row", "event", "exposure",
        "basket_line", "rejected", "mined_edge" };
    if (version >= 2)
        out.insert(out.end(), { "segment", "segment_column" });
    if (version >= 4)
        out.insert(out.end(), tablesOfVersion4.begin(), tablesOfVersion4.end());
    return out;
}

void createSchema(SQLite::Database& db, int version)
{
    db.exec(schemaVersion1);
    db.exec("PRAGMA application_id = " + std::to_string(applicationId));
    for (int i = 1; i < version; ++i)
        migrationSteps().at(std::size_t(i) - 1)(db);
    db.exec("PRAGMA user_version = " + std::to_string(version));
}

bool runSteps(SQLite::Database& db, const std::vector<MigrationStep>& steps)
{
    const int version = db.execAndGet("PRAGMA user_version").getInt();
    for (auto i = std::size_t(version); i <= steps.size(); ++i) {
        steps[i - 1](db);
        db.exec("PRAGMA user_version = " + std::to_string(i + 1));
    }
    return std::size_t(version) <= steps.size();
}

}
