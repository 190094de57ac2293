// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "ui/rules/time_scale.h"

#include <QWidget>

#include <string>
#include <vector>

namespace ow::ui {

/// Every sequence rule as a lane over a time axis that starts at its trigger. The ends of a window are
/// dragged, or moved by keys: Left and Right the later end, with Shift the earlier one; Up and Down choose
/// the lane.
class SequenceLanes final : public QWidget {
    Q_OBJECT
public:
    explicit SequenceLanes(QWidget* parent = nullptr);
    void setRules(const model::Draft& draft, const std::string& chosen);
    /// Where the ends of a lane's window are now, in this widget's pixels; the later one is empty where it is
    /// open.
    QPoint earlierEnd(int lane) const;
    std::optional<QPoint> laterEnd(int lane) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString& rule);
    /// A drag ended or a key was pressed: one intent.
    void windowChanged(const QString& rule, ow::Duration min, std::optional<ow::Duration> max);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Grip { None, Earlier, Later };
    struct Lane {
        std::string id;
        QString offer;
        QString trigger;
        Duration min;
        std::optional<Duration> max;
    };

    TimeScale scale() const;
    QRect laneRect(int lane) const;
    QRectF barRect(const Lane& lane, int row) const;
    Grip gripAt(QPoint pos, int& lane) const;
    void dragTo(double x);
    void paintAxis(QPainter& p) const;
    void paintLane(QPainter& p, int row) const;
    int laneOf(const std::string& id) const;

    std::vector<Lane> m_lanes;
    Duration m_end;
    int m_current = -1;
    Grip m_grip = Grip::None;
    Lane m_before; ///< of the lane that is dragged, as it was
};

}
