// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace ow::ui {

/// A page that scrolls down, its content no wider than `maxWidth` (0 = as wide as the page) with panel
/// margins.
class ScrollPage : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollPage(int maxWidth = 0, QWidget* parent = nullptr);
    QVBoxLayout* body() const { return m_body; }

private:
    QVBoxLayout* m_body = nullptr;
};

}
