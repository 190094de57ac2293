// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <vector>

// What a Plot shows, as plain values: numbers, words and the meaning of a colour; never a colour itself.

namespace ow::ui {

/// What a mark means. Accent = treatment, Grey = holdout.
enum class PlotInk { Accent, Grey, Good, Caution, Bad, Protect, Power, Personalize, Replenish, Expand };

/// One axis. Shown numbers are value × scale, so fractions may stay fractions: scale 100, suffix " %".
struct PlotAxis {
    QString title; ///< with the unit: "attach rate, %"
    double scale = 1;
    int decimals = -1; ///< of tick labels; -1 = as many as the ticks need
    QString suffix;
    bool sign = false; ///< "+1" for positive numbers: differences
    std::optional<double> min, max; ///< in values, not scaled; empty = from the data
    std::vector<std::pair<double, QString>> ticks; ///< own ticks (weeks, names) instead of numbers
};

struct PlotPoint {
    double x = 0;
    std::optional<double> y; ///< empty = a gap in the line
    std::optional<double> low, high;
    QString words; ///< exact values for hover and screen readers
};

struct PlotSeries {
    enum class Kind { Line, Bars };
    QString label; ///< written at the line's end
    PlotInk ink = PlotInk::Accent;
    Kind kind = Kind::Line;
    std::vector<PlotPoint> points; ///< by x
    bool dashed = false;
};

/// Lines with bands, bars with intervals.
struct LineChart {
    PlotAxis x, y;
    std::vector<PlotSeries> series;
    bool fromZero = true; ///< the axis holds zero; its line is always drawn when it does
    QString emptyText; ///< said in the middle where no point has a value
};

/// One interval a row on a common axis with its zero line.
struct ForestRow {
    QString label;
    QString note; ///< at the right end: "+1.2 to +3.4"
    std::optional<double> value, low, high; ///< without low and high the dot is hollow
    PlotInk ink = PlotInk::Grey;
    QString words;
};

struct ForestChart {
    PlotAxis x;
    std::vector<ForestRow> rows; ///< top down
};

/// Cells shaded from paper to accent (values from 0) or bad–paper–accent (values of both signs).
struct HeatCell {
    std::optional<double> value; ///< empty = nothing there
    bool hatched = false; ///< not final: drawn hatched, never filled in
    QString text; ///< in the cell, where it fits
    QString words;
};

struct HeatChart {
    QString xTitle, yTitle;
    std::vector<QString> columns, rows;
    std::vector<HeatCell> cells; ///< row by row
};

}
