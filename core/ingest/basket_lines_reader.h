// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/line_reader.h"
#include "ingest/table_source.h"

namespace ow::ingest {

/// Files of one basket a line, its items between blanks or another separator, as a table of the columns
/// "basket" and "item": a row for each item. A basket is named by its line. A line that is no text or too
/// long is one row with a problem.
class BasketLinesReader final : public TableSource {
public:
    BasketLinesReader(TextSource text, FileForm form);

    const std::string& name() const override { return m_lines.source().name(); }
    const std::vector<std::string>& columns() const override { return m_columns; }
    [[nodiscard]] Result<bool> next(TableRow& row) override;
    std::int64_t bytesDone() const override { return m_lines.source().done(); }
    std::int64_t bytesTotal() const override { return m_lines.source().total(); }

private:
    [[nodiscard]] Result<bool> nextLine(TableRow& row);

    LineReader m_lines;
    Line m_line;
    std::string_view m_rest; ///< of the line, its items not yet given
    std::string m_basket;
    std::vector<std::string> m_columns { "basket", "item" };
};

}
