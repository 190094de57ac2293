// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/vocabulary.h"

#include <QPainter>
#include <QStringList>

// Chips and role dots for delegates that paint by themselves, in the theme in force. GUI thread.

namespace ow::ui {

inline constexpr int ChipHeight = 20;

enum class ChipTone { Quiet, Outline, Good, Caution, Bad, Accent };

/// As wide as its text asks for.
int chipWidth(const QString& text);
/// Elides where `rect` is narrower.
void drawChip(QPainter& p, const QRect& rect, const QString& text, ChipTone tone = ChipTone::Quiet);
/// One after the other from the left; what does not fit is summed up as "+2".
void drawChipRow(QPainter& p, const QRect& rect, const QStringList& texts, ChipTone tone = ChipTone::Quiet);
/// A disc in the role's colour; a ring where there is none.
void drawRoleDot(QPainter& p, QPointF center, qreal radius, model::Role role);

}
