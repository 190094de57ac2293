// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/offer_change.h"

#include "base/money.h"
#include "base/text.h"
#include "ui/offers/offers_text.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <QStringList>

#include <algorithm>

namespace ow::ui {

namespace {

QString fromTo(const QString& from, const QString& to)
{
    const auto shown = [](const QString& text) { return text.isEmpty() ? OffersText::tr("none") : text; };
    return shown(from) + QStringLiteral(" → ") + shown(to);
}

QString quoted(const std::string& text)
{
    constexpr qsizetype Longest = 60; // a title is a line, not a document
    QString shown = qs(text).simplified();
    if (shown.size() > Longest)
        shown = shown.left(Longest - 1) + QChar(0x2026);
    return shown.isEmpty() ? OffersText::tr("none") : QStringLiteral("“%1”").arg(shown);
}

QString dayText(const std::optional<Timestamp>& t) { return t ? day(*t) : QString(); }

QString itemsChange(const model::Offer& before, const model::Offer& after)
{
    const auto qtyOf = [](const model::Offer& o, const std::string& sku) {
        const auto item = std::ranges::find(o.items, sku, &model::OfferItem::sku);
        return item == o.items.end() ? 0 : item->qty;
    };
    for (const model::OfferItem& item : after.items) {
        const auto was = qtyOf(before, item.sku);
        if (was == 0)
            return OffersText::tr("%1 added to %2").arg(qs(item.sku), qs(after.name));
        if (was != item.qty)
            return OffersText::tr("%1 in %2: %3")
                .arg(qs(item.sku), qs(after.name),
                    fromTo(QStringLiteral("%1×").arg(was), QStringLiteral("%1×").arg(item.qty)));
    }
    for (const model::OfferItem& item : before.items)
        if (qtyOf(after, item.sku) == 0)
            return OffersText::tr("%1 taken out of %2").arg(qs(item.sku), qs(after.name));
    return OffersText::tr("Items of %1 reordered").arg(qs(after.name));
}

QString listText(const std::vector<std::string>& list, const model::Draft& draft)
{
    QStringList names;
    for (const std::string& id : list)
        names << titleOf(draft, id);
    return names.join(QStringLiteral(", "));
}

// Every field that differs, each as its own sentence, in the order of the editor.
QStringList differences(const model::Offer& a, const model::Offer& b, const model::Draft& draft)
{
    QStringList list;
    const QString name = qs(b.name);
    const auto field = [&](bool differs, const QString& label, const QString& from, const QString& to) {
        if (differs)
            list << OffersText::tr("%1 of %2: %3").arg(label, name, fromTo(from, to));
    };
    const std::string& currency = draft.policy.currency;
    if (a.name != b.name)
        list << OffersText::tr("Offer renamed: %1").arg(fromTo(quoted(a.name), quoted(b.name)));
    field(a.kind != b.kind, OffersText::tr("Kind"), word(a.kind), word(b.kind));
    field(a.role != b.role, OffersText::tr("Role"), word(a.role), word(b.role));
    field(a.status != b.status, OffersText::tr("Status"), word(a.status), word(b.status));
    field(a.mission != b.mission, OffersText::tr("Mission"), word(a.mission), word(b.mission));
    field(a.tier != b.tier, OffersText::tr("Tier"), word(a.tier), word(b.tier));
    if (a.items != b.items)
        list << itemsChange(a, b);
    if (a.anchors != b.anchors)
        list << OffersText::tr("Full-price items of %1 changed").arg(name);
    field(a.price != b.price, OffersText::tr("Price"), qs(formatMoney(a.price, currency)),
        qs(formatMoney(b.price, currency)));
    field(a.term != b.term, OffersText::tr("Term"), qs(a.term), qs(b.term));
    field(a.placements != b.placements, OffersText::tr("Placements"), listText(a.placements, draft),
        listText(b.placements, draft));
    field(
        a.validFrom != b.validFrom, OffersText::tr("First day"), dayText(a.validFrom), dayText(b.validFrom));
    field(a.validUntil != b.validUntil, OffersText::tr("End"), dayText(a.validUntil), dayText(b.validUntil));
    field(a.trigger != b.trigger, OffersText::tr("Trigger"), quoted(a.trigger), quoted(b.trigger));
    field(a.when != b.when, OffersText::tr("Condition"), quoted(a.when), quoted(b.when));
    field(a.propensity != b.propensity, OffersText::tr("Propensity"), quoted(a.propensity),
        quoted(b.propensity));
    field(a.because != b.because, OffersText::tr("Because"), quoted(a.because), quoted(b.because));
    if (a.once != b.once)
        list << (b.once ? OffersText::tr("%1 only for those who do not own it")
                        : OffersText::tr("%1 also for those who own it"))
                    .arg(name);
    field(a.priority != b.priority, OffersText::tr("Priority"), QString::number(a.priority),
        QString::number(b.priority));
    field(a.replacedBy != b.replacedBy, OffersText::tr("Successor"),
        a.replacedBy.empty() ? QString() : offerName(draft, a.replacedBy),
        b.replacedBy.empty() ? QString() : offerName(draft, b.replacedBy));
    return list;
}

std::string freeId(const std::string& wanted, const model::Draft& draft)
{
    const auto taken = [&](const std::string& id) {
        return std::ranges::find(draft.policy.offers, id, &model::Offer::id) != draft.policy.offers.end();
    };
    std::string id = wanted;
    for (int n = 2; taken(id); ++n)
        id = wanted.substr(0, 60) + '_' + std::to_string(n);
    return id;
}

}

store::Command changeOffer(const model::Offer& before, const model::Offer& after, const model::Draft& draft)
{
    const QStringList list = differences(before, after, draft);
    QString title = list.value(0, OffersText::tr("%1 changed").arg(qs(after.name)));
    if (list.size() > 1)
        title += OffersText::tr(" (and %1 more)").arg(list.size() - 1);
    return { title.toStdString(), { store::put(after) }, {} };
}

model::Offer newOffer(const std::string& name, model::OfferKind kind, const model::Draft& draft)
{
    model::Offer offer;
    offer.name = name;
    offer.id = freeId(toId(name), draft);
    offer.kind = kind;
    for (const model::Placement& placement : draft.policy.placements)
        if (kind != model::OfferKind::Bundle || placement.highIntent)
            offer.placements.push_back(placement.id);
    return offer;
}

store::Command addOffer(const model::Offer& offer)
{
    return { OffersText::tr("Offer %1 added").arg(qs(offer.name)).toStdString(), { store::put(offer) }, {} };
}

model::Offer copyOfOffer(const model::Offer& offer, const model::Draft& draft)
{
    model::Offer copy = offer;
    copy.id = freeId(toId(offer.name + " copy"), draft);
    copy.name = OffersText::tr("%1 (copy)").arg(qs(offer.name)).toStdString();
    copy.status = model::OfferStatus::Draft;
    return copy;
}

}
