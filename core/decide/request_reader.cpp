// SPDX-License-Identifier: Apache-2.0
#include "decide/request_reader.h"

#include "base/text.h"
#include "base/utc_second.h"
#include "decide/attribute_value.h"
#include "decide/compiled_pack.h"
#include "decide/json_cursor.h"
#include "decide/request_fields.h"

#include <fmt/format.h>

#include <limits>
#include <optional>

namespace ow::decide {

namespace {

namespace field = request;
using request::Kind;

/// Of several faults the one with the smallest place is named: field of the request, element, field of the
/// element; then the smaller path. So a refusal does not depend on the order in which keys are written.
struct Place {
    std::uint64_t rank = 0;

    static constexpr std::uint64_t last = 15; ///< behind all fields: keys that nobody knows
    static Place top(std::uint64_t f) { return { f << 56 }; }
    static Place within(std::uint64_t f, std::uint64_t element, std::uint64_t sub)
    {
        return { f << 56 | element << 8 | sub };
    }
};

/// Where an object stands in the request.
struct Spot {
    Kind kind = Kind::Top;
    std::uint64_t field = 0; ///< of the request
    std::size_t element = 0;

    Place place(std::uint64_t f) const
    {
        // 0 is the element itself (that it is an object), its fields follow.
        return kind == Kind::Top ? Place::top(f) : Place::within(field, element, f + 1);
    }
    std::string path() const
    {
        if (kind == Kind::Top)
            return {};
        const std::string_view name = field::topFields[field].name;
        return kind == Kind::Customer ? std::string(name) : fmt::format("{}[{}]", name, element);
    }
    std::string path(std::string_view key) const
    {
        return kind == Kind::Top ? std::string(key) : path() + '.' + std::string(key);
    }
};

std::string_view kindOf(char c)
{
    switch (c) {
    case '"':
        return "a string";
    case '{':
        return "an object";
    case '[':
        return "a list";
    case 't':
    case 'f':
        return "true or false";
    case 'n':
        return "null";
    default:
        return "a number";
    }
}

struct Memory {
    std::array<RequestReader::Order, 5>& orders;
    std::array<std::vector<Index>, 2>& attributeOrder;
    std::array<std::vector<std::uint64_t>, 2>& attributeSeen;
    std::uint64_t request;
};

class Reading {
public:
    Reading(std::string_view text, const CompiledPack& pack, Request& out, Memory memory,
        std::vector<std::string_view>& keys)
        : m_pack(pack)
        , m_out(out)
        , m_history(out.restart(pack))
        , m_memory(memory)
        , m_in(text, out.texts(), keys)
    {
    }

    Result<void> read()
    {
        const bool wellFormed
            = readTop() && (m_in.atEnd() || m_in.fail("something stands behind the request"));
        if (!wellFormed)
            return ow::fail(ErrorCode::InvalidInput,
                fmt::format("This is not JSON: {}, at byte {}", m_in.problem(), m_in.position() + 1));
        if (m_error)
            return ow::fail(std::move(*m_error));
        m_history.sort();
        return {};
    }

private:
    static constexpr std::uint8_t unknown = 0xFF;
    using ReadField = bool (Reading::*)(const Spot&, std::uint8_t);

    // ---- faults
    // ------------------------------------------------------------------------------------------------

    void fault(Place place, std::string path, std::string message)
    {
        const bool before = !m_error || place.rank < m_rank || (place.rank == m_rank && path < m_error->at);
        if (!before)
            return;
        m_rank = place.rank;
        m_error = Error { ErrorCode::InvalidInput, std::move(message), std::move(path) };
    }

    /// What stands here is of another kind; it is read over.
    bool wrongKind(Place place, std::string path, std::string_view expected)
    {
        const std::string_view kind = kindOf(m_in.peek());
        if (!m_in.skip())
            return false;
        fault(place, std::move(path), fmt::format("{} is expected here, not {}", expected, kind));
        return true;
    }
    bool wrongKind(const Spot& spot, std::uint8_t f, std::string_view expected)
    {
        return wrongKind(spot.place(f), spot.path(nameOf(spot, f)), expected);
    }
    static std::string_view nameOf(const Spot& spot, std::uint8_t f)
    {
        return field::fieldsOf(spot.kind)[f].name;
    }

    // ---- objects
    // -----------------------------------------------------------------------------------------------

    /// Reads an object of known fields. A key is first compared with the one that followed in the last
    /// object.
    template <Kind kind, typename Read>
    bool readObject(const Spot& spot, Read readOne)
    {
        constexpr auto fields = field::fieldsOf(kind);
        if (m_in.peek() != '{') {
            return wrongKind(kind == Kind::Top ? Place {}
                    : kind == Kind::Customer   ? Place::top(spot.field)
                                               : Place::within(spot.field, spot.element, 0),
                spot.path(), "An object");
        }
        RequestReader::Order& order = m_memory.orders[std::size_t(kind)];
        const std::size_t keysBase = m_in.keys().size();
        unsigned seen = 0;
        std::size_t before = 0; // 1 + the field before this one
        if (!m_in.enter())
            return false;
        for (bool first = true; m_in.more('}', first);) {
            std::uint8_t f = order[before];
            if (!m_in.literal(fields[f].quoted)) {
                std::string_view key;
                if (!m_in.key(key))
                    return false;
                f = find(fields, key);
                if (f == unknown) {
                    if (!unknownKey(spot, key))
                        return false;
                    continue;
                }
                order[before] = f;
            }
            if ((seen >> f & 1U) != 0)
                return m_in.fail("a key stands twice in one object");
            seen |= 1U << f;
            before = f + 1U;
            m_in.peek();
            if (!readOne(f))
                return false;
        }
        if (!m_in.ok())
            return false;
        if (m_in.keys().size() > keysBase && m_in.doubledKey(keysBase))
            return m_in.fail("a key stands twice in one object");
        for (std::size_t f = 0; f < fields.size(); ++f) {
            if (fields[f].required && (seen >> f & 1U) == 0)
                fault(spot.place(f), spot.path(fields[f].name),
                    fmt::format("\"{}\" is missing", fields[f].name));
        }
        return true;
    }

    static std::uint8_t find(std::span<const field::Field> fields, std::string_view key)
    {
        for (std::size_t f = 0; f < fields.size(); ++f) {
            if (fields[f].name == key)
                return std::uint8_t(f);
        }
        return unknown;
    }

    bool unknownKey(const Spot& spot, std::string_view key)
    {
        m_in.keys().push_back(key);
        if (!m_in.skip())
            return false;
        if (key == "x") // free room for others
            return true;
        std::vector<std::string> known;
        for (const field::Field& f : field::fieldsOf(spot.kind))
            known.emplace_back(f.name);
        const std::string near = closest(key.substr(0, 80), known);
        fault(spot.place(Place::last - 1), spot.path(key),
            fmt::format("\"{}\" is not a key that is known here{}", key.substr(0, 80),
                near.empty() ? std::string() : fmt::format("; did you mean \"{}\"?", near)));
        return true;
    }

    template <Kind kind, typename Read>
    bool readList(std::uint8_t f, Read readOne)
    {
        const Spot top;
        if (m_in.peek() != '[')
            return wrongKind(top, f, "A list");
        if (!m_in.enter())
            return false;
        Spot spot { kind, f, 0 };
        for (bool first = true; m_in.more(']', first); ++spot.element) {
            if (!readOne(spot))
                return false;
        }
        return m_in.ok();
    }

    // ---- values
    // ------------------------------------------------------------------------------------------------

    bool text(const Spot& spot, std::uint8_t f, std::string_view& out)
    {
        return m_in.peek() == '"' ? m_in.string(out) : wrongKind(spot, f, "A string");
    }

    bool time(const Spot& spot, std::uint8_t f, Timestamp& out)
    {
        if (m_in.peek() != '"')
            return wrongKind(spot, f, "A time");
        std::string_view written;
        if (!m_in.string(written))
            return false;
        if (parseUtcSecond(written, out))
            return true;
        if (const Result<Timestamp> read = parseTimestamp(written))
            out = *read;
        else
            fault(spot.place(f), spot.path(nameOf(spot, f)), read.error().message);
        return true;
    }

    bool integer(const Spot& spot, std::uint8_t f, std::int64_t& out)
    {
        const char c = m_in.peek();
        if (c != '-' && (c < '0' || c > '9'))
            return wrongKind(spot, f, "A whole number");
        JsonNumber number;
        if (!m_in.number(number))
            return false;
        if (number.whole)
            out = number.integer;
        else
            fault(spot.place(f), spot.path(nameOf(spot, f)),
                fmt::format("A whole number is expected here, not {}", number.real));
        return true;
    }

    // ---- the request
    // -------------------------------------------------------------------------------------------

    bool readTop()
    {
        const Spot spot;
        return readObject<Kind::Top>(spot, [&](std::uint8_t f) {
            std::string_view name;
            switch (f) {
            case field::customer:
                return readCustomer();
            case field::now:
                return time(spot, f, m_out.now);
            case field::placement:
                return readPlacement(spot);
            case field::intent:
                return text(spot, f, m_out.intent);
            case field::focus:
                if (!text(spot, f, name))
                    return false;
                m_out.focus = m_pack.product(name);
                return true;
            case field::cart:
                return readList<Kind::CartLine>(f, [&](const Spot& at) { return readLine(at); });
            case field::context:
                return readAttributes("context", 1, Place::top(f));
            case field::events:
                return readList<Kind::Event>(f, [&](const Spot& at) { return readEvent(at); });
            default:
                return readList<Kind::Exposure>(f, [&](const Spot& at) { return readExposure(at); });
            }
        });
    }

    bool readPlacement(const Spot& spot)
    {
        if (m_in.peek() != '"')
            return wrongKind(spot, field::placement, "A string");
        std::string_view id;
        if (!m_in.string(id))
            return false;
        m_out.placement = m_pack.placement(id);
        if (m_out.placement == none)
            fault(spot.place(field::placement), "placement",
                fmt::format("The pack has no placement \"{}\"", id.substr(0, 80)));
        return true;
    }

    bool readCustomer()
    {
        const Spot spot { Kind::Customer, field::customer, 0 };
        return readObject<Kind::Customer>(spot, [&](std::uint8_t f) {
            return f == field::id ? text(spot, f, m_out.customerId)
                                  : readAttributes("customer.attributes", 0, spot.place(f));
        });
    }

    bool readLine(const Spot& spot)
    {
        CartLine line;
        std::string_view sku;
        const bool read = readObject<Kind::CartLine>(spot, [&](std::uint8_t f) {
            return f == field::sku ? text(spot, f, sku) : integer(spot, f, line.qty);
        });
        line.product = m_pack.product(sku);
        if (line.product != none)
            m_out.cart.push_back(line);
        return read;
    }

    bool readEvent(const Spot& spot)
    {
        HistoryEvent e;
        const bool read = readObject<Kind::Event>(spot, [&](std::uint8_t f) {
            switch (f) {
            case field::at:
                return time(spot, f, e.at);
            case field::type:
                return text(spot, f, e.typeName);
            case field::eventSku:
                return text(spot, f, e.sku);
            case field::eventQty:
                return integer(spot, f, e.qty);
            case field::value:
                return integer(spot, f, e.value);
            case field::channel:
                return text(spot, f, e.channel);
            case field::session:
                return text(spot, f, e.session);
            default:
                return text(spot, f, e.text);
            }
        });
        e.type = m_pack.eventType(e.typeName);
        e.product = e.sku.empty() ? none : m_pack.product(e.sku);
        m_history.add(e);
        return read;
    }

    bool readExposure(const Spot& spot)
    {
        HistoryExposure e;
        std::string_view offer;
        std::string_view placement;
        const bool read = readObject<Kind::Exposure>(spot, [&](std::uint8_t f) {
            switch (f) {
            case field::offer:
                return text(spot, f, offer);
            case field::shownIn:
                return text(spot, f, placement);
            case field::shownAt:
                return exposureTime(spot, f, e.times[0]);
            default:
                return m_in.peek() == 'n' ? m_in.null() : exposureTime(spot, f, e.times[f - field::shownIn]);
            }
        });
        e.offer = m_pack.offer(offer);
        e.placement = m_pack.placement(placement);
        m_history.add(e);
        return read;
    }

    bool exposureTime(const Spot& spot, std::uint8_t f, std::int64_t& ms)
    {
        Timestamp t;
        const bool read = time(spot, f, t);
        ms = t.ms;
        return read;
    }

    // ---- attributes
    // --------------------------------------------------------------------------------------------

    /// `which`: 0 = the customer's, 1 = the context's.
    bool readAttributes(std::string_view path, std::size_t which, Place place)
    {
        if (m_in.peek() != '{')
            return wrongKind(place, std::string(path), "An object");
        const auto& declared = which == 0 ? m_pack.pack.customerAttributes : m_pack.pack.contextAttributes;
        auto& order = m_memory.attributeOrder[which]; // [0] the first, [i + 1] the one behind attribute i
        auto& seen = m_memory.attributeSeen[which];
        order.resize(std::max(order.size(), declared.size() + 1), 0);
        seen.resize(std::max(seen.size(), declared.size()), 0);
        const std::size_t keysBase = m_in.keys().size();
        const std::size_t slot = which == 0 ? 0 : m_pack.pack.customerAttributes.size();
        std::size_t before = 0;
        if (!m_in.enter())
            return false;
        for (bool first = true; m_in.more('}', first);) {
            Index a = order[before];
            if (a >= declared.size() || !m_in.keyIs(declared[a].name)) {
                std::string_view key;
                if (!m_in.key(key))
                    return false;
                a = which == 0 ? m_pack.customerAttribute(key) : m_pack.contextAttribute(key);
                if (a == none) {
                    if (!undeclared(path, key, place))
                        return false;
                    continue;
                }
                order[before] = a;
            }
            if (seen[a] == m_memory.request)
                return m_in.fail("a key stands twice in one object");
            seen[a] = m_memory.request;
            before = a + 1;
            if (!readAttribute(declared[a], path, m_out.attributes[slot + a], place))
                return false;
        }
        if (!m_in.ok())
            return false;
        if (m_in.keys().size() > keysBase && m_in.doubledKey(keysBase))
            return m_in.fail("a key stands twice in one object");
        return true;
    }

    bool undeclared(std::string_view path, std::string_view key, Place place)
    {
        m_in.keys().push_back(key);
        const bool isFree
            = key == "x" && m_pack.customerAttribute(key) == none && m_pack.contextAttribute(key) == none;
        const char c = m_in.peek();
        if (!m_in.skip())
            return false;
        if (!isFree)
            fault(place, fmt::format("{}.{}", path, key),
                c == '{' || c == '[' || c == 'n' ? fmt::format("An attribute cannot be {}", kindOf(c))
                                                 : std::string("The pack declares no such attribute"));
        return true;
    }

    bool readAttribute(const model::Attribute& declared, std::string_view path, expr::Value& out, Place place)
    {
        expr::Value value;
        switch (const char c = m_in.peek()) {
        case '"': {
            std::string_view read;
            if (!m_in.string(read))
                return false;
            value = expr::Value::of(read);
            break;
        }
        case 't':
        case 'f': {
            bool read = false;
            if (!m_in.boolean(read))
                return false;
            value = expr::Value::of(read);
            break;
        }
        case '{':
        case '[':
        case 'n':
            if (!m_in.skip())
                return false;
            fault(place, fmt::format("{}.{}", path, declared.name),
                fmt::format("An attribute cannot be {}", kindOf(c)));
            return true;
        default: {
            JsonNumber read;
            if (!m_in.number(read))
                return false;
            value = read.whole ? expr::Value::of(read.integer) : expr::Value::of(read.real);
        }
        }
        if (std::string problem = checkAttribute(declared, value); problem.empty())
            out = value;
        else
            fault(place, fmt::format("{}.{}", path, declared.name), std::move(problem));
        return true;
    }

    const CompiledPack& m_pack;
    Request& m_out;
    History& m_history;
    Memory m_memory;
    JsonCursor m_in;
    std::optional<Error> m_error;
    std::uint64_t m_rank = 0;
};

}

Result<void> RequestReader::read(std::string_view text, const CompiledPack& pack, Request& out)
{
    if (text.size() > JsonCursor::maxBytes)
        return fail(ErrorCode::InvalidInput,
            fmt::format("The request is longer than {} bytes", JsonCursor::maxBytes));
    return Reading(text, pack, out, { m_orders, m_attributeOrder, m_attributeSeen, ++m_request }, m_keys)
        .read();
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
