// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

class QWidget;

namespace ow::ui {

/// Forms (QFormLayout) below each other: their fields begin in one line.
void alignLabels(std::initializer_list<QWidget*> forms);

}
