// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "model/customer.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

namespace ow::ui {

/// One mark on a timeline.
struct TimelineItem {
    enum class Kind { Event, Purchase, Shown, Attached, Declined, Withheld, Silent };
    Timestamp at;
    int lane = 0;
    Kind kind = Kind::Event;
    QString label; ///< for the tooltip and screen readers: "USB-C dock, shown in cart"
    int id = -1; ///< the owner's number for it; -1 = cannot be chosen
};

/// A stretch of a lane: a cap that is used up, a cooldown.
struct TimelineSpan {
    Timestamp from;
    Timestamp until;
    int lane = 0;
    QString label;
};

/// What happened to one customer, by channel over time: events as ticks, exposures as flags whose shape tells
/// what became of them. Wheel zooms at the pointer, drag pans, a double click or F shows everything; Left and
/// Right go from one choosable mark to the next.
class Timeline : public QWidget {
    Q_OBJECT
public:
    explicit Timeline(QWidget* parent = nullptr);

    /// Everything at once; shows the whole of it unless `keepView`.
    void setContent(std::vector<QString> lanes, std::vector<TimelineItem> items,
        std::vector<TimelineSpan> spans = {}, bool keepView = false);
    void setTimeZone(const std::string& zone) { m_zone = zone; }
    void setCurrent(int id); ///< -1 = none; says nothing back
    int current() const { return m_current; }
    void showAll();
    /// The marks in time order that can be chosen.
    std::vector<int> choosable() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 240, sizeHint().height() }; }

signals:
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF plot() const;
    double xOf(Timestamp at) const;
    double laneTop(int lane) const;
    void setRange(double from, double until);
    void zoom(double factor, double aroundX);
    int itemAt(QPointF position) const; ///< index into m_items
    QString aboutItems(std::size_t index) const;
    void paintAxis(QPainter& painter);
    void paintItem(QPainter& painter, const TimelineItem& item, bool current);
    void paintLegend(QPainter& painter);

    std::vector<QString> m_lanes;
    std::vector<TimelineItem> m_items; ///< in time order
    std::vector<TimelineSpan> m_spans;
    std::string m_zone = "UTC";
    double m_first = 0, m_last = 1; ///< ms; of the content
    double m_from = 0, m_until = 1; ///< ms; of the view
    int m_current = -1;
    QPointF m_pressed, m_dragged;
    bool m_dragging = false;
};

/// The lanes and marks of a real history: one lane per channel (events without one under "other"), exposures
/// in the lane of their placement's channel. `channelOf` maps placements to channels; `titleOf` SKUs and
/// offers to names.
struct HistoryMarks {
    std::vector<QString> lanes;
    std::vector<TimelineItem> items;
};
HistoryMarks historyMarks(const std::vector<model::Event>& events,
    const std::vector<model::LoggedExposure>& exposures, const std::map<std::string, std::string>& channelOf,
    const std::map<std::string, std::string>& titleOf);

/// "Viewed", "Bought", …: a known event type in words, others as they are.
QString eventWord(std::string_view type);

}
