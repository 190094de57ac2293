// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/customer.h"

#include <algorithm>
#include <array>
#include <cstdint>
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

    struct Event {
        std::int64_t at = 0;
        std::int64_t qty = 0;
        std::int64_t value = 0;
        std::size_t begin = 0; ///< of its texts
        std::uint32_t origin = 0; ///< BulkRow::origin
        std::array<std::uint32_t, TextCount> sizes {};
    };

    void add(std::string_view customer, const model::Event& event, std::uint32_t origin)
    {
        Event& e = m_events.emplace_back();
        e.origin = origin;
        e.at = event.at.ms;
        e.qty = event.qty;
        e.value = event.value;
        e.begin = m_bytes.size();
        const std::array<std::string_view, TextCount> texts { customer, event.type, event.sku, event.channel,
            event.session, event.text };
        std::size_t size = e.begin;
        for (std::size_t i = 0; i < TextCount; ++i) {
            e.sizes[i] = std::uint32_t(texts[i].size());
            size += texts[i].size();
        }
        m_bytes.resize(size);
        char* to = m_bytes.data() + e.begin;
        for (const std::string_view text : texts)
            to = std::copy(text.begin(), text.end(), to);
    }

    std::size_t size() const { return m_events.size(); }
    std::size_t bytes() const { return m_bytes.size(); }
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
    std::string_view customer(std::size_t i) const
    {
        return std::string_view(m_bytes).substr(m_events[i].begin, m_events[i].sizes[Customer]);
    }
    void clear()
    {
        m_events.clear();
        m_bytes.clear();
    }

private:
    std::vector<Event> m_events;
    std::string m_bytes;
};

}
