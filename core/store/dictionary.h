// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"
#include "store/text_places.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// The greatest number of a dictionary's table; 0 = it is empty. Throws SQLite::Exception (SQLITE_CORRUPT)
/// where it is so great that no import gave it: what is as long as that must not be asked for.
std::int64_t lastNumber(SQLite::Database& db, const std::string& table);

/// Texts to small integers for writing: one of the tables customer_key, sku_key, session_key, word. "" is 0.
/// Keeps what it was asked for in memory (TextPlaces). New texts are given numbers and
/// written many at once, in their own order: an index that is appended to is several times faster than one
/// that is hit all over, and neighbours in the order of texts get near numbers, which segments make small.
/// Throws SQLite::Exception.
class Dictionary {
public:
    Dictionary(SQLite::Database& db, const char* table);
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    /// The text's number in the file; a new one is written at once.
    std::int64_t idOf(std::string_view text);

    /// The text's place in this object's own list, which begins with "".
    std::uint32_t placeOf(std::string_view text) { return placeOf(text, m_places.hash(text)); }
    /// The same with what expect() answered.
    std::uint32_t placeOf(std::string_view text, std::uint64_t hash);
    /// Makes a soon following placeOf() faster. Answers the text's hash.
    std::uint64_t expect(std::string_view text) const { return m_places.expect(text); }

    /// By place; numbers are 0 as long as they were not given.
    std::span<const KeyAndId> entries() const { return m_places.entries(); }
    /// The number in the file; 0 as long as it was not given.
    std::int64_t id(std::uint32_t place) const { return entries()[place].id; }
    /// How many have no number yet.
    std::size_t pending() const { return m_pending.size(); }
    /// Gives them numbers, in the order of the texts.
    void number();
    /// How many have a number and are not written.
    std::size_t unwritten() const { return m_unwritten.size(); }
    /// Writes up to `most` of them; answers how many.
    std::size_t writeSome(std::size_t most);
    /// Both for all.
    void flush();

    /// Whether the text was in the file before this object was made.
    bool isOld(std::int64_t id) const { return id <= m_lastOld; }
    std::int64_t lastOld() const { return m_lastOld; }

private:
    void write(const KeyAndId& entry);

    std::int64_t m_lastOld = 0;
    std::int64_t m_last = 0;
    SQLite::Statement m_select;
    SQLite::Statement m_insert;
    std::string m_text; ///< that is being written
    TextPlaces m_places;
    std::vector<std::uint32_t> m_pending; ///< places
    std::deque<std::uint32_t> m_unwritten; ///< places, by number
};

/// The four of an import.
struct Dictionaries {
    explicit Dictionaries(SQLite::Database& db)
        : customers(db, "customer_key")
        , skus(db, "sku_key")
        , sessions(db, "session_key")
        , words(db, "word")
    {
    }

    void number()
    {
        for (Dictionary* one : { &customers, &skus, &sessions, &words })
            one->number();
    }
    std::size_t unwritten() const
    {
        return customers.unwritten() + skus.unwritten() + sessions.unwritten() + words.unwritten();
    }
    std::size_t writeSome(std::size_t most)
    {
        std::size_t done = 0;
        for (Dictionary* one : { &customers, &skus, &sessions, &words })
            done += one->writeSome(most - done);
        return done;
    }
    void flush()
    {
        number();
        writeSome(unwritten());
    }

    Dictionary customers;
    Dictionary skus;
    Dictionary sessions;
    Dictionary words;
};

/// The way back, for reading: each text is read once. The views stay good as long as the object.
class Texts {
public:
    Texts(SQLite::Database& db, const char* table);

    /// Throws SQLite::Exception (SQLITE_CORRUPT) where a row names a number that the dictionary lacks.
    std::string_view operator[](std::int64_t id);
    /// The number of a text; 0 where there is none.
    std::int64_t find(std::string_view text);

private:
    SQLite::Statement m_select;
    SQLite::Statement m_find;
    std::int64_t m_last = 0;
    using Chunk = std::array<const std::string*, 4096>;
    std::vector<std::unique_ptr<Chunk>> m_known; ///< by id; null = not read yet
    std::deque<std::string> m_texts;
};

/// Texts of ascending numbers, each read once and forgotten: several times faster than Texts where most
/// numbers are asked for.
class AscendingTexts {
public:
    AscendingTexts(SQLite::Database& db, const char* table);

    /// Not below the number before. Good until the next call. Throws SQLite::Exception as Texts does.
    std::string_view operator[](std::int64_t id);

private:
    SQLite::Statement m_walk;
    std::int64_t m_id = 0;
    std::string m_text;
    bool m_begun = false;
};

}
