// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rescue.h"
#include "store/sqlite.h"

#include <cstdint>
#include <string>

// The second half of a rescue: a sound database with rows missing becomes a project that keeps its promises.
// Inside core/store only. All throw SQLite::Exception.

namespace ow::store {

/// Numbers are given out one by one: greater ones are damage. As in dictionary.cpp and batches.cpp.
inline constexpr std::int64_t greatestText = std::int64_t(1) << 28;
inline constexpr std::int64_t greatestBatch = 1'000'000;

/// Segments that cannot be read go away; the rows of those that can, and are not in order, go to the row
/// tables. Before repairReferences().
void repairSegments(SQLite::Database& db, RescueReport& report);

/// Notes everybody who has rows in segments as a customer of their imports. After repairSegments().
void addSegmentCustomers(SQLite::Database& db);

/// Rows that name a number which no project can have go away; names and imports that are gone but spoken of
/// get a stand-in.
void repairReferences(SQLite::Database& db, RescueReport& report);

/// Objects that cannot be read go away, or come back as the history has them last. `projectName` stands in
/// where the settings are lost.
void repairObjects(SQLite::Database& db, const std::string& projectName, RescueReport& report);

/// Keeps the history that leads to and from the objects as they are; what does not fit together goes away,
/// and the project begins where it does.
void repairHistory(SQLite::Database& db, RescueReport& report);

/// Each import's counts of events, exposures and lines of baskets become what is there: whatever its record
/// says.
void repairBulkCounts(SQLite::Database& db);

/// What imports say that they added, from what is there; the next number of a row.
void repairCounts(SQLite::Database& db);

/// Releases whose bytes are not those that were released go away.
void repairReleases(SQLite::Database& db, RescueReport& report);

}
