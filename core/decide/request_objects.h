// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/json_cursor.h"
#include "decide/name_words.h"
#include "decide/request_faults.h"
#include "decide/usual_forms.h"

#include <functional>
#include <vector>

namespace ow::decide::request {

/// Reads the objects, lists and values that a request is made of. Every function takes the place where its
/// value is expected and gives the place behind it; null = the text is no JSON, cursor() says why. What is
/// JSON but no request goes to faults(), and reading goes on.
///
/// The place is handed from function to function and stays in a register; the cursor is moved to it only
/// where a text has not the form that machines write.
class ObjectReader {
public:
    ObjectReader(std::string_view text, expr::Arena& texts, std::vector<std::string_view>& keys)
        : m_in(text, texts, keys)
        , m_begin(text.data())
        , m_end(m_in.end())
    {
    }

    JsonCursor& cursor() { return m_in; }
    Faults& faults() { return m_faults; }
    const char* end() const { return m_end; }
    /// Asks a table of names in the quickest way: `ask` takes the words of a name, or the name.
    template <typename Ask>
    auto lookUp(std::string_view name, Ask ask) const
    {
        // A name with escapes, or none at all, is not in the text.
        const char* const p = name.data();
        const bool readable = std::less_equal<>()(m_begin, p) && std::less<>()(p, m_end)
            && m_end - p >= std::ptrdiff_t(NameWords::whole);
        return readable && name.size() <= NameWords::whole ? ask(NameWords::within(p, name.size()))
                                                           : ask(name);
    }

    /// `readOne(field, key)` reads the value of each field that is known. It stands keySize<kind, field>
    /// behind `key`: said by who knows the field while compiling, so that the place of the value waits for
    /// no look at a table, only for the processor's guess which field comes next.
    template <Kind kind, typename Read>
    const char* object(const Spot& spot, const char* p, Read readOne)
    {
        constexpr const auto& fields = fieldsOf<kind>();
        if (p == m_end || *p != '{') {
            m_in.moveTo(p);
            if (m_in.peek() != '{')
                return wrongKind(spot.place(), spot.path(), "An object");
            p = m_in.at();
        }
        m_in.moveTo(p);
        const std::size_t keysBase = m_in.keys().size();
        if (!m_in.enter())
            return nullptr;
        unsigned seen = 0;
        p = m_in.at();
        for (bool first = true;; first = false) {
            std::uint8_t f = unknownField;
            const char* key = p + !first;
            if (first || (p != m_end && *p == ','))
                f = fields.usualKey(key, m_end);
            if (f == unknownField) {
                m_in.moveTo(p);
                if (!m_in.more('}', first))
                    break;
                std::string_view name;
                if (!m_in.key(name))
                    return nullptr;
                f = fields.find(name);
                if (f == unknownField) {
                    if (!unknownKey(spot, name))
                        return nullptr;
                    p = m_in.at();
                    continue;
                }
                key = m_in.at() - fields.keySize(f); // a key in another form is not shorter
            }
            if ((seen >> f & 1U) != 0) {
                m_in.moveTo(key + fields.keySize(f));
                return failed("a key stands twice in one object");
            }
            seen |= 1U << f;
            p = readOne(f, key);
            if (p == nullptr)
                return nullptr;
        }
        if (!m_in.ok() || !keysDiffer(keysBase))
            return nullptr;
        if ((seen & fields.required()) != fields.required())
            missing(spot, seen);
        return m_in.at();
    }

    /// `readOne(spot, place)` reads each element.
    template <Kind kind, typename Read>
    const char* list(std::uint8_t field, const char* p, Read readOne)
    {
        m_in.moveTo(p);
        if (m_in.peek() != '[')
            return wrongKind(Spot {}, field, "A list");
        if (!m_in.enter())
            return nullptr;
        p = m_in.at();
        Spot spot { kind, field, 0 };
        for (bool first = true;; ++spot.element) {
            if (!first && p != m_end && *p == ',') {
                ++p; // an element that stands further on finds itself
            } else {
                m_in.moveTo(p);
                if (!m_in.more(']', first))
                    break;
                p = m_in.at();
            }
            p = readOne(spot, p);
            if (p == nullptr)
                return nullptr;
        }
        return m_in.ok() ? m_in.at() : nullptr;
    }

    const char* text(const Spot& spot, std::uint8_t f, const char* p, std::string_view& out)
    {
        const char* const behind = usual::string(p, m_end, out);
        return behind != nullptr ? behind : unusualText(spot, f, p, out);
    }
    const char* time(const Spot& spot, std::uint8_t f, const char* p, Timestamp& out)
    {
        const char* const behind = usual::time(p, m_end, out);
        return behind != nullptr ? behind : unusualTime(spot, f, p, out);
    }
    const char* integer(const Spot& spot, std::uint8_t f, const char* p, std::int64_t& out)
    {
        const char* const behind = usual::integer(p, m_end, out);
        return behind != nullptr ? behind : unusualInteger(spot, f, p, out);
    }

    /// What stands at the cursor is of another kind; it is read over.
    const char* wrongKind(Place place, std::string path, std::string_view expected);
    const char* wrongKind(const Spot& spot, std::uint8_t f, std::string_view expected);
    /// The text is no JSON.
    const char* failed(const char* problem)
    {
        m_in.fail(problem);
        return nullptr;
    }
    /// No two of the keys that nobody knows are equal, of those since `base`.
    bool keysDiffer(std::size_t base)
    {
        return m_in.keys().size() == base || !m_in.doubledKey(base)
            || m_in.fail("a key stands twice in one object");
    }

private:
    const char* unusualText(const Spot& spot, std::uint8_t f, const char* p, std::string_view& out);
    const char* unusualTime(const Spot& spot, std::uint8_t f, const char* p, Timestamp& out);
    const char* unusualInteger(const Spot& spot, std::uint8_t f, const char* p, std::int64_t& out);
    bool unknownKey(const Spot& spot, std::string_view key);
    void missing(const Spot& spot, unsigned seen);

    JsonCursor m_in;
    const char* const m_begin;
    const char* const m_end;
    Faults m_faults;
};

}
