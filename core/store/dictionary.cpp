// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/dictionary.h"

#include <sqlite3.h>

namespace ow::store {

namespace {

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
{
}

std::int64_t Dictionary::idOf(std::string_view text)
{
    if (text.empty())
        return 0;
    if (const auto known = m_ids.find(text); known != m_ids.end())
        return known->second;
    const std::string& kept = m_texts.emplace_back(text);
    std::int64_t id = 0;
    if (m_lastOld > 0) { // an empty table need not be asked
        m_select.bind(1, kept);
        if (m_select.executeStep())
            id = m_select.getColumn(0).getInt64();
        m_select.reset();
    }
    if (id == 0) {
        id = ++m_last;
        m_insert.bind(1, id);
        m_insert.bind(2, kept);
        m_insert.exec();
        m_insert.reset();
    }
    m_ids.emplace(kept, id);
    return id;
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
        throw SQLite::Exception(
            "a row names text " + std::to_string(id) + ", which is not there", SQLITE_CORRUPT);
    if (std::size_t(id) >= m_known.size())
        m_known.resize(std::size_t(id) + 1 + m_known.size() / 2);
    const std::string*& known = m_known[std::size_t(id)];
    if (known == nullptr) {
        m_select.bind(1, id);
        if (!m_select.executeStep())
            throw SQLite::Exception(
                "a row names text " + std::to_string(id) + ", which is not there", SQLITE_CORRUPT);
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

}
