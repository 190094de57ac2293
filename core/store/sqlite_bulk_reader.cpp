// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_bulk_reader.h"

#include "base/json.h"
#include "store/batches.h"
#include "store/catalogue_table.h"
#include "store/dictionary.h"
#include "store/event_table.h"
#include "store/line_groups.h"

#include <fmt/format.h>

namespace ow::store {

namespace {

/// The customers whom an active batch knows, by key.
constexpr const char* visibleCustomers
    = "SELECT k.id, k.text FROM customer_key k WHERE EXISTS (SELECT 1 FROM customer_row r JOIN batch b ON "
      "b.id = r.batch "
      "WHERE r.customer = k.id AND b.active) ORDER BY k.text LIMIT ? OFFSET ?";

constexpr const char* exposureColumns
    = "x.customer, x.at, x.batch, x.offer, x.placement, x.clicked, x.accepted, x.declined, "
      "x.returned, x.intent, x.arm, x.experiment, x.withheld";

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
    std::vector<RejectedRow> rejected(
        std::int64_t importId, std::int64_t first, std::int64_t limit) const override;
    std::vector<ImportRecord> imports() const override;
    std::optional<ImportRecord> findImport(std::string_view fingerprint) const override;
    std::vector<MinedEdge> minedEdges() const override;
    std::optional<Timestamp> dataEnd() const override;

private:
    model::Event decode(SQLite::Statement& row) const;
    model::LoggedExposure decodeExposure(SQLite::Statement& row) const;
    model::Attributes attributesOf(std::int64_t customer) const;
    model::History historyOf(std::int64_t customer) const;
    void addEventLines(LineGroups& groups, std::string_view type) const;
    Result<void> tellLines(
        LineGroups& groups, const std::function<bool(std::string_view, std::string_view)>& fn) const;

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
    mutable SQLite::Statement m_eventsOf { m_db,
        fmt::format("SELECT {} FROM event e WHERE e.customer = ? ORDER BY e.at, e.seq", eventColumns) };
    mutable SQLite::Statement m_exposuresOf { m_db,
        fmt::format("SELECT {} FROM exposure x WHERE x.customer = ? ORDER BY x.at, x.seq", exposureColumns) };
};

Counts SqliteBulkReader::counts() const
{
    Counts out;
    (void)guarded(m_file, [&] { out = readCounts(m_db); });
    return out;
}

model::Event SqliteBulkReader::decode(SQLite::Statement& row) const
{
    CodedEvent coded = codedEvent(row);
    model::Event event;
    event.at = { coded.at };
    event.type = m_words[coded.type];
    event.sku = m_skus[coded.sku];
    event.qty = coded.qty;
    event.value = coded.value;
    event.channel = m_words[coded.channel];
    event.session = m_sessions[coded.session];
    event.text = std::move(coded.text);
    return event;
}

model::LoggedExposure SqliteBulkReader::decodeExposure(SQLite::Statement& row) const
{
    model::LoggedExposure x;
    x.customer = m_customers[row.getColumn(0).getInt64()];
    x.at = { row.getColumn(1).getInt64() };
    x.offer = m_words[row.getColumn(3).getInt64()];
    x.placement = m_words[row.getColumn(4).getInt64()];
    x.clickedAt = timeOf(row.getColumn(5));
    x.acceptedAt = timeOf(row.getColumn(6));
    x.declinedAt = timeOf(row.getColumn(7));
    x.returnedAt = timeOf(row.getColumn(8));
    x.intent = m_sessions[row.getColumn(9).getInt64()];
    x.arm = m_words[row.getColumn(10).getInt64()];
    x.experiment = m_words[row.getColumn(11).getInt64()];
    x.withheld = row.getColumn(12).getInt() != 0;
    return x;
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

model::History SqliteBulkReader::historyOf(std::int64_t customer) const
{
    model::History history;
    m_eventsOf.bind(1, customer);
    while (m_eventsOf.executeStep())
        if (m_active.contains(batchOfEvent(m_eventsOf)))
            history.events.push_back(decode(m_eventsOf));
    m_eventsOf.reset();
    m_exposuresOf.bind(1, customer);
    while (m_exposuresOf.executeStep())
        if (m_active.contains(m_exposuresOf.getColumn(2).getInt64()))
            history.exposures.push_back(decodeExposure(m_exposuresOf)); // the part that a decision sees
    m_exposuresOf.reset();
    return history;
}

Result<void> SqliteBulkReader::forEachEvent(
    const std::function<bool(std::string_view, const model::Event&)>& fn) const
{
    return guarded(m_file, [&] {
        SQLite::Statement s(m_db,
            fmt::format("SELECT {} FROM customer_key k CROSS JOIN event e ON e.customer = k.id ORDER BY "
                        "k.text, e.at, e.seq",
                eventColumns));
        while (s.executeStep()) {
            if (!m_active.contains(batchOfEvent(s)))
                continue;
            if (!fn(m_customers[s.getColumn(0).getInt64()], decode(s)))
                break;
        }
    });
}

Result<void> SqliteBulkReader::forEachCustomer(std::int64_t first, std::int64_t limit,
    const std::function<bool(const model::Customer&, const model::History&)>& fn) const
{
    return guarded(m_file, [&] {
        SQLite::Statement s(m_db, visibleCustomers);
        s.bind(1, limit == 0 ? -1 : limit);
        s.bind(2, first);
        while (s.executeStep()) {
            const std::int64_t id = s.getColumn(0).getInt64();
            const model::Customer customer { textOf(s.getColumn(1)), attributesOf(id) };
            if (!fn(customer, historyOf(id)))
                break;
        }
    });
}

Result<void> SqliteBulkReader::forEachExposure(
    const std::function<bool(const model::LoggedExposure&)>& fn) const
{
    return guarded(m_file, [&] {
        SQLite::Statement s(m_db,
            fmt::format("SELECT {} FROM customer_key k CROSS JOIN exposure x ON x.customer = k.id ORDER BY "
                        "k.text, x.at, x.seq",
                exposureColumns));
        while (s.executeStep())
            if (m_active.contains(s.getColumn(2).getInt64()) && !fn(decodeExposure(s)))
                break;
    });
}

void SqliteBulkReader::addEventLines(LineGroups& groups, std::string_view type) const
{
    const std::int64_t word = m_words.find(type);
    if (word == 0)
        return;
    SQLite::Statement s(
        m_db, "SELECT session, sku, batch FROM event WHERE type = ? AND session <> 0 AND sku <> 0");
    s.bind(1, word);
    while (s.executeStep())
        if (m_active.contains(s.getColumn(2).getInt64()))
            groups.add(s.getColumn(0).getInt64(), s.getColumn(1).getInt64());
}

Result<void> SqliteBulkReader::tellLines(
    LineGroups& groups, const std::function<bool(std::string_view, std::string_view)>& fn) const
{
    for (const auto& [group, sku] : groups.sorted())
        if (!fn(m_sessions[group], m_skus[sku]))
            break;
    return {};
}

Result<void> SqliteBulkReader::forEachBasketLine(
    const std::function<bool(std::string_view, std::string_view)>& fn) const
{
    return guarded(m_file, [&] {
        LineGroups groups;
        SQLite::Statement s(m_db, "SELECT basket, sku, batch FROM basket_line");
        while (s.executeStep())
            if (m_active.contains(s.getColumn(2).getInt64()))
                groups.add(s.getColumn(0).getInt64(), s.getColumn(1).getInt64());
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
        return std::pair { model::Customer { std::string(id), attributesOf(number) }, historyOf(number) };
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
    (void)guarded(m_file, [&] {
        SQLite::Statement s(m_db, visibleCustomers);
        s.bind(1, limit);
        s.bind(2, first);
        while (s.executeStep())
            out.push_back({ textOf(s.getColumn(1)), attributesOf(s.getColumn(0).getInt64()) });
    });
    return out;
}

std::vector<std::pair<std::string, model::Event>> SqliteBulkReader::events(
    std::int64_t first, std::int64_t limit) const
{
    std::vector<std::pair<std::string, model::Event>> out;
    (void)guarded(m_file, [&] {
        SQLite::Statement s(m_db,
            fmt::format("SELECT {} FROM customer_key k CROSS JOIN event e ON e.customer = k.id {} ORDER BY "
                        "k.text, e.at, e.seq "
                        "LIMIT ? OFFSET ?",
                eventColumns, m_active.all() ? "" : "WHERE e.batch IN (SELECT id FROM batch WHERE active)"));
        s.bind(1, limit);
        s.bind(2, first);
        while (s.executeStep())
            out.emplace_back(m_customers[s.getColumn(0).getInt64()], decode(s));
    });
    return out;
}

std::vector<model::LoggedExposure> SqliteBulkReader::exposures(std::int64_t first, std::int64_t limit) const
{
    std::vector<model::LoggedExposure> out;
    (void)guarded(m_file, [&] {
        SQLite::Statement s(m_db,
            fmt::format("SELECT {} FROM customer_key k CROSS JOIN exposure x ON x.customer = k.id {} ORDER "
                        "BY k.text, x.at, x.seq "
                        "LIMIT ? OFFSET ?",
                exposureColumns,
                m_active.all() ? "" : "WHERE x.batch IN (SELECT id FROM batch WHERE active)"));
        s.bind(1, limit);
        s.bind(2, first);
        while (s.executeStep())
            out.push_back(decodeExposure(s));
    });
    return out;
}

std::vector<RejectedRow> SqliteBulkReader::rejected(
    std::int64_t importId, std::int64_t first, std::int64_t limit) const
{
    std::vector<RejectedRow> out;
    (void)guarded(m_file, [&] {
        SQLite::Statement s(m_db,
            "SELECT file, row, field, reason, text FROM rejected WHERE batch = ? ORDER BY seq LIMIT ? OFFSET "
            "?");
        s.bind(1, importId);
        s.bind(2, limit);
        s.bind(3, first);
        while (s.executeStep())
            out.push_back({ textOf(s.getColumn(0)), s.getColumn(1).getInt64(), textOf(s.getColumn(2)),
                textOf(s.getColumn(3)), textOf(s.getColumn(4)) });
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
