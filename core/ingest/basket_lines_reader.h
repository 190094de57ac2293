// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/line_reader.h"
#include "ingest/table_source.h"

namespace ow::ingest {

/// Files of one basket a line, its items between blanks or another separator, as a table of the columns
/// "basket" and "item": a row for each item. A basket is named by its line, or by its first item where the
/// form says so. An item may stand in quotes, a quote in it doubled. A line that is no text or too
/// long is one row with a problem.
class BasketLinesReader final : public TableSource {
public:
    BasketLinesReader(TextSource text, FileForm form);

    const std::string& name() const override { return m_lines.source().name(); }
    const std::vector<std::string>& columns() const override { return m_columns; }
    [[nodiscard]] Result<bool> next(TableRow& row) override;
    std::int64_t bytesDone() const override { return m_lines.source().done(); }
    std::int64_t bytesTotal() const override { return m_lines.source().total(); }

    /// The item in front, with its quotes, taken away together with the separator behind it.
    static std::string_view takeRaw(std::string_view& rest, char separator);

private:
    [[nodiscard]] Result<bool> nextLine(TableRow& row);
    std::string_view takeItem();

    LineReader m_lines;
    Line m_line;
    std::string_view m_rest; ///< of the line, its items not yet given
    std::string m_basket;
    std::string m_item; ///< where it had to be written anew
    std::vector<std::string> m_columns { "basket", "item" };
};

}
