// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/comparison.h"

#include <fmt/format.h>

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

std::string Comparison::zenCell() const
{
    switch (op) {
    case Op::Equals:
    case Op::In:
        return fmt::format("{}", fmt::join(values, ", "));
    case Op::AtLeast:
        return fmt::format(">= {}", low);
    case Op::AtMost:
        return fmt::format("<= {}", high);
    case Op::Between:
        break;
    }
    return fmt::format("[{}..{}]", low, high);
}

}
