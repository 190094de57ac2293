// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/event_words.h"
#include "ingest/presets.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

// What customers did, one event a row. Other shops' names of the usual events are known; any other type is
// taken as it is, for the list is open. A row without a customer belongs to an anonymous one, "session:…".

namespace ow::ingest {

namespace {

const Names& customerNames = usual::customers();
const Names& sessionNames = usual::sessions();
const Names& skuNames = usual::skus();

std::size_t timeOf(const Columns& c)
{
    const std::size_t usualOne = c.find(usual::times());
    return usualOne != Columns::none ? usualOne : c.find(usual::orderTimes());
}

std::size_t typeColumn(const Columns& c)
{
    const std::size_t general = c.find({ "type" });
    const std::size_t usualOne = c.find(usual::types());
    return usualOne != Columns::none ? usualOne : general;
}

constexpr std::int64_t mostEach = 1'000'000'000;

std::string ourType(std::string_view theirs)
{
    const std::string_view known = ourEventType(theirs);
    return std::string(known.empty() ? theirs : known);
}

class Events final : public Mapper {
public:
    explicit Events(const ImportContext& context)
        : m_context(context)
        , m_times(context.timezone)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_decimals = c.forms().decimals;
        m_times.setForms(c.forms());
        m_customer = c.find(customerNames);
        m_order = c.find(usual::orders());
        m_session = c.find(sessionNames);
        if (m_session == Columns::none)
            m_session = m_order;
        m_at = timeOf(c);
        m_type = typeColumn(c);
        m_sku = c.find(skuNames);
        m_qty = c.find(usual::quantities());
        m_value = c.find({ "value", "score" });
        if (m_value == Columns::none)
            m_value = c.find(usual::lineTotals());
        if (m_value == Columns::none)
            m_value = c.find(usual::amounts());
        m_price = c.find(usual::unitPrices());
        m_channel = c.find(usual::channels());
        m_text = c.find(usual::texts());
        m_untyped = m_untyped || m_type == Columns::none;
        if (m_session == Columns::none)
            if (auto ok = requireColumns(c, { customerNames }); !ok)
                return ok;
        if (m_at == Columns::none)
            return requireColumns(c, { usual::times() });
        return {};
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        model::Event event;
        event.session = trim(fieldOf(row, m_session));
        std::string customer(trim(fieldOf(row, m_customer)));
        if (usual::isNothing(customer))
            customer.clear();
        if (customer.empty() && event.session.empty())
            return sink.reject(row, "customer", "is empty, and so is the session");
        if (customer.empty())
            customer = "session:" + event.session;
        const auto at = m_times.read(fieldOf(row, m_at));
        if (!at)
            return sink.reject(row, "at", "is no time");
        event.at = *at;
        event.type = m_type == Columns::none ? "product_viewed" : typeOf(trim(fieldOf(row, m_type)));
        if (event.type.empty())
            return sink.reject(row, "type", "is empty");
        event.sku = trim(fieldOf(row, m_sku));
        event.channel = trim(fieldOf(row, m_channel));
        event.text = trim(fieldOf(row, m_text));
        if (const std::string_view text = trim(fieldOf(row, m_qty)); !text.empty()) {
            const auto qty = toInteger(text, m_decimals);
            if (!qty)
                return sink.reject(row, "qty", "is no whole number");
            event.qty = *qty;
        }
        const bool deal = event.type == "purchased" || event.type == "returned";
        if (const std::string_view order = deal ? trim(fieldOf(row, m_order)) : std::string_view {};
            !order.empty())
            event.session = order;
        if (const std::string_view text = trim(fieldOf(row, m_value)); !text.empty()) {
            if (!readValue(text, event, deal))
                return sink.reject(row, "value", "is no amount");
        } else if (const std::string_view price = deal ? trim(fieldOf(row, m_price)) : std::string_view {};
                   !price.empty()) {
            const auto each = toMoney(price, m_context.currency, m_decimals);
            if (!each || std::abs(each->minor) > mostEach || std::abs(event.qty) > mostEach)
                return sink.reject(row, "price", "is no amount");
            event.value = each->minor * event.qty;
        }
        return sink.event(customer, event);
    }

    std::vector<std::string> notes() const override
    {
        if (m_untyped)
            return { "The file names no event types: every row was read as product_viewed." };
        return {};
    }

private:
    /// Money where something was bought or given back; elsewhere (a survey's score) the number itself.
    bool readValue(std::string_view text, model::Event& event, bool deal) const
    {
        if (!deal) {
            if (const auto number = toInteger(text, m_decimals)) {
                event.value = *number;
                return true;
            }
        }
        const auto money = toMoney(text, m_context.currency, m_decimals);
        if (money)
            event.value = money->minor;
        return money.has_value();
    }

    /// ourType(), which a file asks for a few words again and again.
    const std::string& typeOf(std::string_view theirs)
    {
        const auto known = std::ranges::find(m_types, theirs, &std::pair<std::string, std::string>::first);
        if (known != m_types.end())
            return known->second;
        if (m_types.size() == 16)
            m_types.clear();
        return m_types.emplace_back(theirs, ourType(theirs)).second;
    }

    ImportContext m_context;
    TimeReader m_times;
    DecimalMark m_decimals = DecimalMark::Point;
    std::vector<std::pair<std::string, std::string>> m_types;
    bool m_untyped = false;
    std::size_t m_customer = 0;
    std::size_t m_session = 0;
    std::size_t m_at = 0;
    std::size_t m_type = 0;
    std::size_t m_sku = 0;
    std::size_t m_qty = 0;
    std::size_t m_value = 0;
    std::size_t m_price = 0;
    std::size_t m_order = 0;
    std::size_t m_channel = 0;
    std::size_t m_text = 0;
};

bool hasWhoAndWhen(const Columns& c)
{
    return (c.find(customerNames) != Columns::none || c.find(sessionNames) != Columns::none
               || c.find(usual::orders()) != Columns::none)
        && timeOf(c) != Columns::none;
}

}

bool fitsEvents(const Columns& c) { return hasWhoAndWhen(c) && typeColumn(c) != Columns::none; }

bool fitsUntypedEvents(const Columns& c) { return hasWhoAndWhen(c) && c.find(skuNames) != Columns::none; }

std::unique_ptr<Mapper> makeEvents(const ImportContext& context) { return std::make_unique<Events>(context); }

}
