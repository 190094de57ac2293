// SPDX-License-Identifier: Apache-2.0
#include "decide/request_reader.h"

#include "decide/compiled_pack.h"
#include "decide/request_attributes.h"
#include "decide/request_objects.h"

#include <fmt/format.h>

namespace ow::decide {

namespace {

using namespace request;

/// Reads one request: what stands in which object, and where it goes.
class Reading {
public:
    Reading(std::string_view text, const CompiledPack& pack, Request& out,
        std::array<AttributeMemory, 2>& attributes, std::vector<std::string_view>& keys)
        : m_pack(pack)
        , m_out(out)
        , m_history(out.restart(pack))
        , m_attributes(attributes)
        , m_in(text, out.texts(), keys)
    {
    }

    Result<void> read()
    {
        JsonCursor& cursor = m_in.cursor();
        const char* const behind = readTop(cursor.at());
        if (behind != nullptr) {
            cursor.moveTo(behind);
            if (!cursor.atEnd())
                cursor.fail("something stands behind the request");
        }
        if (!cursor.ok())
            return ow::fail(ErrorCode::InvalidInput,
                fmt::format("This is not JSON: {}, at byte {}", cursor.problem(), cursor.position() + 1));
        if (const std::optional<Error>& fault = m_in.faults().first())
            return ow::fail(*fault);
        m_history.sort();
        return {};
    }

private:
    const char* readTop(const char* begin)
    {
        const Spot spot;
        return m_in.object<Kind::Top>(spot, begin, [&](std::uint8_t f, const char* key) -> const char* {
            const char* p = key + topFields.keySize(f);
            switch (f) {
            case customer:
                return readCustomer(p);
            case now:
                return m_in.time(spot, f, p, m_out.now);
            case placement:
                return readPlacement(spot, p);
            case intent:
                return m_in.text(spot, f, p, m_out.intent);
            case focus: {
                std::string_view name;
                p = m_in.text(spot, f, p, name);
                m_out.focus = product(name);
                return p;
            }
            case cart:
                return m_in.list<Kind::CartLine>(
                    f, p, [&](const Spot& at, const char* q) { return readLine(at, q); });
            case context:
                return readAttributes(AttributeReader::Of::Context, p, Place::top(f));
            case events:
                return m_in.list<Kind::Event>(
                    f, p, [&](const Spot& at, const char* q) { return readEvent(at, q); });
            default:
                return m_in.list<Kind::Exposure>(
                    f, p, [&](const Spot& at, const char* q) { return readExposure(at, q); });
            }
        });
    }

    const char* readPlacement(const Spot& spot, const char* p)
    {
        m_in.cursor().moveTo(p);
        if (m_in.cursor().peek() != '"')
            return m_in.wrongKind(spot, placement, "A string");
        std::string_view id;
        if (!m_in.cursor().string(id))
            return nullptr;
        m_out.placement = m_pack.placement(id);
        if (m_out.placement == none)
            m_in.faults().add(spot.place(placement), "placement",
                fmt::format("The pack has no placement \"{}\"", id.substr(0, 80)));
        return m_in.cursor().at();
    }

    const char* readCustomer(const char* begin)
    {
        const Spot spot { Kind::Customer, customer, 0 };
        return m_in.object<Kind::Customer>(spot, begin, [&](std::uint8_t f, const char* key) {
            const char* const p = key + customerFields.keySize(f);
            return f == id ? m_in.text(spot, f, p, m_out.customerId)
                           : readAttributes(AttributeReader::Of::Customer, p, spot.place(f));
        });
    }

    const char* readAttributes(AttributeReader::Of of, const char* p, Place place)
    {
        const std::span<expr::Value> all = m_out.attributes;
        const std::size_t customers = m_pack.pack.customerAttributes.size();
        const bool customer = of == AttributeReader::Of::Customer;
        return AttributeReader(m_in, m_pack, of, m_attributes[customer ? 0 : 1], place)
            .read(p, customer ? all.first(customers) : all.subspan(customers));
    }

    const char* readLine(const Spot& spot, const char* begin)
    {
        decide::CartLine line;
        std::string_view name;
        const char* const end
            = m_in.object<Kind::CartLine>(spot, begin, [&](std::uint8_t f, const char* key) {
                  return f == sku ? m_in.text(spot, f, key + keySize<Kind::CartLine, sku>, name)
                                  : m_in.integer(spot, f, key + keySize<Kind::CartLine, qty>, line.qty);
              });
        line.product = product(name);
        if (line.product != none)
            m_out.cart.push_back(line);
        return end;
    }

    const char* readEvent(const Spot& spot, const char* begin)
    {
        HistoryEvent e;
        const char* const end = m_in.object<Kind::Event>(spot, begin, [&](std::uint8_t f, const char* key) {
            switch (f) {
            case at:
                return m_in.time(spot, f, key + keySize<Kind::Event, at>, e.at);
            case type:
                return m_in.text(spot, f, key + keySize<Kind::Event, type>, e.typeName);
            case eventSku:
                return m_in.text(spot, f, key + keySize<Kind::Event, eventSku>, e.sku);
            case eventQty:
                return m_in.integer(spot, f, key + keySize<Kind::Event, eventQty>, e.qty);
            case value:
                return m_in.integer(spot, f, key + keySize<Kind::Event, value>, e.value);
            case channel:
                return m_in.text(spot, f, key + keySize<Kind::Event, channel>, e.channel);
            case session:
                return m_in.text(spot, f, key + keySize<Kind::Event, session>, e.session);
            default:
                return m_in.text(spot, f, key + keySize<Kind::Event, text>, e.text);
            }
        });
        e.type = m_in.lookUp(e.typeName, [&](const auto& name) { return m_pack.eventType(name); });
        e.product = e.sku.empty() ? none : product(e.sku);
        m_history.add(e);
        return end;
    }

    const char* readExposure(const Spot& spot, const char* begin)
    {
        HistoryExposure e;
        std::string_view shown;
        std::string_view where;
        const char* const end
            = m_in.object<Kind::Exposure>(spot, begin, [&](std::uint8_t f, const char* key) {
                  switch (f) {
                  case shownAt:
                      return exposureTime(spot, f, key + keySize<Kind::Exposure, shownAt>, e.times[0]);
                  case offer:
                      return m_in.text(spot, f, key + keySize<Kind::Exposure, offer>, shown);
                  case shownIn:
                      return m_in.text(spot, f, key + keySize<Kind::Exposure, shownIn>, where);
                  default:
                      return outcomeTime(spot, f, key + exposureFields.keySize(f), e.times[f - shownIn]);
                  }
              });
        e.offer = m_in.lookUp(shown, [&](const auto& name) { return m_pack.offer(name); });
        e.placement = m_in.lookUp(where, [&](const auto& name) { return m_pack.placement(name); });
        m_history.add(e);
        return end;
    }

    const char* exposureTime(const Spot& spot, std::uint8_t f, const char* p, std::int64_t& ms)
    {
        Timestamp t;
        p = m_in.time(spot, f, p, t);
        ms = t.ms;
        return p;
    }

    const char* outcomeTime(const Spot& spot, std::uint8_t f, const char* p, std::int64_t& ms)
    {
        if (p != m_in.end() && *p == '"')
            return exposureTime(spot, f, p, ms);
        JsonCursor& cursor = m_in.cursor();
        cursor.moveTo(p);
        if (cursor.peek() == 'n')
            return cursor.null() ? cursor.at() : nullptr;
        return exposureTime(spot, f, p, ms);
    }

    Index product(std::string_view name) const
    {
        const Index found = m_in.lookUp(name, [&](const auto& sku) { return m_pack.product(sku); });
        if (found != none)
            m_pack.prefetchProduct(found);
        return found;
    }

    const CompiledPack& m_pack;
    Request& m_out;
    History& m_history;
    std::array<AttributeMemory, 2>& m_attributes;
    ObjectReader m_in;
};

}

Result<void> RequestReader::read(std::string_view text, const CompiledPack& pack, Request& out)
{
    if (text.size() > JsonCursor::maxBytes)
        return fail(ErrorCode::InvalidInput,
            fmt::format("The request is longer than {} bytes", JsonCursor::maxBytes));
    return Reading(text, pack, out, m_attributes, m_keys).read();
}

Result<Request> readRequest(std::string text, const CompiledPack& pack)
{
    Request out(pack);
    const std::string_view kept = out.own(std::move(text));
    if (Result<void> read = RequestReader().read(kept, pack, out); !read)
        return fail(std::move(read.error()));
    return out;
}

}
