// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event_ids.h"

#include "store/column_codec.h"
#include "store/damaged_rows.h"
#include "store/segment_builder.h"
#include "store/segment_sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace ow::store {

namespace {

constexpr std::size_t fewestSlots = 1 << 12;

struct Block {
    std::int64_t id = 0, batch = 0, rows = 0, checksum = 0;
    std::string ids, contents;
};

std::string bytesOf(const SQLite::Column& column)
{
    const void* const bytes = column.getBlob();
    return bytes == nullptr ? std::string()
                            : std::string(static_cast<const char*>(bytes), std::size_t(column.getBytes()));
}

Block blockAt(SQLite::Statement& s)
{
    return { s.getColumn(0).getInt64(), s.getColumn(1).getInt64(), s.getColumn(2).getInt64(),
        s.getColumn(3).getInt64(), bytesOf(s.getColumn(4)), bytesOf(s.getColumn(5)) };
}

constexpr const char* selectBlocks = "SELECT id, batch, rows, checksum, ids, contents FROM event_id";

std::int64_t sumOf(const Block& block)
{
    const std::string all = fmt::format("{} {} ", block.batch, block.rows) + block.ids + block.contents;
    return sumOfBytes(all.data(), all.size());
}

/// False where the block is not as it was written.
bool unpack(const Block& block, std::vector<std::int64_t>& ids, std::vector<std::int64_t>& contents)
{
    if (block.rows < 1 || block.rows > std::int64_t(segmentRows) || sumOf(block) != block.checksum)
        return false;
    ids.resize(std::size_t(block.rows));
    contents.resize(std::size_t(block.rows));
    if (!decodeColumn(block.ids, ids.size(), ids.data())
        || !decodeColumn(block.contents, contents.size(), contents.data()))
        return false;
    for (std::size_t i = 1; i < ids.size(); ++i)
        ids[i] = std::int64_t(std::uint64_t(ids[i]) + std::uint64_t(ids[i - 1]));
    return true;
}

std::vector<std::int64_t> brokenBlocks(SQLite::Database& db)
{
    std::vector<std::int64_t> out, ids, contents;
    SQLite::Statement s(db, selectBlocks);
    while (s.executeStep())
        if (const Block block = blockAt(s); !unpack(block, ids, contents))
            out.push_back(block.id);
    return out;
}

}

EventIds::EventIds(
    SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active, std::int64_t batch)
    : m_db(db)
    , m_kind(kind)
    , m_active(active)
    , m_batch(batch)
    , m_spread(reinterpret_cast<std::uintptr_t>(this) * 0x9E3779B97F4A7C15ULL | 1)
{
}

std::size_t EventIds::slotOf(std::uint64_t id) const
{
    const std::size_t mask = m_ids.size() - 1;
    std::size_t slot = std::size_t(id * m_spread >> 32) & mask; // bits that depend on most of the id
    while (m_ids[slot] != 0 && m_ids[slot] != id)
        slot = (slot + 1) & mask;
    return slot;
}

void EventIds::grow()
{
    std::vector<std::uint64_t> ids(m_ids.size() * 2, 0);
    std::vector<std::uint16_t> contents(m_ids.size() * 2, 0);
    ids.swap(m_ids);
    contents.swap(m_contents);
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i] != 0) {
            const std::size_t slot = slotOf(ids[i]);
            m_ids[slot] = ids[i];
            m_contents[slot] = contents[i];
        }
}

void EventIds::load()
{
    m_size = 0;
    std::size_t expected = 0;
    for (const auto& [batch, rows] : identifiedRows(m_db, m_kind))
        expected += m_active.contains(batch) ? std::size_t(rows) : 0;
    const std::size_t slots = std::max(fewestSlots, std::bit_ceil(expected * 2));
    m_ids.assign(slots, 0);
    m_contents.assign(slots, 0);
    SQLite::Statement s(m_db, std::string(selectBlocks) + " WHERE kind = ?");
    s.bind(1, m_kind.name);
    std::vector<std::int64_t> ids, contents;
    while (s.executeStep()) {
        const Block block = blockAt(s);
        if (!m_active.contains(block.batch))
            continue;
        if (!unpack(block, ids, contents))
            throw DamagedRows(
                fmt::format("Ids of the {} of {} are damaged", m_kind.title, sourceOf(m_db, block.batch)));
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const std::size_t slot = slotOf(std::uint64_t(ids[i]));
            m_size += m_ids[slot] == 0 ? 1U : 0U;
            m_ids[slot] = std::uint64_t(ids[i]);
            m_contents[slot] = std::uint16_t(contents[i]);
        }
        if (m_size * 3 > m_ids.size() * 2)
            grow();
    }
    m_loaded = true;
}

EventIds::Found EventIds::note(std::uint64_t id, std::uint64_t content)
{
    if (!m_loaded)
        load();
    const auto few = std::uint16_t(content);
    const std::size_t slot = slotOf(id);
    if (m_ids[slot] != 0)
        return m_contents[slot] == few ? Found::Same : Found::Other;
    m_ids[slot] = id;
    m_contents[slot] = few;
    m_new.emplace_back(id, few);
    if (++m_size * 3 > m_ids.size() * 2)
        grow();
    return Found::Nothing;
}

void EventIds::write()
{
    if (m_new.empty())
        return;
    std::ranges::sort(m_new); // near ids take few bits
    SQLite::Statement insert(
        m_db, "INSERT INTO event_id(batch, kind, rows, ids, contents, checksum) VALUES(?, ?, ?, ?, ?, ?)");
    std::vector<std::int64_t> ids, contents;
    for (std::size_t first = 0; first < m_new.size(); first += segmentRows) {
        ids.clear();
        contents.clear();
        for (std::size_t i = first; i < std::min(first + segmentRows, m_new.size()); ++i) {
            ids.push_back(std::int64_t(m_new[i].first - (i == first ? 0 : m_new[i - 1].first)));
            contents.push_back(m_new[i].second);
        }
        const Block block { 0, m_batch, std::int64_t(ids.size()), 0, encodeColumn(ids),
            encodeColumn(contents) };
        insert.bind(1, block.batch);
        insert.bind(2, m_kind.name);
        insert.bind(3, block.rows);
        insert.bind(4, block.ids.data(), int(block.ids.size()));
        insert.bind(5, block.contents.data(), int(block.contents.size()));
        insert.bind(6, sumOf(block));
        insert.exec();
        insert.reset();
    }
    m_new.clear();
}

std::map<std::int64_t, std::int64_t> identifiedRows(SQLite::Database& db, const BulkKind& kind)
{
    std::map<std::int64_t, std::int64_t> out;
    // A damaged block may claim any number of rows.
    SQLite::Statement s(
        db, "SELECT batch, sum(max(0, min(rows, ?))) FROM event_id WHERE kind = ? GROUP BY batch");
    s.bind(1, std::int64_t(segmentRows));
    s.bind(2, kind.name);
    while (s.executeStep())
        out[s.getColumn(0).getInt64()] = s.getColumn(1).getInt64();
    return out;
}

void checkEventIds(SQLite::Database& db, std::vector<std::string>& faults)
{
    if (const std::size_t broken = brokenBlocks(db).size(); broken > 0)
        faults.push_back(fmt::format("{} of ids of events {} damaged",
            broken == 1 ? "a block" : std::to_string(broken) + " blocks", broken == 1 ? "is" : "are"));
}

std::int64_t removeBrokenEventIds(SQLite::Database& db)
{
    const std::vector<std::int64_t> broken = brokenBlocks(db);
    for (const std::int64_t id : broken)
        db.exec("DELETE FROM event_id WHERE id = " + std::to_string(id));
    return std::int64_t(broken.size());
}

}
