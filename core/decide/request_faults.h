// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "decide/request_fields.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ow::decide::request {

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

    Place place() const; ///< the object itself: that it is one
    Place place(std::uint64_t f) const; ///< a field of it
    std::string path() const;
    std::string path(std::string_view key) const;
    std::string_view nameOf(std::uint8_t f) const { return listOf(kind)[f].name; }
};

/// Keeps the one fault that is named.
class Faults {
public:
    void add(Place place, std::string path, std::string message);
    const std::optional<Error>& first() const { return m_error; }

private:
    std::optional<Error> m_error;
    std::uint64_t m_rank = 0;
};

/// What a value is that begins so: "a string", "an object" …
std::string_view kindOf(char c);

}
