// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/signal_words.h"

#include "ui/shell/text.h"

#include <QCoreApplication>

namespace ow::ui {

namespace {

struct SignalWords {
    Q_DECLARE_TR_FUNCTIONS(SignalWords)
};

QString list(const std::vector<std::string>& words)
{
    QStringList out;
    for (const std::string& word : words)
        out << SignalWords::tr("“%1”").arg(qs(word));
    return out.join(QStringLiteral(", "));
}

}

QString familyTitle(signal::Family family)
{
    switch (family) {
    case signal::Family::Intent:
        return SignalWords::tr("Intent");
    case signal::Family::Momentum:
        return SignalWords::tr("Momentum");
    case signal::Family::Attach:
        return SignalWords::tr("Attach");
    case signal::Family::Care:
        return SignalWords::tr("Care");
    case signal::Family::Lifecycle:
        return SignalWords::tr("Lifecycle");
    case signal::Family::Channel:
        return SignalWords::tr("Channel");
    case signal::Family::Overall:
        return SignalWords::tr("Recency, frequency, velocity");
    }
    return {};
}

QString signalTitle(const signal::ReadySignal& signal)
{
    const std::string_view id = signal.id;
    if (id == "query_qualifier")
        return SignalWords::tr("Query qualifier");
    if (id == "rebrowse_burst")
        return SignalWords::tr("Rebrowse burst");
    if (id == "wishlist_activity")
        return SignalWords::tr("Wishlist activity");
    if (id == "cart_edits")
        return SignalWords::tr("Cart edits");
    if (id == "cart_left")
        return SignalWords::tr("Cart left at checkout");
    if (id == "category_hopping")
        return SignalWords::tr("Category hopping");
    if (id == "whats_next")
        return SignalWords::tr("“What next” clicks");
    if (id == "accessory_gravity")
        return SignalWords::tr("Accessory gravity");
    if (id == "service_glow")
        return SignalWords::tr("Service glow");
    if (id == "support_tickets")
        return SignalWords::tr("Support tickets");
    if (id == "recent_returns")
        return SignalWords::tr("Recent returns");
    if (id == "howto_reading")
        return SignalWords::tr("How-to reading");
    if (id == "contract_pivot")
        return SignalWords::tr("Contract pivot");
    if (id == "trial_pivot")
        return SignalWords::tr("Trial pivot");
    if (id == "renewal_near")
        return SignalWords::tr("Renewal near");
    if (id == "channel_handoff")
        return SignalWords::tr("Channel hand-off");
    if (id == "rfv_hot")
        return SignalWords::tr("Hot by RFV");
    return qs(id);
}

QString signalSentence(const signal::ReadySignal& signal, const signal::Settings& s)
{
    const std::string_view id = signal.id;
    const QString n = count(s.threshold);
    const QString window = duration(s.window);
    if (id == "query_qualifier")
        return SignalWords::tr("%1 or more searches with %2 within %3").arg(n, list(s.words), window);
    if (id == "rebrowse_burst")
        return SignalWords::tr("%1 or more visits to the family of the product looked at within %2")
            .arg(n, window);
    if (id == "wishlist_activity")
        return SignalWords::tr("%1 or more products put on the wishlist within %2").arg(n, window);
    if (id == "cart_edits")
        return SignalWords::tr("%1 or more products put into or taken out of the cart within %2")
            .arg(n, window);
    if (id == "cart_left")
        return SignalWords::tr("A checkout within %1 and no order since").arg(window);
    if (id == "category_hopping")
        return SignalWords::tr("Products of %1 or more categories viewed within %2").arg(n, window);
    if (id == "whats_next")
        return SignalWords::tr("%1 or more pages with %2 within %3").arg(n, list(s.words), window);
    if (id == "accessory_gravity")
        return SignalWords::tr(
            "%1 or more views within %2 of add-ons that pair with something bought in the last 30 days")
            .arg(n, window);
    if (id == "service_glow")
        return SignalWords::tr("A survey score of %1 or better within %2 of a resolved case").arg(n, window);
    if (id == "support_tickets")
        return SignalWords::tr("%1 or more support cases opened within %2").arg(n, window);
    if (id == "recent_returns")
        return SignalWords::tr("%1 or more returns within %2").arg(n, window);
    if (id == "howto_reading")
        return SignalWords::tr("%1 or more how-to pages read within %2").arg(n, window);
    if (id == "contract_pivot")
        return SignalWords::tr("The last days before %1 of a contract").arg(window);
    if (id == "trial_pivot")
        return SignalWords::tr("The last days before %1 of a trial").arg(window);
    if (id == "renewal_near")
        return SignalWords::tr("%1 or more notices within %2 that a contract ends").arg(n, window);
    if (id == "channel_handoff")
        return SignalWords::tr("A letter clicked and the app opened within %1 of it").arg(window);
    if (id == "rfv_hot")
        return SignalWords::tr(
            "%1 or more orders within %2, and more views in the last 14 days than in the 14 before")
            .arg(n, window);
    return {};
}

QString bestWindowSentence(const signal::ReadySignal& signal, const signal::Settings& s)
{
    const QString best = duration(s.best);
    if (signal.family == signal::Family::Lifecycle && signal.id != "renewal_near")
        return SignalWords::tr("best window: the last %1 of them").arg(best);
    if (signal.id == "rfv_hot")
        return SignalWords::tr("the last order no longer ago than %1").arg(best);
    return SignalWords::tr("best window: %1 from the latest").arg(best);
}

}
