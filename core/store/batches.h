// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_reader.h"
#include "store/sqlite.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ow::store {

/// Which imports count at present: a copy, taken when a reader or writer opens. Throws SQLite::Exception.
class ActiveBatches {
public:
    explicit ActiveBatches(SQLite::Database& db);

    bool contains(std::int64_t batch) const
    {
        return batch >= 0 && batch < std::int64_t(m_active.size()) && m_active[std::size_t(batch)];
    }
    bool all() const { return m_all; } ///< nothing is undone: no row needs to be asked

private:
    std::vector<bool> m_active;
    bool m_all = true;
};

/// What the active batches add up to.
Counts readCounts(SQLite::Database& db);
/// All imports, newest first, undone ones too.
std::vector<ImportRecord> readImports(SQLite::Database& db);
/// The batch whose mined edges hold.
std::optional<std::int64_t> minedBatch(SQLite::Database& db);

}
