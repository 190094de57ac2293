// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/data_tables.h"

#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/widgets/timeline.h"

#include <QCoreApplication>
#include <QLocale>

#include <fmt/format.h>

#include <map>

namespace ow::ui {

namespace {

struct Tables {
    Q_DECLARE_TR_FUNCTIONS(DataTables)
};

QString yesNo(bool value) { return value ? Tables::tr("yes") : Tables::tr("no"); }

QString attributeText(const model::AttributeValue& value)
{
    if (const auto* flag = std::get_if<bool>(&value))
        return yesNo(*flag);
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return QLocale().toString(qlonglong(*whole));
    if (const auto* number = std::get_if<double>(&value))
        return QLocale().toString(*number, 'g', 6);
    return qs(std::get<std::string>(value));
}

}

QString stamp(Timestamp at, const std::string& zone)
{
    const CivilTime c = civilTime(at, zone).value_or(CivilTime {});
    return qs(fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", c.year, c.month, c.day, c.hour, c.minute));
}

PagedSource productTable(const store::Counts& counts, const std::string& currency)
{
    PagedSource source;
    source.name = QStringLiteral("products");
    source.rows = counts.products;
    source.columns = { { Tables::tr("SKU"), false, 110 }, { Tables::tr("Title"), false, 280 },
        { Tables::tr("Family"), false, 130 }, { Tables::tr("Category"), false, 130 },
        { Tables::tr("Price"), true, 100 }, { Tables::tr("Cost"), true, 100 },
        { Tables::tr("Stock"), true, 80 }, { Tables::tr("Lasts"), true, 90 },
        { Tables::tr("Tags"), false, 140 } };
    source.fetch = [currency](const store::BulkReader& reader, std::int64_t first, std::int64_t limit) {
        std::vector<PagedSource::Row> rows;
        for (const model::Product& p : reader.products(first, limit)) {
            QStringList tags;
            for (const std::string& tag : p.tags)
                tags << qs(tag);
            rows.push_back({ qs(p.sku), qs(p.title), qs(p.family), qs(p.category), money(p.price, currency),
                money(p.cost, currency), p.stock ? count(*p.stock) : QString(),
                p.depletion.ms > 0 ? duration(p.depletion) : QString(), tags.join(QStringLiteral(", ")) });
        }
        return rows;
    };
    return source;
}

PagedSource customerTable(const store::Counts& counts, const model::DraftSnapshot& draft)
{
    PagedSource source;
    source.name = QStringLiteral("customers");
    source.rows = counts.customers;
    source.columns = { { Tables::tr("Customer"), false, 140 } };
    for (const model::Attribute& attribute : draft->policy.customerAttributes) {
        const bool number
            = attribute.type == model::AttributeType::Int || attribute.type == model::AttributeType::Double;
        source.columns.push_back({ qs(attribute.name), number, 120 });
    }
    source.fetch = [draft](const store::BulkReader& reader, std::int64_t first, std::int64_t limit) {
        std::vector<PagedSource::Row> rows;
        for (const model::Customer& customer : reader.customers(first, limit)) {
            PagedSource::Row row { qs(customer.id) };
            for (const model::Attribute& attribute : draft->policy.customerAttributes) {
                const auto value = customer.attributes.find(attribute.name);
                row.push_back(value == customer.attributes.end() ? QString() : attributeText(value->second));
            }
            rows.push_back(std::move(row));
        }
        return rows;
    };
    return source;
}

PagedSource eventTable(const store::Counts& counts, const model::CatalogueSnapshot& catalogue,
    const std::string& currency, const std::string& zone)
{
    PagedSource source;
    source.name = QStringLiteral("events");
    source.rows = counts.events;
    source.columns = { { Tables::tr("Customer"), false, 120 }, { Tables::tr("Time"), false, 140 },
        { Tables::tr("What"), false, 140 }, { Tables::tr("Product"), false, 220 },
        { Tables::tr("Pieces"), true, 70 }, { Tables::tr("Value"), true, 100 },
        { Tables::tr("Channel"), false, 90 }, { Tables::tr("Session"), false, 110 },
        { Tables::tr("Text"), false, 160 } };
    source.fetch = [catalogue, currency, zone](
                       const store::BulkReader& reader, std::int64_t first, std::int64_t limit) {
        std::vector<PagedSource::Row> rows;
        for (const auto& [customer, event] : reader.events(first, limit)) {
            const model::Product* product = event.sku.empty() ? nullptr : catalogue->find(event.sku);
            const QString about = product != nullptr && !product->title.empty()
                ? QStringLiteral("%1  %2").arg(qs(event.sku), qs(product->title))
                : qs(event.sku);
            // A value is money where something was paid; elsewhere (a survey) it is a plain number.
            const QString value = event.value == 0 ? QString()
                : event.type == "purchased" || event.type == "returned"
                ? money({ event.value }, currency)
                : QLocale().toString(qlonglong(event.value));
            rows.push_back({ qs(customer), stamp(event.at, zone), eventWord(event.type), about,
                count(event.qty), value, qs(event.channel), qs(event.session), qs(event.text) });
        }
        return rows;
    };
    return source;
}

PagedSource exposureTable(const store::Counts& counts, const model::DraftSnapshot& draft)
{
    std::map<std::string, std::string> names;
    for (const model::Offer& offer : draft->policy.offers)
        names[offer.id] = offer.name;
    const std::string zone = draft->policy.timezone;
    PagedSource source;
    source.name = QStringLiteral("exposures");
    source.rows = counts.exposures;
    source.columns = { { Tables::tr("Customer"), false, 120 }, { Tables::tr("Time"), false, 140 },
        { Tables::tr("Offer"), false, 220 }, { Tables::tr("Placement"), false, 100 },
        { Tables::tr("Arm"), false, 100 }, { Tables::tr("Shown"), false, 80 },
        { Tables::tr("Clicked"), false, 140 }, { Tables::tr("Accepted"), false, 140 },
        { Tables::tr("Declined"), false, 140 }, { Tables::tr("Returned"), false, 140 },
        { Tables::tr("Intent"), false, 110 } };
    source.fetch = [names, zone](const store::BulkReader& reader, std::int64_t first, std::int64_t limit) {
        const auto when
            = [&](const std::optional<Timestamp>& at) { return at ? stamp(*at, zone) : QString(); };
        std::vector<PagedSource::Row> rows;
        for (const model::LoggedExposure& x : reader.exposures(first, limit)) {
            const auto name = names.find(x.offer);
            rows.push_back(
                { qs(x.customer), stamp(x.at, zone), qs(name == names.end() ? x.offer : name->second),
                    qs(x.placement), qs(x.experiment.empty() ? x.arm : x.experiment + ": " + x.arm),
                    yesNo(!x.withheld), when(x.clickedAt), when(x.acceptedAt), when(x.declinedAt),
                    when(x.returnedAt), qs(x.intent) });
        }
        return rows;
    };
    return source;
}

PagedSource rejectedTable(const store::ImportRecord& import)
{
    PagedSource source;
    source.name = QStringLiteral("rejected");
    source.rows = import.rejected;
    source.columns = { { Tables::tr("File"), false, 150 }, { Tables::tr("Row"), true, 80 },
        { Tables::tr("Column"), false, 120 }, { Tables::tr("Reason"), false, 280 },
        { Tables::tr("The row"), false, 320 } };
    source.fetch = [id = import.id](const store::BulkReader& reader, std::int64_t first, std::int64_t limit) {
        std::vector<PagedSource::Row> rows;
        for (const store::RejectedRow& row : reader.rejected(id, first, limit))
            rows.push_back({ qs(row.file), count(row.row), qs(row.column), coreText(row.reason), qs(row.text) });
        return rows;
    };
    return source;
}

}
