// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_delegate.h"

#include "ui/rules/rule_tree_model.h"
#include "ui/shell/icons.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"

#include <QPainter>
#include <QTreeView>

namespace ow::ui {

namespace {

constexpr int GroupHeight = 36;
constexpr int RuleHeight = 56;
constexpr int FactHeight = 40; // facts are many and their sentence is code

bool isGroup(const QModelIndex& index) { return !index.parent().isValid(); }

void paintGroup(QPainter& p, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const Colors& c = colors();
    if (option.state & QStyle::State_Selected) {
        p.setPen(Qt::NoPen);
        p.setBrush(c.selected);
        p.drawRoundedRect(
            QRectF(option.rect).adjusted(4, 2, -4, -2), Size::ControlRadius, Size::ControlRadius);
    }
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    const bool open = tree && tree->isExpanded(index);
    const QRect row = option.rect.adjusted(Size::Space2, 4, -Size::Space3, 0);
    const qreal ratio = p.device()->devicePixelRatioF();
    const int y = row.center().y() - 7;
    p.drawPixmap(row.left(), y,
        iconPixmap(
            open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), 14, c.muted, ratio));
    p.drawPixmap(row.left() + 20, y - 1,
        iconPixmap(index.data(RuleTreeModel::IconRole).toString(), 16, c.muted, ratio));
    p.setFont(textFont(TextSize::Body, QFont::DemiBold));
    p.setPen(c.ink);
    p.drawText(row.adjusted(44, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    p.setFont(textFont(TextSize::Caption));
    p.setPen(c.muted);
    p.drawText(row, Qt::AlignRight | Qt::AlignVCenter, count(index.data(RuleTreeModel::CountRole).toInt()));
}

void paintRule(QPainter& p, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const Colors& c = colors();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        p.setPen(Qt::NoPen);
        p.setBrush(selected ? c.selected : c.hover);
        p.drawRoundedRect(
            QRectF(option.rect).adjusted(4, 1, -4, -1), Size::ControlRadius, Size::ControlRadius);
    }
    const QRect row = option.rect.adjusted(Size::Space3, 5, -Size::Space3, -5);
    p.setFont(textFont(TextSize::Caption));
    p.setPen(c.muted);
    const int nameHeight = p.fontMetrics().lineSpacing();
    p.drawText(QRect(row.left(), row.top(), row.width(), nameHeight), Qt::AlignLeft | Qt::AlignVCenter,
        p.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, row.width()));
    p.setFont(textFont(TextSize::Caption, selected ? QFont::DemiBold : QFont::Medium));
    p.setPen(c.ink);
    const QRect text = row.adjusted(0, nameHeight + 1, 0, 0);
    const QString sentence = index.data(RuleTreeModel::SentenceRole).toString();
    // Two lines: what the first holds, and the rest elided.
    const QFontMetrics metrics = p.fontMetrics();
    const bool two = text.height() >= 2 * metrics.lineSpacing();
    qsizetype cut = sentence.size();
    while (two && cut > 0 && metrics.horizontalAdvance(sentence.left(cut)) > text.width()) {
        const auto blank = sentence.lastIndexOf(QLatin1Char(' '), cut - 1);
        cut = blank > 0 ? blank : 0;
    }
    if (!two || cut == 0)
        cut = 0;
    const QRect first(text.left(), text.top(), text.width(), metrics.lineSpacing());
    if (cut > 0)
        p.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, sentence.left(cut));
    const QString rest = sentence.mid(cut).trimmed();
    p.drawText(cut > 0 ? first.translated(0, metrics.lineSpacing()) : first, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(rest, Qt::ElideRight, text.width()));
}

}

QSize RuleDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    if (isGroup(index))
        return { 200, GroupHeight };
    return { 200,
        index.data(RuleTreeModel::KindRole).toInt() == int(RuleKind::Fact) ? FactHeight : RuleHeight };
}

void RuleDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isGroup(index))
        paintGroup(*painter, option, index);
    else
        paintRule(*painter, option, index);
    painter->restore();
}

}
