// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/why_details.h"

#include "ui/shell/text.h"
#include "ui/simulate/why_words.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ow::ui {

namespace {

struct Why {
    Q_DECLARE_TR_FUNCTIONS(WhyDetails)
};

using decide::Change;
using decide::Reason;

/// What the parts that decided have read.
QStringList readings(const decide::ExpressionTrace& trace)
{
    QStringList out;
    for (const decide::Reading& reading : trace.reads) {
        const auto isRead = [&](const decide::Clause& clause) {
            return std::find(clause.names.begin(), clause.names.end(), reading.name) != clause.names.end();
        };
        if (trace.clauses.empty() || std::any_of(trace.clauses.begin(), trace.clauses.end(), isRead))
            out << QStringLiteral("%1 = %2").arg(qs(reading.name), qs(reading.value));
    }
    return out;
}

QString offersOf(const Reason& reason, const model::Draft& draft)
{
    QStringList out;
    for (const decide::OtherOffer& other : reason.others)
        out << (other.offer.empty() ? Why::tr("an offer of the past") : offerName(draft, other.offer));
    out.removeDuplicates();
    return out.join(QStringLiteral(", "));
}

QString changeOf(const Change& c, const model::Draft& draft)
{
    const QString sku = qs(c.sku);
    switch (c.kind) {
    case Change::Kind::Time:
        break; // stands before the others
    case Change::Kind::Attribute:
    case Change::Kind::Context:
        return Why::tr("%1 were %2 instead of %3").arg(qs(c.name), qs(c.to), qs(c.from));
    case Change::Kind::NoExposure:
        return Why::tr("%1 had not been shown on %2")
            .arg(
                c.offer.empty() ? Why::tr("an offer of the past") : offerName(draft, c.offer), dayTime(c.at));
    case Change::Kind::NoEvent:
        return sku.isEmpty()
            ? Why::tr("“%1” had not happened on %2").arg(eventWords(c.name), dayTime(c.at))
            : Why::tr("“%1” of %2 had not happened on %3").arg(eventWords(c.name), sku, dayTime(c.at));
    case Change::Kind::Event:
        return sku.isEmpty() ? Why::tr("“%1” happened now").arg(eventWords(c.name))
                             : Why::tr("“%1” of %2 happened now").arg(eventWords(c.name), sku);
    case Change::Kind::Exposure:
        return Why::tr("%1 had just been shown or answered").arg(offerName(draft, c.offer));
    case Change::Kind::NoCartLine:
        return Why::tr("%1 were not in the cart").arg(sku);
    case Change::Kind::CartLine:
        return Why::tr("%1 × %2 were added to the cart").arg(count(c.qty), sku);
    case Change::Kind::Focus:
        return sku.isEmpty() ? Why::tr("nothing were looked at") : Why::tr("%1 were looked at").arg(sku);
    }
    return {};
}

}

QString whyDetails(const Reason& r, const model::Draft& draft)
{
    QStringList out;
    if (r.expression) {
        out = readings(*r.expression);
        for (const decide::Clause& clause : r.expression->clauses) {
            if (!clause.error.empty())
                out << Why::tr("fails at “%1”").arg(qs(clause.errorText));
        }
    }
    if (r.found && r.limit) {
        if (r.kind == "margin" || r.kind == "discount")
            out << Why::tr("%1 %, limit %2 %")
                       .arg(QLocale().toString(double(*r.found) / 100, 'f', 2),
                           QLocale().toString(double(*r.limit) / 100, 'f', 2));
        else if (r.kind == "stock")
            out << Why::tr("%1: %2 in stock, %3 needed").arg(qs(r.product), count(*r.found), count(*r.limit));
        else
            out << Why::tr("%1 counted, %2 allowed").arg(count(*r.found), count(*r.limit));
    }
    if (r.kind == "floor" && r.score && r.floor)
        out << Why::tr("score %1, floor %2")
                   .arg(QLocale().toString(*r.score, 'g', 4), QLocale().toString(*r.floor, 'g', 4));
    if (r.kind == "outranked")
        out << Why::tr("score %1; preferred: %2")
                   .arg(QLocale().toString(r.score.value_or(0), 'g', 4), offersOf(r, draft));
    if (r.kind == "exclusive" || r.kind == "cooldown")
        out << offersOf(r, draft);
    if ((r.kind == "substitute" || r.kind == "owned") && !r.product.empty())
        out << qs(r.product);
    if (r.since)
        out << Why::tr("since %1").arg(dayTime(*r.since));
    if (r.opens)
        out << Why::tr("open from %1").arg(dayTime(*r.opens));
    if (r.closes)
        out << Why::tr("until %1").arg(dayTime(*r.closes));
    return out.join(QStringLiteral(" · "));
}

QString changeWords(const decide::Counterfactual& a, const model::Draft& draft)
{
    using Answer = decide::Counterfactual::Answer;
    QStringList parts;
    switch (a.answer) {
    case Answer::Already:
        return {};
    case Answer::Impossible: {
        for (const std::string& code : a.because)
            parts << whyNotShort(code);
        return Why::tr("Nothing the customer does and no waiting helps (%1).")
            .arg(parts.join(QStringLiteral(", ")));
    }
    case Answer::NotFound:
        return Why::tr("No small change was found that helps (%1 tried).").arg(count(a.decisions));
    case Answer::Found:
        break;
    }
    QString later;
    for (const Change& c : a.changes) {
        if (c.kind == Change::Kind::Time)
            later = dayTime(c.at);
        else
            parts << changeOf(c, draft);
    }
    const QString conditions = joinedAnd(parts);
    QString out = later.isEmpty() ? Why::tr("It would be shown if %1.").arg(conditions)
        : parts.isEmpty()         ? Why::tr("It would be shown from %1 on.").arg(later)
                                  : Why::tr("It would be shown from %1 on if %2.").arg(later, conditions);
    if (a.withheld)
        out += Why::tr(" (It would be withheld: holdout or experiment.)");
    return out;
}

}
