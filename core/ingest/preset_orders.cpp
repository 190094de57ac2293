// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/order_lines.h"
#include "ingest/order_words.h"
#include "ingest/presets.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

// Order lines of any shop, till or warehouse: who bought what when, a row per line, under the usual names of
// six languages. JSON too: a row for each element of an order's list of lines.
//   a line                     purchased: session = the order; without one the customer and the time as it is
//                              written, so that what somebody bought at once is one basket
//   value                      the line's total, else price x quantity, else the amount
//   a quantity or value below 0  returned, both positive
//   status refunded, returned    returned besides, at the order's time; cancelled, failed, …: rejected
//   a quantity such as 0.45 (kg) one piece or the nearest number of them; the value is exact

namespace ow::ingest {

namespace {

constexpr std::int64_t most = 1'000'000'000;

/// In front of the columns of an order's lines in JSON: "line_items[]."; "" where there are none.
std::string linesPrefix(const Columns& c)
{
    for (std::size_t i = 0; i < c.count(); ++i)
        if (const std::size_t end = c.name(i).rfind("[]."); end != std::string::npos)
            return c.name(i).substr(0, end + 3);
    return {};
}

struct OrderColumns {
    std::size_t order, customer, email, at, clock, sku, title, quantity, price, total, amount, status, code,
        channel;
};

std::size_t ofLine(const Columns& c, const std::string& prefix, const Names& names)
{
    if (prefix.empty())
        return c.find(names);
    for (const std::string_view name : names)
        if (const std::size_t at = c.findWhole({ prefix + std::string(name) }); at != Columns::none)
            return at;
    return Columns::none;
}

std::size_t timeOf(const Columns& c)
{
    const std::size_t particular = c.find(usual::orderTimes());
    return particular != Columns::none ? particular : c.find(usual::times());
}

OrderColumns columnsOf(const Columns& c)
{
    const std::string prefix = linesPrefix(c);
    OrderColumns out {};
    // Beside a list of lines the order is the record, which has numbers of payments and more besides.
    out.order = prefix.empty()
        ? c.find(usual::orders())
        : c.findWhole({ "order_id", "order_number", "order", "invoice", "number", "name", "id" });
    out.customer = c.find(usual::customers());
    out.email = c.find({ "customer_email", "buyer_email", "email", "billing_email", "email_address" });
    out.at = timeOf(c);
    out.clock = c.find(usual::clocks());
    out.sku = ofLine(c, prefix, usual::skus());
    out.title = ofLine(c, prefix, usual::titles());
    out.quantity = ofLine(c, prefix, usual::quantities());
    out.price = ofLine(c, prefix, usual::unitPrices());
    out.total = ofLine(c, prefix, usual::lineTotals());
    out.amount = prefix.empty() ? c.find(usual::amounts()) : ofLine(c, prefix, { "total", "amount" });
    // Amazon's item-price is that of all pieces of the line.
    if (c.has("amazon_order_id") && out.total == Columns::none && out.price != Columns::none
        && out.price == c.find({ "item_price" }))
        out.total = std::exchange(out.price, Columns::none);
    out.status = c.find(usual::statuses());
    out.code = c.find(usual::currencies());
    out.channel = prefix.empty() ? c.find(usual::channels()) : Columns::none;
    if (out.clock == out.at)
        out.clock = Columns::none;
    // Ta-Feng's AMOUNT counts pieces: beside a line's total an amount is no second one.
    if (out.quantity == Columns::none && out.total != Columns::none) {
        out.quantity = out.amount;
        out.amount = Columns::none;
    }
    return out;
}

class Orders final : public Mapper {
public:
    explicit Orders(const ImportContext& context)
        : m_currency(context.currency)
        , m_times(context.timezone)
        , m_lines(context)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_decimals = c.forms().decimals;
        m_times.setForms(c.forms());
        m = columnsOf(c);
        m_noOrder = m_noOrder || m.order == Columns::none;
        if (m.at == Columns::none)
            return requireColumns(c, { usual::orderTimes() });
        if (m.sku == Columns::none && m.title == Columns::none)
            return requireColumns(c, { usual::skus() });
        if (m.order == Columns::none)
            return requireColumns(c, { usual::customers() });
        return {};
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        OrderLine line;
        line.order = usual::idOf(fieldOf(row, m.order));
        line.customer = usual::idOf(fieldOf(row, m.customer));
        if (line.customer.empty() || line.customer == "0")
            line.customer = usual::idOf(fieldOf(row, m.email));
        if (line.customer.empty() && line.order.empty())
            return sink.reject(row, "customer", "is empty, and so is the order");
        const std::string when = whenOf(row);
        const auto at = m_times.read(when);
        if (!at)
            return sink.reject(row, "at", "is no time");
        line.at = *at;
        if (line.order.empty())
            line.order = line.customer + '/' + when;
        line.sku = usual::idOf(fieldOf(row, m.sku));
        line.title = trim(fieldOf(row, m.title));
        if (line.sku.empty() && line.title.empty())
            return sink.reject(row, "sku", "is empty");
        line.channel = trim(fieldOf(row, m.channel));
        const OrderFate fate = orderFate(fieldOf(row, m.status));
        if (fate == OrderFate::NotBought)
            return sink.reject(row, "status", "is none of an order that was bought");
        bool negative = false;
        if (const char* column = readAmounts(row, line, negative))
            return sink.reject(row, column, column == m_quantityName ? "is no number" : "is no amount");
        m_lines.sawCurrency(fieldOf(row, m.code));
        if (negative)
            return m_lines.addReturn(line, sink);
        if (fate == OrderFate::GivenBack)
            line.returnedAt = line.at;
        m_refunds = m_refunds || line.returnedAt;
        return m_lines.add(line, sink);
    }

    Result<void> finish(RowSink& sink) override { return m_lines.finish(sink); }

    std::vector<std::string> notes() const override
    {
        std::vector<std::string> out = m_lines.notes();
        if (m_noOrder)
            out.emplace_back(
                "The file names no orders: what a customer bought at one time is taken for one basket.");
        if (m_fractions > 0)
            out.push_back(fmt::format("Quantities that are no whole numbers (weights, in {} of the rows) "
                                      "count as the nearest number of pieces, 1 at least.",
                m_fractions));
        if (m_refunds)
            out.emplace_back("The file tells no time of refunds: they are dated to the order.");
        return out;
    }

private:
    /// The time as it is written, from one column or two: "31.12.2024" and "23:59".
    std::string whenOf(const TableRow& row) const
    {
        std::string out(trim(fieldOf(row, m.at)));
        const std::string_view clock = trim(fieldOf(row, m.clock));
        if (out.find(':') == std::string::npos && clock.find(':') != std::string_view::npos)
            out.append(" ").append(clock);
        return out;
    }

    /// Returns the column that cannot be read, if any.
    const char* readAmounts(const TableRow& row, OrderLine& line, bool& negative)
    {
        double pieces = 1;
        if (const std::string_view text = trim(fieldOf(row, m.quantity)); !usual::isNothing(text)) {
            const auto number = toNumber(text, m_decimals);
            if (!number || std::abs(*number) > double(most))
                return m_quantityName;
            pieces = *number;
        }
        const double size = std::abs(pieces);
        line.qty = std::int64_t(std::llround(size));
        if (double(line.qty) != size) {
            line.qty = std::max<std::int64_t>(line.qty, 1);
            ++m_fractions;
        }
        std::int64_t paid = 0;
        for (const std::size_t column : { m.total, m.price, m.amount }) {
            const std::string_view text = trim(fieldOf(row, column));
            if (usual::isNothing(text))
                continue;
            const auto money = toMoney(text, m_currency, m_decimals);
            if (!money || std::abs(money->minor) > most)
                return "value";
            paid = column == m.price ? std::llround(double(money->minor) * size) : money->minor;
            break;
        }
        negative = pieces < 0 || paid < 0;
        line.paid.minor = std::abs(paid);
        return nullptr;
    }

    static constexpr const char* m_quantityName = "qty";
    std::string m_currency;
    TimeReader m_times;
    OrderLines m_lines;
    DecimalMark m_decimals = DecimalMark::Point;
    OrderColumns m {};
    std::int64_t m_fractions = 0;
    bool m_noOrder = false;
    bool m_refunds = false;
};

}

bool fitsOrders(const Columns& c)
{
    const OrderColumns found = columnsOf(c);
    const auto has = [](std::size_t column) { return column != Columns::none; };
    const bool evidence = has(found.order) || c.find(usual::orderTimes()) != Columns::none || has(found.total)
        || (has(found.price) && has(found.quantity))
        || c.has("itemDescription"); // the Groceries set with members and days
    // Nobody's receipts are baskets, unless they tell what was paid.
    const bool paid = has(found.price) || has(found.total) || has(found.amount);
    const bool anybody = has(found.customer) || (has(found.order) && paid);
    return anybody && has(found.at) && (has(found.sku) || has(found.title)) && evidence
        && c.find(usual::types()) == Columns::none && !c.has("type");
}

std::unique_ptr<Mapper> makeOrders(const ImportContext& context) { return std::make_unique<Orders>(context); }

}
