// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecards/verdict_delegate.h"

#include "ui/scorecards/verdict_list_model.h"
#include "ui/scorecards/score_words.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/interval_bar.h"

#include <QPainter>

namespace ow::ui {

namespace {

constexpr int HeadingHeight = 34;
constexpr int CardHeight = 82;
constexpr int QuietHeight = 54; ///< without an interval there is no bar
constexpr int Gap = 4;

const VerdictListModel* modelOf(const QModelIndex& index)
{
    return qobject_cast<const VerdictListModel*>(index.model());
}

const score::Measure* liftOf(const QModelIndex& index)
{
    const auto* model = modelOf(index);
    const score::OfferScore* offer = model ? model->offerAt(index) : nullptr;
    return offer ? offer->find(score::Metric::AttachRate) : nullptr;
}

// The verdict's word with its mark, right-aligned; returns how much room it took.
int paintVerdict(QPainter& painter, const QRect& line, const score::Verdict& verdict, qreal ratio)
{
    const Tone tone = verdictTone(verdict);
    const QString word = verdictLabel(verdict);
    painter.setFont(textFont(TextSize::Caption, QFont::DemiBold));
    const int width = painter.fontMetrics().horizontalAdvance(word);
    painter.setPen(tone == Tone::Info ? colors().muted : toneInk(tone));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, word);
    if (tone == Tone::Info)
        return width;
    const QPixmap mark = iconPixmap(toneIcon(tone), 14, toneInk(tone), ratio);
    painter.drawPixmap(QPoint(line.right() - width - 18, line.center().y() - 6), mark);
    return width + 20;
}

}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.data(VerdictListModel::HeadingRole).toBool())
        return { option.rect.width(), HeadingHeight };
    const score::Measure* lift = liftOf(index);
    return { option.rect.width(), (lift && lift->hasInterval() ? CardHeight : QuietHeight) + Gap };
}

void VerdictDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& c = colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(VerdictListModel::HeadingRole).toBool()) {
        painter->setFont(textFont(TextSize::Caption, QFont::DemiBold));
        painter->setPen(c.muted);
        painter->drawText(option.rect.adjusted(Size::Space3, 0, -Size::Space3, -6),
            Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
        painter->restore();
        return;
    }
    const auto* model = modelOf(index);
    const score::OfferScore* offer = model ? model->offerAt(index) : nullptr;
    const score::Measure* lift = liftOf(index);
    if (!offer || !lift) {
        painter->restore();
        return;
    }
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -Gap - 0.5);
    const bool chosen = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->setPen(QPen(chosen ? c.accent : c.hairline, chosen ? 1.5 : 1));
    painter->setBrush(chosen ? c.selected : hovered ? c.hover : c.paper);
    painter->drawRoundedRect(box, Size::CardRadius - 2, Size::CardRadius - 2);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(c.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), Size::CardRadius - 3, Size::CardRadius - 3);
    }

    const QRect inner = box.toRect().adjusted(Size::Space3, Size::Space2, -Size::Space3, -Size::Space2);
    QRect line(inner.left(), inner.top(), inner.width(), 20);
    // "Continue" says nothing where there are too few customers to say anything.
    const bool judged = offer->verdict && offer->verdict->reason != "too_few_units";
    const int taken
        = judged ? paintVerdict(*painter, line, *offer->verdict, painter->device()->devicePixelRatioF()) : 0;
    painter->setFont(textFont(TextSize::Body, QFont::DemiBold));
    painter->setPen(c.ink);
    painter->drawText(line.adjusted(0, 0, -taken - Size::Space2, 0), Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(
            index.data().toString(), Qt::ElideRight, line.width() - taken - Size::Space2));

    line.translate(0, 20);
    painter->setFont(textFont(TextSize::Caption));
    painter->setPen(c.muted);
    const QString words = offer->verdict && offer->verdict->final && !lift->hasInterval()
        ? verdictPhrase(*offer->verdict)
        : lift->hasInterval()
        ? tr("Lift %1").arg(effectWords(*lift, model->card()->currency, model->card()->options.precision))
        : reasonWords(*lift, model->card()->options.precision);
    painter->drawText(line.adjusted(0, 0, 0, -2), Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
    if (lift->hasInterval()) {
        const double reach = index.data(VerdictListModel::ReachRole).toDouble();
        const QRectF bar(inner.left(), inner.bottom() - 17, inner.width(), 14);
        IntervalBar::paint(*painter, bar, *lift->estimate, *lift->anytimeLower, *lift->anytimeUpper, -reach,
            reach, *lift->anytimeLower > 0 || *lift->anytimeUpper < 0 ? c.accent : c.holdout);
    }
    painter->restore();
}

}
