// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip_paint.h"

#include "ui/shell/theme.h"

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int Pad = 8;

struct Tint {
    QColor ground;
    QColor text;
    QColor edge;
};

Tint tint(ChipTone tone)
{
    const Colors& c = colors();
    switch (tone) {
    case ChipTone::Quiet:
        return { c.hover, c.ink, {} };
    case ChipTone::Outline:
        return { Qt::transparent, c.muted, c.hairline };
    case ChipTone::Good:
        return { c.goodWash, c.good, {} };
    case ChipTone::Caution:
        return { c.cautionWash, c.caution, {} };
    case ChipTone::Bad:
        return { c.badWash, c.bad, {} };
    case ChipTone::Accent:
        return { c.accentWash, c.accent, {} };
    }
    return {};
}

}

int chipWidth(const QString& text)
{
    return QFontMetrics(textFont(TextSize::Caption)).horizontalAdvance(text) + 2 * Pad;
}

void drawChip(QPainter& p, const QRect& rect, const QString& text, ChipTone tone)
{
    const Tint t = tint(tone);
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(t.edge.isValid() ? QPen(t.edge, 1) : QPen(Qt::NoPen));
    p.setBrush(t.ground);
    const qreal inset = t.edge.isValid() ? 0.5 : 0;
    p.drawRoundedRect(
        QRectF(rect).adjusted(inset, inset, -inset, -inset), Size::ControlRadius, Size::ControlRadius);
    p.setFont(textFont(TextSize::Caption));
    p.setPen(t.text);
    const QRect inside = rect.adjusted(Pad, 0, -Pad, 0);
    p.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft,
        p.fontMetrics().elidedText(text, Qt::ElideRight, inside.width() + 1));
    p.restore();
}

void drawChipRow(QPainter& p, const QRect& rect, const QStringList& texts, ChipTone tone)
{
    int x = rect.left();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const qsizetype behind = texts.size() - i - 1;
        const int more = behind > 0 ? chipWidth(QStringLiteral("+%1").arg(behind)) + Size::Space1 : 0;
        const int room = rect.right() + 1 - x;
        int width = chipWidth(texts[i]);
        const bool fits = width + more <= room;
        if (!fits && i > 0) {
            const QString rest = QStringLiteral("+%1").arg(behind + 1);
            drawChip(p, QRect(x, rect.top(), std::min(room, chipWidth(rest)), ChipHeight), rest, tone);
            return;
        }
        width = std::min(width, room - more);
        drawChip(p, QRect(x, rect.top(), width, ChipHeight), texts[i], tone);
        x += width + Size::Space1;
    }
}

void drawRoleDot(QPainter& p, QPointF center, qreal radius, model::Role role)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    const QColor color = colors().role(role);
    if (role == model::Role::None) {
        p.setPen(QPen(color, 1.5));
        p.setBrush(Qt::NoBrush);
        p.drawEllipse(center, radius - 0.75, radius - 0.75);
    } else {
        p.setPen(Qt::NoPen);
        p.setBrush(color);
        p.drawEllipse(center, radius, radius);
    }
    p.restore();
}

}
