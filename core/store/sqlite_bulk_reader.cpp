// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_bulk_reader.h"

#include "base/json.h"
#include "store/batches.h"
#include "store/bulk_pages.h"
#include "store/bulk_rows.h"
#include "store/catalogue_table.h"
#include "store/customer_pages.h"
#include "store/dictionary.h"
#include "store/line_groups.h"
#include "store/rejected_text.h"
#include "store/row_finder.h"

#include <fmt/format.h>

namespace ow::store {

namespace {

std::optional<Timestamp> timeOf(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(Timestamp { column.getInt64() });
}

void addAttributes(model::Attributes& out, const std::string& text)
{
    const auto json = parseJson(text);
    if (!json || !json->is_object())
        return;
    for (const auto& [name, value] : json->items()) {
        if (value.is_boolean())
            out[name] = value.get<bool>();
        else if (value.is_number_integer())
            out[name] = value.get<std::int64_t>();
        else if (value.is_number())
            out[name] = value.get<double>();
        else if (value.is_string())
            out[name] = value.get<std::string>();
    }
}

class SqliteBulkReader final : public BulkReader {
public:
    SqliteBulkReader(const std::filesystem::path& file, OpenAs as)
        : m_file(file)
        , m_db(openConnection(file, as))
        , m_transaction((m_db.exec("PRAGMA query_only = ON; PRAGMA cache_size = -16384"), m_db))
        , m_active(m_db) // the first read: from here on the state stands still
    {
    }

    Counts counts() const override;
    Result<void> forEachEvent(
        const std::function<bool(std::string_view, const model::Event&)>& fn) const override;
    Result<void> forEachCustomer(std::int64_t first, std::int64_t limit,
        const std::function<bool(const model::Customer&, const model::History&)>& fn) const override;
    Result<void> forEachExposure(const std::function<bool(const model::LoggedExposure&)>& fn) const override;
    Result<void> forEachBasketLine(
        const std::function<bool(std::string_view, std::string_view)>& fn) const override;
    Result<void> forEachViewLine(
        const std::function<bool(std::string_view, std::string_view)>& fn) const override;
    Result<std::pair<model::Customer, model::History>> customer(std::string_view id) const override;
    std::vector<model::Product> products(std::int64_t first, std::int64_t limit) const override;
    std::vector<model::Customer> customers(std::int64_t first, std::int64_t limit) const override;
    std::vector<std::pair<std::string, model::Event>> events(
        std::int64_t first, std::int64_t limit) const override;
    std::vector<model::LoggedExposure> exposures(std::int64_t first, std::int64_t limit) const override;
    std::vector<BasketLine> basketLines(std::int64_t first, std::int64_t limit) const override;
    Result<RowSet> find(const RowQuery& query, const Progress& progress) const override;
    Result<std::vector<model::Product>> productsAt(
        const RowSet& set, std::int64_t first, std::int64_t limit) const override;
    Result<std::vector<model::Customer>> customersAt(
        const RowSet& set, std::int64_t first, std::int64_t limit) const override;
    Result<std::vector<std::pair<std::string, model::Event>>> eventsAt(
        const RowSet& set, std::int64_t first, std::int64_t limit) const override;
    Result<std::vector<model::LoggedExposure>> exposuresAt(
        const RowSet& set, std::int64_t first, std::int64_t limit) const override;
    Result<std::vector<BasketLine>> basketLinesAt(
        const RowSet& set, std::int64_t first, std::int64_t limit) const override;
    std::vector<RejectedRow> rejected(
        std::int64_t importId, std::int64_t first, std::int64_t limit) const override;
    std::string importForm(std::int64_t importId) const override;
    std::vector<ImportRecord> imports() const override;
    std::optional<ImportRecord> findImport(std::string_view fingerprint) const override;
    std::vector<MinedEdge> minedEdges() const override;
    std::optional<Timestamp> dataEnd() const override;

private:
    void decode(const BulkRow& row, model::Event& event) const;
    void decode(const BulkRow& row, model::LoggedExposure& exposure) const;
    model::Attributes attributesOf(std::int64_t customer) const;
    model::History historyOf(const std::vector<BulkRow>& events, const std::vector<BulkRow>& exposures) const;
    /// Every row in the order of customers' keys, then time. `fn` answers whether to go on.
    void forEachRow(BulkRows& rows, const std::function<bool(std::string_view, const BulkRow&)>& fn) const;
    void addBasketLines(LineGroups& groups) const;
    void addEventLines(LineGroups& groups, std::string_view type) const;
    Result<void> tellLines(
        LineGroups& groups, const std::function<bool(std::string_view, std::string_view)>& fn) const;
    std::vector<BasketLine> linesOf(std::span<const std::uint32_t> places) const;
    /// Calls fn with the part's rows: numbers of a list, or places.
    template <typename T, typename F>
    Result<std::vector<T>> readPart(
        const RowSet& set, RowTable table, std::int64_t first, std::int64_t limit, const F& fn) const;

    std::filesystem::path m_file;
    // Statements change as they step; to the caller a reader is constant all the same.
    mutable SQLite::Database m_db;
    SQLite::Transaction m_transaction;
    ActiveBatches m_active;
    mutable Texts m_customers { m_db, "customer_key" };
    mutable Texts m_skus { m_db, "sku_key" };
    mutable Texts m_sessions { m_db, "session_key" };
    mutable Texts m_words { m_db, "word" };
    mutable SQLite::Statement m_attributes { m_db,
        "SELECT batch, attributes FROM customer_row WHERE customer = ? AND attributes IS NOT NULL ORDER BY "
        "batch" };
    mutable BulkRows m_events { m_db, eventKind, m_active,
        [this](std::int64_t id) { return m_customers[id]; } };
    mutable BulkRows m_exposures { m_db, exposureKind, m_active,
        [this](std::int64_t id) { return m_customers[id]; } };
    mutable CustomerPages m_customerPages { m_db };
    mutable BulkPages m_eventPages { m_db, m_events };
    mutable BulkPages m_exposurePages { m_db, m_exposures };
    mutable RowFinder m_finder { m_db, m_active,
        [this](std::int64_t customer) { return attributesOf(customer); } };
};

Counts SqliteBulkReader::counts() const
{
    Counts out;
    (void)guarded(m_file, [&] { out = readCounts(m_db); });
    return out;
}

void SqliteBulkReader::decode(const BulkRow& row, model::Event& event) const
{
    using namespace event_column;
    event.at = { row[At] };
    event.type = m_words[row[Type]];
    event.sku = m_skus[row[Sku]];
    event.qty = row[Qty];
    event.value = row[Value];
    event.channel = m_words[row[Channel]];
    event.session = m_sessions[row[Session]];
    event.text = row.text;
}

void SqliteBulkReader::decode(const BulkRow& row, model::LoggedExposure& x) const
{
    using namespace exposure_column;
    const auto time = [&](std::size_t column, std::int64_t flag) {
        return (row[Flags] & flag) != 0 ? std::optional(Timestamp { row[column] }) : std::nullopt;
    };
    x.customer = m_customers[row[Customer]];
    x.at = { row[At] };
    x.offer = m_words[row[Offer]];
    x.placement = m_words[row[Placement]];
    x.clickedAt = time(Clicked, exposure_flag::Clicked);
    x.acceptedAt = time(Accepted, exposure_flag::Accepted);
    x.declinedAt = time(Declined, exposure_flag::Declined);
    x.returnedAt = time(Returned, exposure_flag::Returned);
    x.intent = m_sessions[row[Intent]];
    x.arm = m_words[row[Arm]];
    x.experiment = m_words[row[Experiment]];
    x.withheld = (row[Flags] & exposure_flag::Withheld) != 0;
}

model::Attributes SqliteBulkReader::attributesOf(std::int64_t customer) const
{
    model::Attributes out;
    m_attributes.bind(1, customer);
    while (m_attributes.executeStep())
        if (m_active.contains(m_attributes.getColumn(0).getInt64()))
            addAttributes(out, textOf(m_attributes.getColumn(1)));
    m_attributes.reset();
    return out;
}

model::History SqliteBulkReader::historyOf(
    const std::vector<BulkRow>& events, const std::vector<BulkRow>& exposures) const
{
    model::History history;
    history.events.resize(events.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        decode(events[i], history.events[i]);
    history.exposures.reserve(exposures.size());
    model::LoggedExposure exposure;
    for (const BulkRow& row : exposures) {
        decode(row, exposure);
        history.exposures.push_back(exposure); // the part that a decision sees
    }
    return history;
}

void SqliteBulkReader::forEachRow(
    BulkRows& rows, const std::function<bool(std::string_view, const BulkRow&)>& fn) const
{
    BulkRows::Walk walk(rows, {});
    SQLite::Statement s(m_db, "SELECT id, text FROM customer_key ORDER BY text");
    std::vector<BulkRow> found;
    while (s.executeStep()) {
        walk.of(s.getColumn(0).getInt64(), found);
        if (found.empty())
            continue;
        const std::string key = textOf(s.getColumn(1));
        for (const BulkRow& row : found)
            if (!fn(key, row))
                return;
    }
    walk.checkEnd();
}

Result<void> SqliteBulkReader::forEachEvent(
    const std::function<bool(std::string_view, const model::Event&)>& fn) const
{
    return guarded(m_file, [&] {
        model::Event event;
        forEachRow(m_events, [&](std::string_view customer, const BulkRow& row) {
            decode(row, event);
            return fn(customer, event);
        });
    });
}

Result<void> SqliteBulkReader::forEachCustomer(std::int64_t first, std::int64_t limit,
    const std::function<bool(const model::Customer&, const model::History&)>& fn) const
{
    return guarded(m_file, [&] {
        std::optional<BulkRows::Walk> eventWalk;
        std::optional<BulkRows::Walk> exposureWalk;
        std::vector<BulkRow> events;
        std::vector<BulkRow> exposures;
        bool stopped = false;
        m_customerPages.read(first, limit, [&](std::int64_t id, const std::string& key) {
            if (!eventWalk) {
                const std::string from = first == 0 ? std::string() : key;
                eventWalk.emplace(m_events, from);
                exposureWalk.emplace(m_exposures, from);
            }
            eventWalk->of(id, events);
            exposureWalk->of(id, exposures);
            stopped = !fn({ key, attributesOf(id) }, historyOf(events, exposures));
            return !stopped;
        });
        if (eventWalk && limit == 0 && !stopped) {
            eventWalk->checkEnd();
            exposureWalk->checkEnd();
        }
    });
}

Result<void> SqliteBulkReader::forEachExposure(
    const std::function<bool(const model::LoggedExposure&)>& fn) const
{
    return guarded(m_file, [&] {
        model::LoggedExposure exposure;
        forEachRow(m_exposures, [&](std::string_view, const BulkRow& row) {
            decode(row, exposure);
            return fn(exposure);
        });
    });
}

void SqliteBulkReader::addBasketLines(LineGroups& groups) const
{
    const auto runs = readActiveRuns(m_db, basketKind, m_active);
    std::size_t lines = 0;
    for (const SegmentRun& run : runs)
        for (const Segment& segment : run)
            lines += segment.rows;
    groups.reserve(lines);
    SegmentColumns columns(m_db, basketKind);
    std::vector<std::int64_t> baskets;
    std::vector<std::int64_t> skus;
    for (const SegmentRun& run : runs)
        for (const Segment& segment : run) {
            columns.read(segment, basket_column::Basket, baskets);
            columns.read(segment, basket_column::Sku, skus);
            for (std::size_t i = 0; i < baskets.size(); ++i)
                groups.add(baskets[i], skus[i]);
        }
    SQLite::Statement s(m_db, "SELECT basket, sku, batch FROM basket_line");
    while (s.executeStep())
        if (m_active.contains(s.getColumn(2).getInt64()))
            groups.add(s.getColumn(0).getInt64(), s.getColumn(1).getInt64());
}

void SqliteBulkReader::addEventLines(LineGroups& groups, std::string_view type) const
{
    using namespace event_column;
    const std::int64_t word = m_words.find(type);
    if (word == 0)
        return;
    m_events.scan(
        { Type, Session, Sku }, Type, word, [&](const std::vector<std::vector<std::int64_t>>& columns) {
            for (std::size_t i = 0; i < columns[0].size(); ++i)
                if (columns[0][i] == word && columns[1][i] != 0 && columns[2][i] != 0)
                    groups.add(columns[1][i], columns[2][i]);
        });
}

Result<void> SqliteBulkReader::tellLines(
    LineGroups& groups, const std::function<bool(std::string_view, std::string_view)>& fn) const
{
    AscendingTexts texts(m_db, "session_key");
    for (const LineKey line : groups.sorted())
        if (!fn(texts[groupOf(line)], m_skus[skuOf(line)]))
            break;
    return {};
}

Result<void> SqliteBulkReader::forEachBasketLine(
    const std::function<bool(std::string_view, std::string_view)>& fn) const
{
    return guarded(m_file, [&] {
        LineGroups groups;
        addBasketLines(groups);
        addEventLines(groups, "purchased");
        return tellLines(groups, fn);
    });
}

Result<void> SqliteBulkReader::forEachViewLine(
    const std::function<bool(std::string_view, std::string_view)>& fn) const
{
    return guarded(m_file, [&] {
        LineGroups groups;
        addEventLines(groups, "product_viewed");
        return tellLines(groups, fn);
    });
}

Result<std::pair<model::Customer, model::History>> SqliteBulkReader::customer(std::string_view id) const
{
    return guarded(m_file, [&]() -> Result<std::pair<model::Customer, model::History>> {
        const std::int64_t number = m_customers.find(id);
        SQLite::Statement known(m_db,
            "SELECT 1 FROM customer_row r JOIN batch b ON b.id = r.batch WHERE r.customer = ? AND b.active "
            "LIMIT 1");
        known.bind(1, number);
        if (number == 0 || !known.executeStep())
            return fail(ErrorCode::NotFound, "The project has no customer of this id.");
        std::vector<BulkRow> events;
        std::vector<BulkRow> exposures;
        m_events.of(number, id, events);
        m_exposures.of(number, id, exposures);
        return std::pair { model::Customer { std::string(id), attributesOf(number) },
            historyOf(events, exposures) };
    });
}

std::vector<model::Product> SqliteBulkReader::products(std::int64_t first, std::int64_t limit) const
{
    return guarded(m_file, [&] {
        return readProducts(m_db, first, limit);
    }).value_or(std::vector<model::Product> {});
}

std::vector<model::Customer> SqliteBulkReader::customers(std::int64_t first, std::int64_t limit) const
{
    std::vector<model::Customer> out;
    if (limit <= 0)
        return out;
    (void)guarded(m_file, [&] {
        m_customerPages.read(first, limit, [&](std::int64_t id, const std::string& key) {
            out.push_back({ key, attributesOf(id) });
            return true;
        });
    });
    return out;
}

std::vector<std::pair<std::string, model::Event>> SqliteBulkReader::events(
    std::int64_t first, std::int64_t limit) const
{
    std::vector<std::pair<std::string, model::Event>> out;
    (void)guarded(m_file, [&] {
        m_eventPages.read(first, limit, [&](std::string_view customer, const BulkRow& row) {
            out.emplace_back(customer, model::Event {});
            decode(row, out.back().second);
        });
    });
    return out;
}

std::vector<model::LoggedExposure> SqliteBulkReader::exposures(std::int64_t first, std::int64_t limit) const
{
    std::vector<model::LoggedExposure> out;
    (void)guarded(m_file, [&] {
        m_exposurePages.read(
            first, limit, [&](std::string_view, const BulkRow& row) { decode(row, out.emplace_back()); });
    });
    return out;
}

std::vector<BasketLine> SqliteBulkReader::linesOf(std::span<const std::uint32_t> places) const
{
    std::vector<BasketLine> out;
    for (const BulkRow& row : m_finder.blocks(RowTable::Baskets).rowsAt(places))
        out.push_back({ std::string(m_sessions[row[basket_column::Basket]]),
            std::string(m_skus[row[basket_column::Sku]]) });
    return out;
}

std::vector<BasketLine> SqliteBulkReader::basketLines(std::int64_t first, std::int64_t limit) const
{
    return guarded(m_file, [&] {
        BulkBlocks& blocks = m_finder.blocks(RowTable::Baskets);
        blocks.load();
        std::vector<std::uint32_t> places;
        for (std::int64_t i = first; i < std::min(first + limit, std::int64_t(blocks.rows())); ++i)
            places.push_back(std::uint32_t(i));
        return linesOf(places);
    }).value_or(std::vector<BasketLine> {});
}

Result<RowSet> SqliteBulkReader::find(const RowQuery& query, const Progress& progress) const
{
    return guarded(m_file, [&] { return m_finder.find(query, readCounts(m_db), progress); });
}

template <typename T, typename F>
Result<std::vector<T>> SqliteBulkReader::readPart(
    const RowSet& set, RowTable table, std::int64_t first, std::int64_t limit, const F& fn) const
{
    return guarded(m_file, [&]() -> Result<std::vector<T>> {
        const auto part = m_finder.part(set, table, first, limit);
        if (!part)
            return fail(part.error());
        return fn(*part);
    });
}

Result<std::vector<model::Product>> SqliteBulkReader::productsAt(
    const RowSet& set, std::int64_t first, std::int64_t limit) const
{
    return readPart<model::Product>(set, RowTable::Products, first, limit,
        [&](const std::vector<std::uint32_t>& ids) { return readProducts(m_db, ids); });
}

Result<std::vector<model::Customer>> SqliteBulkReader::customersAt(
    const RowSet& set, std::int64_t first, std::int64_t limit) const
{
    return readPart<model::Customer>(
        set, RowTable::Customers, first, limit, [&](const std::vector<std::uint32_t>& ids) {
            std::vector<model::Customer> out;
            for (const std::uint32_t id : ids)
                out.push_back({ std::string(m_customers[id]), attributesOf(id) });
            return out;
        });
}

Result<std::vector<std::pair<std::string, model::Event>>> SqliteBulkReader::eventsAt(
    const RowSet& set, std::int64_t first, std::int64_t limit) const
{
    using Row = std::pair<std::string, model::Event>;
    return readPart<Row>(set, RowTable::Events, first, limit, [&](const std::vector<std::uint32_t>& places) {
        std::vector<Row> out;
        for (const BulkRow& row : m_finder.blocks(RowTable::Events).rowsAt(places)) {
            out.emplace_back(m_customers[row[event_column::Customer]], model::Event {});
            decode(row, out.back().second);
        }
        return out;
    });
}

Result<std::vector<model::LoggedExposure>> SqliteBulkReader::exposuresAt(
    const RowSet& set, std::int64_t first, std::int64_t limit) const
{
    return readPart<model::LoggedExposure>(
        set, RowTable::Exposures, first, limit, [&](const std::vector<std::uint32_t>& places) {
            std::vector<model::LoggedExposure> out;
            for (const BulkRow& row : m_finder.blocks(RowTable::Exposures).rowsAt(places))
                decode(row, out.emplace_back());
            return out;
        });
}

Result<std::vector<BasketLine>> SqliteBulkReader::basketLinesAt(
    const RowSet& set, std::int64_t first, std::int64_t limit) const
{
    return readPart<BasketLine>(set, RowTable::Baskets, first, limit,
        [&](const std::vector<std::uint32_t>& places) { return linesOf(places); });
}

std::vector<RejectedRow> SqliteBulkReader::rejected(
    std::int64_t importId, std::int64_t first, std::int64_t limit) const
{
    std::vector<RejectedRow> out;
    (void)guarded(m_file, [&] {
        SQLite::Statement s(m_db,
            "SELECT file, row, field, reason, text, seq FROM rejected WHERE batch = ?1 AND seq NOT IN "
            "(SELECT e.value "
            "FROM import_form f JOIN batch b ON b.id = f.batch, json_each(f.seqs) e WHERE f.origin = ?1 AND "
            "b.active) "
            "ORDER BY seq LIMIT ?2 OFFSET ?3");
        s.bind(1, importId);
        s.bind(2, limit);
        s.bind(3, first);
        while (s.executeStep()) {
            RejectedRow& row
                = out.emplace_back(RejectedRow { textOf(s.getColumn(0)), s.getColumn(1).getInt64(),
                    textOf(s.getColumn(2)), textOf(s.getColumn(3)), textOf(s.getColumn(4)) });
            row.seq = s.getColumn(5).getInt64();
            splitCells(row);
        }
    });
    return out;
}

std::string SqliteBulkReader::importForm(std::int64_t importId) const
{
    std::string out;
    (void)guarded(m_file, [&] {
        SQLite::Statement s(m_db, "SELECT form FROM import_form WHERE batch = ?");
        s.bind(1, importId);
        if (s.executeStep())
            out = textOf(s.getColumn(0));
    });
    return out;
}

std::vector<ImportRecord> SqliteBulkReader::imports() const
{
    return guarded(m_file, [&] { return readImports(m_db); }).value_or(std::vector<ImportRecord> {});
}

std::optional<ImportRecord> SqliteBulkReader::findImport(std::string_view fingerprint) const
{
    std::int64_t id = 0;
    (void)guarded(m_file, [&] {
        SQLite::Statement s(
            m_db, "SELECT max(id) FROM batch WHERE active AND fingerprint = ? AND fingerprint <> ''");
        bindText(s, 1, fingerprint);
        if (s.executeStep())
            id = s.getColumn(0).getInt64();
    });
    for (ImportRecord& record : imports())
        if (record.id == id)
            return std::move(record);
    return std::nullopt;
}

std::vector<MinedEdge> SqliteBulkReader::minedEdges() const
{
    std::vector<MinedEdge> out;
    (void)guarded(m_file, [&] {
        const auto batch = minedBatch(m_db);
        if (!batch)
            return;
        SQLite::Statement s(m_db,
            "SELECT a, b, evidence, class, weight, lift, q FROM mined_edge WHERE batch = ? ORDER BY seq");
        s.bind(1, *batch);
        while (s.executeStep())
            out.push_back({ textOf(s.getColumn(0)), textOf(s.getColumn(1)), textOf(s.getColumn(2)),
                textOf(s.getColumn(3)), s.getColumn(4).getDouble(), s.getColumn(5).getDouble(),
                s.getColumn(6).getDouble() });
    });
    return out;
}

std::optional<Timestamp> SqliteBulkReader::dataEnd() const
{
    std::optional<Timestamp> out;
    (void)guarded(m_file, [&] {
        SQLite::Statement s(m_db, "SELECT max(last_at) FROM batch WHERE active");
        if (s.executeStep())
            out = timeOf(s.getColumn(0));
    });
    return out;
}

}

Result<std::unique_ptr<BulkReader>> openBulkReader(const std::filesystem::path& file, OpenAs as)
{
    return guarded(
        file, [&]() -> std::unique_ptr<BulkReader> { return std::make_unique<SqliteBulkReader>(file, as); });
}

}
