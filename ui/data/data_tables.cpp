// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/data_tables.h"

#include "model/event_types.h"
#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/timeline.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ow::ui {

namespace {

struct Tables {
    Q_DECLARE_TR_FUNCTIONS(DataTables)
};

QString yesNo(bool value) { return value ? Tables::tr("yes") : Tables::tr("no"); }

/// Says what the columns are filtered and sorted by; "" = they are not.
void attach(PagedSource& source, store::RowTable table, const std::vector<const char*>& names,
    const model::Policy& policy = {})
{
    source.table = table;
    const std::vector<store::RowField> fields = store::rowFields(table, policy);
    for (std::size_t i = 0; i < names.size() && i < source.columns.size(); ++i)
        for (const store::RowField& field : fields)
            if (field.name == names[i])
                source.columns[i].field = field;
}

/// How rows are read, as they are or of an answer: `rowOf` makes one's texts.
template <typename All, typename Some, typename RowOf>
void read(PagedSource& source, const All& all, const Some& some, const RowOf& rowOf)
{
    const auto texts = [rowOf](const auto& things) {
        std::vector<PagedSource::Row> rows;
        for (const auto& thing : things)
            rows.push_back(rowOf(thing));
        return rows;
    };
    source.fetch = [all, texts](const store::BulkReader& reader, std::int64_t first, std::int64_t limit) {
        return texts((reader.*all)(first, limit));
    };
    source.fetchAt = [some, texts](const store::BulkReader& reader, const store::RowSet& set,
                         std::int64_t first, std::int64_t limit) {
        const auto things = (reader.*some)(set, first, limit);
        return things ? texts(*things) : std::vector<PagedSource::Row> {};
    };
}

/// A SKU with the title that it has in the catalogue.
std::function<std::string(std::string_view)> titled(const model::CatalogueSnapshot& catalogue)
{
    return [catalogue](std::string_view sku) {
        const model::Product* product = sku.empty() ? nullptr : catalogue->find(sku);
        return product != nullptr && !product->title.empty() ? std::string(sku) + "  " + product->title
                                                             : std::string(sku);
    };
}

/// Of a column whose title people gave: as wide as the title at least.
int widthOf(const QString& title)
{
    const QFontMetrics metrics(textFont(TextSize::Body, QFont::DemiBold));
    return std::clamp(metrics.horizontalAdvance(title) + int(Size::Space8), 120, 240);
}

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
    attach(source, store::RowTable::Products,
        { "sku", "title", "family", "category", "price", "cost", "stock", "depletion", "tags" });
    read(source, &store::BulkReader::products, &store::BulkReader::productsAt,
        [currency](const model::Product& p) -> PagedSource::Row {
            QStringList tags;
            for (const std::string& tag : p.tags)
                tags << qs(tag);
            return { qs(p.sku), qs(p.title), qs(p.family), qs(p.category), money(p.price, currency),
                money(p.cost, currency), p.stock ? count(*p.stock) : QString(),
                p.depletion.ms > 0 ? duration(p.depletion) : QString(), tags.join(QStringLiteral(", ")) };
        });
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
        source.columns.push_back({ qs(attribute.name), number, widthOf(qs(attribute.name)) });
    }
    std::vector<const char*> names { "customer" };
    for (const model::Attribute& attribute : draft->policy.customerAttributes)
        names.push_back(attribute.name.c_str());
    attach(source, store::RowTable::Customers, names, draft->policy);
    for (PagedSource::Column& column : source.columns)
        if (column.field.type == store::FieldType::Flag)
            column.field.shown = [yes = ss(yesNo(true)), no = ss(yesNo(false))](
                                     std::string_view w) { return w == "true" ? yes : no; };
    read(source, &store::BulkReader::customers, &store::BulkReader::customersAt,
        [draft](const model::Customer& customer) {
            PagedSource::Row row { qs(customer.id) };
            for (const model::Attribute& attribute : draft->policy.customerAttributes) {
                const auto value = customer.attributes.find(attribute.name);
                row.push_back(value == customer.attributes.end() ? QString() : attributeText(value->second));
            }
            return row;
        });
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
    attach(source, store::RowTable::Events,
        { "customer", "at", "type", "sku", "qty", "value", "channel", "session", "text" });
    source.columns[2].field.shown = [](std::string_view type) { return ss(eventWord(type)); };
    source.columns[3].field.shown = titled(catalogue);
    read(source, &store::BulkReader::events, &store::BulkReader::eventsAt,
        [about = titled(catalogue), currency, zone](
            const std::pair<std::string, model::Event>& row) -> PagedSource::Row {
            const auto& [customer, event] = row;
            const QString value = event.value == 0 ? QString()
                : model::valueIsMoney(event.type)
                ? money({ event.value }, currency)
                : QLocale().toString(qlonglong(event.value));
            return { qs(customer), stamp(event.at, zone), eventWord(event.type), qs(about(event.sku)),
                count(event.qty), value, qs(event.channel), qs(event.session), qs(event.text) };
        });
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
        { Tables::tr("Experiment"), false, 110 }, { Tables::tr("Arm"), false, 100 },
        { Tables::tr("Shown"), false, 80 }, { Tables::tr("Clicked"), false, 140 },
        { Tables::tr("Accepted"), false, 140 }, { Tables::tr("Declined"), false, 140 },
        { Tables::tr("Returned"), false, 140 }, { Tables::tr("Intent"), false, 110 } };
    attach(source, store::RowTable::Exposures,
        { "customer", "at", "offer", "placement", "experiment", "arm", "withheld", "clicked_at",
            "accepted_at", "declined_at", "returned_at", "intent" });
    const auto nameOf = [names](std::string_view offer) {
        const auto name = names.find(std::string(offer));
        return name == names.end() ? std::string(offer) : name->second;
    };
    source.columns[2].field.shown = nameOf;
    // The title says the opposite of what is stored.
    source.columns[6].field.shown = [yes = ss(yesNo(true)), no = ss(yesNo(false))](
                                        std::string_view withheld) { return withheld == "true" ? no : yes; };
    read(source, &store::BulkReader::exposures, &store::BulkReader::exposuresAt,
        [nameOf, zone](const model::LoggedExposure& x) -> PagedSource::Row {
            const auto when
                = [&](const std::optional<Timestamp>& at) { return at ? stamp(*at, zone) : QString(); };
            return { qs(x.customer), stamp(x.at, zone), qs(nameOf(x.offer)), qs(x.placement),
                qs(x.experiment), qs(x.arm), yesNo(!x.withheld), when(x.clickedAt), when(x.acceptedAt),
                when(x.declinedAt), when(x.returnedAt), qs(x.intent) };
        });
    return source;
}

PagedSource basketTable(const store::Counts& counts, const model::CatalogueSnapshot& catalogue)
{
    PagedSource source;
    source.name = QStringLiteral("baskets");
    source.rows = counts.basketLines;
    source.columns = { { Tables::tr("Basket"), false, 200 }, { Tables::tr("Product"), false, 420 } };
    attach(source, store::RowTable::Baskets, { "basket", "item" });
    source.columns[1].field.shown = titled(catalogue);
    read(source, &store::BulkReader::basketLines, &store::BulkReader::basketLinesAt,
        [about = titled(catalogue)](const store::BasketLine& line) -> PagedSource::Row {
            return { qs(line.basket), qs(about(line.sku)) };
        });
    return source;
}

PagedSource rejectedTable(const store::ImportRecord& import)
{
    PagedSource source;
    source.name = QStringLiteral("rejected");
    source.rows = import.stillRejected();
    source.columns = { { Tables::tr("File"), false, 240 }, { Tables::tr("Row"), true, 80 },
        { Tables::tr("Column"), false, 120 }, { Tables::tr("Reason"), false, 470 },
        { Tables::tr("The row"), false, 320 } };
    source.fetch = [id = import.id](const store::BulkReader& reader, std::int64_t first, std::int64_t limit) {
        std::vector<PagedSource::Row> rows;
        for (const store::RejectedRow& row : reader.rejected(id, first, limit))
            rows.push_back(
                { qs(row.file), count(row.row), qs(row.column), coreText(row.reason), qs(row.text) });
        return rows;
    };
    return source;
}

}
