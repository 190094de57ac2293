// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/vocabulary.h"

#include <QColor>
#include <QFont>
#include <QObject>

class QApplication;

namespace ow::ui {

/// Every colour of the workbench, in both themes. No colour is written anywhere else (and none in a screen).
struct Colors {
    bool dark = false;
    QColor ink, paper, page, muted, hairline, hover, selected, scroll;
    QColor accent, onAccent;
    QColor good, caution, bad; ///< as text; always beside a word or a shape
    QColor goodWash, cautionWash, badWash, accentWash; ///< as quiet backgrounds of chips and bars
    QColor protect, power, personalize, replenish, expand, substitute, unknown; ///< roles and edge kinds
    QColor holdout; ///< charts: grey against the accent of the treatment

    QColor role(model::Role role) const; ///< None = unknown
};

/// Every size, in device-independent pixels.
struct Size {
    static constexpr int Space1 = 4, Space2 = 8, Space3 = 12, Space4 = 16, Space6 = 24, Space8 = 32;
    static constexpr int ControlRadius = 6, CardRadius = 10;
    static constexpr int ControlHeight = 32, RowHeight = 30, NavWidth = 56, NavWideWidth = 184,
                         TitleHeight = 56;
    static constexpr int InspectorWidth = 320, OverlayBelow = 1100, LabelsFrom = 1500;
    static constexpr int Icon = 16, BigIcon = 24;
    static constexpr int MotionMs = 120;
};

enum class TextSize { Caption = 11, Body = 13, CardTitle = 15, PageTitle = 20, Headline = 28 };

/// The font for a use; weight Normal unless told. Figures in it are tabular where the installed family has
/// them so.
QFont textFont(TextSize size, QFont::Weight weight = QFont::Normal);

/// The fixed-width font for expressions and hashes.
QFont codeFont(TextSize size = TextSize::Body);

/// The palette in force. Read it in paintEvent and it follows the theme by itself. GUI thread.
const Colors& colors();

enum class ThemeChoice { System, Light, Dark };

/// Applies and announces the theme; one per application.
class Theme : public QObject {
    Q_OBJECT
public:
    static Theme& instance();

    /// Sets style, palette, style sheet and fonts on the application; call once before the first window.
    void install(QApplication& app, ThemeChoice choice);
    void choose(ThemeChoice choice);
    ThemeChoice choice() const { return m_choice; }
    /// Animations run for this long: Size::MotionMs, or 0 where the system asks for less motion.
    static int motionMs();

signals:
    /// After colors() changed: for what caches colours (charts, pixmaps).
    void changed();

private:
    void applyNow();
    bool systemIsDark() const;

    QApplication* m_app = nullptr;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemDark = false;
};

}
