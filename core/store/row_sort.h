// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_blocks.h"
#include "store/query_steps.h"
#include "store/row_query.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace ow::store {

/// Sorts rows by keys, equal ones stay as they are. Needs 4 bytes for each stored row and 4 for each of
/// `rows` while it works. `fill(shift, keys)` sets keys[row] to 32 bits of its key from `shift` on; it is
/// asked once for each 32 bits that `greatest` has.
void sortByKeys(std::vector<std::uint32_t>& rows, std::size_t stored, std::uint64_t greatest,
    const std::function<void(unsigned shift, std::vector<std::uint32_t>& keys)>& fill, QuerySteps& steps);

/// Numbers of a list in the order of texts: by letters without case, then by bytes; equal texts have equal
/// numbers, which begin with 0.
std::vector<std::uint32_t> ranksOf(const std::vector<std::string>& texts);

/// Sorts rows of blocks by a field. Keys of customers, sessions and baskets sort by bytes, other texts
/// without case. Throws SQLite::Exception, QueryStopped. Errors: Unsupported (more different texts than can
/// be held).
[[nodiscard]] Result<void> sortRows(SQLite::Database& db, BulkBlocks& blocks, const RowQuery& query,
    std::vector<std::uint32_t>& rows, QuerySteps& steps);

}
