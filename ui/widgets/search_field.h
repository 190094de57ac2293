// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace ow::ui {

/// A line to filter by: magnifier, clear button, Escape empties it, Down moves on to the list it filters.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);
    /// The list that Down moves the focus to.
    void setList(QWidget* list) { m_list = list; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* m_list = nullptr;
};

}
