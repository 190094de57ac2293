// SPDX-License-Identifier: Apache-2.0
#include "model/pack.h"

namespace ow::model {

std::optional<EdgeEnd> EdgeEnd::parse(std::string_view text)
{
    for (const bool family : { false, true }) {
        const std::string_view prefix = family ? "family:" : "sku:";
        if (text.starts_with(prefix) && text.size() > prefix.size())
            return EdgeEnd { family, std::string(text.substr(prefix.size())) };
    }
    return std::nullopt;
}

}
