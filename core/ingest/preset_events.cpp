// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/event_id.h"
#include "ingest/event_words.h"
#include "ingest/presets.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"
#include "model/event_types.h"

#include <algorithm>
#include <array>
#include <cstdint>
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
    const std::size_t usualOne = c.find(usual::types());
    return usualOne != Columns::none ? usualOne : c.find({ "type" });
}

constexpr std::int64_t mostEach = 1'000'000'000;

constexpr const char* negativePurchase = "is negative on a purchase: say returned, or say in the mapping that such "
                                         "rows are returns (negative_quantity)";
constexpr const char* noScore = "is no whole number, as a score must be";

std::int64_t magnitude(std::int64_t number) { return number == INT64_MIN ? INT64_MAX : std::abs(number); }

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
        , m_ids(context, "events")
        , m_negativeIsReturn(context.negativeIsReturn)
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
        m_score = c.find({ "score", "rating" });
        m_value = c.find({ "value" });
        if (m_value == Columns::none)
            m_value = c.find(usual::lineTotals());
        if (m_value == Columns::none)
            m_value = c.find(usual::amounts());
        m_valueIsScore = m_context.valueIsScore;
        if (m_value == Columns::none) {
            m_value = m_score;
            m_valueIsScore = m_valueIsScore || m_score != Columns::none;
        }
        m_price = c.find(usual::unitPrices());
        m_channel = c.find(usual::channels());
        m_text = c.find(usual::texts());
        m_ids.find(c, { "event_id", "message_id" });
        m_untyped = m_untyped || m_type == Columns::none;
        m_types.clear(); // what the last file had and this one has not, is in them
        if (m_session == Columns::none)
            if (auto ok = requireColumns(c, { customerNames }); !ok)
                return ok;
        if (m_at == Columns::none)
            return requireColumns(c, { usual::times() });
        return {};
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        const std::string_view session = trim(fieldOf(row, m_session));
        std::string_view customer = trim(fieldOf(row, m_customer));
        if (usual::isNothing(customer))
            customer = {};
        if (customer.empty() && session.empty())
            return sink.reject(row, "customer", "is empty, and so is the session");
        if (customer.empty())
            customer = m_anonymous.replace(anonymous.size(), std::string::npos, session);
        const auto at = m_times.read(fieldOf(row, m_at));
        if (!at)
            return sink.reject(row, "at", "is no time");
        Type& type = typeOf(trim(fieldOf(row, m_type)));
        model::Event& event = type.event;
        if (event.type.empty())
            return sink.reject(row, "type", "is empty");
        event.at = *at;
        if (m_session != Columns::none)
            event.session = session;
        event.sku = trim(fieldOf(row, m_sku));
        event.channel = trim(fieldOf(row, m_channel));
        if (m_text != Columns::none)
            event.text = trim(fieldOf(row, m_text));
        event.qty = 1;
        if (const std::string_view text = trim(fieldOf(row, m_qty)); !text.empty()) {
            const auto qty = toInteger(text, m_decimals);
            if (!qty)
                return sink.reject(row, "qty", "is no whole number");
            event.qty = *qty;
        }
        if (const std::string_view order = type.isDeal ? trim(fieldOf(row, m_order)) : std::string_view {};
            !order.empty())
            event.session = order;
        event.value = 0;
        std::string_view text = trim(fieldOf(row, type.value));
        if (text.empty() && type.value != m_value)
            text = trim(fieldOf(row, m_value));
        if (!text.empty()) {
            if (!readValue(text, event, type.isMoney))
                return sink.reject(row, "value", type.isMoney ? "is no amount" : noScore);
        } else if (const std::string_view price = type.isDeal ? trim(fieldOf(row, m_price)) : std::string_view {};
                   !price.empty()) {
            const auto each = toMoney(price, m_context.currency, m_decimals);
            if (!each || std::abs(each->minor) > mostEach || std::abs(event.qty) > mostEach)
                return sink.reject(row, "price", "is no amount");
            event.value = each->minor * event.qty;
        }
        if (type.isDeal && (event.qty < 0 || event.value < 0)) {
            if (event.type == "purchased" && !m_negativeIsReturn)
                return sink.reject(row, event.qty < 0 ? "qty" : "value", negativePurchase);
            model::Event back = event; // the type's own event is the next row's
            back.type = "returned";
            back.qty = magnitude(event.qty);
            back.value = magnitude(event.value);
            return sink.event(customer, back, m_ids.of(row));
        }
        return sink.event(customer, event, m_ids.of(row));
    }

    std::vector<std::string> notes() const override
    {
        if (m_untyped)
            return { "The file names no event types: every row was read as product_viewed." };
        return {};
    }

private:
    /// A type of events, by the file's word.
    struct Type {
        std::string theirs;
        model::Event event; ///< the last one of the type: most of it is the next one's, too
        bool isDeal = false; ///< something was bought or given back
        bool isMoney = true; ///< its value, else a score
        std::size_t value = 0; ///< the column that it is in
    };

    /// An amount, or a score: the number itself, whole.
    bool readValue(std::string_view text, model::Event& event, bool isMoney) const
    {
        if (!isMoney) {
            const auto number = toInteger(text, m_decimals);
            event.value = number.value_or(0);
            return number.has_value();
        }
        const auto money = toMoney(text, m_context.currency, m_decimals);
        if (money)
            event.value = money->minor;
        return money.has_value();
    }

    /// ourType(), which a file asks for a few words again and again.
    Type& typeOf(std::string_view theirs)
    {
        if (m_type == Columns::none)
            theirs = "product_viewed";
        const auto known = std::ranges::find(m_types, theirs, &Type::theirs);
        if (known != m_types.end())
            return *known;
        if (m_types.size() == 16)
            m_types.clear();
        Type& type = m_types.emplace_back();
        type.theirs = theirs;
        type.event.type = ourType(theirs);
        type.isDeal = type.event.type == "purchased" || type.event.type == "returned";
        const bool isSurvey = !model::valueIsMoney(type.event.type);
        type.isMoney = type.isDeal || !(isSurvey || m_valueIsScore);
        type.value = isSurvey && m_score != Columns::none ? m_score : m_value;
        return type;
    }

    static constexpr std::string_view anonymous = "session:";

    ImportContext m_context;
    TimeReader m_times;
    EventIdColumn m_ids;
    DecimalMark m_decimals = DecimalMark::Point;
    std::vector<Type> m_types;
    std::string m_anonymous { anonymous };
    bool m_untyped = false;
    bool m_negativeIsReturn = false;
    bool m_valueIsScore = false;
    std::size_t m_customer = 0;
    std::size_t m_session = 0;
    std::size_t m_at = 0;
    std::size_t m_type = 0;
    std::size_t m_sku = 0;
    std::size_t m_qty = 0;
    std::size_t m_value = 0;
    std::size_t m_score = 0;
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
