// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ow::ui {

/// A row of one line: a dot in a role's colour, a title, a muted detail at the right.
/// DisplayRole is the title, DetailRole the detail, DotRole a QColor.
class PickDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, DetailRole, DotRole, SearchRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}
