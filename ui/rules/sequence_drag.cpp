// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/sequence_lanes.h"
#include "ui/shell/text.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {
constexpr double Reach = 7; // pixels beside an end that still take hold of it
}

SequenceLanes::Grip SequenceLanes::gripAt(QPoint pos, int& lane) const
{
    lane = pos.y() < laneRect(0).top() ? -1
                                       : (pos.y() - laneRect(0).top()) / std::max(1, laneRect(0).height());
    if (lane < 0 || lane >= int(m_lanes.size())) {
        lane = -1;
        return Grip::None;
    }
    const Lane& l = m_lanes[std::size_t(lane)];
    const QRectF bar = barRect(l, lane);
    // The nearer end; of two that lie on each other the later, so that a window can be opened.
    if (l.max && std::abs(pos.x() - bar.right()) <= Reach
        && std::abs(pos.x() - bar.right()) <= std::abs(pos.x() - bar.left()))
        return Grip::Later;
    return std::abs(pos.x() - bar.left()) <= Reach ? Grip::Earlier : Grip::None;
}

void SequenceLanes::mousePressEvent(QMouseEvent* event)
{
    int lane = -1;
    const Grip grip = gripAt(event->position().toPoint(), lane);
    if (event->button() != Qt::LeftButton || lane < 0)
        return;
    m_current = lane;
    m_grip = grip;
    m_before = m_lanes[std::size_t(lane)];
    update();
    emit chosen(qs(m_before.id));
}

void SequenceLanes::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip != Grip::None) {
        dragTo(event->position().x());
        return;
    }
    int lane = -1;
    const Grip grip = gripAt(event->position().toPoint(), lane);
    setCursor(
        grip == Grip::None ? (lane >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor) : Qt::SizeHorCursor);
}

void SequenceLanes::dragTo(double x)
{
    Lane& lane = m_lanes.at(std::size_t(m_current));
    const Duration t = scale().snapped(x);
    if (m_grip == Grip::Earlier)
        lane.min = lane.max ? std::min(t, *lane.max) : t;
    else
        lane.max = std::max(t, lane.min);
    update();
}

void SequenceLanes::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_grip == Grip::None)
        return;
    dragTo(event->position().x());
    m_grip = Grip::None;
    const Lane& lane = m_lanes.at(std::size_t(m_current));
    if (lane.min != m_before.min || lane.max != m_before.max)
        emit windowChanged(qs(lane.id), lane.min, lane.max);
}

void SequenceLanes::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_grip != Grip::None) {
        m_lanes.at(std::size_t(m_current)) = m_before;
        m_grip = Grip::None;
        update();
        return;
    }
    const bool vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const bool horizontal = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (m_lanes.empty() || (!vertical && !horizontal)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (vertical) {
        m_current
            = std::clamp(m_current + (event->key() == Qt::Key_Down ? 1 : -1), 0, int(m_lanes.size()) - 1);
        emit chosen(qs(m_lanes[std::size_t(m_current)].id));
        update();
        return;
    }
    if (m_current < 0)
        return;
    Lane lane = m_lanes[std::size_t(m_current)];
    const bool earlier = event->modifiers() & Qt::ShiftModifier || !lane.max;
    const int sign = event->key() == Qt::Key_Right ? 1 : -1;
    const auto moved = [sign](Duration t) {
        // Backwards the step of where it comes to counts: 4 days go back to 3.5, not to 3.
        const std::int64_t step = stepAt(sign > 0 ? t : Duration { std::max<std::int64_t>(0, t.ms - 1) }).ms;
        return Duration { std::max<std::int64_t>(0, t.ms + sign * step) };
    };
    if (earlier)
        lane.min = lane.max ? std::min(moved(lane.min), *lane.max) : moved(lane.min);
    else
        lane.max = std::max(moved(*lane.max), lane.min);
    emit windowChanged(qs(lane.id), lane.min, lane.max);
}

void SequenceLanes::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && !m_lanes.empty())
        m_current = 0;
    update();
}

void SequenceLanes::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

}
