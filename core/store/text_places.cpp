// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/text_places.h"

#include "base/little_endian.h"

#include <algorithm>
#include <cstring>

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

/// Both halves of the product, folded: each bit of either factor reaches all of the answer.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide(a) * b;
    return std::uint64_t(product) ^ std::uint64_t(product >> 64);
}

/// Upper bits of the hash, and the length.
std::uint32_t tagOf(std::uint64_t hash, std::string_view text)
{
    return (std::uint32_t(hash >> 32) & ~255U) | std::uint32_t(std::min<std::size_t>(text.size(), 255));
}

}

TextPlaces::TextPlaces()
    : m_secret(reinterpret_cast<std::uintptr_t>(this) * 0x9E3779B97F4A7C15ULL)
    , m_otherSecret(mixed(m_secret, 0xD1B54A32D192ED03ULL))
    , m_entries(1)
    , m_slots(1024)
{
}

/// Sixteen bytes a step.
std::uint64_t TextPlaces::hash(std::string_view text) const
{
    const std::size_t size = text.size();
    if (size <= 8)
        return mixed(shortText(text) ^ m_secret, m_otherSecret ^ size);
    std::uint64_t h = m_secret ^ size;
    for (; text.size() > 16; text.remove_prefix(16))
        h = mixed(littleWord(text.data()) ^ h, littleWord(text.data() + 8) ^ m_otherSecret);
    if (text.size() <= 8)
        return mixed(shortText(text) ^ h, m_otherSecret);
    return mixed(littleWord(text.data()) ^ h, littleWord(text.data() + text.size() - 8) ^ m_otherSecret);
}

/// Led by its length.
std::string_view TextPlaces::keep(std::string_view text)
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

bool TextPlaces::Slot::holds(std::uint32_t otherTag, std::uint64_t otherHead, std::string_view text) const
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

void TextPlaces::grow()
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

std::uint32_t TextPlaces::find(std::string_view text, std::uint64_t hash) const
{
    if (text.empty())
        return 0;
    const std::uint32_t tag = tagOf(hash, text);
    const std::uint64_t head = text.size() <= 8 ? shortText(text) : 0;
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = std::size_t(hash) & mask; m_slots[slot].place != 0; slot = (slot + 1) & mask)
        if (m_slots[slot].holds(tag, head, text))
            return m_slots[slot].place;
    return 0;
}

std::uint32_t TextPlaces::add(std::string_view text, std::uint64_t hash)
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::size_t(hash) & mask;
    while (m_slots[slot].place != 0)
        slot = (slot + 1) & mask;
    const auto place = std::uint32_t(m_entries.size());
    m_entries.push_back({ keep(text), 0 });
    const std::uint64_t head = text.size() <= 8
        ? shortText(text)
        : std::uint64_t(reinterpret_cast<std::uintptr_t>(m_entries.back().key.data()));
    m_slots[slot] = { tagOf(hash, text), place, head };
    if (m_entries.size() * 8 > m_slots.size() * 5)
        grow();
    return place;
}

}
