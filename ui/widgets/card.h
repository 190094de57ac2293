// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ow::ui {

/// A paper on the page: optional title row, then the body.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QVBoxLayout* body() const { return m_body; }
    /// Puts a control at the right end of the title row.
    void addTool(QWidget* widget);

private:
    QHBoxLayout* m_head = nullptr;
    QLabel* m_title = nullptr;
    QVBoxLayout* m_body = nullptr;
};

}
