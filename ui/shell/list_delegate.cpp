// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/list_delegate.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QPainter>

namespace ow::ui {
namespace {

// Draws the text with the marked letters bold; cut at the right.
void drawMarked(QPainter& painter, const QRect& rect, const QString& text, const QList<int>& marked)
{
    const QFontMetrics metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    if (marked.isEmpty() || shown != text) {
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, shown);
        return;
    }
    const QFont plain = painter.font();
    QFont bold = plain;
    bold.setWeight(QFont::Bold);
    int x = rect.x();
    for (int i = 0; i < text.size();) {
        const bool isMarked = marked.contains(i);
        int end = i;
        while (end < text.size() && marked.contains(end) == isMarked)
            ++end;
        const QString part = text.mid(i, end - i);
        painter.setFont(isMarked ? bold : plain);
        painter.drawText(
            QRect(x, rect.y(), rect.right() - x + 1, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, part);
        x += QFontMetrics(painter.font()).horizontalAdvance(part);
        i = end;
    }
}

}

void ListDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? colors().selected : colors().hover);
        painter->drawRoundedRect(
            option.rect.adjusted(2, 1, -2, -1), Size::ControlRadius, Size::ControlRadius);
    }
    const bool faded = index.data(listrole::Faded).toBool();
    const QColor ink = faded ? colors().muted : colors().ink;
    QRect room = option.rect.adjusted(Size::Space3, 0, -Size::Space3, 0);
    const QString iconName = index.data(listrole::IconName).toString();
    if (!iconName.isEmpty()) {
        const QVariant given = index.data(listrole::IconInk);
        const QColor iconInk = given.isValid() ? given.value<QColor>() : colors().muted;
        const int y = option.rect.center().y() - Size::Icon / 2 + 1;
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(room.x(), y, iconPixmap(iconName, Size::Icon, iconInk, ratio));
        room.setLeft(room.left() + Size::Icon + Size::Space2 + 2);
    }
    if (index.data(listrole::Dotted).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors().accent);
        painter->drawEllipse(QPointF(room.right() - 3, option.rect.center().y() + 0.5), 4, 4);
        room.setRight(room.right() - 16);
    }
    const QString second = index.data(listrole::Secondary).toString();
    if (!second.isEmpty()) {
        painter->setFont(textFont(TextSize::Body));
        const int wanted = QFontMetrics(painter->font()).horizontalAdvance(second) + 4;
        const int width = std::min(wanted, room.width() / 2);
        painter->setPen(colors().muted);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight,
            QFontMetrics(painter->font()).elidedText(second, Qt::ElideRight, width));
        room.setRight(room.right() - width - Size::Space3);
    }
    painter->setPen(ink);
    painter->setFont(textFont(TextSize::Body));
    drawMarked(*painter, room, index.data(Qt::DisplayRole).toString(),
        index.data(listrole::Marked).value<QList<int>>());
    painter->restore();
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 80, Size::RowHeight + 2 }; // as narrow as may be: the view makes each row as wide as itself
}

}
