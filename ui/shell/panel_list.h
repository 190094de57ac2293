// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QListView;
class QString;
class QWidget;

namespace ow::ui {

/// A list of the bottom panel: one line a row as ListDelegate draws them, as wide as the panel.
QListView* makePanelList(QAbstractItemModel* model, const QString& accessibleName, QWidget* parent);

}
