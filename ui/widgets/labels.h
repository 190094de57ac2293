// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/theme.h"

#include <QLabel>

namespace ow::ui {

enum class Ink { Normal, Muted, Good, Caution, Bad };

/// A label in the type scale of the theme; wraps words where `wraps`. Its text can be selected with the
/// mouse.
QLabel* makeLabel(const QString& text, TextSize size = TextSize::Body, QFont::Weight weight = QFont::Normal,
    Ink ink = Ink::Normal, bool wraps = false, QWidget* parent = nullptr);
void setInk(QLabel* label, Ink ink);

/// A hairline across the layout.
QWidget* makeLine(QWidget* parent = nullptr);

/// One line that is cut with "…" where there is no room; the whole text is then its tooltip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
    void setFullText(const QString& text);
    const QString& fullText() const { return m_full; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString m_full;
};

}
