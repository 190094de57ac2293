// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <optional>

namespace ow::ui {

/// A value with its interval on a scale: a dot on a whisker, the zero line where the scale crosses it.
class IntervalBar : public QWidget {
    Q_OBJECT
public:
    explicit IntervalBar(QWidget* parent = nullptr);

    /// All in the unit of the scale; low <= value <= high. Where the interval leaves the scale it ends in an
    /// arrow.
    void setValue(double value, double low, double high);
    void clear();
    void setScale(double min, double max);
    void setColor(const QColor& color); ///< default: the accent
    /// The same in words, for tooltip and screen readers: "4.1 % ± 0.3".
    void setWords(const QString& words);

    QSize sizeHint() const override { return { 120, 16 }; }
    QSize minimumSizeHint() const override { return { 40, 12 }; }

    /// The drawing itself, for delegates.
    static void paint(QPainter& painter, const QRectF& rect, double value, double low, double high,
        double min, double max, const QColor& color);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Value {
        double value, low, high;
    };
    std::optional<Value> m_value;
    double m_min = 0;
    double m_max = 1;
    QColor m_color;
};

}
