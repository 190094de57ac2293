// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/project.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ow::ui {

/// Asks for what a new project cannot go without: name, currency, time zone, file.
class NewProjectDialog : public QDialog {
    Q_OBJECT
public:
    explicit NewProjectDialog(QWidget* parent = nullptr);

    store::NewProject project() const;
    QString file() const;

private:
    void followName();
    void check();

    QLineEdit* m_name = nullptr;
    QComboBox* m_currency = nullptr;
    QComboBox* m_zone = nullptr;
    QLineEdit* m_file = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_create = nullptr;
    bool m_fileTyped = false;
};

/// Where projects go unless the person says otherwise.
QString projectsFolder();

}
