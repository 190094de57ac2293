// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

namespace ow::ui {

/// From graph coordinates to the widget's: p * zoom + offset.
struct View {
    double zoom = 1;
    QPointF offset;

    QPointF toScreen(QPointF p) const { return p * zoom + offset; }
    QPointF toGraph(QPointF p) const { return (p - offset) / zoom; }
    QRectF toGraph(const QRectF& r) const { return { toGraph(r.topLeft()), r.size() / zoom }; }

    /// The same view, `factor` nearer, with what is under `fixed` staying there.
    View zoomed(double factor, QPointF fixed) const
    {
        return { zoom * factor, fixed - (fixed - offset) * factor };
    }

    friend bool operator==(const View&, const View&) = default;
};

}
