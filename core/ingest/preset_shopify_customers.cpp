// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/attribute_columns.h"
#include "ingest/order_lines.h"
#include "ingest/presets.h"
#include "ingest/values.h"

#include <array>
#include <map>

// Shopify's customer export (https://help.shopify.com/en/manual/customers/import-export-customers). A
// customer is known by the e-mail address, as in the export of orders, and without one by Shopify's number.
// Only what deciding can use becomes an attribute; names, addresses and phone numbers are not read.

namespace ow::ingest {

namespace {

struct Taken {
    const char* attribute;
    Names columns;
};
const std::array<Taken, 8> taken { { { "accepts_email", { "Accepts Email Marketing", "Accepts Marketing" } },
    { "accepts_sms", { "Accepts SMS Marketing" } },
    { "country", { "Default Address Country Code", "Country Code", "Country" } },
    { "region", { "Default Address Province Code", "Province Code", "Province" } },
    { "total_spent", { "Total Spent" } }, { "total_orders", { "Total Orders" } },
    { "tax_exempt", { "Tax Exempt" } }, { "tags", { "Tags" } } } };

class ShopifyCustomers final : public Mapper {
public:
    explicit ShopifyCustomers(const ImportContext& context)
        : m_context(context)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_email = c.find({ "Email" });
        m_id = c.find({ "Customer ID" });
        // The columns under our names, each where it stands.
        std::vector<std::string> names(c.count());
        std::vector<std::size_t> which;
        for (const Taken& attribute : taken)
            if (const std::size_t column = c.find(attribute.columns); column != Columns::none) {
                names[column] = attribute.attribute;
                which.push_back(column);
            }
        m_tables.emplace_back(m_context, Columns(names, c.forms()), which);
        return requireColumns(c, { { "Email", "Customer ID" } });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        std::string id = customerKey(fieldOf(row, m_email));
        if (id.empty())
            id = customerKey(fieldOf(row, m_id));
        if (id.empty())
            return sink.reject(row, "Email", "is empty, and so is the customer's number");
        AttributeColumns& table = m_tables.back();
        std::vector<std::string> values = table.valuesOf(row);
        const std::size_t last = m_tables.size() - 1;
        if (const auto before = m_rows.find({ last, id }); before != m_rows.end()) {
            if (before->second.values != values)
                return sink.reject(row, "Email", "stands in the file before, with other values");
            sink.duplicate();
            return {};
        }
        if (const auto column = table.look(row))
            return sink.reject(row, *column, "is not of the attribute's type in the project");
        m_rows.emplace(std::pair(last, std::move(id)), Row { sink.file(), std::move(values) });
        sink.stored();
        return {};
    }

    Result<void> finish(RowSink& sink) override
    {
        for (const auto& [key, row] : m_rows)
            if (auto ok = sink.customer({ key.second, m_tables[key.first].convert(row.values) }, row.file); !ok)
                return ok;
        return {};
    }

    std::vector<store::Edit> edits() const override
    {
        std::vector<store::Edit> out;
        for (const AttributeColumns& table : m_tables)
            for (store::Edit& edit : table.edits())
                out.push_back(std::move(edit));
        return out;
    }

    std::vector<LeftOutColumn> personal() const override
    {
        std::vector<LeftOutColumn> out;
        for (const AttributeColumns& table : m_tables)
            for (LeftOutColumn& column : table.personal())
                out.push_back(std::move(column));
        return out;
    }

    std::vector<std::string> notes() const override
    {
        return { "Customers are known by their e-mail address, as in the export of orders. Names, addresses, "
                 "phone "
                 "numbers and notes were not read." };
    }

private:
    struct Row {
        std::size_t file = 0;
        std::vector<std::string> values;
    };

    ImportContext m_context;
    std::vector<AttributeColumns> m_tables; ///< one per file
    std::map<std::pair<std::size_t, std::string>, Row> m_rows; ///< by table and id: what later files say is
                                                               ///< added, and holds
    std::size_t m_email = 0;
    std::size_t m_id = 0;
};

}

bool fitsShopifyCustomers(const Columns& c)
{
    return c.hasAll({ "Email", "Total Spent", "Total Orders" })
        && c.find({ "Accepts Email Marketing", "Accepts Marketing" }) != Columns::none;
}

std::unique_ptr<Mapper> makeShopifyCustomers(const ImportContext& context)
{
    return std::make_unique<ShopifyCustomers>(context);
}

}
