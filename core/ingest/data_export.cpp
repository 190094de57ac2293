// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/data_export.h"

#include "base/text.h"
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

Result<void> products(const store::BulkReader& reader, const std::string& currency, CsvFile& out)
{
    for (const char* name :
        { "sku", "title", "family", "category", "price", "cost", "stock", "depletion", "tags" })
        out << name;
    bool going = out.endRow();
    for (std::int64_t first = 0; going; first += productsAtOnce) {
        const auto page = reader.products(first, productsAtOnce);
        if (page.empty())
            break;
        for (const model::Product& p : page) {
            out << p.sku << p.title << p.family << p.category << formatMoney(p.price, currency)
                << formatMoney(p.cost, currency) << (p.stock ? std::to_string(*p.stock) : std::string())
                << (p.depletion.ms > 0 ? formatDuration(p.depletion) : std::string())
                << fmt::format("{}", fmt::join(p.tags, ";"));
            if (!(going = out.endRow()))
                break;
        }
    }
    return allWereRead(reader, out, "products");
}

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

Result<void> customers(const store::BulkReader& reader, const model::Policy& policy, CsvFile& out)
{
    out << "customer";
    for (const model::Attribute& attribute : policy.customerAttributes)
        out << attribute.name;
    bool going = out.endRow();
    for (std::int64_t first = 0; going; first += productsAtOnce) {
        const auto page = reader.customers(first, productsAtOnce);
        if (page.empty())
            break;
        for (const model::Customer& customer : page) {
            out << customer.id;
            for (const model::Attribute& attribute : policy.customerAttributes) {
                const auto value = customer.attributes.find(attribute.name);
                out << (value == customer.attributes.end() ? std::string() : textOf(value->second));
            }
            if (!(going = out.endRow()))
                break;
        }
    }
    return allWereRead(reader, out, "customers");
}

Result<void> events(const store::BulkReader& reader, const std::string& currency, CsvFile& out)
{
    for (const char* name : { "customer", "at", "type", "sku", "qty", "value", "channel", "session", "text" })
        out << name;
    out.endRow();
    return reader.forEachEvent([&](std::string_view customer, const model::Event& e) {
        // An amount where something was paid; elsewhere (a survey's score) a number.
        const bool paid = e.type == "purchased" || e.type == "returned";
        out << customer << formatTimestamp(e.at) << e.type << e.sku << e.qty
            << (paid ? formatMoney({ e.value }, currency) : std::to_string(e.value)) << e.channel << e.session
            << e.text;
        return out.endRow();
    });
}

Result<void> exposures(const store::BulkReader& reader, CsvFile& out)
{
    for (const char* name : { "customer", "at", "offer", "placement", "intent", "arm", "experiment",
             "withheld", "clicked_at", "accepted_at", "declined_at", "returned_at" })
        out << name;
    out.endRow();
    return reader.forEachExposure([&](const model::LoggedExposure& x) {
        out << x.customer << formatTimestamp(x.at) << x.offer << x.placement << x.intent << x.arm
            << x.experiment << (x.withheld ? "true" : "false") << x.clickedAt << x.acceptedAt << x.declinedAt
            << x.returnedAt;
        return out.endRow();
    });
}

Result<void> baskets(const store::BulkReader& reader, CsvFile& out)
{
    out << "basket"
        << "item";
    out.endRow();
    return reader.forEachBasketLine([&](std::string_view basket, std::string_view sku) {
        out << basket << sku;
        return out.endRow();
    });
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
        return out.finish(products(reader, currency, out));
    }
    case DataKind::Customers: {
        CsvFile out(file, progress, counts.customers);
        return out.finish(customers(reader, draft.policy, out));
    }
    case DataKind::Events: {
        CsvFile out(file, progress, counts.events);
        return out.finish(events(reader, currency, out));
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

}
