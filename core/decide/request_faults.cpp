// SPDX-License-Identifier: Apache-2.0
#include "decide/request_faults.h"

#include <fmt/format.h>

namespace ow::decide::request {

Place Spot::place() const
{
    switch (kind) {
    case Kind::Top:
        return {};
    case Kind::Customer:
        return Place::top(field);
    default:
        return Place::within(field, element, 0);
    }
}

Place Spot::place(std::uint64_t f) const
{
    // 0 is the element itself, its fields follow.
    return kind == Kind::Top ? Place::top(f) : Place::within(field, element, f + 1);
}

std::string Spot::path() const
{
    if (kind == Kind::Top)
        return {};
    const std::string_view name = listOf(Kind::Top)[field].name;
    return kind == Kind::Customer ? std::string(name) : fmt::format("{}[{}]", name, element);
}

std::string Spot::path(std::string_view key) const
{
    return kind == Kind::Top ? std::string(key) : path() + '.' + std::string(key);
}

void Faults::add(Place place, std::string path, std::string message)
{
    const bool before = !m_error || place.rank < m_rank || (place.rank == m_rank && path < m_error->at);
    if (!before)
        return;
    m_rank = place.rank;
    m_error = Error { ErrorCode::InvalidInput, std::move(message), std::move(path) };
}

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

}
