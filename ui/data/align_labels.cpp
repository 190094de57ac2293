// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/align_labels.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>
#include <vector>

namespace ow::ui {

void alignLabels(std::initializer_list<QWidget*> forms)
{
    std::vector<QLabel*> labels;
    int width = 0;
    for (QWidget* form : forms) {
        auto* rows = qobject_cast<QFormLayout*>(form->layout());
        for (int i = 0; rows != nullptr && i < rows->rowCount(); ++i)
            if (auto* item = rows->itemAt(i, QFormLayout::LabelRole); item != nullptr)
                if (auto* label = qobject_cast<QLabel*>(item->widget())) {
                    width = std::max(width, label->sizeHint().width());
                    labels.push_back(label);
                }
    }
    for (QLabel* label : labels)
        label->setMinimumWidth(width);
}

}
