// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/evidence_text.h"

#include "base/time.h"
#include "mine/evidence_json.h"
#include "ui/shell/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {

struct Evidence {
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

QString times(double lift)
{
    if (std::isinf(lift))
        return QStringLiteral("∞");
    return QStringLiteral("×%1").arg(QLocale().toString(lift, 'f', lift < 10 ? 1 : 0));
}

// ×1 is the left end, ×20 the right one.
double onScale(double lift)
{
    if (std::isinf(lift))
        return 1;
    return lift <= 1 ? 0 : std::min(1.0, std::log(lift) / std::log(20.0));
}

QString rate(double q) { return q < 0.001 ? Evidence::tr("under 0.1 %") : percent(q, 1); }

QString tableDetails(const mine::TableEvidence& table, const QString& unit)
{
    QString text
        = Evidence::tr("%1 of %2 %3 hold both").arg(count(table.counts.nAb), count(table.counts.n), unit);
    if (table.expected)
        text += Evidence::tr(", %1 by chance")
                    .arg(QLocale().toString(*table.expected, 'f', *table.expected < 10 ? 1 : 0));
    if (table.q)
        text += Evidence::tr(". Odds that this is a false find: %1").arg(rate(*table.q));
    return text;
}

EvidenceBar tableBar(const QString& name, const std::optional<mine::TableEvidence>& table,
    const QString& unit, const QString& missing)
{
    EvidenceBar bar { name, false, 0, missing, {} };
    if (!table)
        return bar;
    bar.details = tableDetails(*table, unit);
    if (!table->adjustedLift) {
        bar.value = Evidence::tr("too rare to tell");
        return bar;
    }
    bar.known = true;
    bar.share = onScale(*table->adjustedLift);
    bar.value = times(*table->adjustedLift);
    return bar;
}

EvidenceBar sequenceBar(const std::optional<mine::SequenceEvidence>& sequence)
{
    EvidenceBar bar { Evidence::tr("One after the other"), false, 0, Evidence::tr("no dated purchases"), {} };
    if (!sequence)
        return bar;
    bar.details = Evidence::tr("%1 customers bought them in this order, %2 the other way round")
                      .arg(count(std::max(sequence->forward, sequence->backward)),
                          count(std::min(sequence->forward, sequence->backward)));
    if (sequence->lagMedian)
        bar.details += Evidence::tr(". Half of them within %1")
                           .arg(duration(days(std::lround(*sequence->lagMedian))));
    if (!sequence->ratio) {
        bar.value = Evidence::tr("too rare to tell");
        return bar;
    }
    const double ratio = *sequence->ratio;
    if (ratio <= 0 || std::isinf(ratio)) {
        bar.known = true;
        bar.share = 1;
        bar.value = Evidence::tr("one way only");
        return bar;
    }
    const double strength = ratio < 1 ? 1 / ratio : ratio;
    bar.known = true;
    bar.share = onScale(strength);
    bar.value = times(strength);
    return bar;
}

}

QString edgeTitle(const Graph& graph, const GraphEdge& edge)
{
    const QString& a = graph.nodes[std::size_t(edge.a)].title;
    const QString& b = graph.nodes[std::size_t(edge.b)].title;
    return edge.look == EdgeLook::Complement ? QStringLiteral("%1 → %2").arg(a, b)
                                             : QStringLiteral("%1 ↔ %2").arg(a, b);
}

QString roleName(model::Role role)
{
    switch (role) {
    case model::Role::None:
        return Evidence::tr("no role yet");
    case model::Role::Protect:
        return Evidence::tr("protect");
    case model::Role::Power:
        return Evidence::tr("power");
    case model::Role::Personalize:
        return Evidence::tr("personalize");
    case model::Role::Replenish:
        return Evidence::tr("replenish");
    case model::Role::Expand:
        return Evidence::tr("expand");
    }
    return {};
}

QString lookName(EdgeLook look)
{
    switch (look) {
    case EdgeLook::Complement:
        return Evidence::tr("complement");
    case EdgeLook::Substitute:
        return Evidence::tr("substitute");
    case EdgeLook::Unknown:
        return Evidence::tr("undecided");
    }
    return {};
}

QString statusName(EdgeStatus status)
{
    switch (status) {
    case EdgeStatus::Suggested:
        return Evidence::tr("suggested");
    case EdgeStatus::Accepted:
        return Evidence::tr("accepted");
    case EdgeStatus::Rejected:
        return Evidence::tr("rejected");
    }
    return {};
}

QString edgeSubtitle(const GraphEdge& edge)
{
    QString text = lookName(edge.look);
    if (edge.look == EdgeLook::Complement && edge.role != model::Role::None)
        text += QStringLiteral(" · ") + roleName(edge.role);
    return text + QStringLiteral(" · ")
        + (edge.drawn ? Evidence::tr("drawn by hand") : statusName(edge.status));
}

std::array<EvidenceBar, 4> evidenceBars(const mine::MinedPair& pair)
{
    EvidenceBar content { Evidence::tr("Read about together"), false, 0, Evidence::tr("no such data"), {} };
    return { tableBar(Evidence::tr("Bought together"), pair.buy, Evidence::tr("baskets"), {}),
        tableBar(Evidence::tr("Viewed together"), pair.view, Evidence::tr("sessions"),
            Evidence::tr("no views in the data")),
        sequenceBar(pair.sequence), content };
}

QString verdict(const Graph& graph, const GraphEdge& edge, const mine::MinedPair& pair)
{
    Q_UNUSED(graph)
    Q_UNUSED(edge)
    QString text;
    const auto& buy = pair.buy;
    if (buy.adjustedLift && buy.counts.nAb > 0)
        text = Evidence::tr("Bought together %1 times, %2 times what popularity and basket size explain.")
                   .arg(count(buy.counts.nAb),
                       QLocale().toString(*buy.adjustedLift, 'f', *buy.adjustedLift < 10 ? 1 : 0));
    else if (buy.counts.nAb > 0)
        text = Evidence::tr("Bought together %1 times: too rarely to say whether by chance.")
                   .arg(count(buy.counts.nAb));
    else
        text = Evidence::tr("Never bought together.");
    using enum stats::EdgeClass;
    switch (pair.edgeClass) {
    case Complement:
        return text + u' ' + Evidence::tr("One helps the other.");
    case Substitute:
        return text + u' '
            + Evidence::tr(
                "Compared in the same visit, and who buys one leaves the other: offering both would annoy.");
    case CoViewed:
        return text + u' '
            + Evidence::tr("Compared in the same visit, but the data do not say whether instead or along "
                           "with. When in doubt, "
                           "treat them as substitutes.");
    case Mixed:
        return text + u' '
            + Evidence::tr("The data point both ways: somebody who knows the products has to decide.");
    case None:
        return text + u' ' + Evidence::tr("No more than chance.");
    case Insufficient:
        return text;
    }
    return text;
}

std::optional<mine::MinedPair> evidenceOf(const Graph& graph, const GraphEdge& edge)
{
    if (edge.mined < 0)
        return {};
    auto pair = mine::readEvidence(graph.mined[std::size_t(edge.mined)].evidence);
    return pair ? std::optional(std::move(*pair)) : std::nullopt;
}

}
