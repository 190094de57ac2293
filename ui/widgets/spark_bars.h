// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace ow::ui {

/// A course over time in the size of a word: one bar a point from zero, the last one, which is now, in the
/// accent.
class SparkBars : public QWidget {
    Q_OBJECT
public:
    struct Bar {
        double value = 0; ///< not negative
        QString words; ///< for hover
    };

    explicit SparkBars(QWidget* parent = nullptr);

    /// `words` says the course to those who cannot see it. No bars: an empty line.
    void setBars(std::vector<Bar> bars, const QString& words);
    const std::vector<Bar>& bars() const { return m_bars; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF rectOf(std::size_t bar) const;

    std::vector<Bar> m_bars;
    double m_most = 0;
};

}
