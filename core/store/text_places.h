// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/segment_builder.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace ow::store {

/// Texts to places in a list that begins with "", in memory only: some 40 bytes and the text each. Who writes a file
/// cannot make them collide. Not thread-safe.
class TextPlaces {
public:
    TextPlaces();
    TextPlaces(const TextPlaces&) = delete;
    TextPlaces& operator=(const TextPlaces&) = delete;

    std::uint64_t hash(std::string_view text) const;
    /// hash(), and the memory that find() will look at is fetched meanwhile.
    std::uint64_t expect(std::string_view text) const
    {
        const std::uint64_t h = hash(text);
        __builtin_prefetch(&m_slots[std::size_t(h) & (m_slots.size() - 1)]);
        return h;
    }

    /// 0 where it is not in the list, or "".
    std::uint32_t find(std::string_view text, std::uint64_t hash) const;
    /// A text that find() does not find, and not "".
    std::uint32_t add(std::string_view text, std::uint64_t hash);

    /// By place; the numbers are the user's. The keys stay where they are.
    std::span<const KeyAndId> entries() const { return m_entries; }
    KeyAndId& entry(std::uint32_t place) { return m_entries[place]; }
    std::size_t size() const { return m_entries.size(); }

private:
    /// Of the hash table. What decides lies in it for short texts, and one step away for others: with many
    /// texts each step is a wait for memory.
    struct Slot {
        std::uint32_t tag = 0; ///< upper bits of the hash, and the length (255 for all that is longer)
        std::uint32_t place = 0; ///< 0 = free
        std::uint64_t head = 0; ///< a text of up to 8 bytes itself; else where it lies

        bool holds(std::uint32_t otherTag, std::uint64_t otherHead, std::string_view text) const;
    };
    std::string_view keep(std::string_view text);
    void grow();

    /// What the hash begins with: from this object's address.
    std::uint64_t m_secret = 0;
    std::uint64_t m_otherSecret = 0;
    std::vector<KeyAndId> m_entries;
    std::vector<Slot> m_slots;
    std::vector<std::unique_ptr<char[]>> m_texts; ///< in pieces that never move
    char* m_end = nullptr; ///< of what the last piece holds
    std::size_t m_left = 0; ///< bytes left in it
};

}
