// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace ow::ui {

class Session;
struct Selection;

/// The Inspector's default page: the fields of what is selected and where it is used. Reads only; editing is
/// the screens' matter.
class ObjectInspector : public QWidget {
    Q_OBJECT
public:
    explicit ObjectInspector(Session* session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void fill();
    void fillUses();

    Session* m_session;
    QStackedWidget* m_pages = nullptr;
    QVBoxLayout* m_body = nullptr;
    bool m_stale = true;
};

}
