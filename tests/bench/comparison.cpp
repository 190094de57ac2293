// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/comparison.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace ow::bench {

std::string Comparison::text() const
{
    switch (op) {
    case Op::Equals:
        if (values[0] == "true")
            return name;
        return values[0] == "false" ? "!" + name : fmt::format("{} == {}", name, values[0]);
    case Op::In:
        return fmt::format("{} in [{}]", name, fmt::join(values, ", "));
    case Op::AtLeast:
        return fmt::format("{} >= {}", name, low);
    case Op::AtMost:
        return fmt::format("{} <= {}", name, high);
    case Op::Between:
        break;
    }
    return fmt::format("{0} >= {1} && {0} <= {2}", name, low, high);
}

std::string Comparison::json() const
{
    constexpr std::array<std::string_view, 5> names { "equals", "in", "at_least", "at_most", "between" };
    std::string what = fmt::format("{}", fmt::join(values, ","));
    if (op == Op::AtLeast)
        what = fmt::format("{}", low);
    else if (op == Op::AtMost)
        what = fmt::format("{}", high);
    else if (op == Op::Between)
        what = fmt::format("{},{}", low, high);
    return fmt::format(R"({{"name":"{}","op":"{}","values":[{}]}})", name, names[std::size_t(op)], what);
}

}
