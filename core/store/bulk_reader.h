// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "model/customer.h"
#include "store/project.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

struct RowQuery;
struct RowSet;

/// A line of an imported basket.
struct BasketLine {
    std::string basket;
    std::string sku;
};

/// A mined pair of products with its evidence as stored (mine/adjacency.h computes it).
struct MinedEdge {
    std::string a; ///< EdgeEnd text, "sku:…" or "family:…"
    std::string b;
    std::string evidence; ///< JSON object of the numbers, names as in STATISTICS.md section 8
    std::string edgeClass; ///< complement, substitute, coviewed, mixed, none, insufficient
    double weight = 0;
    double lift = 0;
    double q = 1;
};

struct RejectedRow {
    std::string file;
    std::int64_t row = 0; ///< 1-based, the header is row 1
    std::string column;
    std::string reason;
    std::string text; ///< the row as it was read, cut to mostRejectedBytes
    /// Its cells as a JSON list, where `text` is no line of a CSV file or says less; "" = they are those of
    /// the text.
    std::string cells {};
    std::int64_t seq = 0; ///< its number among the rejected rows of the import, from 0
};
inline constexpr std::size_t mostRejectedBytes = 8'000;

/// One import, for the Data screen.
struct ImportRecord {
    std::int64_t id = 0;
    Timestamp at;
    std::string source; ///< file names, without folders
    std::string kind; ///< products, customers, events, exposures, baskets, mined
    std::int64_t stored = 0;
    std::int64_t rejected = 0;
    std::int64_t duplicates = 0;
    bool active = true; ///< false = undone
    std::int64_t origin = 0; ///< the import whose rejected rows this one took in; 0 = none
    std::int64_t retried = 0; ///< of the rejected: those that later active imports took in

    std::int64_t stillRejected() const { return rejected - retried; }
};

/// Reads bulk data in streams and pages; sees one consistent state. Not thread-safe: one object per thread.
/// Callbacks return false to stop early. Errors: Io, CorruptFile.
class BulkReader {
public:
    virtual ~BulkReader() = default;

    virtual Counts counts() const = 0;

    /// Every event of undone-free imports, ordered by customer, then time.
    [[nodiscard]] virtual Result<void> forEachEvent(
        const std::function<bool(std::string_view customer, const model::Event&)>& fn) const = 0;
    /// Every customer with attributes and whole history (events and exposures oldest first), ordered by id;
    /// also those who occur in events only. `first`/`limit` page through them; limit 0 = all.
    [[nodiscard]] virtual Result<void> forEachCustomer(std::int64_t first, std::int64_t limit,
        const std::function<bool(const model::Customer&, const model::History&)>& fn) const = 0;
    [[nodiscard]] virtual Result<void> forEachExposure(
        const std::function<bool(const model::LoggedExposure&)>& fn) const = 0;
    /// (basket, sku) of imported baskets and of `purchased` events of one session. The lines of a basket
    /// follow each other, each SKU once; baskets come in no particular order, but the same one every time.
    [[nodiscard]] virtual Result<void> forEachBasketLine(
        const std::function<bool(std::string_view basket, std::string_view sku)>& fn) const = 0;
    /// (session, sku) of `product_viewed` events, likewise.
    [[nodiscard]] virtual Result<void> forEachViewLine(
        const std::function<bool(std::string_view session, std::string_view sku)>& fn) const = 0;

    /// Errors: NotFound.
    [[nodiscard]] virtual Result<std::pair<model::Customer, model::History>> customer(
        std::string_view id) const = 0;

    // Pages for tables: rows first … first+limit-1 of the natural order.
    virtual std::vector<model::Product> products(std::int64_t first, std::int64_t limit) const = 0;
    virtual std::vector<model::Customer> customers(std::int64_t first, std::int64_t limit) const = 0;
    virtual std::vector<std::pair<std::string, model::Event>> events(
        std::int64_t first, std::int64_t limit) const = 0;
    virtual std::vector<model::LoggedExposure> exposures(std::int64_t first, std::int64_t limit) const = 0;
    /// Lines of imported baskets, in the order in which they are stored.
    virtual std::vector<BasketLine> basketLines(std::int64_t first, std::int64_t limit) const = 0;

    /// Filters and sorts (store/row_query.h); the …At() read rows first … first+limit-1 of the answer, also
    /// one that another reader of the same state gave. They cost the unpacking of each block that has one of
    /// the rows: ask for many at once. Errors: Cancelled, Unsupported; Conflict where the state is another.
    [[nodiscard]] virtual Result<RowSet> find(const RowQuery& query, const Progress& progress = {}) const = 0;
    [[nodiscard]] virtual Result<std::vector<model::Product>> productsAt(
        const RowSet& set, std::int64_t first, std::int64_t limit) const = 0;
    [[nodiscard]] virtual Result<std::vector<model::Customer>> customersAt(
        const RowSet& set, std::int64_t first, std::int64_t limit) const = 0;
    [[nodiscard]] virtual Result<std::vector<std::pair<std::string, model::Event>>> eventsAt(
        const RowSet& set, std::int64_t first, std::int64_t limit) const = 0;
    [[nodiscard]] virtual Result<std::vector<model::LoggedExposure>> exposuresAt(
        const RowSet& set, std::int64_t first, std::int64_t limit) const = 0;
    [[nodiscard]] virtual Result<std::vector<BasketLine>> basketLinesAt(
        const RowSet& set, std::int64_t first, std::int64_t limit) const = 0;

    /// Those that no later active import took in, mended.
    virtual std::vector<RejectedRow> rejected(
        std::int64_t importId, std::int64_t first, std::int64_t limit) const = 0;
    /// How an import read its files (JSON, ingest/import_form.h); "" = not kept, as by programs of before.
    virtual std::string importForm(std::int64_t importId) const = 0;
    virtual std::vector<ImportRecord> imports() const = 0; ///< newest first, undone ones too
    /// The active import of files with this fingerprint, if any; "" finds none.
    virtual std::optional<ImportRecord> findImport(std::string_view fingerprint) const = 0;
    virtual std::vector<MinedEdge> minedEdges() const = 0;
    /// The latest timestamp in events and exposures: the "data end" of STATISTICS.md; empty where there are
    /// none.
    virtual std::optional<Timestamp> dataEnd() const = 0;
};

}
