// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/matrix_header.h"

#include "ui/needs/matrix_model.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"

#include <QPainter>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int StageWidth = 176;
constexpr int MotivationHeight = 68;

// An expression may break behind blanks, dots and underscores: prose's rules would cut names anywhere.
QStringList brokenLines(const QString& text, const QFontMetrics& metrics, int width)
{
    QStringList lines { QString() };
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = from + 1;
        while (to < text.size() && !QStringLiteral(" ._").contains(text.at(to - 1)))
            ++to;
        const QString piece = text.mid(from, to - from);
        if (!lines.back().isEmpty() && metrics.horizontalAdvance(lines.back() + piece.trimmed()) > width)
            lines << QString();
        lines.back() += piece;
        from = to;
    }
    return lines;
}

void drawWrapped(QPainter& p, const QRect& box, const QString& text)
{
    const QFontMetrics metrics = p.fontMetrics();
    const QStringList lines = brokenLines(text, metrics, box.width());
    const int room = std::max(1, box.height() / metrics.lineSpacing());
    for (int n = 0; n < std::min<int>(room, int(lines.size())); ++n) {
        const bool cut = n == room - 1 && lines.size() > room;
        const QString shown = cut
            ? metrics.elidedText(lines[n].trimmed() + QStringLiteral(" …"), Qt::ElideRight, box.width())
            : lines[n].trimmed();
        p.drawText(
            QRect(box.left(), box.top() + n * metrics.lineSpacing(), box.width(), metrics.lineSpacing()),
            Qt::AlignLeft | Qt::AlignVCenter, shown);
    }
}

}

MatrixHeader::MatrixHeader(Qt::Orientation orientation, QWidget* parent)
    : QHeaderView(orientation, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(orientation == Qt::Horizontal ? 180 : 112);
    setMouseTracking(true);
}

void MatrixHeader::setChosen(int section)
{
    m_chosen = section;
    viewport()->update();
}

QSize MatrixHeader::sizeHint() const
{
    return orientation() == Qt::Horizontal ? QSize(0, MotivationHeight) : QSize(StageWidth, 0);
}

void MatrixHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Colors& c = colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, c.page);
    if (section == m_chosen) {
        painter->setPen(QPen(c.accent, 2));
        painter->setBrush(c.paper);
        painter->drawRoundedRect(QRectF(rect).adjusted(4, 4, -4, -4), Size::CardRadius, Size::CardRadius);
    }
    const QRect box = rect.adjusted(Size::Space4, Size::Space3, -Size::Space3, -Size::Space2);
    const auto value = [&](int role) { return model()->headerData(section, orientation(), role); };
    painter->setFont(textFont(TextSize::CardTitle, QFont::DemiBold));
    const int titleHeight = painter->fontMetrics().lineSpacing();
    QRect title(box.left(), box.top(), box.width(), titleHeight);
    const double share = value(MatrixModel::ShareRole).toDouble();
    if (share >= 0) {
        const QString text = percent(share, 0);
        painter->setFont(textFont(TextSize::Caption));
        painter->setPen(c.muted);
        painter->drawText(title, Qt::AlignRight | Qt::AlignVCenter, text);
        title.setRight(title.right() - painter->fontMetrics().horizontalAdvance(text) - Size::Space2);
        painter->setFont(textFont(TextSize::CardTitle, QFont::DemiBold));
    }
    painter->setPen(c.ink);
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(value(Qt::DisplayRole).toString(), Qt::ElideRight, title.width()));
    const QString condition = value(MatrixModel::ConditionRole).toString();
    const bool rest = condition == QLatin1String("true");
    painter->setFont(rest ? textFont(TextSize::Caption) : codeFont(TextSize::Caption));
    painter->setPen(c.muted);
    drawWrapped(*painter, box.adjusted(0, titleHeight + 2, 0, 0), rest ? tr("everybody else") : condition);
    painter->restore();
}

}
