// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/event_words.h"

#include "ingest/values.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ow::ingest {

namespace {

/// plainName() of their word -> ours. General words, those of GA4's ecommerce events and those of the Segment
/// and RudderStack ecommerce spec.
constexpr std::array<std::pair<std::string_view, std::string_view>, 74> words { {
    { "view", "product_viewed" },
    { "views", "product_viewed" },
    { "pv", "product_viewed" },
    { "click", "product_viewed" },
    { "clicks", "product_viewed" },
    { "viewitem", "product_viewed" },
    { "productview", "product_viewed" },
    { "productviewed", "product_viewed" },
    { "detail", "product_viewed" },
    { "viewitemlist", "product_list_viewed" },
    { "productlistviewed", "product_list_viewed" },
    { "productlistfiltered", "product_list_filtered" },
    { "selectitem", "product_clicked" },
    { "productclicked", "product_clicked" },
    { "viewpromotion", "promotion_viewed" },
    { "promotionviewed", "promotion_viewed" },
    { "selectpromotion", "promotion_clicked" },
    { "promotionclicked", "promotion_clicked" },
    { "search", "search" },
    { "searched", "search" },
    { "viewsearchresults", "search" },
    { "productssearched", "search" },
    { "cart", "cart_added" },
    { "carts", "cart_added" },
    { "add", "cart_added" },
    { "addtocart", "cart_added" },
    { "addedtocart", "cart_added" },
    { "productadded", "cart_added" },
    { "cartadded", "cart_added" },
    { "remove", "cart_removed" },
    { "removefromcart", "cart_removed" },
    { "productremoved", "cart_removed" },
    { "viewcart", "cart_viewed" },
    { "cartviewed", "cart_viewed" },
    { "begincheckout", "checkout_started" },
    { "checkout", "checkout_started" },
    { "checkoutstarted", "checkout_started" },
    { "addshippinginfo", "shipping_info_entered" },
    { "addpaymentinfo", "payment_info_entered" },
    { "paymentinfoentered", "payment_info_entered" },
    { "buy", "purchased" },
    { "order", "purchased" },
    { "orders", "purchased" },
    { "ordered", "purchased" },
    { "purchase", "purchased" },
    { "purchases", "purchased" },
    { "purchased", "purchased" },
    { "sale", "purchased" },
    { "transaction", "purchased" },
    { "ordercompleted", "purchased" },
    { "refund", "returned" },
    { "refunded", "returned" },
    { "return", "returned" },
    { "returned", "returned" },
    { "orderrefunded", "returned" },
    { "fav", "wishlist_added" },
    { "favorite", "wishlist_added" },
    { "wishlist", "wishlist_added" },
    { "addtowishlist", "wishlist_added" },
    { "productaddedtowishlist", "wishlist_added" },
    { "productremovedfromwishlist", "wishlist_removed" },
    { "wishlistproductaddedtocart", "cart_added" },
    { "viewedproduct", "product_viewed" }, // as the first form of the Segment spec has it
    { "viewedproductcategory", "product_list_viewed" },
    { "addedproduct", "cart_added" },
    { "removedproduct", "cart_removed" },
    { "completedorder", "purchased" },
    { "startedcheckout", "checkout_started" },
    { "pageview", "page_viewed" },
    { "pageviewed", "page_viewed" },
    { "screenview", "page_viewed" },
    { "emailclicked", "email_clicked" },
    { "emaillinkclicked", "email_clicked" },
    { "applicationopened", "app_opened" },
} };

}

std::string_view ourEventType(std::string_view theirs)
{
    const std::string plain = plainName(theirs);
    const auto known = std::ranges::find(words, plain, &std::pair<std::string_view, std::string_view>::first);
    return known == words.end() ? std::string_view {} : known->second;
}

}
