// SPDX-License-Identifier: Apache-2.0
#include "decide/request.h"

#include "decide/attribute_value.h"
#include "decide/compiled_pack.h"
#include "decide/prefetch.h"

namespace ow::decide {

namespace {

tl::unexpected<Error> refuse(std::string at, std::string message)
{
    return fail(ErrorCode::InvalidInput, std::move(message), std::move(at));
}

expr::Value viewOf(const model::AttributeValue& value)
{
    if (const auto* b = std::get_if<bool>(&value))
        return expr::Value::of(*b);
    if (const auto* s = std::get_if<std::string>(&value))
        return expr::Value::of(std::string_view(*s));
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return expr::Value::of(*whole);
    return expr::Value::of(std::get<double>(value));
}

Result<void> setAttribute(Request& request, Index slot, const model::Attribute* declared, std::string at,
    const model::AttributeValue& value)
{
    if (declared == nullptr)
        return refuse(std::move(at), "The pack declares no such attribute");
    expr::Value checked = viewOf(value);
    if (std::string problem = checkAttribute(*declared, checked); !problem.empty())
        return refuse(std::move(at), std::move(problem));
    if (checked.is(expr::Value::Tag::String) && declared->values.empty()) // else it is the pack's own
        checked = expr::Value::of(request.keep(checked.asString()));
    request.attributes[slot] = checked;
    return {};
}

}

Request::Request(const CompiledPack& pack)
    : attributes(pack.defaults)
{
}

History& Request::restart(const CompiledPack& pack)
{
    now = {};
    placement = focus = none;
    cart.clear();
    customerId = intent = {};
    attributes = pack.defaults;
    m_texts.reset();
    history.reset();
    if (m_ownHistory == nullptr || m_ownHistory.use_count() > 1) // somebody else still looks at the last one
        m_ownHistory = std::make_shared<History>();
    else
        m_ownHistory->clear();
    history = m_ownHistory;
    return *m_ownHistory;
}

std::string_view Request::own(std::string text)
{
    m_text = std::make_unique<const std::string>(std::move(text));
    return *m_text;
}

Result<void> Request::setCustomer(
    const CompiledPack& pack, std::string_view attribute, const model::AttributeValue& value)
{
    const Index i = pack.customerAttribute(attribute);
    return setAttribute(*this, pack.nameSlots.customer + i,
        i == none ? nullptr : &pack.pack.customerAttributes[i],
        "customer.attributes." + std::string(attribute), value);
}

Result<void> Request::setContext(
    const CompiledPack& pack, std::string_view attribute, const model::AttributeValue& value)
{
    const Index i = pack.contextAttribute(attribute);
    return setAttribute(*this, pack.nameSlots.context + i,
        i == none ? nullptr : &pack.pack.contextAttributes[i], "context." + std::string(attribute), value);
}

Result<Request> makeRequest(const CompiledPack& pack, const model::Customer& customer,
    std::shared_ptr<const History> history, Timestamp now, Index placement)
{
    Request out(pack);
    out.now = now;
    out.placement = placement;
    out.customerId = customer.id;
    out.history = std::move(history);
    for (const auto& [attribute, value] : customer.attributes) {
        if (Result<void> set = out.setCustomer(pack, attribute, value); !set)
            return fail(std::move(set.error()));
    }
    return out;
}

void Request::prefetch() const
{
    prefetchBytes(this, sizeof *this);
    if (history != nullptr)
        prefetchBytes(history.get(), sizeof *history);
}

void Request::prefetchParts() const
{
    prefetchList(attributes);
    prefetchList(cart);
    if (history != nullptr)
        history->prefetch();
}

}
