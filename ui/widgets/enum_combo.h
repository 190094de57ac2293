// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/words.h"

#include <QComboBox>

namespace ow::ui {

/// A combo box of a closed word's values 0…last, in words; the data of each is its number.
template <typename Enum>
QComboBox* enumCombo(Enum last, QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    for (int i = 0; i <= int(last); ++i) {
        QString text = word(static_cast<Enum>(i));
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        combo->addItem(text, i);
    }
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    return combo;
}

template <typename Enum>
void chooseEnum(QComboBox* combo, Enum value)
{
    combo->setCurrentIndex(combo->findData(int(value)));
}

}
