// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"

// Segments of version 2 of the file, which had no checksums, as version 3 has them. Inside core/store only.

namespace ow::store {

/// What happens to blocks that cannot be unpacked: Refuse throws DamagedRows; Keep takes them over as they
/// are, for a rescue, which finds them by what is in them.
enum class DamagedBlocks { Refuse, Keep };

/// The tables segment and segment_column of version 2. Throws SQLite::Exception.
void createSegmentsOfVersion2(SQLite::Database& db);

/// Puts those of version 3 in their place and their rows into these. Where they are of version 3 already,
/// nothing is done (builds between the two wrote such files). Throws SQLite::Exception, DamagedRows.
void bringSegmentsToVersion3(SQLite::Database& db);

/// For rescues, which meet rows of both layouts: empty tables of version 2 beside those of version 3, named
/// segment_2 and segment_column_2, and then their rows into those. Throws SQLite::Exception.
void createOlderSegmentsBeside(SQLite::Database& db);
void takeOlderSegments(SQLite::Database& db, DamagedBlocks damaged);

}
