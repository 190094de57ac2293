// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/order_words.h"

#include "ingest/values.h"

#include <algorithm>
#include <array>
#include <string>

namespace ow::ingest {

namespace {

constexpr std::array<std::string_view, 15> back { "refunded", "returned", "refund", "return", "chargedback",
    "erstattet", "ruckerstattet", "retourniert", "zuruckgesendet", "rembourse", "remboursee", "reembolsado",
    "rimborsato", "terugbetaald", "geretourneerd" };

constexpr std::array<std::string_view, 38> notBought { "cancelled", "canceled", "cancel", "failed", "failure",
    "pending", "pendingpayment", "draft", "checkoutdraft", "autodraft", "trash", "voided", "void", "expired",
    "abandoned", "declined", "unavailable", "rejected", "storniert", "abgebrochen", "fehlgeschlagen",
    "zahlungausstehend", "ausstehendezahlung", "entwurf", "abgelehnt", "annule", "annulee", "echoue",
    "echouee", "brouillon", "cancelado", "fallido", "borrador", "annullato", "fallito", "geannuleerd",
    "mislukt", "concept" };

}

OrderFate orderFate(std::string_view status)
{
    const std::string plain = plainName(status);
    const std::string_view word = plain.starts_with("wc") ? std::string_view(plain).substr(2) : plain;
    if (std::ranges::find(back, word) != back.end())
        return OrderFate::GivenBack;
    if (std::ranges::find(notBought, word) != notBought.end())
        return OrderFate::NotBought;
    return OrderFate::Bought;
}

}
