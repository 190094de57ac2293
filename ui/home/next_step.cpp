// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/next_step.h"

#include "ui/shell/screens.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

QString words(const char* text) { return QCoreApplication::translate("next", text); }

}

NextStep nextStep(const model::Draft& draft, const store::Counts& counts, bool released, int errors)
{
    const model::Policy& policy = draft.policy;
    const bool edges = std::ranges::any_of(
        draft.edges, [](const auto& edge) { return edge.second.second.state == model::EdgeState::Accepted; });
    const bool active = std::ranges::any_of(
        policy.offers, [](const model::Offer& offer) { return offer.status == model::OfferStatus::Active; });
    const struct {
        bool open;
        const char* title;
        const char* why;
        const char* button;
        const char* screen;
    } steps[] = {
        { counts.products == 0, QT_TRANSLATE_NOOP("next", "Bring in your catalogue and orders"),
            QT_TRANSLATE_NOOP("next",
                "Everything else is computed from them. Files are previewed before a row is stored, and rows "
                "that cannot be read are kept with their reason."),
            QT_TRANSLATE_NOOP("next", "Import files"), "data" },
        { !edges, QT_TRANSLATE_NOOP("next", "Find what belongs together"),
            QT_TRANSLATE_NOOP("next",
                "Mine the order history for complements and substitutes, then accept the edges that make "
                "sense."),
            QT_TRANSLATE_NOOP("next", "Open the graph"), "adjacency" },
        { policy.offers.empty(), QT_TRANSLATE_NOOP("next", "Make the first offer"),
            QT_TRANSLATE_NOOP("next",
                "An add-on, a bundle, a service or an upgrade, with its price inside your guardrails."),
            QT_TRANSLATE_NOOP("next", "Make an offer"), "offers" },
        { policy.matrix.empty(), QT_TRANSLATE_NOOP("next", "Say which offer answers which need"),
            QT_TRANSLATE_NOOP("next",
                "Each cell of the matrix names the one most logical offer for a stage and a motivation."),
            QT_TRANSLATE_NOOP("next", "Fill the matrix"), "needs" },
        { policy.caps.empty(), QT_TRANSLATE_NOOP("next", "Set how often you may ask"),
            QT_TRANSLATE_NOOP("next", "Without a cap, a customer can be asked again on every page."),
            QT_TRANSLATE_NOOP("next", "Add a cap"), "rules" },
        { errors > 0, QT_TRANSLATE_NOOP("next", "Mend what is wrong in the draft"),
            QT_TRANSLATE_NOOP("next", "A draft with errors cannot be released."),
            QT_TRANSLATE_NOOP("next", "Open the rules"), "rules" },
        { !released && active, QT_TRANSLATE_NOOP("next", "Try it on your customers, then release it"),
            QT_TRANSLATE_NOOP(
                "next", "Replay the draft over the history first: who is asked what, and who is left alone."),
            QT_TRANSLATE_NOOP("next", "Simulate"), "simulate" },
        { !released, QT_TRANSLATE_NOOP("next", "Write the first release"),
            QT_TRANSLATE_NOOP(
                "next", "A rule pack is what production runs; the next one is compared with it."),
            QT_TRANSLATE_NOOP("next", "Open Release"), "release" },
        { counts.exposures > 0, QT_TRANSLATE_NOOP("next", "See whether it helps"),
            QT_TRANSLATE_NOOP(
                "next", "Each offer is measured against its holdout; what does not earn its place is ended."),
            QT_TRANSLATE_NOOP("next", "Open the scorecards"), "scorecards" },
    };
    for (const auto& step : steps)
        if (step.open && findScreen(QString::fromLatin1(step.screen)))
            return { words(step.title), words(step.why), words(step.button),
                QString::fromLatin1(step.screen) };
    return {};
}

}
