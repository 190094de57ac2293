// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/presets.h"
#include "ingest/product_rows.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"

// A catalogue, one product a row.

namespace ow::ingest {

namespace {

const Names& skuNames()
{
    static const Names names = [] {
        Names out { "sku", "product_id", "item_id", "asin" };
        out.insert(out.end(), usual::skus().begin(), usual::skus().end());
        out.emplace_back("id");
        return out;
    }();
    return names;
}

const Names& priceNames()
{
    static const Names names = [] {
        Names out { "price" };
        out.insert(out.end(), usual::unitPrices().begin(), usual::unitPrices().end());
        return out;
    }();
    return names;
}

class Products final : public Mapper {
public:
    explicit Products(const ImportContext& context)
        : m_context(context)
        , m_rows(context)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_decimals = c.forms().decimals;
        m_sku = c.find(skuNames());
        m_title = c.find(usual::titles());
        m_family = c.find(usual::families());
        m_category = c.find(usual::categories());
        m_price = c.find(priceNames());
        m_cost
            = c.find({ "cost", "unit_cost", "cost_price", "cost_per_item", "purchase_price", "einkaufspreis",
                "ek", "ek_preis", "kosten", "prix d'achat", "coût", "coste", "costo", "inkoopprijs" });
        m_stock = c.find({ "stock", "inventory", "quantity", "stock_quantity", "on_hand", "bestand",
            "lagerbestand", "existencias", "giacenza", "voorraad" });
        m_depletion = c.find({ "depletion", "depletion_days" });
        m_tags = c.find({ "tags" });
        return requireColumns(c, { skuNames() });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        model::Product p;
        p.sku = trim(fieldOf(row, m_sku));
        if (p.sku.empty())
            return sink.reject(row, "sku", "is empty");
        p.title = trim(fieldOf(row, m_title));
        if (p.title.empty())
            p.title = p.sku;
        p.family = trim(fieldOf(row, m_family));
        p.category = trim(fieldOf(row, m_category));
        p.tags = splitTags(fieldOf(row, m_tags));
        if (!amount(row, m_price, p.price))
            return sink.reject(row, "price", "is no amount from 0 on");
        if (!amount(row, m_cost, p.cost))
            return sink.reject(row, "cost", "is no amount from 0 on");
        if (m_cost == Columns::none)
            p.cost = { p.price.minor * m_context.costShareBp / 10'000 };
        if (const std::string_view stock = trim(fieldOf(row, m_stock)); !stock.empty()) {
            p.stock = toInteger(stock, m_decimals);
            if (!p.stock || *p.stock < 0)
                return sink.reject(row, "stock", "is no whole number from 0 on");
        }
        if (const std::string_view text = trim(fieldOf(row, m_depletion)); !text.empty()) {
            const auto wholeDays = toInteger(text);
            const auto length
                = wholeDays ? parseDuration(std::to_string(*wholeDays) + 'd') : parseDuration(text);
            if (!length || length->ms < 0)
                return sink.reject(row, "depletion", "is neither a number of days nor a length such as 30d");
            p.depletion = *length;
        }
        return m_rows.add(row, std::move(p), sink);
    }

    std::vector<std::string> notes() const override
    {
        if (m_price == Columns::none)
            return { "The file names no prices: they are 0." };
        if (m_cost == Columns::none && m_context.costShareBp == 0)
            return { "The file names no costs: they are 0, and margins are not to be trusted." };
        return {};
    }

private:
    bool amount(const TableRow& row, std::size_t column, Money& out) const
    {
        const std::string_view text = trim(fieldOf(row, column));
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
    std::size_t m_sku = 0;
    std::size_t m_title = 0;
    std::size_t m_family = 0;
    std::size_t m_category = 0;
    std::size_t m_price = 0;
    std::size_t m_cost = 0;
    std::size_t m_stock = 0;
    std::size_t m_depletion = 0;
    std::size_t m_tags = 0;
};

}

bool fitsProducts(const Columns& c)
{
    const bool named
        = c.find(usual::titles()) != Columns::none || c.find(usual::categories()) != Columns::none;
    const bool priced = c.find(priceNames()) != Columns::none;
    // Whatever names a customer or an order tells what was done with products.
    const bool isOfSomebody = c.find(usual::customers()) != Columns::none
        || c.find(usual::orders()) != Columns::none || c.find(usual::orderTimes()) != Columns::none;
    return c.find(skuNames()) != Columns::none && (named || priced)
        && c.find({ "at", "timestamp", "time" }) == Columns::none && !isOfSomebody;
}

std::unique_ptr<Mapper> makeProducts(const ImportContext& context)
{
    return std::make_unique<Products>(context);
}

}
