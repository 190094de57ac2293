// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ingest/file_form.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

class FilesPrint;

/// One row of a table. The views are good until the next row is read.
struct TableRow {
    std::int64_t number
        = 0; ///< 1-based as a spreadsheet counts; the header is row 1. Of JSON and baskets the line
    std::vector<std::string_view> fields; ///< as many as there are columns, unless `problem` says otherwise
    std::string_view text; ///< the row as it stands in the file, as UTF-8
    std::string problem; ///< not empty: the row is broken and must be rejected for this reason
};

/// A file that is a table: columns with names, then rows. Not thread-safe.
class TableSource {
public:
    virtual ~TableSource() = default;

    virtual const std::string& name() const = 0; ///< the file's, without folder
    virtual const std::vector<std::string>& columns() const = 0;
    const FileForm& form() const { return m_form; }
    char separator() const { return m_form.separator; }
    /// False at the end. A broken row is a row with a problem, not an error. Errors: Io, CorruptFile.
    [[nodiscard]] virtual Result<bool> next(TableRow& row) = 0;
    virtual std::int64_t bytesDone() const = 0;
    virtual std::int64_t bytesTotal() const = 0; ///< 0 = not known
    /// The columns of the file itself and the cells of the row read last, where `columns` are those of a
    /// mapping.
    virtual const std::vector<std::string>& fileColumns() const { return columns(); }
    virtual const std::vector<std::string_view>& fileCells(const TableRow& row) const { return row.fields; }
    /// Sentences that a person should read when the table was read to its end.
    virtual std::vector<std::string> notes() const { return {}; }

protected:
    FileForm m_form;
};

/// Opens by content: CSV and its kin, one JSON object a line, one basket a line; plain or gzip; UTF-8,
/// UTF-16, Latin-1. How the values are written is found in the first megabyte too. Errors: as
/// ByteSource::open(), and InvalidInput (no text, no header).
///
/// @param print  as of ByteSource::open()
[[nodiscard]] Result<std::unique_ptr<TableSource>> openTable(
    const std::filesystem::path& file, const TableOptions& options = {}, FilesPrint* print = nullptr);

}
