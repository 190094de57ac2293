// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/catalogue.h"
#include "model/customer.h"
#include "store/bulk_reader.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// Where a row comes from.
struct RowOrigin {
    std::size_t file = 0; ///< its number, from 0
    /// A sum of the row's own id in its source, which says alone whether the project has it already; 0 = it
    /// has none.
    std::uint64_t id = 0;
    /// For what a row brings besides what it counts as (an order's line that was returned): left out where it
    /// is there already, and no duplicate of any file.
    static constexpr std::size_t noFile = 0x7FFF'FFFE;
};

/// Rows of one file that the project has already.
struct Duplicates {
    std::int64_t events = 0;
    std::int64_t exposures = 0;
    std::int64_t basketLines = 0;
    std::int64_t customers = 0; ///< of whom the row says nothing new

    std::int64_t sum() const { return events + exposures + basketLines + customers; }
};

/// What an import's files hold and the project had already: events and exposures that were left out.
struct LeftOut {
    struct Sum {
        std::int64_t rows = 0;
        std::int64_t value = 0; ///< of events; in days of purchases only
    };
    std::map<std::string, Sum, std::less<>> types; ///< of events
    std::map<std::int64_t, Sum> days; ///< days since 1970-01-01 in UTC
    std::int64_t events = 0;
    std::int64_t exposures = 0;
    std::int64_t sameIdOtherContent = 0; ///< of them: the id is there, and something else of the row differs
    std::int64_t sameExposureOtherOutcome
        = 0; ///< of them: what tells an exposure from others is there, and says something else of what came of it
    std::int64_t changedCustomers
        = 0; ///< not left out: what the project said of them holds no longer
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
    /// The same, unless the project says all of it already: the row is a duplicate then.
    [[nodiscard]] virtual Result<void> addUnlessThere(const model::Customer& customer, const RowOrigin&)
    {
        return add(customer);
    }
    [[nodiscard]] virtual Result<void> add(std::string_view customer, const model::Event& event) = 0;
    [[nodiscard]] virtual Result<void> add(const model::LoggedExposure& exposure) = 0;
    /// The same, unless the project has it already: events and exposures of active imports are matched with
    /// this import's, each with one that is equal in every respect, and those that find one are duplicates.
    /// Equal ones of one import are kept: real logs have them. Of exposures, customer, time, offer, placement,
    /// experiment and arm alone are compared: the first holds, and later ones with other outcomes are counted
    /// (LeftOut). Where the row has an id, the first of it
    /// holds, in this import and among all of before; another one that is equal and has another id is another
    /// row.
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
    /// Some milliseconds of what finishRows() and commit() have to do; false when nothing waits. For who wants to be
    /// able to stop behind the last row, too.
    [[nodiscard]] virtual Result<bool> finishSome() { return false; }
    /// To be called once behind the last event, exposure and line: the number of duplicates among each
    /// file's, as far as there are any. They are counted as such, as commit() does by itself where nobody
    /// asks.
    [[nodiscard]] virtual Result<std::vector<Duplicates>> finishRows() = 0;
    /// Replaces all mined edges of before.
    [[nodiscard]] virtual Result<void> add(const MinedEdge& edge) = 0;
    [[nodiscard]] virtual Result<void> reject(const RejectedRow& row) = 0;
    /// The same, unless an active import of this kind has left an equal row behind: text, column and reason;
    /// each of those is matched with one. True where that is so: the row is a duplicate then. A row without a
    /// text is always another one.
    [[nodiscard]] virtual Result<bool> rejectUnlessThere(std::string_view, const RejectedRow& row)
    {
        if (auto done = reject(row); !done)
            return fail(done.error());
        return false;
    }
    /// What finishRows() found there already; empty before.
    virtual LeftOut leftOut() const { return {}; }
    virtual void countDuplicate() = 0;
    /// How many rows of the files became data, where that is not the number of things added (a catalogue that
    /// was derived from order lines, say).
    virtual void setStored(std::int64_t rows) = 0;
    /// What tells these files' bytes from others (a hash); "" = not known. See BulkReader::findImport().
    virtual void setFingerprint(std::string fingerprint) = 0;

    /// How the files were read (JSON, ingest/import_form.h), kept with the import.
    virtual void setForm(std::string) { }
    /// This import takes in rows that another one rejected: they count no longer as rejected while this one
    /// is active.
    virtual void setOrigin(std::int64_t, std::vector<std::int64_t>) { }

    /// `kind` and `source` as in ImportRecord; `title` is the history row's. Also applies `edits` in the same
    /// transaction. An import of kind "mined" replaces the mined edges of before even where it brings none.
    /// Errors: Io, InvalidInput (an edit's body). The writer is spent afterwards either way;
    /// Project::refresh() next.
    [[nodiscard]] virtual Result<ImportRecord> commit(
        std::string title, std::string kind, std::string source, const std::vector<Edit>& edits = {})
        = 0;
};

}
