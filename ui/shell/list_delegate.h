// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ow::ui {

/// Roles of the frame's lists (palette, problems, history): an icon, a title with marked letters, a quiet
/// second text.
namespace listrole {
enum : int {
    IconName = Qt::UserRole + 1, ///< QString for icon()
    IconInk, ///< QColor; absent = text colour
    Secondary, ///< QString at the right
    Marked, ///< QList<int>: letters of the title to set bold
    Faded, ///< bool: an undone history row
    Dotted, ///< bool: the current history row
};
}

class ListDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
