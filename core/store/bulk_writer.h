// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/catalogue.h"
#include "model/customer.h"
#include "store/bulk_reader.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// Where a row comes from. An id of the row in its source, by which it could be told from others, would stand
/// here.
struct RowOrigin {
    std::size_t file = 0; ///< its number, from 0
    /// For what a row brings besides what it counts as (an order's line that was returned): left out where it is
    /// there already, and no duplicate of any file.
    static constexpr std::size_t noFile = 0xFFFF'FFFE;
};

/// Rows of one file that the project has already.
struct Duplicates {
    std::int64_t events = 0;
    std::int64_t exposures = 0;
    std::int64_t basketLines = 0;

    std::int64_t sum() const { return events + exposures + basketLines; }
};

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
    /// The same, unless the project has it already: events and exposures of active imports are matched with
    /// this import's, each with one that is equal in every respect, and those that find one are duplicates.
    /// Equal ones of one import are kept: real logs have them.
    [[nodiscard]] virtual Result<void> addUnlessThere(
        std::string_view customer, const model::Event& event, const RowOrigin& origin)
        = 0;
    [[nodiscard]] virtual Result<void> addUnlessThere(
        const model::LoggedExposure& exposure, const RowOrigin& origin)
        = 0;
    /// A line that the project has already, or that came before, is a duplicate.
    [[nodiscard]] virtual Result<void> addBasketLine(
        std::string_view basket, std::string_view sku, const RowOrigin& origin = {})
        = 0;
    /// To be called once behind the last event, exposure and line: the number of duplicates among each
    /// file's, as far as there are any. They are counted as such, as commit() does by itself where nobody
    /// asks.
    [[nodiscard]] virtual Result<std::vector<Duplicates>> finishRows() = 0;
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
