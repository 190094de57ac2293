// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_sentences.h"

#include "ui/rules/rules_text.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <QLocale>
#include <QStringList>

namespace ow::ui {

namespace {

QStringList names(const model::Scope& scope, const model::Draft& draft)
{
    QStringList list;
    for (const std::string& name : scope.names) {
        switch (scope.of) {
        case model::Scope::Of::All:
            break;
        case model::Scope::Of::Offers:
            list << offerName(draft, name);
            break;
        case model::Scope::Of::Channels:
            list << titleOf(draft, name);
            break;
        case model::Scope::Of::Roles:
            list << word(model::parse<model::Role>(name).value_or(model::Role::None));
            break;
        case model::Scope::Of::Kinds:
            list << word(model::parse<model::OfferKind>(name).value_or(model::OfferKind::Single));
            break;
        case model::Scope::Of::Missions:
            list << word(model::parse<model::Mission>(name).value_or(model::Mission::None));
            break;
        }
    }
    return list;
}

// A sentence stays a sentence: behind the third name only how many more.
QStringList shortened(QStringList list)
{
    constexpr qsizetype Named = 3;
    if (list.size() <= Named + 1)
        return list;
    const QString rest = RulesText::tr("%1 more").arg(list.size() - Named);
    list = list.mid(0, Named);
    return list << rest;
}

bool manyOffers(const model::Scope& scope)
{
    return scope.of != model::Scope::Of::Offers || scope.names.size() != 1;
}

QString capWindow(const model::Cap& cap)
{
    if (cap.window)
        return RulesText::tr("within %1").arg(durationWords(*cap.window));
    return RulesText::tr("per calendar %1").arg(word(cap.calendar.value_or(model::Calendar::Day)));
}

QString capCount(const model::Cap& cap)
{
    if (cap.limit == 0)
        return RulesText::tr("never");
    return cap.limit == 1 ? RulesText::tr("at most once") : RulesText::tr("at most %1 times").arg(cap.limit);
}

QString fromTo(const model::SequenceRule& rule)
{
    if (!rule.max)
        return rule.min.ms == 0 ? RulesText::tr("any time after")
                                : RulesText::tr("%1 or more after").arg(durationWords(rule.min));
    if (rule.min.ms == 0)
        return RulesText::tr("within %1 after").arg(durationWords(*rule.max));
    return RulesText::tr("%1 to %2 after").arg(durationWords(rule.min), durationWords(*rule.max));
}

}

QString scopeWords(const model::Scope& scope, const model::Draft& draft)
{
    const QStringList list = names(scope, draft);
    if (scope.of != model::Scope::Of::All && list.isEmpty())
        return RulesText::tr("nothing yet");
    switch (scope.of) {
    case model::Scope::Of::All:
        return RulesText::tr("all offers");
    case model::Scope::Of::Offers:
        return joinedAnd(shortened(list));
    case model::Scope::Of::Roles:
        return RulesText::tr("offers that %1").arg(joinedOr(list));
    case model::Scope::Of::Channels:
        return RulesText::tr("offers by %1").arg(joinedOr(list));
    case model::Scope::Of::Kinds:
        return RulesText::tr("offers of kind %1").arg(joinedOr(list));
    case model::Scope::Of::Missions:
        return RulesText::tr("offers of mission %1").arg(joinedOr(list));
    }
    return {};
}

QString sentence(const model::Suppression& rule, const model::Draft& draft)
{
    const QString who = scopeWords(rule.scope, draft);
    if (rule.reason.empty())
        return RulesText::tr("Withhold %1 while a condition holds.").arg(who);
    return RulesText::tr("Withhold %1: %2").arg(who, qs(rule.reason));
}

QString sentence(const model::Cap& cap, const model::Draft& draft)
{
    QString who = scopeWords(cap.scope, draft);
    if (manyOffers(cap.scope) && cap.scope.of != model::Scope::Of::All)
        who = RulesText::tr("%1 together").arg(who);
    if (cap.scope.of == model::Scope::Of::All)
        who = RulesText::tr("all offers together");
    return RulesText::tr("Per customer, %1 may be %2 %3 %4.")
        .arg(who, word(cap.count), capCount(cap), capWindow(cap));
}

QString sentence(const model::Cooldown& cooldown, const model::Draft& draft)
{
    const bool each = cooldown.scope.of == model::Scope::Of::Offers && !cooldown.blocks;
    const QString length = durationWords(cooldown.length);
    if (each && cooldown.scope.names.size() == 1)
        return RulesText::tr("When %1 was %2, it rests for %3.")
            .arg(scopeWords(cooldown.scope, draft), word(cooldown.after), length);
    if (each)
        return RulesText::tr("When one of %1 was %2, that one rests for %3.")
            .arg(scopeWords(cooldown.scope, draft), word(cooldown.after), length);
    const model::Scope& rests = cooldown.blocks ? *cooldown.blocks : cooldown.scope;
    const QString trigger = cooldown.scope.of == model::Scope::Of::Offers && cooldown.scope.names.size() == 1
        ? scopeWords(cooldown.scope, draft)
        : RulesText::tr("one of %1").arg(scopeWords(cooldown.scope, draft));
    return manyOffers(rests) ? RulesText::tr("When %1 was %2, %3 rest for %4.")
                                   .arg(trigger, word(cooldown.after), scopeWords(rests, draft), length)
                             : RulesText::tr("When %1 was %2, %3 rests for %4.")
                                   .arg(trigger, word(cooldown.after), scopeWords(rests, draft), length);
}

QString sentence(const model::SequenceRule& rule, const model::Draft& draft)
{
    const QString offer = offerName(draft, rule.offer);
    if (!rule.afterEvent.empty())
        return RulesText::tr("%1 only %2 %3.").arg(offer, fromTo(rule), eventWords(rule.afterEvent));
    return RulesText::tr("%1 only %2 %3 was %4.")
        .arg(offer, fromTo(rule), offerName(draft, rule.afterOffer), word(rule.outcome));
}

QString sentence(const model::ExclusiveGroup& group, const model::Draft& draft)
{
    QStringList list;
    for (const std::string& offer : group.offers)
        list << offerName(draft, offer);
    if (list.size() < 2)
        return RulesText::tr("Needs at least two offers.");
    return RulesText::tr("Of %1, only one within %2.")
        .arg(joinedAnd(shortened(list)), durationWords(group.window));
}

QString sentence(const model::Fact& fact)
{
    if (fact.expr)
        return qs(*fact.expr);
    QStringList types;
    for (const std::string& type : fact.types)
        types << qs(type);
    const QString what = types.isEmpty() ? RulesText::tr("any event") : joinedOr(types);
    return RulesText::tr("%1: %2, within %3").arg(word(fact.aggregate), what, durationWords(fact.window));
}

QString sentence(const model::Guardrails& guardrails)
{
    QStringList parts;
    if (guardrails.minMarginBp)
        parts << RulesText::tr("margin at least %1").arg(percentText(*guardrails.minMarginBp));
    if (guardrails.maxDiscountBp)
        parts << RulesText::tr("discount at most %1").arg(percentText(*guardrails.maxDiscountBp));
    if (parts.isEmpty())
        return RulesText::tr("No limit on price or margin.");
    QString text = parts.join(RulesText::tr(", ")) + QLatin1Char('.');
    text[0] = text[0].toUpper();
    return text;
}

QString sentence(const model::SubstituteRule& rule)
{
    QStringList parts;
    if (rule.inCart)
        parts << RulesText::tr("is in the cart");
    if (rule.ownedWindow)
        parts << RulesText::tr("was bought within %1").arg(durationWords(*rule.ownedWindow));
    if (parts.isEmpty())
        return RulesText::tr("Substitutes do not hold an offer back.");
    return RulesText::tr("No offer of something whose substitute %1.").arg(joinedOr(parts));
}

QString sentence(const model::Rank& rank)
{
    QStringList parts { RulesText::tr("best score first") };
    if (rank.floor)
        parts << RulesText::tr("none below %1").arg(QLocale().toString(*rank.floor));
    if (rank.distinctRoles)
        parts << RulesText::tr("each role once");
    QString text = parts.join(RulesText::tr(", ")) + QLatin1Char('.');
    text[0] = text[0].toUpper();
    return text;
}

}
