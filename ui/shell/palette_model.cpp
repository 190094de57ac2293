// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_model.h"

#include "ui/shell/fuzzy.h"
#include "ui/shell/list_delegate.h"

#include <algorithm>

namespace ow::ui {
namespace {
constexpr std::size_t MaxShown = 60;
}

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    rank();
}

void PaletteModel::setQuery(const QString& query)
{
    m_query = query;
    rank();
}

void PaletteModel::rank()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const auto match = fuzzyMatch(m_query, m_entries[i].title);
        if (match)
            m_rows.push_back({ i, match->score + m_entries[i].bonus,
                { match->positions.begin(), match->positions.end() } });
    }
    std::ranges::stable_sort(m_rows, std::greater {}, &Row::score);
    if (m_rows.size() > MaxShown)
        m_rows.resize(MaxShown);
    endResetModel();
}

const PaletteEntry* PaletteModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[m_rows[std::size_t(row)].entry] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const PaletteEntry& entry = m_entries[row.entry];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleDescriptionRole:
    case listrole::Secondary:
        return entry.detail;
    case listrole::IconName:
        return entry.icon;
    case listrole::Marked:
        return QVariant::fromValue(row.marked);
    default:
        return {};
    }
}

}
