// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/derived_products.h"
#include "ingest/presets.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"

#include <algorithm>
#include <array>
#include <unordered_map>

// Invoice lines of a shop that keeps no event log: https://archive.ics.uci.edu/dataset/352/online+retail.
//
// What becomes of a line (docs/guide/import.md tells people the same):
//   customer, quantity > 0                    purchased   value = quantity x unit price, session = invoice
//   customer, invoice C…                      returned    quantity and value positive
//   customer, a fee's code                    fee_charged text = code, value signed; no product, no basket
//   no customer, quantity > 0, price > 0      a line of the basket "invoice": nobody to tell a history of
//   the rest: stock corrections, fees and returns of nobody                                    rejected
// Products are derived from the lines sold: title = the most frequent description, price = the median unit
// price.

namespace ow::ingest {

namespace {

/// Stock codes that are no goods: postage, carriage, manual entries, discounts, samples, bad debt, charges,
/// vouchers.
bool isFee(std::string_view code)
{
    constexpr std::array<std::string_view, 11> fees { "POST", "DOT", "M", "m", "D", "C2", "S", "B", "CRUK",
        "AMAZONFEE", "BANK CHARGES" };
    return std::ranges::find(fees, code) != fees.end() || code.starts_with("gift_");
}

class OnlineRetail final : public Mapper {
public:
    explicit OnlineRetail(const ImportContext& context)
        : m_context(context)
        , m_times(context.timezone)
        , m_products(context)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_decimals = c.forms().decimals;
        m_times.setForms(c.forms());
        m_invoice = c.find({ "invoice", "InvoiceNo" });
        m_code = c.find({ "stock_code" });
        m_description = c.find({ "description" });
        m_quantity = c.find({ "quantity" });
        m_date = c.find({ "invoice_date" });
        m_price = c.find({ "unit_price", "price" });
        m_customer = c.find({ "customer_id" });
        m_country = c.find({ "country" });
        return requireColumns(c,
            { { "invoice", "InvoiceNo" }, { "stock_code" }, { "quantity" }, { "invoice_date" },
                { "unit_price", "price" }, { "customer_id" } });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        const std::string_view invoice = trim(fieldOf(row, m_invoice));
        const std::string_view code = trim(fieldOf(row, m_code));
        if (invoice.empty())
            return sink.reject(row, "invoice", "is empty");
        if (code.empty())
            return sink.reject(row, "stock_code", "is empty");
        const auto quantity = toInteger(fieldOf(row, m_quantity), m_decimals);
        if (!quantity || std::abs(*quantity) > 1'000'000'000)
            return sink.reject(row, "quantity", "is no whole number");
        const auto price = toMoney(fieldOf(row, m_price), m_context.currency, m_decimals);
        if (!price || std::abs(price->minor) > 1'000'000'000)
            return sink.reject(row, "unit_price", "is no amount");
        const auto at = m_times.read(fieldOf(row, m_date));
        if (!at)
            return sink.reject(row, "invoice_date", "is no time");
        const std::string customer = usual::idOf(fieldOf(row, m_customer));
        return customer.empty() ? ofNobody(row, sink, invoice, code, *quantity, *price)
                                : ofCustomer(row, sink, customer, invoice, code, *quantity, *price, *at);
    }

    Result<void> finish(RowSink& sink) override
    {
        for (const auto& [id, country] : m_countries) {
            model::Customer customer { id, {} };
            customer.attributes["country"] = country;
            if (auto ok = sink.writer().add(customer); !ok)
                return ok;
        }
        return m_products.write(sink);
    }

    std::vector<store::Edit> edits() const override
    {
        const auto& declared = m_context.draft->policy.customerAttributes;
        if (m_countries.empty()
            || std::ranges::find(declared, "country", &model::Attribute::name) != declared.end())
            return {};
        model::Attribute country;
        country.name = "country";
        return { store::putCustomerAttribute(country) };
    }

    std::vector<std::string> notes() const override { return { m_products.note() }; }

private:
    Result<void> ofNobody(const TableRow& row, RowSink& sink, std::string_view invoice, std::string_view code,
        std::int64_t quantity, Money price)
    {
        if (isFee(code))
            return sink.reject(row, "stock_code", "is a fee or an accounting entry and names no customer");
        if (invoice.starts_with('C'))
            return sink.reject(row, "customer_id", "is empty: a return of nobody");
        if (quantity <= 0)
            return sink.reject(row, "quantity", "is negative outside a cancellation: a stock correction");
        if (price.minor <= 0)
            return sink.reject(
                row, "unit_price", "is not above 0 and there is no customer: a stock correction");
        m_products.sold(code, trim(fieldOf(row, m_description)), price);
        return sink.basketLine(invoice, code);
    }

    Result<void> ofCustomer(const TableRow& row, RowSink& sink, std::string_view customer,
        std::string_view invoice, std::string_view code, std::int64_t quantity, Money price, Timestamp at)
    {
        const bool cancelled = invoice.starts_with('C');
        const bool fee = isFee(code);
        if (!fee && cancelled != (quantity < 0))
            return sink.reject(row, "quantity",
                cancelled ? "is not negative in a cancellation"
                          : "is negative outside a cancellation: a stock correction");
        if (!fee && quantity == 0)
            return sink.reject(row, "quantity", "is 0");
        if (!fee && price.minor < 0)
            return sink.reject(row, "unit_price", "is negative");
        model::Event event;
        event.at = at;
        event.session = invoice;
        if (fee) {
            event.type = "fee_charged";
            event.text = code;
            event.value = price.minor * quantity;
        } else {
            event.type = cancelled ? "returned" : "purchased";
            event.sku = code;
            event.qty = std::abs(quantity);
            event.value = price.minor * event.qty;
            const std::string_view description = trim(fieldOf(row, m_description));
            if (cancelled)
                m_products.seen(code, description, price);
            else
                m_products.sold(code, description, price);
        }
        if (auto ok = sink.event(customer, event); !ok)
            return ok;
        // The first country that a customer is seen in: 8 of the 4,372 have two.
        if (m_country != Columns::none)
            m_countries.try_emplace(std::string(customer), trim(fieldOf(row, m_country)));
        return {};
    }

    ImportContext m_context;
    TimeReader m_times;
    DerivedProducts m_products;
    DecimalMark m_decimals = DecimalMark::Point;
    std::map<std::string, std::string> m_countries; ///< customer -> country
    std::size_t m_invoice = 0;
    std::size_t m_code = 0;
    std::size_t m_description = 0;
    std::size_t m_quantity = 0;
    std::size_t m_date = 0;
    std::size_t m_price = 0;
    std::size_t m_customer = 0;
    std::size_t m_country = 0;
};

}

bool fitsOnlineRetail(const Columns& c)
{
    return c.find({ "invoice", "InvoiceNo" }) != Columns::none
        && c.find({ "unit_price", "price" }) != Columns::none
        && c.hasAll({ "stock_code", "quantity", "invoice_date", "customer_id" });
}

std::unique_ptr<Mapper> makeOnlineRetail(const ImportContext& context)
{
    return std::make_unique<OnlineRetail>(context);
}

}
