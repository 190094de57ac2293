// SPDX-License-Identifier: Apache-2.0
#include "decide/compiled_pack.h"

#include <limits>

namespace ow::decide {

std::int64_t basisPoints(std::int64_t part, std::int64_t whole)
{
    if (whole == 0)
        return 0;
    __extension__ using Wide = __int128;
    const Wide out = Wide(part) * 10000 / whole;
    if (out > std::numeric_limits<std::int64_t>::max())
        return std::numeric_limits<std::int64_t>::max();
    if (out < std::numeric_limits<std::int64_t>::min())
        return std::numeric_limits<std::int64_t>::min();
    return std::int64_t(out);
}

OfferPrices pricesAt(std::int64_t price, std::int64_t listPrice, std::int64_t cost)
{
    OfferPrices out;
    out.price = price;
    out.listPrice = listPrice;
    out.cost = cost;
    out.discountBp = listPrice <= price ? 0 : basisPoints(listPrice - price, listPrice);
    out.margin = price - cost;
    out.marginBp = basisPoints(out.margin, price);
    return out;
}

}
