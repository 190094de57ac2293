// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "model/draft.h"
#include "store/bulk_reader.h"
#include "store/row_query.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace ow::ingest {

/// What a project's data can be written as. Baskets are the lines of imported ones and of orders.
enum class DataKind { Products, Customers, Events, Exposures, Baskets };

/// "products", "customers", …; nothing for another word.
std::optional<DataKind> dataKind(std::string_view word);

/// Writes all rows of a kind as CSV (RFC 4180, UTF-8, LF, a header) under the column names that an import
/// takes, so that what is written can be imported again: times in UTC with milliseconds, amounts with the
/// currency's decimals. The file gets its name when it is whole; one that stood there before stays until
/// then. Returns the rows written, the header left out. Any thread, with a reader of its own. Errors: Io,
/// CorruptFile, Cancelled; then nothing stands there anew.
[[nodiscard]] Result<std::int64_t> exportData(const store::BulkReader& reader, const model::Draft& draft,
    DataKind kind, const std::filesystem::path& file, const Progress& progress = {});

/// The rows of a query, in its order and the same form. Of baskets: the lines of imported ones only. Sorted
/// rows lie all over the file: 200,000 are read at a time. Errors: as above, Unsupported.
[[nodiscard]] Result<std::int64_t> exportRows(const store::BulkReader& reader, const model::Draft& draft,
    const store::RowQuery& query, const std::filesystem::path& file, const Progress& progress = {});

}
