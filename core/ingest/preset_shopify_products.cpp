// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/presets.h"
#include "ingest/product_rows.h"
#include "ingest/values.h"

#include <algorithm>
#include <array>

// Shopify's product export (https://help.shopify.com/en/manual/products/import-export/using-csv), in the
// columns of both of its forms ("Variant SKU" and "SKU"). A product is several rows: the first has its words,
// each further one a variant or only a picture. A variant is a product of ours. A row that has only a picture
// says nothing new and is a duplicate of the product's own.

namespace ow::ingest {

namespace {

const Names handleNames { "Handle", "URL handle" };
const Names priceNames { "Variant Price", "Price" };
const Names skuNames { "Variant SKU", "SKU" };

class ShopifyProducts final : public Mapper {
public:
    explicit ShopifyProducts(const ImportContext& context)
        : m_context(context)
        , m_rows(context)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_decimals = c.forms().decimals;
        m_handle = c.find(handleNames);
        m_title = c.find({ "Title" });
        m_sku = c.find(skuNames);
        m_price = c.find(priceNames);
        m_cost = c.find({ "Cost per item" });
        m_stock = c.find({ "Variant Inventory Qty", "Inventory quantity" });
        m_tracker = c.find({ "Variant Inventory Tracker", "Inventory tracker" });
        m_category = c.find({ "Product Category" });
        m_type = c.find({ "Type" });
        m_tags = c.find({ "Tags" });
        m_options = { c.find({ "Option1 Value" }), c.find({ "Option2 Value" }), c.find({ "Option3 Value" }) };
        m_current = {};
        return requireColumns(c, { handleNames, { "Title" }, priceNames });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        const std::string handle(trim(fieldOf(row, m_handle)));
        if (handle.empty())
            return sink.reject(row, "Handle", "is empty");
        if (handle != m_current.handle)
            m_current = { handle, {}, {}, {}, {} };
        takeWords(row);
        model::Product p;
        p.sku = text(row, m_sku);
        if (p.sku.starts_with('\''))
            p.sku.erase(0, 1);
        const std::string price = text(row, m_price);
        if (p.sku.empty() && price.empty()) { // a further picture
            sink.duplicate();
            return {};
        }
        const std::string options = optionsOf(row);
        if (p.sku.empty())
            p.sku = handle + (options.empty() ? "" : '/' + options);
        p.title
            = (m_current.title.empty() ? handle : m_current.title) + (options.empty() ? "" : ", " + options);
        p.category = m_current.category.empty() ? m_current.type : m_current.category;
        p.family = m_current.type.empty() ? m_current.category : m_current.type;
        p.tags = m_current.tags;
        if (!amount(price, p.price))
            return sink.reject(row, "Variant Price", "is no amount from 0 on");
        const std::string cost = text(row, m_cost);
        if (!amount(cost, p.cost))
            return sink.reject(row, "Cost per item", "is no amount from 0 on");
        if (cost.empty())
            p.cost = { p.price.minor * m_context.costShareBp / 10'000 };
        m_withoutCost += cost.empty();
        if (const std::string stock = text(row, m_stock); !stock.empty()) {
            const auto pieces = toInteger(stock, m_decimals);
            if (!pieces)
                return sink.reject(row, "Variant Inventory Qty", "is no whole number");
            const bool tracked = m_tracker == Columns::none || !text(row, m_tracker).empty();
            if (tracked) // oversold stock is below 0 there
                p.stock = std::max<std::int64_t>(*pieces, 0);
        }
        return m_rows.add(row, std::move(p), sink);
    }

    std::vector<std::string> notes() const override
    {
        if (m_withoutCost == 0 || m_context.costShareBp > 0)
            return {};
        return { std::to_string(m_withoutCost)
            + " variants name no cost: it is 0, and their margins are not to be trusted." };
    }

private:
    /// What the first row of a product says for all of them.
    struct Current {
        std::string handle;
        std::string title;
        std::string category;
        std::string type;
        std::vector<std::string> tags;
    };

    static std::string text(const TableRow& row, std::size_t column)
    {
        return std::string(trim(fieldOf(row, column)));
    }

    void takeWords(const TableRow& row)
    {
        const auto take = [&](std::size_t column, std::string& out) {
            if (std::string value = text(row, column); !value.empty())
                out = std::move(value);
        };
        take(m_title, m_current.title);
        take(m_category, m_current.category);
        take(m_type, m_current.type);
        if (auto tags = splitTags(fieldOf(row, m_tags)); !tags.empty())
            m_current.tags = std::move(tags);
    }

    /// "Red / L"; products without options have one of the name "Default Title".
    std::string optionsOf(const TableRow& row) const
    {
        std::string out;
        for (const std::size_t column : m_options)
            if (const std::string value = text(row, column); !value.empty() && value != "Default Title")
                out += (out.empty() ? "" : " / ") + value;
        return out;
    }

    bool amount(const std::string& text, Money& out) const
    {
        if (text.empty())
            return true;
        const auto read = toMoney(text, m_context.currency, m_decimals);
        if (!read || read->minor < 0 || read->minor > ProductRows::highestPrice)
            return false;
        out = *read;
        return true;
    }

    ImportContext m_context;
    ProductRows m_rows;
    DecimalMark m_decimals = DecimalMark::Point;
    Current m_current;
    std::int64_t m_withoutCost = 0;
    std::size_t m_handle = 0;
    std::size_t m_title = 0;
    std::size_t m_sku = 0;
    std::size_t m_price = 0;
    std::size_t m_cost = 0;
    std::size_t m_stock = 0;
    std::size_t m_tracker = 0;
    std::size_t m_category = 0;
    std::size_t m_type = 0;
    std::size_t m_tags = 0;
    std::array<std::size_t, 3> m_options {};
};

}

bool fitsShopifyProducts(const Columns& c)
{
    return (c.has("Handle") && c.hasAll({ "Title", "Variant Price" }))
        || (c.has("URL handle") && c.hasAll({ "Title", "Price" }));
}

std::unique_ptr<Mapper> makeShopifyProducts(const ImportContext& context)
{
    return std::make_unique<ShopifyProducts>(context);
}

}
