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
/// request. Open addressing at half load. The words of a name stand in its slot, so that to find one of up to
/// 16 bytes is one look at one place, whether it is there or not (most event types are not). Reading is
/// thread-safe.
class NameTable {
public:
    using Entry = std::pair<std::string, Index>;
    using const_iterator = std::vector<Entry>::const_iterator;

    /// Adds the name unless it is there; the entry, and whether it is new. Invalidates iterators.
    std::pair<const_iterator, bool> emplace(std::string_view name, Index index);
    const_iterator find(std::string_view name) const
    {
        const Slot* const slot = slotOf(name);
        return slot == nullptr ? end() : begin() + slot->entry;
    }
    /// The name's index; none where it is not there.
    Index index(std::string_view name) const
    {
        const Slot* const slot = slotOf(name);
        return slot == nullptr ? none : slot->index;
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

    const Slot* slotOf(std::string_view name) const
    {
        if (m_slots.empty())
            return nullptr;
        const NameWords words = NameWords::of(name);
        for (std::size_t i = words.hash() & m_mask;; i = (i + 1) & m_mask) {
            const Slot& slot = m_slots[i];
            if (slot.entry == none)
                return nullptr;
            if (slot.words == words
                && (name.size() <= NameWords::whole || m_entries[slot.entry].first == name))
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
