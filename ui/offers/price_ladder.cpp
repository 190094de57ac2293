// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/price_ladder.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/chip_paint.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int HeadHeight = 60;
constexpr int ItemHeight = 24;
constexpr int FigureHeight = 22;
constexpr int BadgeHeight = ChipHeight + 4;
constexpr int Badges = 2;

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

}

PriceLadder::PriceLadder(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Price ladder"));
}

void PriceLadder::setLadder(
    std::optional<price::Ladder> ladder, const std::string& current, const std::string& currency)
{
    m_ladder = std::move(ladder);
    m_current = current;
    m_currency = currency;
    QStringList said;
    for (int column = 0; m_ladder && column < 3; ++column) {
        const price::Rung& rung = m_ladder->rungs[std::size_t(column)];
        if (rung.offer == current)
            m_focus = column;
        said << word(rung.tier) + QStringLiteral(": ")
                + (rung.offer.empty()
                        ? tr("nobody yet")
                        : qs(rung.name) + QLatin1Char(' ') + money(rung.price.price, m_currency));
    }
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int PriceLadder::itemRows() const { return m_ladder ? int(m_ladder->rows.size()) : 0; }
int PriceLadder::rowTop(int row) const { return HeadHeight + Size::Space2 + row * ItemHeight; }

QSize PriceLadder::sizeHint() const
{
    if (!m_ladder)
        return { 360, 0 };
    return { 440,
        rowTop(itemRows()) + Size::Space3 + 30 + 2 * FigureHeight + Badges * BadgeHeight + Size::Space2 };
}

QSize PriceLadder::minimumSizeHint() const { return { 300, sizeHint().height() }; }

QRect PriceLadder::columnRect(int column) const
{
    const int labels = std::clamp(width() * 30 / 100, 96, 190);
    const int each = (width() - labels) / 3;
    return { labels + column * each, 0, each, height() };
}

int PriceLadder::columnAt(QPoint pos) const
{
    for (int column = 0; column < 3; ++column)
        if (columnRect(column).contains(pos))
            return column;
    return -1;
}

void PriceLadder::paintEvent(QPaintEvent*)
{
    if (!m_ladder)
        return;
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Colors& c = colors();
    for (int column = 0; column < 3; ++column) {
        const bool current = m_ladder->rungs[std::size_t(column)].offer == m_current;
        const QRectF box = QRectF(columnRect(column)).adjusted(2, 1, -2, -1);
        p.setPen(Qt::NoPen);
        p.setBrush(current ? c.accentWash : column == m_hover ? c.hover : c.paper);
        p.drawRoundedRect(box, Size::CardRadius, Size::CardRadius);
        if (hasFocus() && column == m_focus) {
            p.setPen(QPen(c.accent, 2));
            p.setBrush(Qt::NoBrush);
            p.drawRoundedRect(box.adjusted(1, 1, -1, -1), Size::CardRadius - 1, Size::CardRadius - 1);
        }
        paintHead(p, column);
    }
    paintItems(p);
    paintFigures(p);
}

void PriceLadder::paintHead(QPainter& p, int column) const
{
    const Colors& c = colors();
    const price::Rung& rung = m_ladder->rungs[std::size_t(column)];
    const QRect box = columnRect(column).adjusted(Size::Space2 + 2, Size::Space2, -Size::Space2, 0);
    p.setFont(textFont(TextSize::Caption));
    p.setPen(c.muted);
    p.drawText(QRect(box.left(), box.top(), box.width(), 16), Qt::AlignLeft, capitalized(word(rung.tier)));
    const QRect name(box.left(), box.top() + 17, box.width(), HeadHeight - 24);
    if (rung.offer.empty()) {
        p.setFont(textFont(TextSize::Body));
        p.drawText(name, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, tr("+ Add this tier"));
        return;
    }
    p.setFont(textFont(TextSize::Body, QFont::DemiBold));
    p.setPen(c.ink);
    p.drawText(name, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, qs(rung.name));
}

void PriceLadder::paintItems(QPainter& p) const
{
    const Colors& c = colors();
    for (int row = 0; row < itemRows(); ++row) {
        const price::LadderRow& item = m_ladder->rows[std::size_t(row)];
        const int top = rowTop(row);
        p.setPen(c.hairline);
        p.drawLine(0, top, width(), top);
        p.setFont(textFont(TextSize::Caption));
        p.setPen(c.ink);
        const QRect label(0, top, columnRect(0).left() - Size::Space2, ItemHeight);
        p.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
            p.fontMetrics().elidedText(qs(item.title), Qt::ElideRight, label.width()));
        for (int column = 0; column < 3; ++column) {
            const auto qty = item.qty[std::size_t(column)];
            QRect cell = columnRect(column);
            cell = QRect(cell.left() + Size::Space2 + 2, top, cell.width() - Size::Space4, ItemHeight);
            if (qty == 0) {
                if (!m_ladder->rungs[std::size_t(column)].offer.empty()) {
                    p.setPen(c.muted);
                    p.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("–"));
                }
                continue;
            }
            p.setPen(c.ink);
            QString text = tr("%1×").arg(qty);
            if (item.anchor[std::size_t(column)])
                text += QLatin1Char(' ') + tr("full price");
            p.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                p.fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
        }
    }
}

void PriceLadder::paintFigures(QPainter& p) const
{
    const Colors& c = colors();
    const int top = rowTop(itemRows());
    p.setPen(QPen(c.hairline, 1));
    p.drawLine(0, top, width(), top);
    const int labels = columnRect(0).left() - Size::Space2;
    p.setFont(textFont(TextSize::Caption));
    p.setPen(c.muted);
    const int first = top + Size::Space2;
    p.drawText(QRect(0, first, labels, 30), Qt::AlignLeft | Qt::AlignVCenter, tr("Price"));
    p.drawText(
        QRect(0, first + 30, labels, FigureHeight), Qt::AlignLeft | Qt::AlignVCenter, tr("Bundle discount"));
    p.drawText(QRect(0, first + 30 + FigureHeight, labels, FigureHeight), Qt::AlignLeft | Qt::AlignVCenter,
        tr("Margin"));
    for (int column = 0; column < 3; ++column)
        if (!m_ladder->rungs[std::size_t(column)].offer.empty())
            paintRung(p, column, first);
}

void PriceLadder::paintRung(QPainter& p, int column, int top) const
{
    using Verdict = price::GuardrailCheck::Verdict;
    const Colors& c = colors();
    const price::Rung& rung = m_ladder->rungs[std::size_t(column)];
    const QRect cell = columnRect(column).adjusted(Size::Space2 + 2, 0, -Size::Space1, 0);
    const auto line = [&](int y, int height, const QString& text) {
        p.drawText(QRect(cell.left(), y, cell.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
            p.fontMetrics().elidedText(text, Qt::ElideRight, cell.width()));
    };
    p.setPen(c.ink);
    p.setFont(textFont(TextSize::CardTitle, QFont::DemiBold));
    line(top, 30, qs(formatMoney(rung.price.price, m_currency)));
    p.setFont(textFont(TextSize::Caption));
    line(top + 30, FigureHeight, percentText(rung.price.discountBp));
    line(top + 30 + FigureHeight, FigureHeight,
        percentText(rung.price.marginBp) + QStringLiteral(" · ")
            + qs(formatMoney(rung.price.margin, m_currency)));
    int y = top + 30 + 2 * FigureHeight + 2;
    for (const price::GuardrailCheck& check : rung.checks) {
        const bool margin = check.which == price::GuardrailCheck::Which::MinMargin;
        if (check.verdict == Verdict::Exempt)
            continue;
        const QString limit = percentText(check.limitBp);
        const QString text = check.verdict == Verdict::Broken
            ? (margin ? tr("✕ below %1").arg(limit) : tr("✕ over %1").arg(limit))
            : check.verdict == Verdict::Depends
            ? tr("by cart")
            : (margin ? tr("✓ min %1").arg(limit) : tr("✓ max %1").arg(limit));
        const ChipTone tone = check.verdict == Verdict::Broken ? ChipTone::Bad
            : check.verdict == Verdict::Depends                ? ChipTone::Caution
                                                               : ChipTone::Good;
        drawChip(p, QRect(cell.left(), y, std::min(cell.width(), chipWidth(text)), ChipHeight), text, tone);
        y += BadgeHeight;
    }
}

void PriceLadder::press(int column)
{
    if (!m_ladder || column < 0)
        return;
    const price::Rung rung = m_ladder->rungs[std::size_t(column)];
    if (rung.offer.empty())
        emit tierRequested(rung.tier);
    else
        emit offerChosen(qs(rung.offer));
}

void PriceLadder::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        press(columnAt(event->position().toPoint()));
}

void PriceLadder::mouseMoveEvent(QMouseEvent* event)
{
    const int column = columnAt(event->position().toPoint());
    setCursor(column >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (column != m_hover) {
        m_hover = column;
        update();
    }
}

void PriceLadder::leaveEvent(QEvent*)
{
    m_hover = -1;
    update();
}

void PriceLadder::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PriceLadder::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        m_focus = std::max(0, m_focus - 1);
        break;
    case Qt::Key_Right:
        m_focus = std::min(2, m_focus + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        press(m_focus);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

}
