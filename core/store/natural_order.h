// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_blocks.h"
#include "store/query_steps.h"
#include "store/row_bits.h"

#include <cstdint>
#include <vector>

namespace ow::store {

/// The place of each customer in the order of keys (bytes compared), by number; four bytes each. Throws
/// SQLite::Exception.
std::vector<std::uint32_t> customerRanks(SQLite::Database& db, QuerySteps& steps);

/// The rows that are set in the order in which tables and readers have them: by customer, time, import,
/// place. Runs are merged a block of each at a time: no memory beside the answer's four bytes a row. Blocks
/// without a row are not unpacked. Of lines of baskets: as they are stored. Throws SQLite::Exception,
/// QueryStopped.
std::vector<std::uint32_t> inNaturalOrder(
    BulkBlocks& blocks, const RowBits& rows, const std::vector<std::uint32_t>& ranks, QuerySteps& steps);

}
