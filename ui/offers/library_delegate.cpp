// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/library_delegate.h"

#include "ui/offers/library_model.h"
#include "ui/shell/theme.h"
#include "ui/widgets/chip_paint.h"
#include "ui/widgets/words.h"

#include <QPainter>

namespace ow::ui {

namespace {

ChipTone toneOf(model::OfferStatus status)
{
    switch (status) {
    case model::OfferStatus::Active:
        return ChipTone::Good;
    case model::OfferStatus::Paused:
        return ChipTone::Caution;
    case model::OfferStatus::Killed:
        return ChipTone::Bad;
    case model::OfferStatus::Draft:
    case model::OfferStatus::Retired:
        break;
    }
    return ChipTone::Quiet;
}

}

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return { 200, 48 }; }

void LibraryDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& c = colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? c.selected : c.hover);
        painter->drawRoundedRect(
            QRectF(option.rect).adjusted(4, 1, -4, -1), Size::ControlRadius, Size::ControlRadius);
    }
    const QRect row = option.rect.adjusted(Size::Space3, 6, -Size::Space3, -6);
    drawRoleDot(*painter, QPointF(row.left() + 5, row.top() + 9), 5,
        model::Role(index.data(LibraryModel::RoleRole).toInt()));
    const QRect text = row.adjusted(Size::Space4 + 2, 0, 0, 0);

    const auto status = model::OfferStatus(index.data(LibraryModel::StatusRole).toInt());
    QRect name = text;
    name.setHeight(18);
    if (status != model::OfferStatus::Active) {
        const QString said = word(status);
        const int width = chipWidth(said);
        drawChip(*painter, QRect(text.right() - width + 1, text.top() - 1, width, ChipHeight), said,
            toneOf(status));
        name.setRight(text.right() - width - Size::Space2);
    }
    painter->setFont(textFont(TextSize::Body, selected ? QFont::DemiBold : QFont::Medium));
    painter->setPen(c.ink);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width()));

    painter->setFont(textFont(TextSize::Caption));
    painter->setPen(c.muted);
    const QRect below(text.left(), text.bottom() - 15, text.width(), 16);
    const QString price = index.data(LibraryModel::PriceRole).toString();
    painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, price);
    const int room = below.width() - painter->fontMetrics().horizontalAdvance(price) - Size::Space2;
    painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(
            index.data(LibraryModel::DetailRole).toString(), Qt::ElideRight, room));
    painter->restore();
}

}
