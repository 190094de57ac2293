// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pick_delegate.h"

#include "ui/shell/theme.h"

#include <QPainter>

#include <algorithm>

namespace ow::ui {

void PickDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& c = colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, c.selected);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, c.hover);
    QRect inside = row.adjusted(Size::Space3, 0, -Size::Space3, 0);
    const QColor dot = index.data(DotRole).value<QColor>();
    if (dot.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(dot);
        painter->drawEllipse(QPointF(inside.left() + 4, inside.center().y() + 0.5), 4, 4);
        inside.setLeft(inside.left() + Size::Space4);
    }
    const QFontMetrics captions(textFont(TextSize::Caption));
    const QString detail = index.data(DetailRole).toString();
    const int detailWidth = std::min(
        inside.width() / 2, captions.horizontalAdvance(detail) + (detail.isEmpty() ? 0 : Size::Space2));
    painter->setFont(textFont(TextSize::Body));
    painter->setPen(c.ink);
    const QRect left = inside.adjusted(0, 0, -detailWidth, 0);
    painter->drawText(left, Qt::AlignVCenter | Qt::AlignLeft,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, left.width()));
    painter->setFont(textFont(TextSize::Caption));
    painter->setPen(c.muted);
    painter->drawText(
        inside, Qt::AlignVCenter | Qt::AlignRight, captions.elidedText(detail, Qt::ElideRight, detailWidth));
    painter->restore();
}

QSize PickDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetrics body(textFont(TextSize::Body));
    const QFontMetrics captions(textFont(TextSize::Caption));
    const int width = body.horizontalAdvance(index.data().toString())
        + captions.horizontalAdvance(index.data(DetailRole).toString()) + 2 * Size::Space3 + Size::Space6;
    return { width, Size::RowHeight };
}

}
