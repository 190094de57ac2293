// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batches.h"
#include "store/bulk_kind.h"
#include "store/sqlite.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ow::store {

/// The ids by which events or exposures of active imports and of one under way can be told apart. Nothing is
/// read and nothing kept as long as no row has one. An id is a sum of 64 bits: of ten million the odds that
/// two of them meet by chance are 1 in 370,000. Takes 10 bytes of memory an id, twice that while it grows;
/// about 10 bytes an id in the file, too. Throws SQLite::Exception.
class EventIds {
public:
    EventIds(SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active, std::int64_t batch);

    enum class Found {
        Nothing, ///< it is new, and known from now on
        Same, ///< a row of this id and this content is there
        Other, ///< a row of this id is there, with other content
    };
    /// @param id       not 0
    /// @param content  a sum of all that the row says
    Found note(std::uint64_t id, std::uint64_t content);
    /// Whether the next note() reads the file.
    bool readsNext() const { return !m_loaded; }
    /// Whether there are enough new ids for write().
    bool wantsWriting() const { return m_new.size() >= idsAtOnce; }
    /// Writes the new ones.
    void write();

private:
    using Sum = std::pair<std::uint64_t, std::uint16_t>;
    static constexpr std::size_t idsAtOnce = 1'000'000;

    void load();
    void grow();
    std::size_t slotOf(std::uint64_t id) const;

    SQLite::Database& m_db;
    const BulkKind& m_kind;
    const ActiveBatches& m_active;
    std::int64_t m_batch;
    bool m_loaded = false;
    /// Of the hash table, odd: who writes a file cannot make its ids lie together there.
    std::uint64_t m_spread;
    std::vector<std::uint64_t> m_ids; ///< a hash table; 0 = free
    std::vector<std::uint16_t> m_contents;
    std::size_t m_size = 0;
    std::vector<Sum> m_new;
};

/// How many rows of each import have an id.
std::map<std::int64_t, std::int64_t> identifiedRows(SQLite::Database& db, const BulkKind& kind);

/// Blocks that are not as they were written, as sentences.
void checkEventIds(SQLite::Database& db, std::vector<std::string>& faults);
/// Takes those out; answers how many.
std::int64_t removeBrokenEventIds(SQLite::Database& db);

}
