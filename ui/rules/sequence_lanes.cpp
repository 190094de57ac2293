// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/sequence_lanes.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/words.h"

#include <QPainter>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int AxisHeight = 28;
constexpr int LaneHeight = 48;
constexpr int BarHeight = 20;
constexpr int RightRoom = 24;

int labelWidth(int width) { return std::clamp(width * 32 / 100, 130, 240); }

QString shortDuration(Duration d) { return d.ms == 0 ? QStringLiteral("0") : durationWords(d); }

}

SequenceLanes::SequenceLanes(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Sequences over time"));
}

void SequenceLanes::setRules(const model::Draft& draft, const std::string& chosenRule)
{
    if (m_grip != Grip::None)
        return; // somebody holds a window: what is under the hand stays
    m_lanes.clear();
    m_end = days(1);
    for (const model::SequenceRule& rule : draft.policy.sequence) {
        const QString trigger = rule.afterEvent.empty()
            ? tr("after %1 was %2").arg(offerName(draft, rule.afterOffer), word(rule.outcome))
            : tr("after %1").arg(eventWords(rule.afterEvent));
        m_lanes.push_back({ rule.id, offerName(draft, rule.offer), trigger, rule.min, rule.max });
        const Duration last = rule.max.value_or(rule.min);
        m_end = std::max(m_end, Duration { last.ms * 2 });
    }
    m_current = laneOf(chosenRule);
    setVisible(!m_lanes.empty());
    updateGeometry();
    update();
}

int SequenceLanes::laneOf(const std::string& id) const
{
    const auto found = std::ranges::find(m_lanes, id, &Lane::id);
    return found == m_lanes.end() ? -1 : int(found - m_lanes.begin());
}

QSize SequenceLanes::sizeHint() const
{
    return { 480, AxisHeight + int(m_lanes.size()) * LaneHeight + Size::Space1 };
}
QSize SequenceLanes::minimumSizeHint() const { return { 320, sizeHint().height() }; }

TimeScale SequenceLanes::scale() const
{
    const int left = labelWidth(width());
    return { m_end, double(left), double(width() - left - RightRoom) };
}

QRect SequenceLanes::laneRect(int lane) const
{
    return { 0, AxisHeight + lane * LaneHeight, width(), LaneHeight };
}

QRectF SequenceLanes::barRect(const Lane& lane, int row) const
{
    const TimeScale s = scale();
    const double from = s.x(lane.min);
    const double to = lane.max ? s.x(*lane.max) : double(width() - RightRoom / 2);
    const double top = laneRect(row).center().y() - BarHeight / 2.0 + 0.5;
    return { from, top, std::max(2.0, to - from), double(BarHeight) };
}

QPoint SequenceLanes::earlierEnd(int lane) const
{
    const QRectF bar = barRect(m_lanes.at(std::size_t(lane)), lane);
    return { int(bar.left()), int(bar.center().y()) };
}

std::optional<QPoint> SequenceLanes::laterEnd(int lane) const
{
    const Lane& l = m_lanes.at(std::size_t(lane));
    if (!l.max)
        return std::nullopt;
    const QRectF bar = barRect(l, lane);
    return QPoint(int(bar.right()), int(bar.center().y()));
}

void SequenceLanes::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paintAxis(p);
    for (int row = 0; row < int(m_lanes.size()); ++row)
        paintLane(p, row);
}

void SequenceLanes::paintAxis(QPainter& p) const
{
    const Colors& c = colors();
    p.setFont(textFont(TextSize::Caption));
    for (const TimeScale::Tick& tick : scale().ticks(64)) {
        p.setPen(QPen(tick.at.ms == 0 ? c.muted : c.hairline, 1));
        p.drawLine(QPointF(tick.x + 0.5, AxisHeight - 4), QPointF(tick.x + 0.5, height()));
        p.setPen(c.muted);
        const QString text = tick.at.ms == 0 ? tr("trigger") : shortDuration(tick.at);
        p.drawText(QRectF(tick.x - 40, 0, 80, AxisHeight - 6), Qt::AlignHCenter | Qt::AlignVCenter, text);
    }
}

void SequenceLanes::paintLane(QPainter& p, int row) const
{
    const Colors& c = colors();
    const Lane& lane = m_lanes[std::size_t(row)];
    const QRect rect = laneRect(row);
    const bool current = row == m_current;
    if (current) {
        p.setPen(Qt::NoPen);
        p.setBrush(c.selected);
        p.drawRoundedRect(QRectF(0, rect.top() + 1, labelWidth(width()) - Size::Space2, rect.height() - 2),
            Size::ControlRadius, Size::ControlRadius);
    }
    p.setPen(c.hairline);
    p.drawLine(0, rect.top(), width(), rect.top());
    const QRect label(Size::Space2, rect.top() + 6, labelWidth(width()) - Size::Space6, 18);
    p.setFont(textFont(TextSize::Body, QFont::Medium));
    p.setPen(c.ink);
    p.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
        p.fontMetrics().elidedText(lane.offer, Qt::ElideRight, label.width()));
    p.setFont(textFont(TextSize::Caption));
    p.setPen(c.muted);
    p.drawText(label.translated(0, 18), Qt::AlignLeft | Qt::AlignVCenter,
        p.fontMetrics().elidedText(lane.trigger, Qt::ElideRight, label.width()));

    const QRectF bar = barRect(lane, row);
    QColor fill = current ? c.accent : c.muted;
    fill.setAlphaF(current ? 0.28F : 0.20F);
    p.setPen(Qt::NoPen);
    if (lane.max) {
        p.setBrush(fill);
    } else { // an open end fades out
        QLinearGradient fade(bar.topLeft(), bar.topRight());
        QColor gone = fill;
        gone.setAlphaF(0);
        fade.setColorAt(0, fill);
        fade.setColorAt(1, gone);
        p.setBrush(fade);
    }
    p.drawRoundedRect(bar, 4, 4);
    p.setBrush(current ? c.accent : c.muted);
    p.drawRoundedRect(QRectF(bar.left() - 2, bar.top(), 4, bar.height()), 2, 2);
    if (lane.max)
        p.drawRoundedRect(QRectF(bar.right() - 2, bar.top(), 4, bar.height()), 2, 2);
    p.setPen(c.ink);
    const QString window = lane.max
        ? shortDuration(lane.min) + QStringLiteral(" – ") + shortDuration(*lane.max)
        : tr("from %1 on").arg(shortDuration(lane.min));
    const int wide = p.fontMetrics().horizontalAdvance(window);
    // Inside the window where it fits, else beside it on the side that has room.
    QRectF at = bar.adjusted(Size::Space2, 0, -Size::Space2, 0);
    if (at.width() < wide)
        at = bar.right() + Size::Space2 + wide < width()
            ? QRectF(bar.right() + Size::Space2, bar.top(), wide + 1, bar.height())
            : QRectF(bar.left() - Size::Space2 - wide, bar.top(), wide + 1, bar.height());
    p.drawText(at, Qt::AlignLeft | Qt::AlignVCenter, window);
    if (current && hasFocus()) {
        p.setPen(QPen(c.accent, 2));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -2), Size::ControlRadius, Size::ControlRadius);
    }
}

}
