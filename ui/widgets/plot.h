// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plot_spec.h"

#include <QWidget>

#include <memory>

namespace ow::ui {

/// A chart in the theme's tokens: direct labels, thin grid, the zero line always visible, axis titles with
/// units, exact values on hover. Follows the theme by itself. A chart is a value (plot_spec.h) that is shown
/// whole.
class Plot : public QWidget {
    Q_OBJECT
public:
    explicit Plot(QWidget* parent = nullptr);
    ~Plot() override;

    void show(const LineChart& chart);
    void show(const ForestChart& chart);
    void show(const HeatChart& chart);
    void clear();

    /// What a screen reader says first: "Attach rate by week".
    void setTitle(const QString& title);

    /// Writes what is shown, as the file's suffix says: png (twice the size), svg or pdf. Empty = done, else
    /// a sentence.
    QString save(const QString& file) const;
    /// Asks for a file, then saves; also behind the context menu.
    void saveAs();

    /// The words under a point of the widget, as hovering shows them; empty where there is no mark.
    QString wordsAt(const QPoint& position) const;

    using QWidget::show;

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Impl;
    void draw();
    std::unique_ptr<Impl> m_impl;
};

}
