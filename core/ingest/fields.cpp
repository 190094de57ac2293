// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/fields.h"

#include "base/time.h"
#include "ingest/values.h"

#include <algorithm>
#include <map>

namespace ow::ingest {

namespace {

using Fields = std::vector<Field>;

const Field customer { "customer", FieldType::Text, true, "Who: the customer's id, as in all other files",
    { "customer", "customer_id", "user_id", "userid", "user", "visitor_id", "client_id", "member_id",
        "member_number", "household_id", "shopper_id", "shopper", "buyer_id", "buyer", "client",
        "user_pseudo_id", "anonymous_id", "account_id", "email", "uid", "cust_id", "kunde", "kundennummer",
        "customer_number", "visitorid" } };
const Field time { "at", FieldType::Time, true, "When it happened",
    { "at", "timestamp", "time", "event_time", "created_at", "datetime", "date", "occurred_at",
        "event_timestamp", "timestamp_ms", "ts", "event_date", "order_date", "purchase_date", "invoice_date",
        "datum", "created", "received_at" } };
const std::vector<std::string_view> skus { "sku", "item", "item_id", "product_id", "product", "itemid",
    "article", "article_id", "stock_code", "asin", "variant_sku", "aid", "item_sku", "product_code",
    "product_sku", "item_description", "artikelnummer", "artikel" };

std::map<std::string_view, Fields> all()
{
    using enum FieldType;
    std::map<std::string_view, Fields> out;
    out["products"] = {
        { "sku", Text, true, "The product's number, as in all other files", skus },
        { "title", Text, false, "Its name, as people read it; the number where it has none",
            { "title", "name", "product_name", "item_name", "product_title", "description", "bezeichnung" } },
        { "family", Text, false, "What it stands in for: products of one family are substitutes",
            { "family", "product_type", "type", "product_category", "subcategory", "item_category2",
                "level2" } },
        { "category", Text, false, "The part of the shop it belongs to",
            { "category", "department", "main_cat", "item_category", "level1", "vendor", "kategorie" } },
        { "price", Amount, false, "What one piece costs customers",
            { "price", "unit_price", "price_usd", "list_price", "variant_price", "retail_price", "preis",
                "item_price" } },
        { "cost", Amount, false, "What one piece costs you",
            { "cost", "unit_cost", "cost_price", "cost_per_item", "purchase_price", "einkaufspreis" } },
        { "stock", WholeNumber, false, "Pieces at hand; empty where stock is not counted",
            { "stock", "inventory", "quantity", "stock_quantity", "variant_inventory_qty", "on_hand",
                "bestand" } },
        { "depletion", Length, false, "How long one piece lasts: days, or 2w, 30d",
            { "depletion", "depletion_days" } },
        { "tags", Text, false, "Words between commas", { "tags", "labels", "keywords" } },
    };
    out["customers"] = { customer };
    out["customers"].front().synonyms.push_back("id");
    out["events"] = {
        customer,
        time,
        { "type", Text, false,
            "What was done: product_viewed, cart_added, purchased, …; product_viewed where nothing says",
            { "type", "event", "event_type", "event_name", "behavior", "behavior_type", "action", "activity",
                "interaction", "verb" } },
        { "sku", Text, false, "The product it was about", skus },
        { "qty", WholeNumber, false, "How many pieces; 1 where nothing says",
            { "qty", "quantity", "units", "pieces", "amount_of_items", "menge", "count" } },
        { "value", Amount, false, "Of a purchase or return what was paid for the line; of a survey its score",
            { "value", "amount", "revenue", "price", "sales_value", "total", "line_total", "item_total",
                "score", "betrag" } },
        { "channel", Text, false, "Where: web, email, app, …",
            { "channel", "source", "platform", "medium" } },
        { "session", Text, false, "Which visit; of a purchase which order: its lines are one basket",
            { "session", "session_id", "order_id", "order", "visit_id", "invoice", "invoice_no",
                "transaction_id", "basket_id", "sessionid", "order_number" } },
        { "text", Text, false, "The words of a search, the name of a page",
            { "text", "query", "search", "search_term", "page", "url", "keyword" } },
    };
    const auto outcome
        = [](std::string_view name, std::string_view sentence, std::vector<std::string_view> names) {
              return Field { name, Time, false, sentence, std::move(names) };
          };
    out["exposures"] = {
        customer,
        { "offer", Text, true, "Which offer was shown, or would have been",
            { "offer", "offer_id", "campaign", "campaign_id", "recommendation", "promotion_id",
                "treatment" } },
        time,
        { "placement", Text, false, "Where it was shown: cart, checkout, email, …",
            { "placement", "position", "slot", "location", "page_type" } },
        { "arm", Text, false, "treatment, holdout or an experiment's arm; treatment where nothing says",
            { "arm", "variant", "group", "segment", "bucket", "test_group" } },
        { "intent", Text, false, "What was randomised, where it was not the customer",
            { "intent", "intent_id" } },
        { "experiment", Text, false, "Which experiment; empty = the global holdout",
            { "experiment", "experiment_id", "test", "test_name" } },
        { "withheld", Bool, false, "true where it was not shown, for comparison",
            { "withheld", "control", "is_control" } },
        outcome(
            "clicked_at", "When it was clicked; empty = never", { "clicked_at", "click_time", "clicked" }),
        outcome("accepted_at", "When it was bought",
            { "accepted_at", "converted_at", "purchase_time", "conversion_time" }),
        outcome("declined_at", "When it was declined", { "declined_at", "dismissed_at" }),
        outcome("returned_at", "When it was sent back", { "returned_at", "refunded_at" }),
    };
    out["exposures"][2].synonyms.insert(out["exposures"][2].synonyms.begin(), "shown_at");
    out["baskets"] = {
        { "basket", Text, true, "Which basket, order or receipt",
            { "basket", "basket_id", "order", "order_id", "transaction", "transaction_id", "invoice",
                "invoice_no", "receipt", "receipt_id", "order_number", "session_id" } },
        { "item", Text, true, "What was in it", skus },
        { "title", Text, false, "The item's name",
            { "title", "name", "item_name", "product_name", "description" } },
        { "family", Text, false, "The item's family",
            { "family", "level2", "product_category", "subcategory" } },
        { "category", Text, false, "The item's category", { "category", "level1", "department" } },
    };
    return out;
}

const std::map<std::string_view, Fields>& table()
{
    static const std::map<std::string_view, Fields> fields = all();
    return fields;
}

}

const std::vector<std::string_view>& kinds()
{
    static const std::vector<std::string_view> words { "products", "customers", "events", "exposures",
        "baskets" };
    return words;
}

const std::vector<Field>& fieldsOf(std::string_view kind)
{
    static const Fields none;
    const auto known = table().find(kind);
    return known == table().end() ? none : known->second;
}

const Field* findField(std::string_view kind, std::string_view name)
{
    const Fields& fields = fieldsOf(kind);
    const auto known = std::ranges::find(fields, name, &Field::name);
    return known == fields.end() ? nullptr : &*known;
}

std::optional<std::string> faultOf(
    const Field& field, std::string_view value, const ValueForms& forms, std::string_view currency)
{
    value = trim(value);
    if (value.empty())
        return field.required ? std::optional<std::string>("is empty") : std::nullopt;
    const auto unless = [](bool good, const char* fault) {
        return good ? std::nullopt : std::optional<std::string>(fault);
    };
    switch (field.type) {
    case FieldType::Text:
        return std::nullopt;
    case FieldType::WholeNumber:
        return unless(toInteger(value, forms.decimals).has_value(), "is no whole number");
    case FieldType::Amount:
        return unless(toMoney(value, currency, forms.decimals).has_value(), "is no amount");
    case FieldType::Time: {
        TimeReader times("UTC");
        times.setOrder(forms.dates);
        return unless(times.read(value).has_value(), "is no time");
    }
    case FieldType::Bool:
        return unless(toBool(value).has_value(), "is neither true nor false");
    case FieldType::Length:
        return unless(toInteger(value, forms.decimals).has_value() || parseDuration(value).has_value(),
            "is neither a number of days nor a length such as 30d");
    }
    return std::nullopt;
}

}
