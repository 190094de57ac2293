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

/// One import: rows go into one transaction, commit() makes them and their history row durable, the destructor without
/// commit() leaves no trace. Undoing the import hides its rows without copying them. Errors: Io (disk full too).
class BulkWriter {
public:
    virtual ~BulkWriter() = default;

    [[nodiscard]] virtual Result<void> add(const model::Product& product) = 0; ///< replaces one of the same SKU
    [[nodiscard]] virtual Result<void> add(const model::Customer& customer) = 0; ///< replaces one of the same id
    [[nodiscard]] virtual Result<void> add(std::string_view customer, const model::Event& event) = 0;
    [[nodiscard]] virtual Result<void> add(const model::LoggedExposure& exposure) = 0;
    [[nodiscard]] virtual Result<void> addBasketLine(std::string_view basket, std::string_view sku) = 0;
    /// Replaces all mined edges of before.
    [[nodiscard]] virtual Result<void> add(const MinedEdge& edge) = 0;
    [[nodiscard]] virtual Result<void> reject(const RejectedRow& row) = 0;
    virtual void countDuplicate() = 0;

    /// `kind` and `source` as in ImportRecord; `title` is the history row's. Also applies `edits` in the same transaction.
    [[nodiscard]] virtual Result<ImportRecord> commit(
        std::string title, std::string kind, std::string source, const std::vector<Edit>& edits = {}) = 0;
};

}
