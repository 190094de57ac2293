// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace ow::ui {

class DataTable;
class JobRunner;
class JobsModel;

/// What runs in the background, with cancel.
class JobsPanel : public QWidget {
    Q_OBJECT
public:
    explicit JobsPanel(JobRunner* runner, QWidget* parent = nullptr);

private:
    void refill();
    void cancelChosen();

    JobRunner* m_runner;
    JobsModel* m_model = nullptr;
    DataTable* m_table = nullptr;
    QPushButton* m_cancel = nullptr;
};

}
