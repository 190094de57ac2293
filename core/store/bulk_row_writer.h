// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_kind.h"
#include "store/dictionary.h"
#include "store/known_rows.h"
#include "store/run_packer.h"
#include "store/segment_builder.h"
#include "store/segment_table.h"
#include "store/sqlite.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace ow::store {

/// An import of no more rows than this goes to the row table: a run of segments costs every look-up of a
/// customer a little, so that each must be worth it.
inline constexpr std::size_t mostTailRows = 65'536;

/// Takes the events or exposures of one import and writes them: sorted runs of segments or, where there are
/// few, rows of the row table. Throws SQLite::Exception.
class BulkRowWriter {
public:
    /// `prepare` writes the dictionaries and whatever else rows refer to; called before rows are.
    BulkRowWriter(SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active, std::int64_t batch,
        const Dictionaries& dictionaries, std::function<void()> prepare);

    /// Numbers of coded columns are places in the dictionaries.
    void add(const BulkRow& row);
    /// Some milliseconds of writing what is packed. To be called every 16,384 rows or more often; what was left
    /// undone when the next million is full is done then.
    void work();
    /// Writes what is left. `nextSeq` goes up with each row of the row table.
    void finish(std::int64_t& nextSeq);

    /// Rows with an origin that were left out, for the project has them already; by file, as far as there are
    /// any.
    const std::vector<std::int64_t>& duplicates() const { return m_duplicates; }
    /// Those of RowOrigin::noFile: left out as well, and nobody's duplicates.
    std::int64_t leftOut() const { return m_leftOut; }
    /// Of all these: exposures that are there with other outcomes.
    std::int64_t knownOtherwise() const { return m_known.knownOtherwise(); }
    /// All that were left out: by day and, of events, the number of their type.
    struct Sum {
        std::int64_t rows = 0;
        std::int64_t value = 0;
    };
    const std::map<std::pair<std::int64_t, std::int64_t>, Sum>& leftOutByDay() const
    {
        return m_leftOutByDay;
    }

private:
    void translate();
    void beginRun();
    void beginEncoding();
    void finishRun();
    std::vector<bool> takeKnown(const RowBuffer& rows);
    void sumUp(std::span<const std::int64_t> row);
    void write(const EncodedSegment& segment);
    void writeTail(std::int64_t& nextSeq);

    SQLite::Database& m_db;
    const BulkKind& m_kind;
    std::int64_t m_batch;
    const Dictionaries& m_dictionaries;
    std::function<void()> m_prepare;
    RowBuffer m_rows;
    std::optional<RowBuffer> m_spare; ///< of a run that is written, for its memory: 64 MB are slow to get
    KnownRows m_known;
    std::optional<RowBuffer> m_compared; ///< a run on its way to the encoder
    std::size_t m_comparedAtOnce = 1;
    std::vector<std::int64_t> m_duplicates;
    std::int64_t m_leftOut = 0;
    std::map<std::pair<std::int64_t, std::int64_t>, Sum> m_leftOutByDay;
    std::optional<SegmentWriter> m_segments; ///< from the first run on
    std::int64_t m_runs = 0; ///< that have segments
    bool m_prepared = false; ///< a full run's texts are written
    RunPacker m_packer; ///< of the run before
};

}
