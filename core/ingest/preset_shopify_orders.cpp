// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ingest/order_lines.h"
#include "ingest/presets.h"
#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

// Shopify's order export (https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders):
// one row per line item; what the order as a whole has stands in its first row only. The customer is the
// e-mail address, the one key that this export and that of customers share.
//   a line of an order                        purchased at "Created at": price x quantity - discount of the
//   line … that was cancelled, or wholly refunded  returned besides, at "Cancelled at", else when it was paid
//   … whose payment was voided                rejected: nothing was bought
//   a row without a line item                 duplicate: it repeats the order

namespace ow::ingest {

namespace {

constexpr std::int64_t most = 1'000'000'000;

class ShopifyOrders final : public Mapper {
public:
    explicit ShopifyOrders(const ImportContext& context)
        : m_currency(context.currency)
        , m_times(context.timezone)
        , m_lines(context)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_decimals = c.forms().decimals;
        m_times.setForms(c.forms());
        m_name = c.find({ "Name" });
        m_email = c.find({ "Email" });
        m_status = c.find({ "Financial Status" });
        m_created = c.find({ "Created at" });
        m_paid = c.find({ "Paid at" });
        m_cancelled = c.find({ "Cancelled at" });
        m_code = c.find({ "Currency" });
        m_quantity = c.find({ "Lineitem quantity" });
        m_title = c.find({ "Lineitem name" });
        m_price = c.find({ "Lineitem price" });
        m_sku = c.find({ "Lineitem sku" });
        m_discount = c.find({ "Lineitem discount" });
        m_whole = c.find({ "Discount Amount" });
        m_refunded = c.find({ "Refunded Amount" });
        m_order = {};
        return requireColumns(c,
            { { "Name" }, { "Created at" }, { "Lineitem quantity" }, { "Lineitem name" },
                { "Lineitem price" } });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        const std::string name(trim(fieldOf(row, m_name)));
        if (name.empty())
            return sink.reject(row, "Name", "is empty");
        if (name != m_order.name)
            m_order = {};
        m_order.name = name;
        if (const char* column = takeOrder(row))
            return sink.reject(row, column, "is no time");
        OrderLine line;
        line.title = trim(fieldOf(row, m_title));
        line.sku = customerKey(fieldOf(row, m_sku));
        if (line.title.empty() && line.sku.empty()) {
            sink.duplicate();
            return {};
        }
        if (!m_order.created)
            return sink.reject(row, "Created at", "is empty");
        if (m_order.status == "voided" || m_order.status == "expired")
            return sink.reject(row, "Financial Status", "is " + m_order.status + ": nothing was bought");
        const auto quantity = toInteger(fieldOf(row, m_quantity), m_decimals);
        if (!quantity || *quantity < 0 || *quantity > 1'000'000'000)
            return sink.reject(row, "Lineitem quantity", "is no whole number from 0 on");
        const auto price = toMoney(fieldOf(row, m_price), m_currency, m_decimals);
        if (!price || price->minor < 0 || price->minor > 1'000'000'000)
            return sink.reject(row, "Lineitem price", "is no amount from 0 on");
        Money discount;
        if (const std::string_view text = trim(fieldOf(row, m_discount)); !text.empty()) {
            const auto read = toMoney(text, m_currency, m_decimals);
            if (!read)
                return sink.reject(row, "Lineitem discount", "is no amount");
            discount.minor = std::abs(read->minor);
        }
        line.order = name;
        line.customer = m_order.customer;
        line.at = *m_order.created;
        line.qty = *quantity;
        line.paid.minor = std::max<std::int64_t>(price->minor * *quantity - discount.minor, 0);
        line.returnedAt = returned();
        return m_lines.add(line, sink);
    }

    Result<void> finish(RowSink& sink) override { return m_lines.finish(sink); }

    std::vector<std::string> notes() const override
    {
        std::vector<std::string> out = m_lines.notes();
        out.emplace_back("Customers are known by their e-mail address, as in the export of customers. Names, "
                         "addresses and phone numbers were not read.");
        if (m_discounts > 0)
            out.push_back(
                fmt::format("{}: discounts of {} {} in all are named for the order as a whole; they are not "
                            "taken off its lines.",
                    counted(m_discounts, "order", "orders"), formatMoney({ m_discountSum }, m_currency),
                    m_currency));
        if (m_partly > 0)
            out.push_back(fmt::format("{}: {} {} in all were given back in part. The file does not tell for "
                                      "which lines, so all count as "
                                      "bought.",
                counted(m_partly, "order", "orders"), formatMoney({ m_partlySum }, m_currency), m_currency));
        if (m_undated)
            out.emplace_back("Shopify tells no time of refunds: they are dated to the payment.");
        return out;
    }

private:
    struct Order {
        std::string name;
        std::string customer;
        std::string status;
        std::optional<Timestamp> created;
        std::optional<Timestamp> paid;
        std::optional<Timestamp> cancelled;
    };

    /// What the row says of its order. Returns the column that is no time, if any.
    const char* takeOrder(const TableRow& row)
    {
        if (std::string email = customerKey(fieldOf(row, m_email)); !email.empty())
            m_order.customer = std::move(email);
        if (const std::string_view status = trim(fieldOf(row, m_status)); !status.empty())
            m_order.status = status;
        takeSums(row);
        m_lines.sawCurrency(fieldOf(row, m_code));
        struct Time {
            std::size_t column;
            const char* title;
            std::optional<Timestamp>* out;
        };
        for (const Time& time :
            { Time { m_created, "Created at", &m_order.created }, Time { m_paid, "Paid at", &m_order.paid },
                Time { m_cancelled, "Cancelled at", &m_order.cancelled } }) {
            const std::string_view text = trim(fieldOf(row, time.column));
            if (text.empty())
                continue;
            const auto at = m_times.read(text);
            if (!at)
                return time.title;
            *time.out = at;
        }
        return nullptr;
    }

    /// What stands once in an order and cannot be told of its lines. The discount of an order includes those
    /// of its lines, where an export names them.
    void takeSums(const TableRow& row)
    {
        if (trim(fieldOf(row, m_status)).empty() || m_order.status == "voided" || m_order.status == "expired")
            return;
        const auto sum = [&](std::size_t column) {
            const auto money = toMoney(fieldOf(row, column), m_currency, m_decimals);
            return money ? std::abs(money->minor) : 0;
        };
        if (const std::int64_t discount = sum(m_whole); discount > 0 && discount < most) {
            ++m_discounts;
            m_discountSum += discount;
        }
        if (const std::int64_t back = sum(m_refunded);
            back > 0 && back < most && m_order.status == "partially_refunded") {
            ++m_partly;
            m_partlySum += back;
        }
    }

    std::optional<Timestamp> returned()
    {
        if (m_order.cancelled)
            return std::max(*m_order.cancelled, *m_order.created);
        if (m_order.status != "refunded")
            return std::nullopt;
        m_undated = true;
        return std::max(m_order.paid.value_or(*m_order.created), *m_order.created);
    }

    std::string m_currency;
    TimeReader m_times;
    OrderLines m_lines;
    DecimalMark m_decimals = DecimalMark::Point;
    Order m_order;
    bool m_undated = false;
    std::int64_t m_discounts = 0; ///< orders
    std::int64_t m_discountSum = 0;
    std::int64_t m_partly = 0; ///< orders given back in part
    std::int64_t m_partlySum = 0;
    std::size_t m_whole = 0;
    std::size_t m_refunded = 0;
    std::size_t m_name = 0;
    std::size_t m_email = 0;
    std::size_t m_status = 0;
    std::size_t m_created = 0;
    std::size_t m_paid = 0;
    std::size_t m_cancelled = 0;
    std::size_t m_code = 0;
    std::size_t m_quantity = 0;
    std::size_t m_title = 0;
    std::size_t m_price = 0;
    std::size_t m_sku = 0;
    std::size_t m_discount = 0;
};

}

bool fitsShopifyOrders(const Columns& c)
{
    return c.hasAll({ "Name", "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price" });
}

std::unique_ptr<Mapper> makeShopifyOrders(const ImportContext& context)
{
    return std::make_unique<ShopifyOrders>(context);
}

}
