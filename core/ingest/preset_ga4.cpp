// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/event_id.h"
#include "ingest/event_words.h"
#include "ingest/order_lines.h"
#include "ingest/presets.h"
#include "ingest/values.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

// Google Analytics 4 as exported to BigQuery and from there as one JSON object a line
// (https://support.google.com/analytics/answer/7029846). Each of an event's items is a row.
//   customer  user_id, without one user_pseudo_id        time   event_timestamp, microseconds
//   type      event_name in our words, else as it is      sku    item_id, without one item_name
//   session   of purchases and refunds the transaction, else the visitor's ga_session_id
//   value     of purchases and refunds price x quantity, else item_revenue or item_refund; without items the
//   whole revenue channel   platform (web, ios, android)                text   search_term; of page_view the
//   page without its query

namespace ow::ingest {

namespace {

/// GA4 writes "(not set)" where it knows nothing.
std::string_view known(std::string_view text)
{
    text = trim(text);
    return text == "(not set)" ? std::string_view {} : text;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    return out;
}

class Ga4 final : public Mapper {
public:
    explicit Ga4(const ImportContext& context)
        : m_currency(context.currency)
        , m_times("UTC")
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_name = c.findWhole({ "event_name" });
        m_at = c.findWhole({ "event_timestamp" });
        m_user = c.findWhole({ "user_id" });
        m_visitor = c.findWhole({ "user_pseudo_id" });
        m_platform = c.findWhole({ "platform" });
        m_bundle = c.findWhole({ "event_bundle_sequence_id" });
        m_batch = { c.findWhole({ "batch_page_id" }), c.findWhole({ "batch_ordering_id" }),
            c.findWhole({ "batch_event_index" }) };
        m_sku = c.findWhole({ "items[].item_id" });
        m_title = c.findWhole({ "items[].item_name" });
        m_quantity = c.findWhole({ "items[].quantity" });
        m_price = c.findWhole({ "items[].price" });
        m_revenue = c.findWhole({ "items[].item_revenue" });
        m_refund = c.findWhole({ "items[].item_refund" });
        m_order
            = { c.findWhole({ "ecommerce.transaction_id" }), c.findWhole({ "event_params.transaction_id" }) };
        m_whole = { c.findWhole({ "ecommerce.purchase_revenue" }), c.findWhole({ "event_params.value" }) };
        m_wholeRefund = { c.findWhole({ "ecommerce.refund_value" }), c.findWhole({ "event_params.value" }) };
        m_session = c.findWhole({ "event_params.ga_session_id" });
        m_search = c.findWhole({ "event_params.search_term" });
        m_page = c.findWhole({ "event_params.page_location" });
        m_code = c.findWhole({ "event_params.currency" });
        return requireColumns(
            c, { { "event_name" }, { "event_timestamp" }, { "user_pseudo_id", "user_id" } });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        std::string customer(known(fieldOf(row, m_user)));
        if (customer.empty())
            customer = known(fieldOf(row, m_visitor));
        if (customer.empty())
            return sink.reject(row, "user_pseudo_id", "is empty: the visitor did not consent");
        const std::string_view name = known(fieldOf(row, m_name));
        if (name.empty())
            return sink.reject(row, "event_name", "is empty");
        const auto at = m_times.read(fieldOf(row, m_at));
        if (!at)
            return sink.reject(row, "event_timestamp", "is no time");
        model::Event event;
        event.at = *at;
        const std::string_view ours = ourEventType(name);
        event.type = ours.empty() ? name : ours;
        event.sku = known(fieldOf(row, m_sku));
        if (event.sku.empty())
            event.sku = known(fieldOf(row, m_title));
        event.channel = lowered(known(fieldOf(row, m_platform)));
        if (const std::string_view text = known(fieldOf(row, m_quantity)); !text.empty()) {
            const auto quantity = toInteger(text);
            if (!quantity || *quantity < 0 || *quantity > 1'000'000'000)
                return sink.reject(row, "items[].quantity", "is no whole number from 0 on");
            event.qty = *quantity;
        }
        if (const std::string_view session = known(fieldOf(row, m_session)); !session.empty())
            event.session = customer + '.' + std::string(session);
        if (const char* column = readOrder(row, event))
            return sink.reject(row, column, "is no amount");
        event.text = textFor(row, event.type);
        return sink.event(customer, event, m_ids.of("ga4", row, idOf(row), known(fieldOf(row, m_sku))));
    }

    std::vector<std::string> notes() const override
    {
        if (m_foreign.empty())
            return {};
        return { foreignCurrencies(m_foreign, m_currency) };
    }

private:
    /// What tells an event from others: its place in the batch in which the device sent it. Exports of before
    /// 2024 have no such place: then only whole rows can be compared.
    std::string idOf(const TableRow& row) const
    {
        if (known(fieldOf(row, m_batch[2])).empty() || known(fieldOf(row, m_bundle)).empty())
            return {};
        std::string out;
        for (const std::size_t column :
            { m_visitor, m_user, m_at, m_name, m_bundle, m_batch[0], m_batch[1], m_batch[2] }) {
            out += known(fieldOf(row, column));
            out += '\x1F';
        }
        return out;
    }

    using Either = std::pair<std::size_t, std::size_t>;

    static std::string_view firstOf(const TableRow& row, const Either& columns)
    {
        const std::string_view one = known(fieldOf(row, columns.first));
        return one.empty() ? known(fieldOf(row, columns.second)) : one;
    }

    /// What was paid or given back, and the order. Returns the column that is no amount, if any.
    const char* readOrder(const TableRow& row, model::Event& event)
    {
        const bool refund = event.type == "returned";
        if (event.type != "purchased" && !refund)
            return nullptr;
        if (const std::string_view order = firstOf(row, m_order); !order.empty())
            event.session = order;
        if (const std::string_view code = known(fieldOf(row, m_code));
            !code.empty() && code != m_currency && m_foreign.size() < 10)
            m_foreign.insert(std::string(code));
        const bool isItem = !event.sku.empty();
        const std::string_view price = isItem ? known(fieldOf(row, m_price)) : std::string_view {};
        const std::string_view whole = isItem ? known(fieldOf(row, refund ? m_refund : m_revenue))
                                              : firstOf(row, refund ? m_wholeRefund : m_whole);
        const std::string_view text = price.empty() ? whole : price;
        if (text.empty())
            return nullptr;
        const auto amount = toMoney(text, m_currency);
        if (!amount || std::abs(amount->minor) > 1'000'000'000)
            return price.empty() ? "items[].item_revenue" : "items[].price";
        event.value = price.empty() ? amount->minor : amount->minor * event.qty;
        return nullptr;
    }

    std::string textFor(const TableRow& row, std::string_view type) const
    {
        if (type == "search")
            return std::string(known(fieldOf(row, m_search)));
        if (type != "page_viewed")
            return {};
        // Behind the question mark stand clicks' ids and, in some shops, e-mail addresses.
        const std::string_view page = known(fieldOf(row, m_page));
        return std::string(page.substr(0, page.find_first_of("?#")));
    }

    std::string m_currency;
    TimeReader m_times;
    std::set<std::string> m_foreign;
    std::size_t m_name = 0;
    std::size_t m_at = 0;
    std::size_t m_user = 0;
    std::size_t m_visitor = 0;
    std::size_t m_platform = 0;
    std::size_t m_bundle = 0;
    std::array<std::size_t, 3> m_batch {};
    ThingIds m_ids;
    std::size_t m_sku = 0;
    std::size_t m_title = 0;
    std::size_t m_quantity = 0;
    std::size_t m_price = 0;
    std::size_t m_revenue = 0;
    std::size_t m_refund = 0;
    Either m_order;
    Either m_whole;
    Either m_wholeRefund;
    std::size_t m_session = 0;
    std::size_t m_search = 0;
    std::size_t m_page = 0;
    std::size_t m_code = 0;
};

}

bool fitsGa4(const Columns& c) { return c.hasAll({ "event_name", "event_timestamp", "user_pseudo_id" }); }

std::unique_ptr<Mapper> makeGa4(const ImportContext& context) { return std::make_unique<Ga4>(context); }

}
