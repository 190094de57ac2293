// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/order_lines.h"
#include "ingest/order_words.h"
#include "ingest/presets.h"
#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

// Orders of WooCommerce, as its export extensions write them:
//   one row per item     order_id, order_date, status, billing_email, item_sku, item_name, item_quantity,
//   item_total
//                        ("Customer/Order/Coupon Export", and with blanks in the names "Advanced Order
//                        Export")
//   one row per order    line_items = "name:…|sku:…|quantity:…|total:…;name:…" (the same extension)
//                        line_item_1, line_item_2, … = "name:…|sku:…|quantity:…|total:…" ("Import Export
//                        Suite")
//   one row per order    Order #, Date, Status, Product(s) = "2× Lamp, 1× Desk", N. Revenue: the shop's own
//   Analytics. It
//                        names no e-mail address, and names are nobody's key: each order is of an anonymous
//                        customer. The order's sum is split over its pieces.
// A completed, processing or waiting order's items are purchased; of a refunded one returned besides. Of any
// other (failed, cancelled, pending, a draft) nothing was bought: rejected. A row of several items is stored
// as a whole.

namespace ow::ingest {

namespace {

const Names orderNames { "order_number", "order_id", "order_no", "Order #" };
const Names dateNames { "order_date", "date_created", "date", "paid_date", "order_date_gmt" };
const Names itemNames { "item_name", "product_name", "name", "line_item_name" };
const Names quantityNames { "item_quantity", "quantity", "Quantity (- Refund)", "qty", "line_item_quantity" };

/// What "name:Lamp|sku:A|quantity:2|total:10.00" says. A value may have colons in it.
std::map<std::string, std::string, std::less<>> partsOf(std::string_view item)
{
    std::map<std::string, std::string, std::less<>> out;
    while (!item.empty()) {
        const std::size_t end = std::min(item.find('|'), item.size());
        const std::string_view part = item.substr(0, end);
        if (const std::size_t colon = part.find(':'); colon != std::string_view::npos)
            out.emplace(plainName(part.substr(0, colon)), trim(part.substr(colon + 1)));
        item.remove_prefix(std::min(end + 1, item.size()));
    }
    return out;
}

/// Where the next "2× " begins behind a comma, or the end.
std::size_t nextCounted(std::string_view text)
{
    for (std::size_t comma = text.find(", "); comma != std::string_view::npos;
         comma = text.find(", ", comma + 2)) {
        std::size_t at = comma + 2 + (text.substr(comma + 2).starts_with('-') ? 1 : 0);
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        if (at > comma + 2 && text.substr(at).starts_with("×"))
            return comma;
    }
    return text.size();
}

struct Item {
    std::string sku;
    std::string title;
    std::string quantity;
    std::string total; ///< of the line
    std::string cost; ///< of a piece
    std::string id {}; ///< of the line in the shop
};

class WooCommerce final : public Mapper {
public:
    explicit WooCommerce(const ImportContext& context)
        : m_currency(context.currency)
        , m_times(context.timezone)
        , m_lines(context)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_decimals = c.forms().decimals;
        m_times.setForms(c.forms());
        m_order = c.find(orderNames);
        m_date = c.find(dateNames);
        m_status = c.find({ "status", "order_status" });
        m_email = c.find({ "billing_email", "customer_email", "Email (Billing)", "email" });
        m_customer = c.find({ "customer_id", "customer_user", "user_id" });
        m_code = c.find({ "order_currency", "currency" });
        m_sku = c.find({ "item_sku", "sku", "product_sku", "line_item_sku" });
        m_title = c.find(itemNames);
        m_id = c.find({ "item_id", "line_item_id", "order_item_id" });
        m_quantity = c.find(quantityNames);
        m_total
            = c.find({ "item_total", "line_total", "Order Line Total", "line_item_total", "item_subtotal" });
        m_cost = c.find({ "item_price", "item_cost", "price" });
        m_counted = c.find({ "Product(s)" });
        m_sum = c.find({ "N. Revenue", "Net Sales" });
        m_items.clear();
        for (const char* name : { "line_items", "order_items" })
            if (const std::size_t column = c.find({ name }); column != Columns::none)
                m_items.push_back(column);
        for (int i = 1; c.has(fmt::format("line_item_{}", i)); ++i)
            m_items.push_back(c.find({ fmt::format("line_item_{}", i) }));
        if (!m_items.empty() || m_counted != Columns::none)
            return requireColumns(c, { orderNames, dateNames });
        return requireColumns(c, { orderNames, dateNames, itemNames, quantityNames });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        OrderLine line;
        line.order = trim(fieldOf(row, m_order));
        if (line.order.empty())
            return sink.reject(row, "order_id", "is empty");
        const auto at = m_times.read(fieldOf(row, m_date));
        if (!at)
            return sink.reject(row, "order_date", "is no time");
        line.at = *at;
        const OrderFate fate = orderFate(fieldOf(row, m_status));
        if (fate == OrderFate::NotBought)
            return sink.reject(row, "status", "is none of an order that was bought");
        if (fate == OrderFate::GivenBack)
            line.returnedAt = line.at;
        m_refunds = m_refunds || line.returnedAt;
        line.customer = customerKey(fieldOf(row, m_email));
        m_byEmail = m_byEmail || !line.customer.empty();
        if (const std::string_view id = trim(fieldOf(row, m_customer)); line.customer.empty() && id != "0")
            line.customer = id;
        m_lines.sawCurrency(fieldOf(row, m_code));
        return items(row, line, sink);
    }

    Result<void> finish(RowSink& sink) override { return m_lines.finish(sink); }

    std::vector<std::string> notes() const override
    {
        std::vector<std::string> out = m_lines.notes();
        if (m_byEmail)
            out.emplace_back("Customers are known by their e-mail address. Names, addresses and phone numbers were not "
                             "read.");
        else if (m_counted != Columns::none)
            out.emplace_back("The file names no e-mail addresses: each order is of an anonymous customer. Names were "
                             "not read.");
        else
            out.emplace_back("Names, addresses and phone numbers were not read.");
        if (m_counted != Columns::none)
            out.emplace_back("The file tells only each order's sum: it was split over its pieces.");
        if (m_refunds)
            out.emplace_back("The file tells no time of refunds: they are dated to the order.");
        return out;
    }

private:
    /// All items of the row, or none of them where one cannot be read.
    Result<void> items(const TableRow& row, const OrderLine& order, RowSink& sink)
    {
        std::vector<OrderLine> lines;
        std::vector<bool> areReturns;
        for (const Item& item : itemsOf(row)) {
            OrderLine& line = lines.emplace_back(order);
            bool isReturn = false;
            const char* fault = fill(item, line, isReturn);
            areReturns.push_back(isReturn);
            if (fault != nullptr)
                return sink.reject(row, m_items.empty() ? "item" : "line_items", fault);
        }
        if (lines.empty())
            return sink.reject(row, m_items.empty() ? "item_name" : "line_items", "is empty");
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (auto ok = addOne(lines[i], areReturns[i], i == 0, sink); !ok)
                return ok;
        return {};
    }

    /// The shop's own report tells refunds as orders of less than nothing.
    Result<void> addOne(const OrderLine& line, bool isReturn, bool isFirst, RowSink& sink)
    {
        if (!isReturn)
            return isFirst ? m_lines.add(line, sink) : m_lines.addFurther(line, sink);
        return isFirst ? m_lines.addReturn(line, sink) : m_lines.addFurtherReturn(line, sink);
    }

    /// "2× Lamp, 1× Desk", and the order's sum over its pieces; what does not divide goes to the first.
    std::vector<Item> countedItems(const TableRow& row) const
    {
        std::vector<Item> out;
        std::int64_t pieces = 0;
        for (std::string_view rest = trim(fieldOf(row, m_counted)); !rest.empty();) {
            const std::size_t end = nextCounted(rest);
            const std::string_view item = rest.substr(0, end);
            const std::size_t sign = item.find("×");
            const std::string_view count = sign == std::string_view::npos ? "" : trim(item.substr(0, sign));
            const std::string_view title = sign == std::string_view::npos ? item : item.substr(sign + 2);
            out.push_back({ {}, std::string(trim(title)), std::string(count), {}, {} });
            pieces += std::abs(toInteger(count).value_or(0));
            rest.remove_prefix(std::min(end + 2, rest.size()));
        }
        const auto sum = toMoney(fieldOf(row, m_sum), m_currency, m_decimals);
        if (!sum || pieces <= 0 || pieces > 1'000'000)
            return out;
        const std::int64_t whole = std::abs(sum->minor);
        std::int64_t left = whole;
        for (std::size_t i = out.size(); i-- > 0;) {
            const std::int64_t part
                = i == 0 ? left : whole / pieces * std::abs(toInteger(out[i].quantity).value_or(0));
            left -= part;
            out[i].total = formatMoney({ sum->minor < 0 ? -part : part }, m_currency);
        }
        return out;
    }

    std::vector<Item> itemsOf(const TableRow& row) const
    {
        if (m_counted != Columns::none)
            return countedItems(row);
        std::vector<Item> out;
        for (const std::size_t column : m_items) {
            std::string_view rest = fieldOf(row, column);
            while (!trim(rest).empty()) {
                // Items are between semicolons; one in a name is none that a "name:" or "id:" follows.
                std::size_t end = rest.find(';');
                while (end != std::string_view::npos && !beginsItem(rest.substr(end + 1)))
                    end = rest.find(';', end + 1);
                const auto parts = partsOf(rest.substr(0, end));
                const auto part = [&](std::string_view name) {
                    const auto it = parts.find(name);
                    return it == parts.end() ? std::string {} : it->second;
                };
                out.push_back({ part("sku"), part("name"), part("quantity"), part("total"), part("price"), part("id") });
                rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            }
        }
        const auto text = [&](std::size_t column) { return std::string(trim(fieldOf(row, column))); };
        if (m_items.empty() && !(text(m_title).empty() && text(m_sku).empty()))
            out.push_back({ text(m_sku), text(m_title), text(m_quantity), text(m_total), text(m_cost), text(m_id) });
        return out;
    }

    static bool beginsItem(std::string_view rest)
    {
        rest = trim(rest);
        return rest.empty() || rest.starts_with("name:") || rest.starts_with("id:")
            || rest.starts_with("sku:") || rest.starts_with("product_id:");
    }

    /// Returns what is wrong with the item.
    const char* fill(const Item& item, OrderLine& line, bool& isReturn) const
    {
        constexpr std::int64_t most = 1'000'000'000;
        line.sku = item.sku;
        line.title = item.title;
        line.id = item.id;
        if (line.sku.empty() && line.title.empty())
            return "has an item without name and SKU";
        const auto quantity = toInteger(item.quantity, m_decimals);
        if (!quantity || *quantity < -most || *quantity > most)
            return "has an item whose quantity is no whole number";
        const bool byPiece = item.total.empty();
        const DecimalMark mark
            = m_counted != Columns::none ? DecimalMark::Point : m_decimals; // of our own making
        const auto amount = toMoney(byPiece ? item.cost : item.total, m_currency, mark);
        if (!amount && !(byPiece && item.cost.empty()))
            return "has an item whose total is no amount";
        const std::int64_t minor = amount ? std::abs(amount->minor) : 0;
        if (minor > most)
            return "has an item whose total is too high";
        isReturn = *quantity < 0 || (amount && amount->minor < 0);
        line.qty = std::abs(*quantity);
        line.paid.minor = byPiece ? minor * line.qty : minor;
        return nullptr;
    }

    std::string m_currency;
    TimeReader m_times;
    OrderLines m_lines;
    DecimalMark m_decimals = DecimalMark::Point;
    bool m_refunds = false;
    bool m_byEmail = false; ///< some customer at least
    std::vector<std::size_t> m_items; ///< columns of whole items
    std::size_t m_order = 0;
    std::size_t m_date = 0;
    std::size_t m_status = 0;
    std::size_t m_email = 0;
    std::size_t m_customer = 0;
    std::size_t m_code = 0;
    std::size_t m_sku = 0;
    std::size_t m_title = 0;
    std::size_t m_id = 0;
    std::size_t m_quantity = 0;
    std::size_t m_total = 0;
    std::size_t m_cost = 0;
    std::size_t m_counted = 0;
    std::size_t m_sum = 0;
};

}

bool fitsWooCommerce(const Columns& c)
{
    if (c.hasAll({ "Order #", "Date", "Product(s)", "Items sold" }))
        return true;
    const bool order
        = c.find({ "order_id", "order_number" }) != Columns::none && c.find(dateNames) != Columns::none;
    const bool rows = c.find({ "item_name", "line_item_name" }) != Columns::none
        && c.find(quantityNames) != Columns::none;
    return order && (rows || c.has("line_items") || c.has("line_item_1"));
}

std::unique_ptr<Mapper> makeWooCommerce(const ImportContext& context)
{
    return std::make_unique<WooCommerce>(context);
}

}
