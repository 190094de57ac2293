// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "ingest/event_id.h"
#include "ingest/event_words.h"
#include "ingest/order_lines.h"
#include "ingest/presets.h"
#include "ingest/values.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

// Calls of the Segment and RudderStack ecommerce specs, one JSON object a line
// (https://segment.com/docs/connections/spec/ecommerce/v2/,
// https://www.rudderstack.com/docs/event-spec/ecommerce-events-spec/). Each of a call's properties.products
// is a row.
//   track              the event in our words, else its name as it is
//   page, screen       page_viewed, text = the page's name
//   identify and other calls bring no event: rejected
// messageId tells calls apart: of one that was sent twice the first holds.
// Customer: userId, without one anonymousId. Value of "Order Completed" and "Order Refunded": price x
// quantity of the product; without products the whole order's.
// Warehouses keep a table for each event (order_completed, product_added, …): properties are columns of their
// own, user_id, anonymous_id and original_timestamp are written so, times are in UTC, and products are a list
// in JSON in one cell.

namespace ow::ingest {

namespace {

class Segment final : public Mapper {
public:
    explicit Segment(const ImportContext& context)
        : m_currency(context.currency)
        , m_times("UTC") // as the spec writes its times, and warehouses theirs without saying so
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_decimals = c.forms().decimals;
        m_times.setForms(c.forms());
        m_call = c.findWhole({ "type" });
        m_event = c.findWhole({ "event_text", "event" });
        m_user = c.findWhole({ "userId" });
        m_message = c.findWhole({ "messageId", "message_id" });
        m_anonymous = c.findWhole({ "anonymousId" });
        m_at = { c.findWhole({ "timestamp" }), c.findWhole({ "originalTimestamp" }),
            c.findWhole({ "sentAt" }), c.findWhole({ "receivedAt" }) };
        m_channel = { c.findWhole({ "channel" }), c.findWhole({ "context.channel" }) };
        m_session = { c.findWhole({ "context.sessionId" }),
            c.findWhole({ "properties.session_id", "session_id" }) };
        m_order = { c.findWhole({ "properties.order_id", "order_id" }),
            c.findWhole({ "properties.checkout_id", "checkout_id" }) };
        m_sku = { c.findWhole({ "properties.products[].sku" }),
            c.findWhole({ "properties.products[].product_id" }), c.findWhole({ "properties.sku", "sku" }),
            c.findWhole({ "properties.product_id", "product_id" }) };
        m_quantity = { c.findWhole({ "properties.products[].quantity" }),
            c.findWhole({ "properties.quantity", "quantity" }) };
        m_price = { c.findWhole({ "properties.products[].price" }),
            c.findWhole({ "properties.price", "price" }) };
        m_whole = { c.findWhole({ "properties.total", "total" }),
            c.findWhole({ "properties.revenue", "revenue" }), c.findWhole({ "properties.value", "value" }) };
        m_query = c.findWhole({ "properties.query", "query" });
        m_page = { c.findWhole({ "name" }), c.findWhole({ "properties.name" }),
            c.findWhole({ "properties.path" }) };
        m_code = c.findWhole({ "properties.currency", "currency" });
        m_packed = c.findWhole({ "properties.products", "products" });
        return requireColumns(c,
            { { "event", "type" }, { "userId", "anonymousId" },
                { "timestamp", "originalTimestamp", "sentAt", "receivedAt" } });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        const std::string call(trim(fieldOf(row, m_call)));
        const bool page = call == "page" || call == "screen";
        if (!page && !call.empty() && call != "track")
            return sink.reject(row, "type", "is a call that tells of no event");
        std::string customer(first(row, std::array { m_user, m_anonymous }));
        if (customer.empty())
            return sink.reject(row, "userId", "is empty, and so is anonymousId");
        const auto at = m_times.read(first(row, m_at));
        if (!at)
            return sink.reject(row, "timestamp", "is no time");
        model::Event event;
        event.at = *at;
        const std::string_view theirs = trim(fieldOf(row, m_event));
        if (theirs.empty() && !page)
            return sink.reject(row, "event", "is empty");
        const std::string_view ours = page ? "page_viewed" : ourEventType(theirs);
        event.type = ours.empty() ? theirs : ours;
        event.channel = first(row, m_channel);
        event.session = first(row, m_session);
        if (page) {
            event.text = first(row, m_page);
        } else {
            event.sku = first(row, m_sku);
            if (event.type == "search")
                event.text = trim(fieldOf(row, m_query));
            if (const std::string_view list = trim(fieldOf(row, m_packed));
                event.sku.empty() && list.starts_with('['))
                return packed(row, list, customer, event, sink);
            if (const char* column = readAmounts(row, event))
                return sink.reject(row, column, faultOf(column));
        }
        // Things of one call are rows of their own with the call's id.
        const std::string_view thing = first(row, std::array { m_sku[0], m_sku[1] });
        return sink.event(customer, event, m_ids.of("segment", row, trim(fieldOf(row, m_message)), thing));
    }

    std::vector<std::string> notes() const override
    {
        if (m_foreign.empty())
            return {};
        return { foreignCurrencies(m_foreign, m_currency) };
    }

private:
    /// The first of the columns that is not empty.
    template <std::size_t N>
    static std::string_view first(const TableRow& row, const std::array<std::size_t, N>& columns)
    {
        for (const std::size_t column : columns)
            if (const std::string_view text = trim(fieldOf(row, column)); !text.empty())
                return text;
        return {};
    }

    static const char* faultOf(const char* column)
    {
        return column == std::string_view("quantity") ? "is no whole number from 0 on" : "is no amount";
    }

    /// The products as warehouses keep them: a list of objects in JSON, in one cell. All of them, or the row
    /// is rejected.
    Result<void> packed(const TableRow& row, std::string_view list, const std::string& customer,
        const model::Event& whole, RowSink& sink)
    {
        const Json products = Json::parse(list, nullptr, false);
        if (!products.is_array())
            return sink.reject(row, "products", "is no list of products in JSON");
        const auto text = [](const Json& product, const char* name) {
            const auto it = product.find(name);
            if (it == product.end() || it->is_null())
                return std::string();
            return it->is_string() ? it->get<std::string>() : it->dump();
        };
        std::vector<model::Event> events;
        for (const Json& product : products) {
            if (!product.is_object())
                return sink.reject(row, "products", "is no list of products in JSON");
            model::Event& event = events.emplace_back(whole);
            event.sku = text(product, "sku");
            if (event.sku.empty())
                event.sku = text(product, "product_id");
            if (const char* column
                = readAmounts(row, event, text(product, "quantity"), text(product, "price")))
                return sink.reject(row, column, faultOf(column));
        }
        if (events.empty()) {
            model::Event event = whole;
            if (const char* column = readAmounts(row, event))
                return sink.reject(row, column, faultOf(column));
            return sink.event(customer, event);
        }
        for (std::size_t i = 0; i < events.size(); ++i)
            if (auto ok = i == 0 ? sink.event(customer, events[i]) : sink.also(customer, events[i]); !ok)
                return ok;
        return {};
    }

    const char* readAmounts(const TableRow& row, model::Event& event)
    {
        return readAmounts(row, event, first(row, m_quantity), first(row, m_price));
    }

    /// Quantity, and of orders the money. Returns the column that cannot be read, if any.
    const char* readAmounts(
        const TableRow& row, model::Event& event, std::string_view pieces, std::string_view each)
    {
        if (!pieces.empty()) {
            const auto quantity = toInteger(pieces, m_decimals);
            if (!quantity || *quantity < 0 || *quantity > 1'000'000'000)
                return "quantity";
            event.qty = *quantity;
        }
        if (event.type != "purchased" && event.type != "returned")
            return nullptr;
        if (const std::string_view order = first(row, m_order); !order.empty())
            event.session = order;
        if (const std::string_view code = trim(fieldOf(row, m_code));
            !code.empty() && code != m_currency && m_foreign.size() < 10)
            m_foreign.insert(std::string(code));
        const std::string_view price = event.sku.empty() ? std::string_view {} : each;
        const std::string_view text = event.sku.empty() ? first(row, m_whole) : price;
        if (text.empty())
            return nullptr;
        const auto amount = toMoney(text, m_currency, m_decimals);
        if (!amount || std::abs(amount->minor) > 1'000'000'000)
            return price.empty() ? "total" : "price";
        event.value = price.empty() ? amount->minor : amount->minor * event.qty;
        return nullptr;
    }

    std::string m_currency;
    TimeReader m_times;
    DecimalMark m_decimals = DecimalMark::Point;
    std::set<std::string> m_foreign;
    std::size_t m_call = 0;
    std::size_t m_event = 0;
    std::size_t m_user = 0;
    std::size_t m_message = 0;
    ThingIds m_ids;
    std::size_t m_anonymous = 0;
    std::array<std::size_t, 4> m_at {};
    std::array<std::size_t, 2> m_channel {};
    std::array<std::size_t, 2> m_session {};
    std::array<std::size_t, 2> m_order {};
    std::array<std::size_t, 4> m_sku {};
    std::array<std::size_t, 2> m_quantity {};
    std::array<std::size_t, 2> m_price {};
    std::array<std::size_t, 3> m_whole {};
    std::size_t m_packed = 0; ///< products in one cell
    std::size_t m_query = 0;
    std::array<std::size_t, 3> m_page {};
    std::size_t m_code = 0;
};

}

bool fitsSegment(const Columns& c)
{
    bool properties = false;
    for (std::size_t i = 0; i < c.count(); ++i)
        properties = properties || c.name(i).starts_with("properties.");
    // A warehouse's table of one event: what stood in properties stands beside the rest.
    const bool flat = c.findWhole({ "anonymousId" }) != Columns::none
        && c.findWhole({ "event" }) != Columns::none
        && c.findWhole({ "originalTimestamp", "sentAt", "receivedAt" }) != Columns::none;
    return (properties || flat) && (c.has("event") || c.has("type"))
        && c.find({ "userId", "anonymousId" }) != Columns::none
        && c.find({ "timestamp", "originalTimestamp", "sentAt", "receivedAt" }) != Columns::none;
}

std::unique_ptr<Mapper> makeSegment(const ImportContext& context)
{
    return std::make_unique<Segment>(context);
}

}
