// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "decide/compiled_pack.h"
#include "decide/request.h"
#include "model/json_reader.h"

#include <fmt/format.h>

namespace ow::test {

/// A second reader of requests, over a tree, as plain as it can be said: the one that decides is held against
/// it. Its strings are its own.
namespace naive {

using namespace ow::decide;
using model::Need;
using model::ObjectReader;
using model::ReadState;

inline constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

class RequestReader {
public:
    RequestReader(const CompiledPack& pack, ReadState& state)
        : m_pack(pack)
        , m_state(state)
        , m_request(pack)
        , m_history(std::make_shared<History>())
    {
    }

    Request read(const Json& json)
    {
        ObjectReader r(json, {}, m_state);
        if (const Json* customer = r.find("customer", Need::Required))
            readCustomer(*customer);
        m_request.now = time(r, "now");
        readPlacement(r);
        m_request.intent = text(r, "intent", Need::Optional);
        m_request.focus = m_pack.product(text(r, "focus", Need::Optional));
        each(r, "cart", &RequestReader::readLine);
        if (const Json* context = r.find("context", Need::Optional))
            readAttributes(*context, "context", &Request::setContext);
        each(r, "events", &RequestReader::readEvent);
        each(r, "exposures", &RequestReader::readExposure);
        r.done();
        m_history->sort();
        m_request.history = std::move(m_history);
        return std::move(m_request);
    }

private:
    using Setter
        = Result<void> (Request::*)(const CompiledPack&, std::string_view, const model::AttributeValue&);

    std::string_view text(ObjectReader& r, std::string_view key, Need need)
    {
        std::string out;
        r.text(key, out, need);
        return m_request.keep(out);
    }

    Timestamp time(ObjectReader& r, std::string_view key)
    {
        const Json* value = r.find(key, Need::Required);
        return value == nullptr ? Timestamp {} : timeFrom(*value, r, key);
    }

    Timestamp timeFrom(const Json& value, ObjectReader& r, std::string_view key)
    {
        if (!value.is_string()) {
            r.fault(key, fmt::format("A time is expected here, not {}", model::kindOf(value)));
            return {};
        }
        const Result<Timestamp> read = parseTimestamp(value.get_ref<const std::string&>());
        if (!read)
            r.fault(key, read.error().message);
        return read ? *read : Timestamp {};
    }

    void readCustomer(const Json& json)
    {
        ObjectReader r(json, "customer", m_state);
        if (m_state.failed())
            return;
        m_request.customerId = text(r, "id", Need::Required);
        if (const Json* attributes = r.find("attributes", Need::Optional))
            readAttributes(*attributes, "customer.attributes", &Request::setCustomer);
        r.done();
    }

    void readAttributes(const Json& json, const std::string& path, Setter set)
    {
        if (!json.is_object())
            return m_state.fault(
                path, fmt::format("An object is expected here, not {}", model::kindOf(json)));
        for (const auto& [key, value] : json.items()) {
            if (m_state.failed())
                return;
            const bool free
                = key == "x" && m_pack.customerAttribute(key) == none && m_pack.contextAttribute(key) == none;
            if (free)
                continue;
            model::AttributeValue read;
            if (value.is_boolean())
                read = value.get<bool>();
            else if (value.is_string())
                read = value.get<std::string>();
            else if (const auto whole = model::asInteger(value))
                read = *whole;
            else if (value.is_number())
                read = value.get<double>();
            else
                return m_state.fault(
                    path + '.' + key, fmt::format("An attribute cannot be {}", model::kindOf(value)));
            if (const Result<void> done = (m_request.*set)(m_pack, key, read); !done)
                m_state.fault(done.error().at, done.error().message);
        }
    }

    void readPlacement(ObjectReader& r)
    {
        const std::string_view id = text(r, "placement", Need::Required);
        m_request.placement = m_pack.placement(id);
        if (!m_state.failed() && m_request.placement == none)
            r.fault("placement", fmt::format("The pack has no placement \"{}\"", id.substr(0, 80)));
    }

    void each(ObjectReader& r, std::string_view key, void (RequestReader::*readOne)(ObjectReader&))
    {
        const auto items = r.elements(key, Need::Optional);
        for (std::size_t i = 0; i < items.size() && !m_state.failed(); ++i) {
            ObjectReader item(*items[i], fmt::format("{}[{}]", key, i), m_state);
            if (!m_state.failed())
                (this->*readOne)(item);
            item.done();
        }
    }

    void readLine(ObjectReader& r)
    {
        CartLine line;
        line.product = m_pack.product(text(r, "sku", Need::Required));
        r.integer("qty", line.qty, Need::Optional, -most - 1, most);
        if (line.product != none)
            m_request.cart.push_back(line);
    }

    void readEvent(ObjectReader& r)
    {
        HistoryEvent e;
        e.at = time(r, "at");
        e.typeName = text(r, "type", Need::Required);
        e.sku = text(r, "sku", Need::Optional);
        r.integer("qty", e.qty, Need::Optional, -most - 1, most);
        r.integer("value", e.value, Need::Optional, -most - 1, most);
        e.channel = text(r, "channel", Need::Optional);
        e.session = text(r, "session", Need::Optional);
        e.text = text(r, "text", Need::Optional);
        e.type = m_pack.eventType(e.typeName);
        e.product = m_pack.product(e.sku);
        m_history->add(e);
    }

    void readExposure(ObjectReader& r)
    {
        HistoryExposure e;
        e.times[0] = time(r, "at").ms;
        e.offer = m_pack.offer(text(r, "offer", Need::Required));
        e.placement = m_pack.placement(text(r, "placement", Need::Required));
        constexpr std::array<std::string_view, 4> outcomes { "clicked_at", "accepted_at", "declined_at",
            "returned_at" };
        for (std::size_t k = 0; k < outcomes.size(); ++k) {
            const Json* value = r.find(outcomes[k], Need::Optional);
            if (value != nullptr && !value->is_null())
                e.times[k + 1] = timeFrom(*value, r, outcomes[k]).ms;
        }
        m_history->add(e);
    }

    const CompiledPack& m_pack;
    ReadState& m_state;
    Request m_request;
    std::shared_ptr<History> m_history;
};

}

/// Errors: `at` = the key's path, "" where the text is no JSON.
inline Result<decide::Request> naiveRequest(std::string_view text, const decide::CompiledPack& pack)
{
    if (text.find('\0') != std::string_view::npos) // the library takes this byte for the end of the text
        return fail(ErrorCode::InvalidInput, "this is not JSON (a byte 0)");
    const Result<Json> json = parseJson(text);
    if (!json)
        return fail(json.error().code, json.error().message);
    model::ReadState state;
    decide::Request request = naive::RequestReader(pack, state).read(*json);
    if (state.failed())
        return fail(std::move(*state.error));
    return request;
}

}
