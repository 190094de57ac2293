// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_blocks.h"
#include "store/row_query.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ow::store {

/// A field of rows in blocks, in the numbers that it is chosen and sorted by. Throws SQLite::Exception.
class BlockColumn {
public:
    enum class Role {
        Number, ///< as stored
        Amount, ///< of events: minor units, also where a score is stored
        TimeIf, ///< ValueFilter::none where its flag is not set
        Coded, ///< a number of a dictionary, 0 = ""
        FlagBit, ///< 0 or 1: "false" or "true"
        Text, ///< in the blocks themselves: has no numbers
    };

    /// Nothing where the kind has no such field.
    static std::optional<BlockColumn> named(
        SQLite::Database& db, const BulkKind& kind, const std::string& field, int decimals);

    Role role() const { return m_role; }
    bool isText() const { return m_role == Role::Coded || m_role == Role::FlagBit || m_role == Role::Text; }
    /// Of Coded: the dictionary's table.
    const char* dictionary() const;
    Coded coded() const { return m_coded; }

    /// A block's values lie between these, where that is known without unpacking.
    std::optional<std::pair<std::int64_t, std::int64_t>> range(
        BulkBlocks& blocks, const BulkBlocks::Block& block) const;
    void values(BulkBlocks& blocks, const BulkBlocks::Block& block, std::vector<std::int64_t>& out);

private:
    Role m_role = Role::Number;
    std::size_t m_column = 0;
    Coded m_coded = Coded::No;
    std::int64_t m_bit = 0; ///< of exposure_column::Flags
    std::int64_t m_survey = 0; ///< the word; 0 = there is none
    std::int64_t m_minorUnits = 1; ///< in one of the currency
    std::vector<std::int64_t> m_other;
};

}
