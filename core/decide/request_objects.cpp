// SPDX-License-Identifier: Apache-2.0
#include "decide/request_objects.h"

#include "base/text.h"

#include <fmt/format.h>

namespace ow::decide::request {

const char* ObjectReader::wrongKind(Place place, std::string path, std::string_view expected)
{
    const std::string_view kind = kindOf(m_in.peek());
    if (!m_in.skip())
        return nullptr;
    m_faults.add(place, std::move(path), fmt::format("{} is expected here, not {}", expected, kind));
    return m_in.at();
}

const char* ObjectReader::wrongKind(const Spot& spot, std::uint8_t f, std::string_view expected)
{
    return wrongKind(spot.place(f), spot.path(spot.nameOf(f)), expected);
}

const char* ObjectReader::unusualText(const Spot& spot, std::uint8_t f, const char* p, std::string_view& out)
{
    m_in.moveTo(p);
    if (m_in.peek() != '"')
        return wrongKind(spot, f, "A string");
    return m_in.string(out) ? m_in.at() : nullptr;
}

const char* ObjectReader::unusualTime(const Spot& spot, std::uint8_t f, const char* p, Timestamp& out)
{
    m_in.moveTo(p);
    if (m_in.peek() != '"')
        return wrongKind(spot, f, "A time");
    std::string_view written;
    if (!m_in.string(written))
        return nullptr;
    if (parseUtcSecond(written, out))
        return m_in.at();
    if (const Result<Timestamp> read = parseTimestamp(written))
        out = *read;
    else
        m_faults.add(spot.place(f), spot.path(spot.nameOf(f)), read.error().message);
    return m_in.at();
}

const char* ObjectReader::unusualInteger(const Spot& spot, std::uint8_t f, const char* p, std::int64_t& out)
{
    m_in.moveTo(p);
    const char c = m_in.peek();
    if (c != '-' && (c < '0' || c > '9'))
        return wrongKind(spot, f, "A whole number");
    JsonNumber number;
    if (!m_in.number(number))
        return nullptr;
    if (number.whole)
        out = number.integer;
    else
        m_faults.add(spot.place(f), spot.path(spot.nameOf(f)),
            fmt::format("A whole number is expected here, not {}", number.real));
    return m_in.at();
}

bool ObjectReader::unknownKey(const Spot& spot, std::string_view key)
{
    m_in.keys().push_back(key);
    if (!m_in.skip())
        return false;
    if (key == "x") // free room for others
        return true;
    std::vector<std::string> known;
    for (const Field& f : listOf(spot.kind))
        known.emplace_back(f.name);
    const std::string near = closest(key.substr(0, 80), known);
    m_faults.add(spot.place(Place::last - 1), spot.path(key),
        fmt::format("\"{}\" is not a key that is known here{}", key.substr(0, 80),
            near.empty() ? std::string() : fmt::format("; did you mean \"{}\"?", near)));
    return true;
}

void ObjectReader::missing(const Spot& spot, unsigned seen)
{
    const std::span<const Field> fields = listOf(spot.kind);
    for (std::size_t f = 0; f < fields.size(); ++f) {
        if (fields[f].required && (seen >> f & 1U) == 0)
            m_faults.add(
                spot.place(f), spot.path(fields[f].name), fmt::format("\"{}\" is missing", fields[f].name));
    }
}

}
