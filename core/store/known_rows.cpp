// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/known_rows.h"

#include "store/event_ids.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <random>
#include <utility>
#include <xxhash.h>

namespace ow::store {

namespace {

constexpr std::size_t rowsOfAStep = segmentRows;
constexpr std::uint32_t rowsToIndex = 16'384; ///< take about as long
constexpr int equalsLookedAt = 8; ///< who fills a file with one key must not make this slow
/// What tells an exposure from others.
constexpr std::array exposureKey { exposure_column::Customer, exposure_column::At, exposure_column::Offer,
    exposure_column::Placement, exposure_column::Arm, exposure_column::Experiment };
constexpr std::int64_t rowsPerLookUp
    = 8; ///< reading so many in a row costs as much as looking for a customer

}

KnownRows::KnownRows(SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active)
    : m_db(db)
    , m_kind(kind)
    , m_active(active)
    , m_columns(db, kind)
{
}

/// Not for results, which do not depend on it.
std::uint64_t KnownRows::unforeseen()
{
    std::random_device random;
    return std::uint64_t(random()) << 32 | random();
}

/// When first asked: most imports have nothing to compare with.
void KnownRows::prepare()
{
    if (std::exchange(m_prepared, true))
        return;
    std::int64_t rows = 0;
    for (const SegmentRun& run : readActiveRuns(m_db, m_kind, m_active))
        for (const Segment& segment : run) {
            const auto [first, last] = m_columns.range(segment, 1);
            m_blocks.push_back({ segment, first, last, {} });
            rows += std::int64_t(segment.rows);
        }
    // What the imports brought and is not in segments; the table itself is not counted.
    const std::int64_t brought
        = m_db.execAndGet(fmt::format("SELECT coalesce(sum({}), 0) FROM batch WHERE active", m_kind.counted))
              .getInt64();
    m_tailRows = std::max<std::int64_t>(0, brought - rows);
    for (const auto& [batch, identified] : identifiedRows(m_db, m_kind)) {
        SQLite::Statement all(m_db, fmt::format("SELECT {} FROM batch WHERE id = ?", m_kind.counted));
        all.bind(1, batch);
        if (!m_active.contains(batch) || !all.executeStep() || all.getColumn(0).getInt64() > identified)
            continue;
        m_identified.resize(std::max(m_identified.size(), std::size_t(batch) + 1));
        m_identified[std::size_t(batch)] = true;
    }
}

void KnownRows::begin(const RowBuffer& rows, std::span<const KeyAndId> customers)
{
    prepare();
    m_rows = &rows;
    m_keys = customers;
    m_known.assign(rows.size(), false);
    m_open.clear();
    m_tailOpen = false;
    m_toIndex = 0;
    if (!rows.hasOrigins() || (m_blocks.empty() && m_tailRows == 0))
        return;
    m_first = INT64_MAX;
    m_last = INT64_MIN;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows.origin(i) != 0) {
            m_first = std::min(m_first, rows.at(i));
            m_last = std::max(m_last, rows.at(i));
        }
    for (std::size_t i = m_blocks.size(); i-- > 0;)
        if (m_blocks[i].first <= m_last && m_blocks[i].last >= m_first)
            m_open.push_back(i);
    m_tailOpen = m_tailRows > 0;
    if (!m_open.empty() || m_tailOpen)
        beginIndex();
}

BulkRow KnownRows::rowAt(std::uint32_t i) const
{
    BulkRow out;
    std::ranges::copy(m_rows->row(i), out.values.begin());
    out.values[0] = m_keys[std::size_t(out.values[0])].id;
    out.text = m_rows->text(i);
    return out;
}

std::uint64_t KnownRows::hashOf(const BulkRow& row) const
{
    if (m_byKey) {
        std::array<std::int64_t, exposureKey.size()> key {};
        for (std::size_t i = 0; i < key.size(); ++i)
            key[i] = row.values[exposureKey[i]];
        return XXH3_64bits_withSeed(key.data(), sizeof key, m_seed);
    }
    const std::uint64_t sum
        = XXH3_64bits_withSeed(row.values.data(), m_kind.columns.size() * sizeof row.values[0], m_seed);
    return row.text.empty() ? sum : XXH3_64bits_withSeed(row.text.data(), row.text.size(), sum);
}

/// Whether the two are one row.
bool KnownRows::isEqual(const BulkRow& a, std::uint32_t i) const
{
    if (!m_byKey)
        return isSame(a, i);
    const std::span b = m_rows->row(i);
    return a.values[0] == m_keys[std::size_t(b[0])].id
        && std::all_of(exposureKey.begin() + 1, exposureKey.end(),
            [&](std::size_t column) { return a.values[column] == b[column]; });
}

/// Whether they say the same in all.
bool KnownRows::isSame(const BulkRow& a, std::uint32_t i) const
{
    const std::span b = m_rows->row(i);
    return a.values[0] == m_keys[std::size_t(b[0])].id
        && std::equal(b.begin() + 1, b.end(), a.values.begin() + 1) && a.text == m_rows->text(i);
}

/// The first of the rows that equal this one, or none; `slot` is where it is or belongs.
std::uint32_t KnownRows::leaderOf(const BulkRow& row, std::uint64_t hash, bool hasId, std::size_t& slot) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (slot = std::size_t(hash) & mask; m_slots[slot] != none; slot = (slot + 1) & mask)
        if (m_hashes[m_slots[slot]] == hash && this->hasId(m_slots[slot]) == hasId
            && isEqual(row, m_slots[slot]))
            return m_slots[slot];
    return none;
}

void KnownRows::beginIndex()
{
    const auto size = std::uint32_t(m_rows->size());
    m_hashes.resize(size);
    m_free.assign(size, none);
    m_next.assign(size, none);
    m_otherwise.assign(m_byKey ? size : 0, false);
    m_slots.assign(std::bit_ceil(std::size_t(size) * 2), none);
    std::int64_t greatest = 0;
    for (const std::uint32_t place : m_rows->customers())
        greatest = std::max(greatest, m_keys[place].id);
    m_customers.assign(std::size_t(greatest) + 1, false);
    m_ids.clear();
    m_toIndex = size;
}

void KnownRows::indexSome()
{
    const std::uint32_t end = m_toIndex - std::min(m_toIndex, rowsToIndex);
    while (m_toIndex > end) {
        const std::uint32_t i = --m_toIndex;
        if (m_rows->origin(i) == 0)
            continue;
        const BulkRow row = rowAt(i);
        if (!m_customers[std::size_t(row.values[0])]) {
            m_customers[std::size_t(row.values[0])] = true;
            m_ids.push_back(row.values[0]);
        }
        m_hashes[i] = hashOf(row);
        std::size_t slot = 0;
        std::uint32_t leader = leaderOf(row, m_hashes[i], hasId(i), slot);
        if (leader == none)
            m_slots[slot] = leader = i;
        m_next[i] = m_free[leader];
        m_free[leader] = i;
    }
}

/// Whether the run has such a row that was not known yet; it is now.
bool KnownRows::take(const BulkRow& there, std::int64_t batch)
{
    const std::uint64_t hash = hashOf(there);
    const auto place = std::size_t(batch);
    return take(there, hash, false)
        || (!(place < m_identified.size() && m_identified[place]) && take(there, hash, true));
}

bool KnownRows::take(const BulkRow& there, std::uint64_t hash, bool hasId)
{
    std::size_t slot = 0;
    const std::uint32_t leader = leaderOf(there, hash, hasId, slot);
    if (leader == none)
        return false;
    if (m_byKey)
        return takeByKey(there, leader);
    if (m_free[leader] == none)
        return false;
    const std::uint32_t row = m_free[leader];
    m_known[row] = true;
    m_free[leader] = m_next[row];
    return true;
}

/// The one of the equal rows that is the same, or else the first of them.
bool KnownRows::takeByKey(const BulkRow& there, std::uint32_t leader)
{
    std::uint32_t* link = &m_free[leader];
    for (int n = 0; n < equalsLookedAt && *link != none; ++n, link = &m_next[*link])
        if (isSame(there, *link)) {
            m_known[*link] = true;
            *link = m_next[*link];
            return true;
        }
    const std::uint32_t row = m_free[leader];
    if (row == none) {
        // An older one, with other outcomes, may have been found before this one, which says the same.
        if (isSame(there, leader))
            m_otherwise[leader] = false;
        return false;
    }
    m_known[row] = true;
    m_otherwise[row] = true;
    m_free[leader] = m_next[row];
    return true;
}

void KnownRows::compare(Block& block)
{
    m_columns.customers(block.segment, m_groups);
    if (std::ranges::none_of(m_groups, [&](const ValueRun& group) { return isWanted(group.value); }))
        return;
    m_there.clear();
    m_columns.rows(block.segment, 0, block.segment.rows, m_there);
    for (const ValueRun& group : m_groups) {
        if (!isWanted(group.value))
            continue;
        for (std::size_t i = group.begin; i < group.end; ++i) {
            if (m_there[i][1] < m_first || m_there[i][1] > m_last || (!block.used.empty() && block.used[i])
                || !take(m_there[i], block.segment.batch))
                continue;
            block.used.resize(block.segment.rows);
            block.used[i] = true;
        }
    }
}

BulkRow KnownRows::tailRow(SQLite::Statement& s) const
{
    BulkRow row;
    row.batch = s.getColumn(0).getInt64();
    for (std::size_t c = 0; c < m_kind.columns.size(); ++c)
        row.values[c] = s.getColumn(int(c) + 2).getInt64();
    if (const SQLite::Column text = s.getColumn(int(m_kind.columns.size()) + 2); !text.isNull())
        row.text = textOf(text);
    return row;
}

void KnownRows::takeOfTail(SQLite::Statement& s)
{
    const BulkRow row = tailRow(s);
    if (!m_active.contains(row.batch) || !isWanted(row.values[0]))
        return;
    const std::int64_t seq = s.getColumn(1).getInt64();
    const auto place = std::size_t(std::uint64_t(seq) % segmentRows);
    const auto used = m_usedTail.find(seq / std::int64_t(segmentRows));
    if ((used != m_usedTail.end() && used->second[place]) || !take(row, row.batch))
        return;
    auto& bits = m_usedTail[seq / std::int64_t(segmentRows)];
    bits.resize(segmentRows);
    bits[place] = true;
}

/// Some rows of the row table, or those of the run's customers, where these are few; false behind the last.
bool KnownRows::compareTail()
{
    const bool lookUp = std::int64_t(m_ids.size()) * rowsPerLookUp < m_tailRows;
    if (!m_tail) {
        m_tail.emplace(m_db,
            fmt::format("SELECT batch, seq, {}, {} FROM {} WHERE at BETWEEN ? AND ? {}", m_kind.select,
                m_kind.hasText ? "text" : "NULL", m_kind.name, lookUp ? "AND customer = ?" : ""));
        m_tail->bind(1, m_first);
        m_tail->bind(2, m_last);
    }
    for (std::size_t n = 0; n < rowsOfAStep; ++n) {
        if (!lookUp) {
            if (!m_tail->executeStep())
                return false;
            takeOfTail(*m_tail);
            continue;
        }
        if (m_ids.empty())
            return false;
        m_tail->reset();
        m_tail->bind(3, m_ids.back());
        while (m_tail->executeStep())
            takeOfTail(*m_tail);
        m_ids.pop_back();
    }
    return true;
}

bool KnownRows::step(std::span<const KeyAndId> customers)
{
    m_keys = customers;
    if (m_toIndex > 0) {
        indexSome();
        return true;
    }
    if (!m_open.empty()) {
        compare(m_blocks[m_open.back()]);
        m_open.pop_back();
        return true;
    }
    if (m_tailOpen && !compareTail()) {
        m_tailOpen = false;
        m_tail.reset();
    }
    return m_tailOpen;
}

std::size_t KnownRows::stepsLeft() const
{
    return m_toIndex / rowsToIndex + m_open.size()
        + (m_tailOpen ? 1 + std::size_t(m_tailRows) / rowsOfAStep : 0);
}

std::vector<bool> KnownRows::end()
{
    m_rows = nullptr;
    m_keys = {};
    m_hashes = {};
    m_slots = {};
    m_free = {};
    m_next = {};
    m_knownOtherwise += std::ranges::count(m_otherwise, true);
    m_otherwise = {};
    return std::exchange(m_known, {});
}

}
