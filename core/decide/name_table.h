// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/index.h"

#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ow::decide {

/// Names -> indices, for the tables of a compiled pack: filled once, then asked dozens of times for every
/// request. Open addressing at half load with the hash beside the entry, so that a name that is not there
/// (most event types) costs one look, and one that is costs one comparison. Reading is thread-safe.
class NameTable {
public:
    using Entry = std::pair<std::string, Index>;
    using const_iterator = std::vector<Entry>::const_iterator;

    /// Adds the name unless it is there; the entry, and whether it is new. Invalidates iterators.
    std::pair<const_iterator, bool> emplace(std::string_view name, Index index);
    const_iterator find(std::string_view name) const { return m_entries.begin() + at(name); }

    std::size_t size() const { return m_entries.size(); }
    const_iterator begin() const { return m_entries.begin(); } ///< in the order of emplace()
    const_iterator end() const { return m_entries.end(); }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = none;
    };

    /// 64 x 64 -> 128 bits, folded (as wyhash does): each bit of the name reaches every bit of the result.
    static std::uint64_t mix(std::uint64_t a, std::uint64_t b)
    {
        __extension__ using Wide = unsigned __int128;
        const Wide product = Wide(a) * b;
        return std::uint64_t(product) ^ std::uint64_t(product >> 64);
    }
    static std::uint64_t bytes(const char* p, std::size_t n)
    {
        std::uint64_t out = 0;
        std::memcpy(&out, p, n);
        return out;
    }
    static std::uint32_t hashOf(std::string_view name)
    {
        std::uint64_t state = 0x9E3779B97F4A7C15U ^ name.size();
        const char* p = name.data();
        std::size_t n = name.size();
        for (; n > 16; p += 16, n -= 16)
            state = mix(bytes(p, 8) ^ 0xA0761D6478BD642FU, bytes(p + 8, 8) ^ state);
        // Two words that overlap cover the rest without a loop over bytes.
        std::uint64_t a = 0;
        std::uint64_t b = 0;
        if (n >= 8) {
            a = bytes(p, 8);
            b = bytes(p + n - 8, 8);
        } else if (n >= 4) {
            a = bytes(p, 4);
            b = bytes(p + n - 4, 4);
        } else if (n > 0) {
            a = std::uint64_t(static_cast<unsigned char>(p[0])) << 16
                | std::uint64_t(static_cast<unsigned char>(p[n / 2])) << 8
                | static_cast<unsigned char>(p[n - 1]);
        }
        return std::uint32_t(mix(a ^ 0xE7037ED1A0B428DBU, b ^ state) >> 16);
    }
    std::ptrdiff_t at(std::string_view name) const
    {
        if (!m_slots.empty()) {
            const std::uint32_t hash = hashOf(name);
            for (std::size_t i = hash & m_mask;; i = (i + 1) & m_mask) {
                const Slot& slot = m_slots[i];
                if (slot.entry == none)
                    break;
                if (slot.hash == hash && m_entries[slot.entry].first == name)
                    return std::ptrdiff_t(slot.entry);
            }
        }
        return std::ptrdiff_t(m_entries.size());
    }
    void grow();

    std::vector<Entry> m_entries;
    std::vector<Slot> m_slots;
    std::size_t m_mask = 0;
};

}
