// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batches.h"
#include "store/bulk_reader.h"
#include "store/sqlite.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace ow::store {

/// Rows that active imports of a kind rejected, to be recognised when an overlapping file brings them again:
/// some 40 bytes of memory each. Those that were taken in since, mended, are among them. Throws
/// SQLite::Exception.
class RejectedBefore {
public:
    RejectedBefore(SQLite::Database& db, const ActiveBatches& active, std::string_view kind);

    /// Whether there is such a row that was not taken yet; it is now. A row without a text is like no other.
    bool take(const RejectedRow& row);

private:
    std::unordered_map<std::uint64_t, std::int64_t> m_rows; ///< by their sums: how many
};

}
