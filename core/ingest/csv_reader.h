// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/csv_marks.h"
#include "ingest/table_source.h"
#include "ingest/text_source.h"

#include <array>

namespace ow::ingest {

/// Streams CSV as RFC 4180 has it: quotes, doubled quotes, line breaks in quotes; and as files have it: LF,
/// CRLF or CR, a byte order mark, separators , ; tab |, no line break at the end. Blank lines are skipped
/// (but counted in row numbers). What cannot be right is a row with a problem: another number of fields, text
/// around a quoted field, bytes that are no UTF-8 or 0, a record of over 256 kB. A quote that is never closed
/// spoils its own line only.
class CsvReader final : public TableSource {
public:
    /// Reads the header, or calls the columns "column 1", … where the form says that there is none. A first
    /// line "sep=;" is obeyed. Errors: InvalidInput (not text, a header with no or doubled names), Io,
    /// CorruptFile.
    ///
    /// @param form  of which format and values are kept as they are; separator 0 = found in the header
    [[nodiscard]] static Result<std::unique_ptr<TableSource>> open(TextSource text, FileForm form);

    const std::string& name() const override { return m_bytes.name(); }
    const std::vector<std::string>& columns() const override { return m_columns; }
    [[nodiscard]] Result<bool> next(TableRow& row) override;
    std::int64_t bytesDone() const override { return m_bytes.done(); }
    std::int64_t bytesTotal() const override { return m_bytes.total(); }

private:
    explicit CsvReader(TextSource bytes);

    [[nodiscard]] Result<void> readHeader(FileForm form);
    [[nodiscard]] Result<void> nameColumns(const TableRow& header);
    /// Reads on until the buffer holds more behind m_begin, or the file ends.
    [[nodiscard]] Result<bool> fill();
    /// The raw record at m_begin into `row.text`, without its line break. False at the end.
    [[nodiscard]] Result<bool> record(TableRow& row);
    /// The next record with its fields, where it has no quotes and lies in the buffer as a whole; else nothing is
    /// done. Blank lines are skipped.
    bool plainRow(TableRow& row);
    /// Says what is wrong with a row's text as such.
    void checkText(TableRow& row) const;
    struct Ending {
        std::size_t length = 0; ///< of the record
        std::size_t next = 0; ///< where the next one begins
        bool quoted = false;
        bool tooLong = false; ///< it was skipped already; what is left of it is in m_unquoted
    };
    [[nodiscard]] Result<std::optional<Ending>> findEnding(bool obeyQuotes);
    /// Drops a line that is too long to hold.
    [[nodiscard]] Result<void> skipLine();
    void split(TableRow& row, bool quoted);
    void splitQuoted(TableRow& row);

    TextSource m_bytes;
    std::string m_buffer;
    std::size_t m_begin = 0; ///< of the next record in the buffer
    bool m_atEnd = false; ///< of the file
    bool m_lastQuoted = false; ///< the record found last has a quote in it
    char m_separator = 0; ///< 0 while the header is read: any of the usual ones
    char m_newline = '\n';
    /// Line breaks in the buffer between which a quote stays open that was found never to be closed, the
    /// first and the last: looked at once, not again for each line between them.
    std::size_t m_openFrom = 0;
    std::size_t m_openUntil = 0;
    std::size_t m_lastLength = 0; ///< bytes of the record found last, with its line break
    std::int64_t m_row = 0;
    std::vector<std::string> m_columns;
    CsvMarks m_marks; ///< of the buffer, from its beginning
    std::size_t m_mark = 0; ///< the first one behind m_begin
    bool m_marked = false; ///< m_marks are those of the buffer as it is
    std::string m_unquoted; ///< the unescaped fields of the current row; the head of a row that is too long
};

/// The separator that the header speaks for: of , ; tab | the one that occurs most outside quotes; ',' if
/// none does.
char guessSeparator(std::string_view header);

}
