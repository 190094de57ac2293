// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// One row of a table. The views are good until the next row is read.
struct TableRow {
    std::int64_t number = 0; ///< 1-based as a spreadsheet counts; the header is row 1
    std::vector<std::string_view> fields; ///< as many as there are columns, unless `problem` says otherwise
    std::string_view text; ///< the row as it stands in the file
    std::string problem; ///< not empty: the row is broken and must be rejected for this reason
};

struct TableOptions {
    std::optional<char> separator; ///< absent: found in the first rows
};

/// A file that is a table: columns with names, then rows. Not thread-safe.
class TableSource {
public:
    virtual ~TableSource() = default;

    virtual const std::string& name() const = 0; ///< the file's, without folder
    virtual const std::vector<std::string>& columns() const = 0;
    virtual char separator() const = 0;
    /// False at the end. A broken row is a row with a problem, not an error. Errors: Io, CorruptFile.
    [[nodiscard]] virtual Result<bool> next(TableRow& row) = 0;
    virtual std::int64_t bytesDone() const = 0;
    virtual std::int64_t bytesTotal() const = 0; ///< 0 = not known
};

/// Opens by content: today CSV and its kin, plain or gzip. Errors: as ByteSource::open(), and InvalidInput
/// (no text, UTF-16, no header).
[[nodiscard]] Result<std::unique_ptr<TableSource>> openTable(
    const std::filesystem::path& file, const TableOptions& options = {});

}
