// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/index.h"
#include "decide/name_words.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ow::decide {

/// Names -> indices, for the tables of a compiled pack: filled once, then asked dozens of times for every
/// request. Open addressing, at most a quarter full. The words of a name stand in its slot, so that to find
/// one of up to 16 bytes is one look at one place, whether it is there or not (most event types are not), and
/// the processor need not guess which. Reading is thread-safe.
class NameTable {
public:
    using Entry = std::pair<std::string, Index>;
    using const_iterator = std::vector<Entry>::const_iterator;

    /// Adds the name unless it is there; the entry, and whether it is new. Invalidates iterators.
    std::pair<const_iterator, bool> emplace(std::string_view name, Index index);
    const_iterator find(std::string_view name) const
    {
        const Slot* const slot = slotOf(name);
        return slot == nullptr || slot->entry == none ? end() : begin() + slot->entry;
    }
    /// The name's index; none where it is not there.
    Index index(std::string_view name) const
    {
        const Slot* const slot = slotOf(name);
        return slot == nullptr ? none : slot->index;
    }
    /// The same of a name of up to 16 bytes.
    Index index(const NameWords& words) const
    {
        if (m_slots.empty())
            return none;
        for (std::size_t i = words.hash() & m_mask;; i = (i + 1) & m_mask) {
            const Slot& slot = m_slots[i];
            if ((unsigned(slot.words == words) | unsigned(slot.entry == none)) != 0) [[likely]]
                return slot.index; // of an empty one: none
        }
    }

    std::size_t size() const { return m_entries.size(); }
    const_iterator begin() const { return m_entries.begin(); } ///< in the order of emplace()
    const_iterator end() const { return m_entries.end(); }

private:
    struct Slot {
        NameWords words;
        std::uint32_t entry = none;
        Index index = none;
    };

    /// The name's slot, or an empty one; null where there are none.
    const Slot* slotOf(std::string_view name) const
    {
        if (m_slots.empty())
            return nullptr;
        const NameWords words = NameWords::of(name);
        for (std::size_t i = words.hash() & m_mask;; i = (i + 1) & m_mask) {
            const Slot& slot = m_slots[i];
            const bool same = slot.words == words
                && (name.size() <= NameWords::whole || m_entries[slot.entry].first == name);
            if (same || slot.entry == none)
                return &slot;
        }
    }
    void put(std::uint32_t entry);
    void grow();

    std::vector<Entry> m_entries;
    std::vector<Slot> m_slots;
    std::size_t m_mask = 0;
};

}
