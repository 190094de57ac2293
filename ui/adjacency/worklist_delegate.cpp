// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/worklist_delegate.h"

#include "ui/adjacency/worklist_model.h"
#include "ui/shell/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace ow::ui {

namespace {

// Both names stay readable: each gets half of the room, and what the other does not need.
QString elidedPair(const QString& text, const QFontMetricsF& metrics, double width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    const qsizetype arrow
        = std::max(text.indexOf(QStringLiteral(" → ")), text.indexOf(QStringLiteral(" ↔ ")));
    if (arrow < 0)
        return metrics.elidedText(text, Qt::ElideRight, width);
    const QString left = text.left(arrow);
    const QString right = text.mid(arrow + 3);
    const double room = width - metrics.horizontalAdvance(text.mid(arrow, 3));
    const double leftRoom = std::max(room / 2, room - metrics.horizontalAdvance(right));
    const QString shownLeft = metrics.elidedText(left, Qt::ElideRight, leftRoom);
    return shownLeft + text.mid(arrow, 3)
        + metrics.elidedText(right, Qt::ElideRight, room - metrics.horizontalAdvance(shownLeft));
}

}

QSize WorklistDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 120, 52 };
}

void WorklistDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = QRectF(option.rect).adjusted(4, 2, -4, -2);
    if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state.testFlag(QStyle::State_Selected) ? colors().selected : colors().hover);
        painter->drawRoundedRect(row, Size::ControlRadius, Size::ControlRadius);
    }
    const QRectF text = row.adjusted(Size::Space2, 4, -Size::Space2, -4);
    const QFont body = textFont(TextSize::Body);
    painter->setFont(body);
    painter->setPen(colors().ink);
    const QRectF first(text.topLeft(), QSizeF(text.width(), text.height() / 2));
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
        elidedPair(index.data().toString(), QFontMetricsF(body), first.width()));

    const QRectF second(first.bottomLeft(), first.size());
    const auto look = EdgeLook(index.data(WorklistModel::LookRole).toInt());
    QPen pen(index.data(WorklistModel::ColorRole).value<QColor>(), 3);
    pen.setCapStyle(Qt::FlatCap);
    if (look == EdgeLook::Substitute)
        pen.setDashPattern({ 1.8, 1.2 });
    else if (look == EdgeLook::Unknown)
        pen.setDashPattern({ 0.8, 1.0 });
    painter->setPen(pen);
    painter->drawLine(
        QPointF(second.left(), second.center().y()), QPointF(second.left() + 20, second.center().y()));
    painter->setFont(textFont(TextSize::Caption));
    painter->setPen(colors().muted);
    painter->drawText(second.adjusted(28, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
        index.data(WorklistModel::SubtitleRole).toString());
    if (const QVariant lift = index.data(WorklistModel::LiftRole); lift.isValid())
        painter->drawText(second, Qt::AlignRight | Qt::AlignVCenter,
            QStringLiteral("×%1").arg(QLocale().toString(lift.toDouble(), 'f', 1)));
    painter->restore();
}

}
