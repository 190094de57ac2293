// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batches.h"
#include "store/dictionary.h"
#include "store/known_lines.h"
#include "store/line_groups.h"
#include "store/segment_table.h"
#include "store/sqlite.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ow::store {

/// Takes the lines of baskets of one import and stores those that the project has not yet: half a million at
/// a time, sorted by basket and sku, as segments; or, where there are few, as rows of the row table. Lines
/// that come twice within such a run fall out of the sort, others are looked for in the blocks that hold
/// their baskets. Throws SQLite::Exception.
class BasketWriter {
public:
    BasketWriter(
        SQLite::Database& db, const ActiveBatches& active, std::int64_t batch, Dictionaries& dictionaries);

    /// `file` numbers the line's file, from 0.
    void add(std::string_view basket, std::string_view sku, std::size_t file);
    /// Stores what is left.
    void finish();

    std::int64_t stored() const { return m_stored; }
    /// By file, as far as there are any.
    const std::vector<std::int64_t>& duplicates() const { return m_duplicates; }

private:
    struct Line {
        LineKey key; ///< of places in the dictionaries, then of the file's numbers
        std::uint32_t file;
    };
    std::vector<LineKey> takeNew();
    void duplicate(std::size_t file);
    void writeRun();
    void writeRows();

    SQLite::Database& m_db;
    std::int64_t m_batch;
    Dictionaries& m_dictionaries;
    KnownLines m_known;
    std::vector<Line> m_lines;
    std::optional<SegmentWriter> m_segments; ///< from the first run on
    std::int64_t m_runs = 0;
    std::int64_t m_stored = 0;
    std::vector<std::int64_t> m_duplicates;
};

}
