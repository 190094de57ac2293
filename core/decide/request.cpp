// SPDX-License-Identifier: Apache-2.0
#include "decide/request.h"

#include "decide/compiled_pack.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::decide {

namespace {

tl::unexpected<Error> refuse(std::string at, std::string message)
{
    return fail(ErrorCode::InvalidInput, std::move(message), std::move(at));
}

bool outsideRange(const model::Attribute& a, double number)
{
    return !(number == number) || (a.min && number < *a.min) || (a.max && number > *a.max);
}

/// The value as expressions see it; the text of strings is kept by the request.
Result<expr::Value> checkedValue(
    Request& request, const model::Attribute& a, const model::AttributeValue& value, std::string at)
{
    using model::AttributeType;
    const auto wrong
        = [&] { return refuse(at, fmt::format("\"{}\" is declared as {}", a.name, name(a.type))); };
    if (const auto* b = std::get_if<bool>(&value))
        return a.type == AttributeType::Bool ? Result<expr::Value>(expr::Value::of(*b)) : wrong();
    if (const auto* s = std::get_if<std::string>(&value)) {
        if (a.type != AttributeType::String)
            return wrong();
        if (a.values.empty())
            return expr::Value::of(request.keep(*s));
        const auto known = std::ranges::find(a.values, *s);
        if (known == a.values.end())
            return refuse(
                at, fmt::format("\"{}\" is none of the values of \"{}\"", s->substr(0, 80), a.name));
        return expr::Value::of(std::string_view(*known)); // the pack's own: nothing to keep
    }
    const auto* whole = std::get_if<std::int64_t>(&value);
    const double number = whole != nullptr ? double(*whole) : std::get<double>(value);
    if (a.type != AttributeType::Double && !(a.type == AttributeType::Int && whole != nullptr))
        return wrong();
    if (outsideRange(a, number))
        return refuse(at, fmt::format("{} is outside the range of \"{}\"", number, a.name));
    return a.type == AttributeType::Int ? expr::Value::of(*whole) : expr::Value::of(number);
}

Result<void> setAttribute(Request& request, Index slot, const model::Attribute* declared, std::string at,
    const model::AttributeValue& value)
{
    if (declared == nullptr)
        return refuse(std::move(at), "The pack declares no such attribute");
    const Result<expr::Value> checked = checkedValue(request, *declared, value, std::move(at));
    if (!checked)
        return fail(checked.error());
    request.attributes[slot] = *checked;
    return {};
}

}

Request::Request(const CompiledPack& pack)
    : attributes(pack.defaults)
{
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

}
