// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/customer.h"
#include "store/shared_texts.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// Events as they came, on their way to another thread: many in little memory, and without an allocation
/// each.
class RawEvents {
public:
    /// The texts of an event, in the order in which they are kept.
    enum Text : std::size_t { Customer, Type, Sku, Channel, Session, Words, TextCount };

    /// Those that are mostly told by a number.
    enum Code : std::size_t { TypeCode, SkuCode, ChannelCode, CodeCount };

    struct Shared {
        SharedTexts words; ///< types and channels
        SharedTexts skus;
    };

    struct Event {
        std::int64_t at = 0;
        std::int64_t qty = 0;
        std::int64_t value = 0;
        std::size_t begin = 0; ///< of its texts
        std::uint32_t origin = 0; ///< BulkRow::origin
        std::array<std::uint32_t, CodeCount> codes {}; ///< SharedTexts::unshared: it is among the texts
        std::array<std::uint32_t, TextCount> sizes {};
    };

    /// `shared` must be the same for all events on the way to one thread.
    void add(std::string_view customer, const model::Event& event, std::uint32_t origin, Shared& shared)
    {
        Event& e = m_events.emplace_back();
        e.origin = origin;
        e.at = event.at.ms;
        e.qty = event.qty;
        e.value = event.value;
        e.begin = m_end;
        e.codes = { shared.words.codeOf(event.type, m_freshWords), shared.skus.codeOf(event.sku, m_freshSkus),
            shared.words.codeOf(event.channel, m_freshWords) };
        const auto ifUnshared = [&](Code code, std::string_view text) {
            return e.codes[code] == SharedTexts::unshared ? text : std::string_view();
        };
        const std::array<std::string_view, TextCount> texts { customer, ifUnshared(TypeCode, event.type),
            ifUnshared(SkuCode, event.sku), ifUnshared(ChannelCode, event.channel), event.session,
            event.text };
        std::size_t size = m_end;
        for (std::size_t i = 0; i < TextCount; ++i) {
            e.sizes[i] = std::uint32_t(texts[i].size());
            size += texts[i].size();
        }
        if (m_bytes.size() < size)
            m_bytes.resize(2 * size);
        char* to = m_bytes.data() + m_end;
        for (const std::string_view text : texts)
            to = append(to, text);
        m_end = size;
    }

    /// Texts that no event before had, in the order of their codes.
    const std::vector<std::string>& freshWords() const { return m_freshWords; }
    const std::vector<std::string>& freshSkus() const { return m_freshSkus; }
    std::size_t size() const { return m_events.size(); }
    std::size_t bytes() const { return m_end; }
    const Event& operator[](std::size_t i) const { return m_events[i]; }
    /// Good until the next add().
    std::array<std::string_view, TextCount> texts(std::size_t i) const
    {
        std::array<std::string_view, TextCount> out;
        const Event& e = m_events[i];
        const char* at = m_bytes.data() + e.begin;
        for (std::size_t t = 0; t < TextCount; ++t) {
            out[t] = { at, e.sizes[t] };
            at += e.sizes[t];
        }
        return out;
    }
    /// Has what the i-th event is told by fetched, so that it is at hand some events later.
    void expect(std::size_t i) const
    {
        if (i < m_events.size())
            __builtin_prefetch(m_bytes.data() + m_events[i].begin);
        if (i + 16 < m_events.size())
            __builtin_prefetch(&m_events[i + 16]);
    }
    std::string_view customer(std::size_t i) const
    {
        return std::string_view(m_bytes).substr(m_events[i].begin, m_events[i].sizes[Customer]);
    }
    void clear()
    {
        m_events.clear();
        m_freshWords.clear();
        m_freshSkus.clear();
        m_end = 0;
    }

private:
    /// Most are of a few bytes, for which a copy of unknown length takes longer than two overlapping ones of
    /// eight.
    static char* append(char* to, std::string_view text)
    {
        if (text.size() >= 8 && text.size() <= 16) {
            std::array<char, 8> front, back;
            std::memcpy(front.data(), text.data(), 8);
            std::memcpy(back.data(), text.data() + text.size() - 8, 8);
            std::memcpy(to, front.data(), 8);
            std::memcpy(to + text.size() - 8, back.data(), 8);
        } else if (text.size() > 16) {
            std::memcpy(to, text.data(), text.size());
        } else {
            for (std::size_t i = 0; i < text.size(); ++i)
                to[i] = text[i];
        }
        return to + text.size();
    }

    std::vector<Event> m_events;
    std::vector<std::string> m_freshWords;
    std::vector<std::string> m_freshSkus;
    std::string m_bytes; ///< longer than what is in use
    std::size_t m_end = 0; ///< of what is in use
};

}
