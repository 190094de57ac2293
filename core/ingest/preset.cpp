// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/preset.h"

#include "ingest/presets.h"

#include <algorithm>

namespace ow::ingest {

const std::vector<Preset>& presets()
{
    static const std::vector<Preset> all {
        { "shopify-orders", "events", "Shopify: the export of orders (CSV)",
            "Name, Email, Financial Status, Created at, Cancelled at, Lineitem "
            "quantity/name/price/sku/discount",
            fitsShopifyOrders, makeShopifyOrders },
        { "shopify-products", "products", "Shopify: the export of products (CSV)",
            "Handle, Title, Type, Product Category, Tags, Option1-3 Value, Variant SKU/Price/Inventory Qty, "
            "Cost per item",
            fitsShopifyProducts, makeShopifyProducts },
        { "shopify-customers", "customers", "Shopify: the export of customers (CSV)",
            "Email, Accepts Email Marketing, Accepts SMS Marketing, Country Code, Total Spent, Total Orders, "
            "Tags",
            fitsShopifyCustomers, makeShopifyCustomers },
        { "woocommerce-orders", "events", "WooCommerce: orders, a row per item or per order (CSV)",
            "order_id, order_date, status, billing_email, item_sku, item_name, item_quantity, item_total; or "
            "line_items",
            fitsWooCommerce, makeWooCommerce },
        { "ga4", "events", "Google Analytics 4: events as exported by BigQuery (NDJSON)",
            "event_name, event_timestamp, user_pseudo_id, user_id, items[], ecommerce, event_params", fitsGa4,
            makeGa4 },
        { "segment", "events", "Segment and RudderStack: calls of the ecommerce spec (NDJSON)",
            "event, userId, anonymousId, timestamp, properties.products[].sku/price/quantity, "
            "properties.order_id",
            fitsSegment, makeSegment },
        { "online-retail", "events", "Invoices with cancellations (UCI Online Retail)",
            "invoice, stock_code, description, quantity, invoice_date, unit_price, customer_id, country",
            fitsOnlineRetail, makeOnlineRetail },
        { "taobao", "events", "User behaviour (Taobao: pv, fav, cart, buy)",
            "user_id, item_id, category_id, event, timestamp", fitsTaobao, makeTaobao },
        { "complete-journey", "events", "The Complete Journey (84.51°): any of its tables",
            "household_id, product_id, campaign_id, coupon_upc, … as its tables have them",
            fitsCompleteJourney, makeCompleteJourney },
        { "exposures", "exposures", "A log of offers shown and withheld",
            "customer, offer, placement, at, arm, intent, experiment, withheld, clicked_at, accepted_at, "
            "declined_at, returned_at, event_id",
            fitsExposures, makeExposures },
        { "orders", "events", "Order lines of any shop or till: who bought what when",
            "order, customer, date, sku, title, qty, price, total, status", fitsOrders, makeOrders },
        { "events", "events", "What customers did, one event a row",
            "customer, at, type, sku, qty, value, price, channel, session, text, event_id", fitsEvents, makeEvents },
        { "products", "products", "A catalogue",
            "sku, title, family, category, price, cost, stock, depletion, tags", fitsProducts, makeProducts },
        { "baskets", "baskets", "Baskets, one basket and item a row (Groceries, order lines)",
            "basket, item; maybe level1 and level2 as category and family", fitsBaskets, makeBaskets },
        { "basket-table", "baskets", "Baskets, one a row: a column per product with yes and no, or its items",
            "order; items; Item 1, Item 2, …", fitsBasketTable, makeBasketTable },
        { "groceries", "baskets", "Groceries: the same as baskets", "basket_id, item, level2, level1",
            fitsBaskets, makeBaskets },
        { "clicks", "events", "Sessions of clicks, one item a row", "session, item, at", fitsUntypedEvents,
            makeEvents },
        { "customers", "customers", "Customers with any attributes",
            "customer, then one column per attribute", fitsCustomers, makeCustomers },
    };
    return all;
}

const Preset* findPreset(std::string_view id)
{
    const auto it = std::ranges::find(presets(), id, &Preset::id);
    return it == presets().end() ? nullptr : &*it;
}

const Preset* detectPreset(const Columns& columns, std::string_view kind)
{
    for (const Preset& preset : presets())
        if ((kind.empty() || kind == preset.kind) && preset.fits(columns))
            return &preset;
    return nullptr;
}

Result<void> requireColumns(const Columns& columns, const std::vector<Names>& requirements)
{
    for (const Names& names : requirements)
        if (columns.find(names) == Columns::none) {
            std::string have;
            for (std::size_t i = 0; i < columns.count(); ++i)
                have += (i == 0 ? "" : ", ") + columns.name(i);
            return fail(ErrorCode::InvalidInput,
                "There is no column \"" + std::string(names.front()) + "\". The file has: " + have + ".");
        }
    return {};
}

}
