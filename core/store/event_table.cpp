// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event_table.h"

#include <algorithm>
#include <tuple>

namespace ow::store {

namespace {

constexpr std::size_t rowsAtOnce = 400'000; ///< about 45 MB; sorted and written together

}

EventWriter::EventWriter(SQLite::Database& db, std::int64_t batch)
    : m_insert(db,
        "INSERT INTO event(customer, at, seq, batch, type, sku, qty, value, channel, session, text) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_batch(batch)
{
}

void EventWriter::add(CodedEvent event)
{
    m_rows.push_back(std::move(event));
    if (m_rows.size() >= rowsAtOnce)
        flush();
}

void EventWriter::flush()
{
    std::ranges::sort(m_rows, {}, [](const CodedEvent& e) { return std::tuple(e.customer, e.at, e.seq); });
    for (const CodedEvent& e : m_rows) {
        m_insert.bind(1, e.customer);
        m_insert.bind(2, e.at);
        m_insert.bind(3, e.seq);
        m_insert.bind(4, m_batch);
        m_insert.bind(5, e.type);
        m_insert.bind(6, e.sku);
        m_insert.bind(7, e.qty);
        m_insert.bind(8, e.value);
        m_insert.bind(9, e.channel);
        m_insert.bind(10, e.session);
        if (e.text.empty())
            m_insert.bind(11);
        else
            m_insert.bind(11, e.text);
        m_insert.exec();
        m_insert.reset();
    }
    m_rows.clear();
}

CodedEvent codedEvent(SQLite::Statement& row)
{
    CodedEvent e;
    e.customer = row.getColumn(0).getInt64();
    e.at = row.getColumn(1).getInt64();
    e.seq = row.getColumn(2).getInt64();
    e.type = row.getColumn(4).getInt64();
    e.sku = row.getColumn(5).getInt64();
    e.qty = row.getColumn(6).getInt64();
    e.value = row.getColumn(7).getInt64();
    e.channel = row.getColumn(8).getInt64();
    e.session = row.getColumn(9).getInt64();
    if (const SQLite::Column text = row.getColumn(10); !text.isNull())
        e.text = textOf(text);
    return e;
}

}
