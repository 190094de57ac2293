// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ow::ui {

class ObjectInspector;
class Session;

/// The right panel: the page that the screen in front gives for the selection, or the default one.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(Session* session, QWidget* parent = nullptr);
    /// Null = the default page. The page is only lent.
    void setPage(QWidget* page);

signals:
    void closed();

private:
    QVBoxLayout* m_column = nullptr;
    ObjectInspector* m_default = nullptr;
    QWidget* m_page = nullptr;
};

}
