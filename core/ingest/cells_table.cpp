// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/cells_table.h"

namespace ow::ingest {

CellsTable::CellsTable(const ImportForm::File& file, std::vector<CellsRow> rows)
    : m_name(file.name)
    , m_columns(file.columns)
    , m_rows(std::move(rows))
{
    m_form = file.form;
}

Result<bool> CellsTable::next(TableRow& row)
{
    row.fields.clear();
    row.problem.clear();
    if (m_next == m_rows.size())
        return false;
    const CellsRow& given = m_rows[m_next++];
    row.number = given.number;
    m_text = std::to_string(given.seq);
    row.text = m_text;
    row.fields.assign(given.cells.begin(), given.cells.end());
    row.fields.resize(m_columns.size());
    row.problem = given.problem;
    return true;
}

std::vector<std::string> cellsOfLine(std::string_view line, char separator, std::size_t columns)
{
    std::vector<std::string> out;
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    for (std::size_t at = 0; at <= line.size();) {
        std::string& cell = out.emplace_back();
        if (at < line.size() && line[at] == '"') {
            // Doubled quotes are one; what follows the closing one up to the separator belongs to the cell.
            for (++at; at < line.size(); ++at) {
                if (line[at] == '"' && !(at + 1 < line.size() && line[at + 1] == '"'))
                    break;
                at += line[at] == '"' ? 1U : 0U;
                cell += line[at];
            }
            ++at;
        }
        while (at < line.size() && line[at] != separator)
            cell += line[at++];
        ++at;
        if (at > line.size())
            break;
    }
    while (out.size() > columns && out.size() > 1) {
        const std::string last = std::move(out.back());
        out.pop_back();
        out.back() += separator + last;
    }
    out.resize(columns);
    return out;
}

}
