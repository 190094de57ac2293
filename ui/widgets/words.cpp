// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/words.h"

#include "ui/shell/text.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cstdlib>

namespace ow::ui {

namespace {

QString say(const char* text) { return QCoreApplication::translate("ow::ui::words", text); }
QString counted(const char* one, const char* many, std::int64_t n)
{
    return n == 1 ? say(one) : say(many).arg(QLocale().toString(qlonglong(n)));
}

}

QString word(model::OfferKind kind) { return word(model::name(kind)); }
QString word(model::OfferStatus status) { return word(model::name(status)); }
QString word(model::Outcome outcome) { return word(model::name(outcome)); }
QString word(model::Calendar unit) { return word(model::name(unit)); }

QString word(model::Role role)
{
    return role == model::Role::None ? say(QT_TRANSLATE_NOOP("ow::ui::words", "no role"))
                                     : word(model::name(role));
}

QString word(model::Mission mission)
{
    return mission == model::Mission::None ? say(QT_TRANSLATE_NOOP("ow::ui::words", "no mission"))
                                           : word(model::name(mission));
}

QString word(model::Tier tier)
{
    return tier == model::Tier::None ? say(QT_TRANSLATE_NOOP("ow::ui::words", "no tier"))
                                     : word(model::name(tier));
}

QString word(model::Aggregate aggregate)
{
    switch (aggregate) {
    case model::Aggregate::Count:
        return say(QT_TRANSLATE_NOOP("ow::ui::words", "count of events"));
    case model::Aggregate::Distinct:
        return say(QT_TRANSLATE_NOOP("ow::ui::words", "count of different values"));
    case model::Aggregate::Sum:
        return say(QT_TRANSLATE_NOOP("ow::ui::words", "sum"));
    case model::Aggregate::Min:
        return say(QT_TRANSLATE_NOOP("ow::ui::words", "smallest"));
    case model::Aggregate::Max:
        return say(QT_TRANSLATE_NOOP("ow::ui::words", "largest"));
    case model::Aggregate::Age:
        return say(QT_TRANSLATE_NOOP("ow::ui::words", "seconds since the newest"));
    case model::Aggregate::Velocity:
        return say(QT_TRANSLATE_NOOP("ow::ui::words", "velocity"));
    }
    return {};
}

QString eventWords(const std::string& type)
{
    static const QHash<QString, const char*> known {
        { QStringLiteral("product_viewed"), QT_TRANSLATE_NOOP("ow::ui::words", "a product is viewed") },
        { QStringLiteral("search"), QT_TRANSLATE_NOOP("ow::ui::words", "a search") },
        { QStringLiteral("wishlist_added"), QT_TRANSLATE_NOOP("ow::ui::words", "something is wished for") },
        { QStringLiteral("cart_added"),
            QT_TRANSLATE_NOOP("ow::ui::words", "something is put into the cart") },
        { QStringLiteral("cart_removed"),
            QT_TRANSLATE_NOOP("ow::ui::words", "something is taken out of the cart") },
        { QStringLiteral("checkout_started"), QT_TRANSLATE_NOOP("ow::ui::words", "checkout starts") },
        { QStringLiteral("purchased"), QT_TRANSLATE_NOOP("ow::ui::words", "a purchase") },
        { QStringLiteral("returned"), QT_TRANSLATE_NOOP("ow::ui::words", "a return") },
        { QStringLiteral("case_opened"), QT_TRANSLATE_NOOP("ow::ui::words", "a support case is opened") },
        { QStringLiteral("case_resolved"), QT_TRANSLATE_NOOP("ow::ui::words", "a support case is resolved") },
        { QStringLiteral("survey"), QT_TRANSLATE_NOOP("ow::ui::words", "a survey is answered") },
        { QStringLiteral("howto_read"), QT_TRANSLATE_NOOP("ow::ui::words", "a how-to is read") },
        { QStringLiteral("email_clicked"), QT_TRANSLATE_NOOP("ow::ui::words", "an e-mail is clicked") },
        { QStringLiteral("app_opened"), QT_TRANSLATE_NOOP("ow::ui::words", "the app is opened") },
        { QStringLiteral("page_viewed"), QT_TRANSLATE_NOOP("ow::ui::words", "a page is viewed") },
        { QStringLiteral("trial_started"), QT_TRANSLATE_NOOP("ow::ui::words", "a trial starts") },
        { QStringLiteral("contract_started"), QT_TRANSLATE_NOOP("ow::ui::words", "a contract starts") },
        { QStringLiteral("contract_ending"),
            QT_TRANSLATE_NOOP("ow::ui::words", "a contract is about to end") },
        { QStringLiteral("feature_used"), QT_TRANSLATE_NOOP("ow::ui::words", "a feature is used") },
        { QStringLiteral("price_dropped"), QT_TRANSLATE_NOOP("ow::ui::words", "a price drops") },
    };
    const char* text = known.value(qs(type), nullptr);
    return text ? say(text) : say(QT_TRANSLATE_NOOP("ow::ui::words", "the event “%1”")).arg(qs(type));
}

QString durationWords(Duration length)
{
    struct Unit {
        std::int64_t ms;
        const char* one;
        const char* many;
    };
    static const Unit units[] = {
        { 7 * 86'400'000LL, QT_TRANSLATE_NOOP("ow::ui::words", "1 week"),
            QT_TRANSLATE_NOOP("ow::ui::words", "%1 weeks") },
        { 86'400'000LL, QT_TRANSLATE_NOOP("ow::ui::words", "1 day"),
            QT_TRANSLATE_NOOP("ow::ui::words", "%1 days") },
        { 3'600'000LL, QT_TRANSLATE_NOOP("ow::ui::words", "1 hour"),
            QT_TRANSLATE_NOOP("ow::ui::words", "%1 hours") },
        { 60'000LL, QT_TRANSLATE_NOOP("ow::ui::words", "1 minute"),
            QT_TRANSLATE_NOOP("ow::ui::words", "%1 minutes") },
        { 1'000LL, QT_TRANSLATE_NOOP("ow::ui::words", "1 second"),
            QT_TRANSLATE_NOOP("ow::ui::words", "%1 seconds") },
    };
    for (const Unit& unit : units) {
        // Weeks only where a person would say weeks: 7 days stay days, 28 days are 4 weeks.
        const bool week = unit.ms == units[0].ms;
        if (length.ms != 0 && length.ms % unit.ms == 0 && (!week || length.ms >= 2 * unit.ms))
            return counted(unit.one, unit.many, length.ms / unit.ms);
    }
    return counted(units[4].one, units[4].many, length.ms / 1000);
}

QString percentText(std::int64_t basisPoints)
{
    const QLocale locale;
    int decimals = 2;
    if (basisPoints % 100 == 0)
        decimals = 0;
    else if (basisPoints % 10 == 0)
        decimals = 1;
    QString text = locale.toString(double(std::llabs(basisPoints)) / 100.0, 'f', decimals);
    if (basisPoints < 0)
        text.prepend(QChar(0x2212));
    return text + QChar(0x202F) + QLatin1Char('%');
}

QString offerName(const model::Draft& draft, const std::string& id)
{
    const auto& offers = draft.policy.offers;
    const auto offer = std::ranges::find(offers, id, &model::Offer::id);
    if (offer == offers.end())
        return QStringLiteral("“%1”").arg(qs(id));
    return offer->name.empty() ? qs(id) : qs(offer->name);
}

QString joined(const QStringList& parts, const QString& lastWord)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return parts.mid(0, parts.size() - 1).join(QStringLiteral(", ")) + QLatin1Char(' ') + lastWord
        + QLatin1Char(' ') + parts.last();
}

QString joinedAnd(const QStringList& parts)
{
    return joined(parts, say(QT_TRANSLATE_NOOP("ow::ui::words", "and")));
}
QString joinedOr(const QStringList& parts)
{
    return joined(parts, say(QT_TRANSLATE_NOOP("ow::ui::words", "or")));
}

}
