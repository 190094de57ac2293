// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screens.h"

#include "ui/adjacency/adjacency_screen.h"
#include "ui/data/data_screen.h"
#include "ui/home/home_screen.h"
#include "ui/merge/merge_screen.h"
#include "ui/needs/needs_screen.h"
#include "ui/offers/offers_screen.h"
#include "ui/release/release_screen.h"
#include "ui/rules/rules_screen.h"
#include "ui/scorecards/scorecards_screen.h"
#include "ui/simulate/simulate_screen.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

template <typename T>
Screen* make(QWidget* parent)
{
    return new T(parent);
}

QString title(const char* text) { return QCoreApplication::translate("screens", text); }

}

const std::vector<ScreenInfo>& screens()
{
    static const std::vector<ScreenInfo> all = [] {
        // A screen joins by naming its class here instead of nullptr: make<NeedsScreen>.
        std::vector<ScreenInfo> rows {
            { u"home"_s, title(QT_TRANSLATE_NOOP("screens", "Home")), u"home"_s, make<HomeScreen> },

            { u"data"_s, title(QT_TRANSLATE_NOOP("screens", "Data")), u"data"_s, make<DataScreen> },

            { u"needs"_s, title(QT_TRANSLATE_NOOP("screens", "Needs")), u"needs"_s, make<NeedsScreen> },

            { u"adjacency"_s, title(QT_TRANSLATE_NOOP("screens", "Adjacency")), u"adjacency"_s,
                make<AdjacencyScreen> },

            { u"offers"_s, title(QT_TRANSLATE_NOOP("screens", "Offers")), u"offers"_s, make<OffersScreen> },

            { u"rules"_s, title(QT_TRANSLATE_NOOP("screens", "Rules")), u"rules"_s, make<RulesScreen> },

            { u"simulate"_s, title(QT_TRANSLATE_NOOP("screens", "Simulate")), u"simulate"_s,
                make<SimulateScreen> },

            { u"scorecards"_s, title(QT_TRANSLATE_NOOP("screens", "Scorecards")), u"scorecards"_s,
                make<ScorecardsScreen> },

            { u"release"_s, title(QT_TRANSLATE_NOOP("screens", "Release")), u"release"_s,
                make<ReleaseScreen> },
        };
        std::erase_if(rows, [](const ScreenInfo& row) { return row.make == nullptr; });
        return rows;
    }();
    return all;
}

const ScreenInfo* findScreen(const QString& id)
{
    // A command of the menu leads to it, not the left bar: it is no part of the daily work.
    static const ScreenInfo merge { u"merge"_s, title(QT_TRANSLATE_NOOP("screens", "Merge")), u"merge"_s,
        make<MergeScreen> };
    if (id == merge.id)
        return &merge;
    for (const ScreenInfo& screen : screens())
        if (screen.id == id)
            return &screen;
    return nullptr;
}

}
