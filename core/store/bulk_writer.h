// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/catalogue.h"
#include "model/customer.h"
#include "store/bulk_reader.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ow::store {

/// One import: rows go into one transaction, commit() makes them and their history row durable, the
/// destructor without commit() leaves no trace. Undoing the import hides its rows without copying them.
/// Errors: Io (disk full too).
class BulkWriter {
public:
    virtual ~BulkWriter() = default;

    [[nodiscard]] virtual Result<void> add(const model::Product& product)
        = 0; ///< replaces one of the same SKU
    /// Attributes of the same name are replaced, others of before stay.
    [[nodiscard]] virtual Result<void> add(const model::Customer& customer) = 0;
    [[nodiscard]] virtual Result<void> add(std::string_view customer, const model::Event& event) = 0;
    [[nodiscard]] virtual Result<void> add(const model::LoggedExposure& exposure) = 0;
    /// Answers whether the line is new; one that the project has already is counted as a duplicate.
    [[nodiscard]] virtual Result<bool> addBasketLine(std::string_view basket, std::string_view sku) = 0;
    /// Replaces all mined edges of before.
    [[nodiscard]] virtual Result<void> add(const MinedEdge& edge) = 0;
    [[nodiscard]] virtual Result<void> reject(const RejectedRow& row) = 0;
    virtual void countDuplicate() = 0;
    /// How many rows of the files became data, where that is not the number of things added (a catalogue that
    /// was derived from order lines, say).
    virtual void setStored(std::int64_t rows) = 0;
    /// What tells these files' bytes from others (a hash); "" = not known. See BulkReader::findImport().
    virtual void setFingerprint(std::string fingerprint) = 0;

    /// `kind` and `source` as in ImportRecord; `title` is the history row's. Also applies `edits` in the same
    /// transaction. An import of kind "mined" replaces the mined edges of before even where it brings none.
    /// Errors: Io, InvalidInput (an edit's body). The writer is spent afterwards either way;
    /// Project::refresh() next.
    [[nodiscard]] virtual Result<ImportRecord> commit(
        std::string title, std::string kind, std::string source, const std::vector<Edit>& edits = {})
        = 0;
};

}
