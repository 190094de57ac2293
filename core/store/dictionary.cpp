// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/dictionary.h"

#include <algorithm>
#include <sqlite3.h>

namespace ow::store {

std::int64_t lastNumber(SQLite::Database& db, const std::string& table)
{
    const std::int64_t last = db.execAndGet("SELECT coalesce(max(id), 0) FROM " + table).getInt64();
    if (last < 0 || last > std::int64_t(1) << 28)
        throw SQLite::Exception(table + " has an impossible number", SQLITE_CORRUPT);
    return last;
}

Dictionary::Dictionary(SQLite::Database& db, const char* table)
    : m_lastOld(lastNumber(db, table))
    , m_last(m_lastOld)
    , m_select(db, std::string("SELECT id FROM ") + table + " WHERE text = ?")
    , m_insert(db, std::string("INSERT INTO ") + table + "(id, text) VALUES(?, ?)")
{
}

std::uint32_t Dictionary::placeOf(std::string_view text, std::uint64_t hash)
{
    if (text.empty())
        return 0;
    if (const std::uint32_t known = m_places.find(text, hash))
        return known;
    const std::uint32_t place = m_places.add(text, hash);
    KeyAndId& entry = m_places.entry(place);
    if (m_lastOld > 0) { // an empty table need not be asked
        bindText(m_select, 1, text);
        if (m_select.executeStep())
            entry.id = m_select.getColumn(0).getInt64();
        m_select.reset();
        if (entry.id < 0 || entry.id > m_last)
            throw SQLite::Exception("a text has an impossible number", SQLITE_CORRUPT);
    }
    if (entry.id == 0)
        m_pending.push_back(place);
    return place;
}

void Dictionary::write(const KeyAndId& entry)
{
    m_text = entry.key;
    m_insert.bind(1, entry.id);
    m_insert.bindNoCopy(2, m_text);
    m_insert.exec();
    m_insert.reset();
}

void Dictionary::number()
{
    sortByKey(m_pending, entries());
    for (const std::uint32_t place : m_pending) {
        KeyAndId& entry = m_places.entry(place);
        if (entry.id != 0)
            continue;
        entry.id = ++m_last;
        m_unwritten.push_back(place);
    }
    m_pending.clear();
}

std::size_t Dictionary::writeSome(std::size_t most)
{
    const std::size_t count = std::min(most, m_unwritten.size());
    for (std::size_t i = 0; i < count; ++i) {
        write(m_places.entry(m_unwritten.front()));
        m_unwritten.pop_front();
    }
    return count;
}

void Dictionary::flush()
{
    number();
    writeSome(m_unwritten.size());
}

std::int64_t Dictionary::idOf(std::string_view text)
{
    const std::uint32_t place = placeOf(text);
    KeyAndId& entry = m_places.entry(place);
    if (entry.id == 0 && !text.empty()) {
        entry.id = ++m_last;
        write(entry);
        if (place == m_pending.back())
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
    , m_last(lastNumber(db, table))
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
