// SPDX-License-Identifier: GPL-3.0-or-later
#include "price/offer_price.h"

namespace ow::price {

namespace {

__extension__ using Wide = __int128;

// Catalogue prices reach 10^15; times 10000 leaves 64 bits.
std::int64_t ratioBp(Money part, Money whole)
{
    return static_cast<std::int64_t>(static_cast<Wide>(part.minor) * 10'000 / whole.minor);
}

}

std::int64_t discountBp(Money listPrice, Money price)
{
    return listPrice <= price || listPrice.minor == 0 ? 0 : ratioBp(listPrice - price, listPrice);
}

std::int64_t marginBp(Money margin, Money price) { return price.minor == 0 ? 0 : ratioBp(margin, price); }

OfferPrice priceOf(const model::Offer& offer, const model::Catalogue& catalogue)
{
    OfferPrice result;
    for (const model::OfferItem& item : offer.items) {
        const model::Product* product = catalogue.find(item.sku);
        if (!product) {
            result.unknownSkus.push_back(item.sku);
            continue;
        }
        result.listPrice += product->price * item.qty;
        result.cost += product->cost * item.qty;
    }
    result.price = offer.price;
    result.discountBp = discountBp(result.listPrice, result.price);
    result.margin = result.price - result.cost;
    result.marginBp = marginBp(result.margin, result.price);
    return result;
}

}
