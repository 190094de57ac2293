// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/order_lines.h"

#include "ingest/values.h"
#include "store/content_sum.h"

#include <fmt/format.h>

#include <cstdlib>

namespace ow::ingest {

namespace {

constexpr std::size_t toldCurrencies = 10;

}

OrderLines::Bought OrderLines::toldBy(const OrderLine& line, const char* type)
{
    Bought out;
    model::Event& event = out.event;
    event.type = type;
    event.at = line.at;
    event.sku = line.sku.empty() ? line.title : line.sku;
    event.qty = line.qty;
    event.value = line.paid.minor;
    event.session = line.order;
    out.id = store::idSum("order line", line.id);
    out.returnId = store::idSum("returned order line", line.id);
    event.channel = line.channel;
    out.customer = line.customer.empty() ? "order:" + line.order : line.customer;
    return out;
}

OrderLines::Bought OrderLines::purchase(const OrderLine& line)
{
    m_any = true;
    Bought out = toldBy(line, "purchased");
    if (line.qty > 0)
        m_products.sold(out.event.sku, line.title, Money { line.paid.minor / line.qty });
    return out;
}

OrderLines::Bought OrderLines::returned(const OrderLine& line)
{
    m_any = true;
    Bought out = toldBy(line, "returned");
    if (line.qty > 0)
        m_products.seen(out.event.sku, line.title, Money { line.paid.minor / line.qty });
    return out;
}

Result<void> OrderLines::giveBack(const OrderLine& line, Bought bought, RowSink& sink)
{
    if (!line.returnedAt)
        return {};
    bought.event.type = "returned";
    bought.event.at = *line.returnedAt;
    return sink.also(bought.customer, bought.event, bought.returnId);
}

Result<void> OrderLines::add(const OrderLine& line, RowSink& sink)
{
    const Bought bought = purchase(line);
    if (auto ok = sink.event(bought.customer, bought.event, bought.id); !ok)
        return ok;
    return giveBack(line, bought, sink);
}

Result<void> OrderLines::addFurther(const OrderLine& line, RowSink& sink)
{
    const Bought bought = purchase(line);
    if (auto ok = sink.also(bought.customer, bought.event, bought.id); !ok)
        return ok;
    return giveBack(line, bought, sink);
}

Result<void> OrderLines::addReturn(const OrderLine& line, RowSink& sink)
{
    const Bought back = returned(line);
    return sink.event(back.customer, back.event);
}

Result<void> OrderLines::addFurtherReturn(const OrderLine& line, RowSink& sink)
{
    const Bought back = returned(line);
    return sink.also(back.customer, back.event);
}

void OrderLines::sawCurrency(std::string_view code)
{
    code = trim(code);
    if (!code.empty() && code != m_context.currency && m_foreign.size() < toldCurrencies)
        m_foreign.insert(std::string(code));
}

std::vector<std::string> OrderLines::notes() const
{
    std::vector<std::string> out;
    if (m_any)
        out.push_back(m_products.note());
    if (!m_foreign.empty())
        out.push_back(foreignCurrencies(m_foreign, m_context.currency));
    return out;
}

std::string customerKey(std::string_view text)
{
    text = trim(text);
    if (text.starts_with('\''))
        text.remove_prefix(1);
    std::string out(text);
    if (out.find('@') != std::string::npos)
        for (char& c : out)
            if (c >= 'A' && c <= 'Z')
                c = char(c - 'A' + 'a');
    return out;
}

std::string foreignCurrencies(const std::set<std::string>& codes, std::string_view ours)
{
    return fmt::format(
        "Amounts in {} were taken as {}: nothing was converted.", fmt::join(codes, ", "), ours);
}

}
