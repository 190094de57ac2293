// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/draft_picks.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/words.h"

namespace ow::ui {

std::vector<PickItem> offerPicks(
    const model::Draft& draft, const std::function<bool(const model::Offer&)>& suits)
{
    std::vector<PickItem> items;
    for (const model::Offer& offer : draft.policy.offers) {
        if (offer.status == model::OfferStatus::Killed || offer.status == model::OfferStatus::Retired
            || (suits && !suits(offer)))
            continue;
        QString detail = word(offer.kind);
        if (offer.status != model::OfferStatus::Active)
            detail += QStringLiteral(" · ") + word(offer.status);
        detail += QStringLiteral(" · ") + money(offer.price, draft.policy.currency);
        items.push_back({ qs(offer.id), offerName(draft, offer.id), detail, colors().role(offer.role) });
    }
    return items;
}

std::vector<PickItem> productPicks(const model::Catalogue& catalogue, const std::string& currency)
{
    std::vector<PickItem> items;
    items.reserve(catalogue.products.size());
    for (const model::Product& product : catalogue.products)
        items.push_back({ qs(product.sku), product.title.empty() ? qs(product.sku) : qs(product.title),
            qs(product.sku) + QStringLiteral(" · ") + money(product.price, currency), {} });
    return items;
}

}
