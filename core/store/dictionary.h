// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/segment_builder.h"
#include "store/sqlite.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// Texts to small integers for writing: one of the tables customer_key, sku_key, session_key, word. "" is 0.
/// Keeps what it was asked for in memory, some 40 bytes and the text each. New texts are given numbers and
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
    std::uint32_t placeOf(std::string_view text);
    /// Makes a soon following placeOf() faster: the memory that it will look at is fetched meanwhile.
    void expect(std::string_view text) const
    {
        __builtin_prefetch(&m_slots[std::size_t(hash(text)) & (m_slots.size() - 1)]);
    }
    /// By place; numbers are 0 as long as they were not written.
    std::span<const KeyAndId> entries() const { return m_entries; }
    /// The number in the file; 0 as long as it was not written.
    std::int64_t id(std::uint32_t place) const { return m_entries[place].id; }
    /// How many were not written yet.
    std::size_t pending() const { return m_pending.size(); }
    /// Writes them.
    void flush();

    /// Whether the text was in the file before this object was made.
    bool isOld(std::int64_t id) const { return id <= m_lastOld; }
    std::int64_t lastOld() const { return m_lastOld; }

private:
    using Entry = KeyAndId; ///< its text in m_texts
    /// Of the hash table. What decides lies in it for short texts, and one step away for others: with many
    /// texts each step is a wait for memory.
    struct Slot {
        std::uint32_t tag = 0; ///< upper bits of the hash, and the length (255 for all that is longer)
        std::uint32_t place = 0; ///< 0 = free
        std::uint64_t head = 0; ///< a text of up to 8 bytes itself; else where it lies

        bool holds(std::uint32_t otherTag, std::uint64_t otherHead, std::string_view text) const;
    };
    std::uint64_t hash(std::string_view text) const;
    std::string_view keep(std::string_view text);
    void grow();
    void write(Entry& entry);

    std::int64_t m_lastOld = 0;
    std::int64_t m_last = 0;
    SQLite::Statement m_select;
    SQLite::Statement m_insert;
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_pending; ///< places
    std::vector<Slot> m_slots;
    std::vector<std::unique_ptr<char[]>> m_texts; ///< in pieces that never move
    char* m_end = nullptr; ///< of what the last piece holds
    std::size_t m_left = 0; ///< bytes left in it
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

    void flush()
    {
        for (Dictionary* one : { &customers, &skus, &sessions, &words })
            one->flush();
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
