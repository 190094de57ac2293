// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/presets.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

// Baskets of which each is one row of a table:
//   a column for each product, with yes and no in it (1/0, TRUE/FALSE, t/?)
//   columns "Item 1", "Item 2", …
//   one column with all items between commas, semicolons or bars
// The basket is named by the column that names orders, else by the row's number.

namespace ow::ingest {

namespace {

const Names listNames { "items", "products", "basket_items", "item_list", "product_list", "articles",
    "produkte", "produits", "productos", "prodotti", "producten" };

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Columns called "Item 1", "product_2", …
std::vector<std::size_t> numberedItems(const Columns& c)
{
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < c.count(); ++i) {
        const std::string plain = plainName(c.name(i));
        for (const std::string_view name : { "item", "product", "article", "artikel", "produkt" })
            if (plain.starts_with(name) && isDigits(std::string_view(plain).substr(name.size())))
                out.push_back(i);
    }
    return out;
}

std::size_t basketColumn(const Columns& c)
{
    Names names = usual::orders();
    names.insert(names.end(), { "tid", "id", "basket_no", "transaktion" });
    return c.find(names);
}

class BasketTable final : public Mapper {
public:
    explicit BasketTable(const ImportContext& context)
        : m_context(context)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_basket = basketColumn(c);
        m_list = Columns::none;
        m_items.clear();
        m_names.clear();
        m_flags = c.forms().flags;
        if (m_flags) {
            for (std::size_t i = 0; i < c.count(); ++i)
                c.use(i);
            for (std::size_t i = 0; i < c.count(); ++i)
                if (i != m_basket && !c.name(i).empty())
                    m_items.push_back(i);
            for (std::size_t i = 0; i < c.count(); ++i)
                m_names.push_back(c.name(i));
            return {};
        }
        m_items = numberedItems(c);
        for (const std::size_t item : m_items)
            c.use(item);
        if (m_items.empty())
            m_list = c.find(listNames);
        return m_items.empty() ? requireColumns(c, { listNames }) : Result<void>();
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        std::string basket = usual::idOf(fieldOf(row, m_basket));
        if (basket.empty())
            basket = std::to_string(row.number);
        bool first = true;
        for (const std::string& item : itemsOf(row)) {
            m_seen.insert(item);
            auto done = first ? sink.basketLine(basket, item)
                              : sink.writer().addBasketLine(basket, item, { store::RowOrigin::noFile });
            if (!done)
                return done;
            first = false;
        }
        return first ? sink.reject(row, "item", "holds no item") : Result<void>();
    }

    Result<void> finish(RowSink& sink) override
    {
        for (const std::string& sku : m_seen) {
            if (m_context.catalogue && m_context.catalogue->find(sku) != nullptr)
                continue;
            model::Product product;
            product.sku = product.title = sku;
            if (auto ok = sink.writer().add(product); !ok)
                return ok;
        }
        return {};
    }

    std::vector<std::string> notes() const override
    {
        return { "Each row is a basket; its items count as one row stored.",
            "Baskets name no prices: products that were not in the catalogue have price and cost 0." };
    }

private:
    std::vector<std::string> itemsOf(const TableRow& row) const
    {
        std::vector<std::string> out;
        const auto add = [&](std::string_view item) {
            if (!usual::isNothing(item) && std::ranges::find(out, item) == out.end())
                out.emplace_back(item);
        };
        if (m_flags) {
            for (const std::size_t column : m_items)
                if (isYes(fieldOf(row, column)))
                    add(m_names[column]);
        } else if (m_list == Columns::none) {
            for (const std::size_t column : m_items)
                add(trim(fieldOf(row, column)));
        } else {
            std::string_view rest = trim(fieldOf(row, m_list));
            if (rest.starts_with('[') && rest.ends_with(']')) // a list as Python or JSON writes it
                rest = rest.substr(1, rest.size() - 2);
            const char mark = rest.find(';') != std::string_view::npos ? ';'
                : rest.find('|') != std::string_view::npos             ? '|'
                                                                       : ',';
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find(mark), rest.size());
                std::string_view item = trim(rest.substr(0, end));
                if (item.size() >= 2 && (item.front() == '\'' || item.front() == '"')
                    && item.back() == item.front())
                    item = item.substr(1, item.size() - 2);
                add(item);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        return out;
    }

    static bool isYes(std::string_view text)
    {
        const auto said = toBool(text);
        return said ? *said : trim(text) == "t" || trim(text) == "x" || trim(text) == "X";
    }

    ImportContext m_context;
    std::set<std::string> m_seen;
    std::vector<std::string> m_names; ///< of the columns, where they are the products
    std::vector<std::size_t> m_items;
    std::size_t m_basket = 0;
    std::size_t m_list = 0;
    bool m_flags = false;
};

}

bool fitsBasketTable(const Columns& c)
{
    // Customers have columns of yes and no too.
    if (c.forms().flags && c.find(usual::customers()) == Columns::none)
        return true;
    if (numberedItems(c).size() >= 2)
        return true;
    return basketColumn(c) != Columns::none && c.find(listNames) != Columns::none && c.count() <= 4;
}

std::unique_ptr<Mapper> makeBasketTable(const ImportContext& context)
{
    return std::make_unique<BasketTable>(context);
}

}
