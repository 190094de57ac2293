// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/presets.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"

#include <unordered_map>

// Baskets as (basket, item) pairs, in any order, without customer or price. A pair that comes twice is a
// duplicate. The items become products: level2 (or family) their family, level1 (or category, department)
// their category.

namespace ow::ingest {

namespace {

const Names& basketNames()
{
    static const Names names = [] {
        Names out { "basket", "basket_id" };
        out.insert(out.end(), usual::orders().begin(), usual::orders().end());
        return out;
    }();
    return names;
}

const Names& itemNames()
{
    static const Names names = [] {
        Names out { "item", "item_id" };
        out.insert(out.end(), usual::skus().begin(), usual::skus().end());
        return out;
    }();
    return names;
}

class Baskets final : public Mapper {
public:
    explicit Baskets(const ImportContext& context)
        : m_context(context)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_basket = c.find(basketNames());
        // Numbers that count each customer's orders from 1 are a basket's only together with the customer.
        const bool counted = m_basket == c.find({ "order_number" }) && m_basket != Columns::none;
        m_customer = counted ? c.find({ "customer", "customer_id", "user_id" }) : Columns::none;
        m_item = c.find(itemNames());
        m_family = c.find({ "family", "level2", "product_category", "subcategory", "sub_category" });
        m_category = c.find({ "category", "level1", "department" });
        m_title = c.find({ "title", "name", "item_name", "product_name", "description" });
        return requireColumns(c, { basketNames(), itemNames() });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        const std::string_view basket = trim(fieldOf(row, m_basket));
        const std::string_view item = trim(fieldOf(row, m_item));
        if (basket.empty())
            return sink.reject(row, "basket", "is empty");
        if (item.empty())
            return sink.reject(row, "item", "is empty");
        const std::string_view customer = trim(fieldOf(row, m_customer));
        m_key.assign(customer).append(customer.empty() ? "" : "/").append(basket);
        if (auto ok = sink.basketLine(m_key, item); !ok)
            return ok;
        m_key.assign(item);
        if (!m_products.contains(m_key)) {
            model::Product product;
            product.sku = m_key;
            const std::string_view title = trim(fieldOf(row, m_title));
            product.title = title.empty() ? item : title;
            product.family = trim(fieldOf(row, m_family));
            product.category = trim(fieldOf(row, m_category));
            m_products.emplace(m_key, std::move(product));
        }
        return {};
    }

    Result<void> finish(RowSink& sink) override
    {
        for (const auto& [sku, product] : m_products) {
            if (m_context.catalogue && m_context.catalogue->find(sku) != nullptr)
                continue;
            if (auto ok = sink.writer().add(product); !ok)
                return ok;
        }
        return {};
    }

    std::vector<std::string> notes() const override
    {
        return { "Baskets name no prices: products that were not in the catalogue have price and cost 0." };
    }

private:
    ImportContext m_context;
    std::unordered_map<std::string, model::Product> m_products;
    std::string m_key;
    std::size_t m_basket = 0;
    std::size_t m_customer = 0;
    std::size_t m_item = 0;
    std::size_t m_family = 0;
    std::size_t m_category = 0;
    std::size_t m_title = 0;
};

}

bool fitsBaskets(const Columns& c)
{
    return c.find(basketNames()) != Columns::none && c.find(itemNames()) != Columns::none;
}

std::unique_ptr<Mapper> makeBaskets(const ImportContext& context)
{
    return std::make_unique<Baskets>(context);
}

}
