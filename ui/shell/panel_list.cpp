// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panel_list.h"

#include "ui/shell/list_delegate.h"

#include <QListView>

using namespace Qt::StringLiterals;

namespace ow::ui {

QListView* makePanelList(QAbstractItemModel* model, const QString& accessibleName, QWidget* parent)
{
    auto* list = new QListView(parent);
    list->setProperty("kind", u"plain"_s);
    list->setModel(model);
    list->setItemDelegate(new ListDelegate(list));
    list->setUniformItemSizes(true);
    list->setResizeMode(QListView::Adjust);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMouseTracking(true);
    list->setAccessibleName(accessibleName);
    return list;
}

}
