// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/render_data.h"

#include "ui/data/data_screen.h"
#include "ui/data/filter_header.h"
#include "ui/data/rows_view.h"

#include <QFileInfo>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ow::workbench {
namespace {

// In the order of DataScreen::Tab.
const QStringList tabs { u"products"_s, u"customers"_s, u"events"_s, u"exposures"_s, u"baskets"_s,
    u"imports"_s, u"signals"_s, u"privacy"_s };

QString filterBy(ui::DataScreen& screen, const QString& filter)
{
    const auto& columns = screen.rowsView()->model()->source().columns;
    const QString named = filter.section(u'=', 0, 0);
    QStringList titles;
    for (const auto& column : columns)
        titles << column.title;
    const auto column = filter.contains(u'=') ? titles.indexOf(named, 0) : 0;
    if (column < 0 || screen.rowsView()->header()->field(int(column)) == nullptr)
        return u"the table has no column “%1” to filter by; it has %2"_s.arg(named, titles.join(u", "_s));
    screen.rowsView()->setFilter(int(column), filter.contains(u'=') ? filter.section(u'=', 1) : filter);
    return {};
}

}

bool asksOfData(const Options& options)
{
    return !options.tab.isEmpty() || !options.import.isEmpty() || options.result > 0 || options.mend > 0;
}

QString showOfData(ui::DataScreen& screen, const Options& options, const std::function<bool()>& wait)
{
    if (!options.tab.isEmpty()) {
        const auto tab = tabs.indexOf(options.tab);
        if (tab < 0)
            return u"--tab is one of %1, not “%2”"_s.arg(tabs.join(u", "_s), options.tab);
        screen.showTab(ui::DataScreen::Tab(tab));
        if (!options.filter.isEmpty()) {
            if (tab > ui::DataScreen::Baskets)
                return u"“%1” is no table that is filtered"_s.arg(options.tab);
            if (const QString why = filterBy(screen, options.filter); !why.isEmpty())
                return why;
        }
    }
    if (!options.import.isEmpty()) {
        for (const QString& file : options.import)
            if (!QFileInfo::exists(file))
                return u"there is no file %1"_s.arg(file);
        screen.importFiles(options.import);
        if (options.map && wait())
            if (auto* map = screen.findChild<QPushButton*>(u"mapColumns"_s); map && map->isEnabled())
                map->click();
    }
    const qint64 import = options.mend > 0 ? options.mend : options.result;
    if (import > 0 && !screen.showImport(import, options.mend > 0))
        return (options.mend > 0 ? u"the project has no import %1, or it has no rejected rows"_s
                                 : u"the project has no import %1"_s)
            .arg(import);
    return wait() ? QString() : u"the screen did not settle within two minutes"_s;
}

}
