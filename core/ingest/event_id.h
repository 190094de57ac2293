// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/columns.h"
#include "ingest/preset.h"
#include "ingest/values.h"
#include "store/content_sum.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace ow::ingest {

/// The column of events' or exposures' own ids in the general forms. Ids of one kind of data and of columns
/// of one name are told apart among themselves: two systems that both count from 1 must not drop each other's
/// rows.
class EventIdColumn {
public:
    EventIdColumn(const ImportContext& context, std::string_view kind)
        : m_kind(kind)
        , m_mapped(context.idColumn)
    {
    }

    void find(const Columns& columns, const Names& names)
    {
        m_column = columns.find(names);
        if (m_column != Columns::none)
            m_space = m_kind + '/' + plainName(m_mapped.empty() ? columns.name(m_column) : m_mapped);
    }
    /// 0 where the row has none.
    std::uint64_t of(const TableRow& row) const
    {
        return m_column == Columns::none ? 0 : store::idSum(m_space, trim(fieldOf(row, m_column)));
    }

private:
    std::string m_kind;
    std::string m_mapped;
    std::string m_space;
    std::size_t m_column = Columns::none;
};

/// Ids of things that one record lists: the record's, the thing's name, and how many of this name came in the
/// record before.
class ThingIds {
public:
    /// @param thing  "" = the record has no things: its id alone counts
    std::uint64_t of(
        std::string_view space, const TableRow& row, std::string_view record, std::string_view thing)
    {
        if (record.empty() || thing.empty())
            return store::idSum(space, record);
        if (row.number != m_row)
            m_names.clear();
        m_row = row.number;
        m_key = record;
        m_key += '\x1F';
        m_key += thing;
        if (const int before = m_names[std::string(thing)]++; before > 0)
            m_key += '\x1F' + std::to_string(before);
        return store::idSum(space, m_key);
    }

private:
    std::int64_t m_row = -1;
    std::map<std::string, int> m_names;
    std::string m_key;
};

}
