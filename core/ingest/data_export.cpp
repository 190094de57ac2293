// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/data_export.h"

#include "base/text.h"
#include "model/event_types.h"
#include "store/put_in_place.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <system_error>

namespace ow::ingest {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t writtenAtOnce = 1 << 18; ///< bytes
constexpr std::int64_t rowsBetweenProgress = 4096;
constexpr std::int64_t productsAtOnce = 1000;
constexpr std::int64_t foundAtOnce
    = 200'000; ///< rows of a query: each block that has one is unpacked each time

/// A CSV file in the making, beside the one it will be.
class CsvFile {
public:
    CsvFile(fs::path file, const Progress& progress, std::int64_t rows)
        : m_name(std::move(file))
        , m_part(m_name)
        , m_progress(progress)
        , m_expected(rows)
    {
        m_part += ".part";
        m_out.open(m_part, std::ios::binary | std::ios::trunc);
        m_failed = m_out ? 0 : errno;
    }
    ~CsvFile()
    {
        std::error_code ec;
        m_out.close();
        if (!m_done)
            fs::remove(m_part, ec);
    }
    CsvFile(const CsvFile&) = delete;
    CsvFile& operator=(const CsvFile&) = delete;

    CsvFile& operator<<(std::string_view field)
    {
        if (m_inRow)
            m_text += ',';
        m_inRow = true;
        const bool plain = field.find_first_of(",\"\r\n") == std::string_view::npos;
        if (plain && !field.starts_with(' ') && !field.ends_with(' ')) {
            m_text += field;
            return *this;
        }
        m_text += '"';
        for (const char c : field)
            m_text += c == '"' ? std::string("\"\"") : std::string(1, c);
        m_text += '"';
        return *this;
    }
    CsvFile& operator<<(std::int64_t number) { return *this << fmt::format_int(number).c_str(); }
    CsvFile& operator<<(const std::optional<Timestamp>& at)
    {
        return *this << (at ? formatTimestamp(*at) : std::string());
    }

    std::int64_t rows() const { return m_rows - 1; } ///< without the header
    std::int64_t expected() const { return m_expected; }
    bool isStopped() const { return m_cancelled || m_failed != 0; }

    /// False: stop.
    bool endRow()
    {
        m_text += '\n';
        m_inRow = false;
        ++m_rows;
        if (m_text.size() >= writtenAtOnce)
            flush();
        if (m_rows % rowsBetweenProgress == 0 && !goOn(m_progress, m_rows, m_expected))
            m_cancelled = true;
        return !m_cancelled && m_failed == 0;
    }

    Result<std::int64_t> finish(const Result<void>& read)
    {
        flush();
        m_out.close();
        if (m_out.fail() && m_failed == 0)
            m_failed = errno;
        if (m_cancelled)
            return fail(ErrorCode::Cancelled, "Writing was stopped. Nothing of it was kept.");
        if (!read)
            return fail(read.error());
        if (m_failed != 0)
            return fail(ErrorCode::Io,
                fmt::format("The file cannot be written: {}.", std::strerror(m_failed)), m_name.string());
        if (auto placed = store::putInPlace(m_part, m_name, store::IfThere::Replace); !placed)
            return fail(placed.error());
        m_done = true;
        return m_rows - 1;
    }

private:
    void flush()
    {
        if (m_failed == 0 && !m_out.write(m_text.data(), std::streamsize(m_text.size())))
            m_failed = errno;
        m_text.clear();
    }

    fs::path m_name, m_part;
    std::ofstream m_out;
    const Progress& m_progress;
    std::int64_t m_expected, m_rows = 0;
    std::string m_text;
    int m_failed = 0; ///< errno
    bool m_inRow = false, m_cancelled = false, m_done = false;
};

/// Pages are empty where they cannot be read, too: that must not pass for the end.
Result<void> allWereRead(const store::BulkReader& reader, const CsvFile& out, std::string_view what)
{
    if (out.isStopped())
        return {};
    if (out.rows() < out.expected())
        return fail(ErrorCode::CorruptFile,
            fmt::format(
                "Only {} of {} {} could be read: the project's file is damaged. Check it with offerwright "
                "check-file. Nothing was written.",
                grouped(out.rows()), grouped(out.expected()), what));
    if (out.rows() == 0) // then the count itself may not have been read
        return reader.forEachEvent([](std::string_view, const model::Event&) { return false; });
    return {};
}

/// The rows of each kind: a header, and how one is written.
struct ProductRows {
    const std::string& currency;

    void header(CsvFile& out) const
    {
        for (const char* name :
            { "sku", "title", "family", "category", "price", "cost", "stock", "depletion", "tags" })
            out << name;
    }
    void write(CsvFile& out, const model::Product& p) const
    {
        out << p.sku << p.title << p.family << p.category << formatMoney(p.price, currency)
            << formatMoney(p.cost, currency) << (p.stock ? std::to_string(*p.stock) : std::string())
            << (p.depletion.ms > 0 ? formatDuration(p.depletion) : std::string())
            << fmt::format("{}", fmt::join(p.tags, ";"));
    }
};

std::string textOf(const model::AttributeValue& value)
{
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return std::to_string(*whole);
    if (const auto* number = std::get_if<double>(&value))
        return fmt::format("{}", *number);
    return std::get<std::string>(value);
}

struct CustomerRows {
    const model::Policy& policy;

    void header(CsvFile& out) const
    {
        out << "customer";
        for (const model::Attribute& attribute : policy.customerAttributes)
            out << attribute.name;
    }
    void write(CsvFile& out, const model::Customer& customer) const
    {
        out << customer.id;
        for (const model::Attribute& attribute : policy.customerAttributes) {
            const auto value = customer.attributes.find(attribute.name);
            out << (value == customer.attributes.end() ? std::string() : textOf(value->second));
        }
    }
};

struct EventRows {
    const std::string& currency;

    void header(CsvFile& out) const
    {
        for (const char* name :
            { "customer", "at", "type", "sku", "qty", "value", "channel", "session", "text" })
            out << name;
    }
    void write(CsvFile& out, std::string_view customer, const model::Event& e) const
    {
        const bool isMoney = model::valueIsMoney(e.type);
        out << customer << formatTimestamp(e.at) << e.type << e.sku << e.qty
            << (isMoney ? formatMoney({ e.value }, currency) : std::to_string(e.value)) << e.channel << e.session
            << e.text;
    }
    void write(CsvFile& out, const std::pair<std::string, model::Event>& row) const
    {
        write(out, row.first, row.second);
    }
};

struct ExposureRows {
    void header(CsvFile& out) const
    {
        for (const char* name : { "customer", "at", "offer", "placement", "intent", "arm", "experiment",
                 "withheld", "clicked_at", "accepted_at", "declined_at", "returned_at" })
            out << name;
    }
    void write(CsvFile& out, const model::LoggedExposure& x) const
    {
        out << x.customer << formatTimestamp(x.at) << x.offer << x.placement << x.intent << x.arm
            << x.experiment << (x.withheld ? "true" : "false") << x.clickedAt << x.acceptedAt << x.declinedAt
            << x.returnedAt;
    }
};

struct BasketRows {
    void header(CsvFile& out) const
    {
        out << "basket"
            << "item";
    }
    void write(CsvFile& out, const store::BasketLine& line) const { out << line.basket << line.sku; }
};

/// Products and customers come in pages.
template <typename Rows, typename Page>
Result<void> pages(
    const store::BulkReader& reader, const Rows& rows, const Page& page, std::string_view what, CsvFile& out)
{
    rows.header(out);
    bool going = out.endRow();
    for (std::int64_t first = 0; going; first += productsAtOnce) {
        const auto some = (reader.*page)(first, productsAtOnce);
        if (some.empty())
            break;
        for (const auto& one : some) {
            rows.write(out, one);
            if (!(going = out.endRow()))
                break;
        }
    }
    return allWereRead(reader, out, what);
}

Result<void> events(const store::BulkReader& reader, const EventRows& rows, CsvFile& out)
{
    rows.header(out);
    out.endRow();
    return reader.forEachEvent([&](std::string_view customer, const model::Event& e) {
        rows.write(out, customer, e);
        return out.endRow();
    });
}

Result<void> exposures(const store::BulkReader& reader, CsvFile& out)
{
    const ExposureRows rows;
    rows.header(out);
    out.endRow();
    return reader.forEachExposure([&](const model::LoggedExposure& x) {
        rows.write(out, x);
        return out.endRow();
    });
}

Result<void> baskets(const store::BulkReader& reader, CsvFile& out)
{
    BasketRows().header(out);
    out.endRow();
    return reader.forEachBasketLine([&](std::string_view basket, std::string_view sku) {
        out << basket << sku;
        return out.endRow();
    });
}

/// The rows of an answer.
template <typename Rows, typename Part>
Result<void> found(const store::BulkReader& reader, const store::RowSet& set, const Rows& rows,
    const Part& part, CsvFile& out)
{
    rows.header(out);
    bool going = out.endRow();
    for (std::int64_t first = 0; going && first < std::int64_t(set.rows.size()); first += foundAtOnce) {
        const auto some = (reader.*part)(set, first, foundAtOnce);
        if (!some)
            return fail(some.error());
        for (const auto& one : *some) {
            rows.write(out, one);
            if (!(going = out.endRow()))
                break;
        }
    }
    return {};
}

}

std::optional<DataKind> dataKind(std::string_view word)
{
    if (word == "products")
        return DataKind::Products;
    if (word == "customers")
        return DataKind::Customers;
    if (word == "events")
        return DataKind::Events;
    if (word == "exposures")
        return DataKind::Exposures;
    if (word == "baskets")
        return DataKind::Baskets;
    return std::nullopt;
}

Result<std::int64_t> exportData(const store::BulkReader& reader, const model::Draft& draft, DataKind kind,
    const fs::path& file, const Progress& progress)
{
    const store::Counts counts = reader.counts();
    const std::string& currency = draft.policy.currency;
    switch (kind) {
    case DataKind::Products: {
        CsvFile out(file, progress, counts.products);
        return out.finish(
            pages(reader, ProductRows { currency }, &store::BulkReader::products, "products", out));
    }
    case DataKind::Customers: {
        CsvFile out(file, progress, counts.customers);
        return out.finish(
            pages(reader, CustomerRows { draft.policy }, &store::BulkReader::customers, "customers", out));
    }
    case DataKind::Events: {
        CsvFile out(file, progress, counts.events);
        return out.finish(events(reader, EventRows { currency }, out));
    }
    case DataKind::Exposures: {
        CsvFile out(file, progress, counts.exposures);
        return out.finish(exposures(reader, out));
    }
    case DataKind::Baskets: {
        CsvFile out(file, progress, counts.basketLines);
        return out.finish(baskets(reader, out));
    }
    }
    return fail(ErrorCode::Unsupported, "There is no data of this kind.");
}

Result<std::int64_t> exportRows(const store::BulkReader& reader, const model::Draft& draft,
    const store::RowQuery& query, const fs::path& file, const Progress& progress)
{
    using store::BulkReader;
    const auto set = reader.find(query, progress);
    if (!set)
        return fail(set.error());
    CsvFile out(file, progress, std::int64_t(set->rows.size()));
    switch (query.table) {
    case store::RowTable::Products:
        return out.finish(
            found(reader, *set, ProductRows { draft.policy.currency }, &BulkReader::productsAt, out));
    case store::RowTable::Customers:
        return out.finish(found(reader, *set, CustomerRows { draft.policy }, &BulkReader::customersAt, out));
    case store::RowTable::Events:
        return out.finish(
            found(reader, *set, EventRows { draft.policy.currency }, &BulkReader::eventsAt, out));
    case store::RowTable::Exposures:
        return out.finish(found(reader, *set, ExposureRows {}, &BulkReader::exposuresAt, out));
    case store::RowTable::Baskets:
        return out.finish(found(reader, *set, BasketRows {}, &BulkReader::basketLinesAt, out));
    }
    return fail(ErrorCode::Unsupported, "There is no data of this kind.");
}

}
