// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/import_form.h"
#include "ingest/table_source.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ow::ingest {

/// A row of a file whose cells are at hand.
struct CellsRow {
    std::int64_t seq = 0; ///< which rejected row of its import it was
    std::int64_t number = 0; ///< in its file
    std::vector<std::string> cells; ///< as many as the file has columns
    std::string problem; ///< of the row as a whole, as long as nobody has changed it; it is rejected for it
};

/// Such rows as the table that they stood in. TableRow::text is the row's `seq` as a number, so that whoever
/// gets a rejected row back knows which it was.
class CellsTable final : public TableSource {
public:
    CellsTable(const ImportForm::File& file, std::vector<CellsRow> rows);

    const std::string& name() const override { return m_name; }
    const std::vector<std::string>& columns() const override { return m_columns; }
    [[nodiscard]] Result<bool> next(TableRow& row) override;
    std::int64_t bytesDone() const override { return std::int64_t(m_next); }
    std::int64_t bytesTotal() const override { return std::int64_t(m_rows.size()); }

private:
    std::string m_name;
    std::vector<std::string> m_columns;
    std::vector<CellsRow> m_rows;
    std::size_t m_next = 0;
    std::string m_text;
};

/// The cells of a line of CSV, without complaints: quotes where they are, else as it stands. Further cells
/// than `columns` go to the last one; missing ones are empty.
std::vector<std::string> cellsOfLine(std::string_view line, char separator, std::size_t columns);

}
