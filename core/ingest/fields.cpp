// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/fields.h"

#include "base/time.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"

#include <algorithm>
#include <map>

namespace ow::ingest {

namespace {

using Fields = std::vector<Field>;

using Synonyms = std::vector<std::string_view>;

/// The field's own name, and then the lists.
Synonyms named(std::string_view own, std::initializer_list<const Synonyms*> lists)
{
    Synonyms out { own };
    for (const Synonyms* list : lists)
        for (const std::string_view name : *list)
            if (name != own)
                out.push_back(name);
    return out;
}

Field customerField()
{
    return { "customer", FieldType::Text, true, "Who: the customer's id, as in all other files",
        named("customer", { &usual::customers() }) };
}

Field timeField()
{
    return { "at", FieldType::Time, true, "When it happened",
        named("at", { &usual::times(), &usual::orderTimes() }) };
}

const Field eventId { "event_id", FieldType::Text, false,
    "What tells the row from all others: of an id that comes again, the first row holds",
    { "event_id", "message_id", "messageid", "insert_id" } };

std::map<std::string_view, Fields> all()
{
    using enum FieldType;
    std::map<std::string_view, Fields> out;
    const Synonyms skus = named("sku", { &usual::skus() });
    const Field customer = customerField();
    const Field time = timeField();
    static const Synonyms scores { "score", "rating" };
    out["products"] = {
        { "sku", Text, true, "The product's number, as in all other files", skus },
        { "title", Text, false, "Its name, as people read it; the number where it has none",
            named("title", { &usual::titles() }) },
        { "family", Text, false, "What it stands in for: products of one family are substitutes",
            named("family", { &usual::families() }) },
        { "category", Text, false, "The part of the shop it belongs to",
            named("category", { &usual::categories() }) },
        { "price", Amount, false, "What one piece costs customers",
            named("price", { &usual::unitPrices() }) },
        { "cost", Amount, false, "What one piece costs you",
            { "cost", "unit_cost", "cost_price", "cost_per_item", "purchase_price", "einkaufspreis",
                "ek_preis", "selbstkosten", "prix d'achat", "coût", "coste", "costo", "inkoopprijs" } },
        { "stock", WholeNumber, false, "Pieces at hand; empty where stock is not counted",
            { "stock", "inventory", "quantity", "stock_quantity", "variant_inventory_qty", "on_hand",
                "bestand", "lagerbestand", "existencias", "giacenza", "voorraad" } },
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
            named("type", { &usual::types() }) },
        { "sku", Text, false, "The product it was about", skus },
        { "qty", WholeNumber, false, "How many pieces; 1 where nothing says",
            named("qty", { &usual::quantities() }) },
        { "value", Amount, false, "An amount, of a purchase or return what was paid for the line; of a survey its score, a whole number",
            named("value", { &usual::lineTotals(), &usual::amounts(), &scores }) },
        { "price", Amount, false,
            "What was paid for one piece: value is price times quantity, where nothing says value",
            named("price", { &usual::unitPrices() }) },
        { "channel", Text, false, "Where: web, email, app, …", named("channel", { &usual::channels() }) },
        { "session", Text, false, "Which visit; of a purchase which order: its lines are one basket",
            named("session", { &usual::sessions(), &usual::orders() }) },
        { "text", Text, false, "The words of a search, the name of a page",
            named("text", { &usual::texts() }) },
        eventId,
    };
    const auto outcome
        = [](std::string_view name, std::string_view sentence, std::vector<std::string_view> names) {
              return Field { name, Time, false, sentence, std::move(names) };
          };
    out["exposures"] = {
        customer,
        { "offer", Text, true, "Which offer was shown, or would have been",
            { "offer", "offer_id", "offer_name", "campaign", "campaign_id", "recommendation", "promotion_id",
                "treatment", "angebot", "angebot_id", "kampagne", "offre", "campagne", "oferta", "campaña",
                "offerta", "campagna", "aanbieding" } },
        time,
        { "placement", Text, false, "Where it was shown: cart, checkout, email, …",
            { "placement", "position", "slot", "location", "page_type" } },
        { "arm", Text, false, "treatment, holdout or an experiment's arm; treatment where nothing says",
            { "arm", "variant", "variation", "group", "test_group", "bucket", "segment", "gruppe",
                "variante" } },
        { "intent", Text, false, "What was randomised, where it was not the customer",
            { "intent", "intent_id" } },
        { "experiment", Text, false, "Which experiment; empty = the global holdout",
            { "experiment", "experiment_id", "test", "test_name" } },
        { "withheld", Bool, false, "true where it was not shown, for comparison",
            { "withheld", "control", "is_control" } },
        outcome("clicked_at", "When it was clicked; empty = never",
            { "clicked_at", "click_time", "clicked", "is_clicked", "geklickt" }),
        outcome("accepted_at", "When it was bought",
            { "accepted_at", "converted_at", "purchase_time", "conversion_time", "converted", "is_converted",
                "redeemed_at", "gekauft" }),
        outcome("declined_at", "When it was declined", { "declined_at", "dismissed_at" }),
        outcome("returned_at", "When it was sent back", { "returned_at", "refunded_at" }),
        eventId,
    };
    out["exposures"][2].synonyms.insert(
        out["exposures"][2].synonyms.begin(), { "shown_at", "exposed_at", "sent_at" });
    out["exposures"].back().synonyms = { "event_id", "exposure_id", "impression_id", "message_id" };
    out["baskets"] = {
        { "basket", Text, true, "Which basket, order or receipt",
            named("basket", { &usual::orders(), &usual::sessions() }) },
        { "item", Text, true, "What was in it", skus },
        { "title", Text, false, "The item's name", named("title", { &usual::titles() }) },
        { "family", Text, false, "The item's family",
            { "family", "level2", "product_category", "subcategory", "sub_category", "warengruppe" } },
        { "category", Text, false, "The item's category",
            { "category", "level1", "department", "kategorie" } },
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

bool isScoreName(std::string_view column)
{
    const std::size_t point = column.rfind('.'); // of a joined file
    const std::string plain = plainName(point == std::string_view::npos ? column : column.substr(point + 1));
    return plain == "score" || plain == "rating";
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
        if (!field.required && toBool(value)) // outcomes may say whether instead of when
            return std::nullopt;
        TimeReader times("UTC");
        times.setForms(forms);
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
