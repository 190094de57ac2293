// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/dictionary.h"

#include "base/little_endian.h"

#include <algorithm>
#include <cstring>
#include <sqlite3.h>

namespace ow::store {

namespace {

constexpr std::size_t pieceSize = 1 << 18; ///< bytes of texts kept together

/// The bytes of a text of up to eight, little-endian and filled up with 0. A copy of so few bytes whose
/// number is not known beforehand costs more than these two overlapping reads.
std::uint64_t shortText(std::string_view text)
{
    const std::size_t size = text.size();
    const auto at = [&](std::size_t i) { return std::uint64_t(static_cast<unsigned char>(text[i])); };
    if (size >= 4) {
        const std::uint64_t high = littleHalf(text.data() + size - 4);
        return littleHalf(text.data()) | high << (8 * (size - 4));
    }
    if (size == 0)
        return 0;
    return at(0) | at(size / 2) << (8 * (size / 2)) | at(size - 1) << (8 * (size - 1));
}

std::int64_t lastId(SQLite::Database& db, const std::string& table)
{
    const std::int64_t last = db.execAndGet("SELECT coalesce(max(id), 0) FROM " + table).getInt64();
    if (last < 0 || last > std::int64_t(1) << 28)
        throw SQLite::Exception(table + " has an impossible number", SQLITE_CORRUPT);
    return last;
}

}

Dictionary::Dictionary(SQLite::Database& db, const char* table)
    : m_lastOld(lastId(db, table))
    , m_last(m_lastOld)
    , m_select(db, std::string("SELECT id FROM ") + table + " WHERE text = ?")
    , m_insert(db, std::string("INSERT INTO ") + table + "(id, text) VALUES(?, ?)")
    , m_entries(1)
    , m_slots(1024)
{
}

/// Eight bytes a step; begins with the object's address, so that no file can be made to collide.
std::uint64_t Dictionary::hash(std::string_view text) const
{
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
    std::uint64_t h = reinterpret_cast<std::uintptr_t>(this) ^ text.size() * factor;
    const auto mix = [&](std::uint64_t word) {
        h = (h ^ word) * factor;
        h ^= h >> 32;
    };
    while (text.size() >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        mix(word);
        text.remove_prefix(8);
    }
    mix(shortText(text));
    mix(0);
    return h;
}

/// Led by its length.
std::string_view Dictionary::keep(std::string_view text)
{
    const auto length = std::uint32_t(text.size());
    const std::size_t size = sizeof length + text.size();
    if (m_left < size) {
        m_left = std::max(pieceSize, size);
        m_texts.push_back(std::make_unique<char[]>(m_left));
        m_end = m_texts.back().get();
    }
    std::memcpy(m_end, &length, sizeof length);
    std::memcpy(m_end + sizeof length, text.data(), text.size());
    const std::string_view kept(m_end + sizeof length, text.size());
    m_end += size;
    m_left -= size;
    return kept;
}

bool Dictionary::Slot::holds(std::uint32_t otherTag, std::uint64_t otherHead, std::string_view text) const
{
    if (tag != otherTag)
        return false;
    if (text.size() <= 8)
        return head == otherHead;
    // Of more than 254 bytes the tag does not tell the length; ours lies in front of the text.
    const char* const mine = reinterpret_cast<const char*>(head);
    std::uint32_t size = 0;
    std::memcpy(&size, mine - sizeof size, sizeof size);
    return size == text.size() && std::memcmp(mine, text.data(), size) == 0;
}

void Dictionary::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot& taken : old) {
        if (taken.place == 0)
            continue;
        std::size_t slot = std::size_t(hash(m_entries[taken.place].key)) & mask;
        while (m_slots[slot].place != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = taken;
    }
}

std::uint32_t Dictionary::placeOf(std::string_view text)
{
    if (text.empty())
        return 0;
    const std::uint64_t h = hash(text);
    const std::uint32_t tag
        = (std::uint32_t(h >> 32) & ~255U) | std::uint32_t(std::min<std::size_t>(text.size(), 255));
    std::uint64_t head = text.size() <= 8 ? shortText(text) : 0;
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::size_t(h) & mask;
    for (; m_slots[slot].place != 0; slot = (slot + 1) & mask)
        if (m_slots[slot].holds(tag, head, text))
            return m_slots[slot].place;
    const auto place = std::uint32_t(m_entries.size());
    m_entries.push_back({ keep(text), 0 });
    Entry& entry = m_entries.back();
    if (text.size() > 8)
        head = reinterpret_cast<std::uintptr_t>(entry.key.data());
    m_slots[slot] = { tag, place, head };
    if (m_lastOld > 0) { // an empty table need not be asked
        bindText(m_select, 1, text);
        if (m_select.executeStep())
            entry.id = m_select.getColumn(0).getInt64();
        m_select.reset();
    }
    if (entry.id == 0)
        m_pending.push_back(place);
    if (m_entries.size() * 8 > m_slots.size() * 5)
        grow();
    return place;
}

void Dictionary::write(Entry& entry)
{
    entry.id = ++m_last;
    m_insert.bind(1, entry.id);
    bindText(m_insert, 2, entry.key);
    m_insert.exec();
    m_insert.reset();
}

void Dictionary::flush()
{
    std::ranges::sort(m_pending, {}, [&](std::uint32_t place) { return m_entries[place].key; });
    for (const std::uint32_t place : m_pending)
        if (m_entries[place].id == 0)
            write(m_entries[place]);
    m_pending.clear();
}

std::int64_t Dictionary::idOf(std::string_view text)
{
    Entry& entry = m_entries[placeOf(text)];
    if (entry.id == 0 && !text.empty()) {
        write(entry);
        if (&entry == &m_entries[m_pending.back()])
            m_pending.pop_back(); // else it stays and is passed by: it was mentioned before
    }
    return entry.id;
}

namespace {

[[noreturn]] void unknownText(std::int64_t id)
{
    throw SQLite::Exception(
        "a row names text " + std::to_string(id) + ", which is not there", SQLITE_CORRUPT);
}

}

Texts::Texts(SQLite::Database& db, const char* table)
    : m_select(db, std::string("SELECT text FROM ") + table + " WHERE id = ?")
    , m_find(db, std::string("SELECT id FROM ") + table + " WHERE text = ?")
    , m_last(lastId(db, table))
{
}

std::string_view Texts::operator[](std::int64_t id)
{
    if (id == 0)
        return {};
    if (id < 0 || id > m_last)
        unknownText(id);
    // In chunks: a file whose only number is a great one does not get a list of that length.
    const std::size_t chunk = std::size_t(id) / std::tuple_size_v<Chunk>;
    if (chunk >= m_known.size())
        m_known.resize(chunk + 1 + m_known.size() / 2);
    if (!m_known[chunk])
        m_known[chunk] = std::make_unique<Chunk>();
    const std::string*& known = (*m_known[chunk])[std::size_t(id) % std::tuple_size_v<Chunk>];
    if (known == nullptr) {
        m_select.bind(1, id);
        if (!m_select.executeStep())
            unknownText(id);
        known = &m_texts.emplace_back(textOf(m_select.getColumn(0)));
        m_select.reset();
    }
    return *known;
}

std::int64_t Texts::find(std::string_view text)
{
    if (text.empty())
        return 0;
    bindText(m_find, 1, text);
    const std::int64_t id = m_find.executeStep() ? m_find.getColumn(0).getInt64() : 0;
    m_find.reset();
    return id;
}

AscendingTexts::AscendingTexts(SQLite::Database& db, const char* table)
    : m_walk(db, std::string("SELECT id, text FROM ") + table + " WHERE id >= ? ORDER BY id")
{
}

std::string_view AscendingTexts::operator[](std::int64_t id)
{
    constexpr int steps = 16; ///< cheaper than to look for the number anew
    if (id == m_id)
        return m_text; // 0 is "" from the beginning
    for (int i = 0; m_begun && i < steps && m_id < id; ++i) {
        if (!m_walk.executeStep())
            unknownText(id);
        m_id = m_walk.getColumn(0).getInt64();
    }
    if (!m_begun || m_id < id) {
        m_walk.reset();
        m_walk.bind(1, id);
        m_begun = true;
        if (!m_walk.executeStep())
            unknownText(id);
        m_id = m_walk.getColumn(0).getInt64();
    }
    if (m_id != id)
        unknownText(id);
    m_text = textOf(m_walk.getColumn(1));
    return m_text;
}

}
