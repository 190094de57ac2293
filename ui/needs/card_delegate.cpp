// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/card_delegate.h"

#include "ui/needs/matrix_model.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/chip_paint.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int Gap = 4; // half of what lies between two cards
constexpr int FootHeight = 3;

QRect cardRect(const QRect& cell) { return cell.adjusted(Gap, Gap, -Gap, -Gap); }

// Lays `text` out in at most `lines` lines, the last elided. Returns the height it took.
int drawLines(QPainter& p, const QRect& box, const QString& text, int lines)
{
    const QFontMetrics metrics = p.fontMetrics();
    QTextLayout layout(text, p.font());
    layout.beginLayout();
    int y = box.top();
    for (int n = 1;; ++n) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(box.width());
        const QString rest = text.mid(line.textStart());
        const bool last = n == lines || y + 2 * metrics.lineSpacing() > box.bottom() + 1;
        const QString shown = last ? metrics.elidedText(rest, Qt::ElideRight, box.width())
                                   : text.mid(line.textStart(), line.textLength());
        p.drawText(QRect(box.left(), y, box.width(), metrics.lineSpacing()), Qt::AlignLeft | Qt::AlignVCenter,
            shown.trimmed());
        y += metrics.lineSpacing();
        if (last)
            break;
    }
    layout.endLayout();
    return y - box.top();
}

}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return { 220, 132 }; }

void CardDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = cardRect(option.rect);
    paintGround(*painter, card, option, index);
    const QRect inside
        = card.adjusted(Size::Space3, Size::Space3 - 2, -Size::Space3, -(Size::Space2 + FootHeight));
    if (index.data().toString().isEmpty())
        paintEmpty(*painter, inside, index);
    else
        paintOffer(*painter, inside, index);
    paintFoot(*painter, card, index);
    painter->restore();
}

void CardDelegate::paintGround(
    QPainter& p, const QRect& card, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors& c = colors();
    const bool empty = index.data().toString().isEmpty();
    const bool current = option.state & QStyle::State_Selected;
    QColor ground = empty ? c.page : c.paper;
    const double share = index.data(MatrixModel::ShareRole).toDouble();
    if (m_heat && share > 0 && m_heatTop > 0) {
        const double strength = 0.06 + 0.30 * std::min(1.0, share / m_heatTop);
        const auto mix = [&](int a, int b) { return int(a + (b - a) * strength); };
        ground = QColor(mix(ground.red(), c.expand.red()), mix(ground.green(), c.expand.green()),
            mix(ground.blue(), c.expand.blue()));
    } else if (option.state & QStyle::State_MouseOver && !empty) {
        ground = c.hover;
    }
    QPen edge(c.hairline, 1);
    if (empty)
        edge = QPen(c.dark ? c.muted.darker(170) : c.muted.lighter(170), 1, Qt::DashLine);
    if (current)
        edge = QPen(c.accent, 2);
    p.setPen(edge);
    p.setBrush(ground);
    const qreal inset = current ? 1.0 : 0.5;
    p.drawRoundedRect(
        QRectF(card).adjusted(inset, inset, -inset, -inset), Size::CardRadius, Size::CardRadius);
}

void CardDelegate::paintOffer(QPainter& p, QRect inside, const QModelIndex& index) const
{
    const Colors& c = colors();
    const bool missing = index.data(MatrixModel::MissingRole).toBool();
    const auto role = model::Role(index.data(MatrixModel::RoleRole).toInt());
    p.setFont(textFont(TextSize::CardTitle, QFont::DemiBold));
    const int titleHeight = p.fontMetrics().lineSpacing();
    drawRoleDot(p, QPointF(inside.left() + 5, inside.top() + titleHeight / 2.0), 5, role);

    QRect title(
        inside.left() + Size::Space4 + 2, inside.top(), inside.width() - Size::Space4 - 2, titleHeight);
    const QString status
        = missing ? tr("not in the library") : index.data(MatrixModel::StatusRole).toString();
    if (!status.isEmpty()) {
        const int width = chipWidth(status);
        drawChip(p, QRect(title.right() - width + 1, title.center().y() - ChipHeight / 2, width, ChipHeight),
            status, missing ? ChipTone::Bad : ChipTone::Caution);
        title.setRight(title.right() - width - Size::Space2);
    }
    p.setFont(textFont(TextSize::CardTitle, QFont::DemiBold));
    p.setPen(c.ink);
    p.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
        p.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, title.width()));

    const QStringList fallbacks = index.data(MatrixModel::FallbacksRole).toStringList();
    QRect benefit = inside.adjusted(0, titleHeight + Size::Space1, 0, 0);
    if (!fallbacks.isEmpty())
        benefit.setBottom(inside.bottom() - ChipHeight - Size::Space1);
    const QString text = index.data(MatrixModel::BenefitRole).toString();
    p.setFont(textFont(TextSize::Body));
    p.setPen(text.isEmpty() ? c.caution : c.muted);
    const int used = drawLines(p, benefit, text.isEmpty() ? tr("No benefit statement yet") : text, 2);
    paintBecause(p, benefit.adjusted(0, used + Size::Space1, 0, 0), index);
    if (!fallbacks.isEmpty())
        drawChipRow(
            p, QRect(inside.left(), inside.bottom() - ChipHeight + 1, inside.width(), ChipHeight), fallbacks);
}

void CardDelegate::paintBecause(QPainter& p, const QRect& box, const QModelIndex& index) const
{
    const QString text = index.data(MatrixModel::BecauseRole).toString();
    QFont font = textFont(TextSize::Caption);
    font.setItalic(true);
    p.setFont(font);
    const int lines = std::min(2, box.height() / p.fontMetrics().lineSpacing());
    if (text.isEmpty() || lines < 1)
        return;
    p.setPen(colors().muted);
    drawLines(p, box, QStringLiteral("“%1”").arg(text), lines);
}

void CardDelegate::paintEmpty(QPainter& p, const QRect& inside, const QModelIndex& index) const
{
    const Colors& c = colors();
    const qlonglong customers = index.data(MatrixModel::CountRole).toLongLong();
    p.setFont(textFont(TextSize::Body, QFont::Medium));
    p.setPen(c.muted);
    const QString missing = customers > 0 ? tr("%1 customers here, nothing to offer").arg(count(customers))
                                          : tr("Nothing to offer yet");
    const int used = drawLines(p, inside, missing, 2);
    const QStringList candidates = index.data(MatrixModel::CandidatesRole).toStringList();
    if (candidates.isEmpty() || inside.height() < used + ChipHeight + 2 * Size::Space4)
        return;
    p.setFont(textFont(TextSize::Caption));
    QRect line(
        inside.left(), inside.top() + used + Size::Space2, inside.width(), p.fontMetrics().lineSpacing());
    p.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, tr("Candidates"));
    int y = line.bottom() + Size::Space1;
    for (const QString& name : candidates) {
        if (y + ChipHeight > inside.bottom() + 2)
            break;
        drawChip(p, QRect(inside.left(), y, std::min(inside.width(), chipWidth(name)), ChipHeight), name,
            ChipTone::Outline);
        y += ChipHeight + Size::Space1;
    }
}

void CardDelegate::paintFoot(QPainter& p, const QRect& card, const QModelIndex& index) const
{
    const double share = index.data(MatrixModel::ShareRole).toDouble();
    if (share < 0)
        return;
    const Colors& c = colors();
    p.save();
    QPainterPath clip;
    clip.addRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), Size::CardRadius - 1, Size::CardRadius - 1);
    p.setClipPath(clip);
    const QRectF foot(card.left(), card.bottom() - FootHeight + 1, card.width(), FootHeight);
    p.fillRect(foot, c.hairline);
    p.fillRect(QRectF(foot.left(), foot.top(), foot.width() * share, foot.height()), c.muted);
    p.restore();
    p.setFont(textFont(TextSize::Caption));
    p.setPen(c.muted);
    const QString text = percent(share, share < 0.0995 ? 1 : 0);
    // Under the heat overlay the number is what one looks for; otherwise it stays out of the chips' way.
    if (m_heat || index.data(MatrixModel::FallbacksRole).toStringList().isEmpty())
        p.drawText(card.adjusted(0, 0, -Size::Space3, -FootHeight - Size::Space1),
            Qt::AlignRight | Qt::AlignBottom, text);
}

}
