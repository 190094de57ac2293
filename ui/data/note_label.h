// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/labels.h"

#include <QResizeEvent>

#include <algorithm>

namespace ow::ui {

/// A caption under a field of a form that takes just the lines it needs at its width: a form layout reserves for a
/// wrapping label what it needs at its narrowest.
class NoteLabel final : public QLabel {
public:
    explicit NoteLabel(Ink ink, QWidget* parent = nullptr)
        : QLabel(parent)
    {
        setFont(textFont(TextSize::Caption));
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setSizePolicy(policy);
        setInk(this, ink);
    }
    QSize sizeHint() const override { return { 120, lines() }; }
    QSize minimumSizeHint() const override { return { 120, lines() }; }
    bool hasHeightForWidth() const override { return false; }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QLabel::resizeEvent(event);
        if (event->size().width() != event->oldSize().width())
            updateGeometry();
    }

private:
    int lines() const { return QLabel::heightForWidth(std::max(width(), 120)); }
};

}
