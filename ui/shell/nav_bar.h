// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QToolButton;
class QVBoxLayout;

namespace ow::ui {

/// The left bar: the menu on top, then one button per screen; labels beside the icons where there is room.
class NavBar : public QWidget {
    Q_OBJECT
public:
    explicit NavBar(QWidget* parent = nullptr);

    void setMenu(QMenu* menu);
    void setCurrent(const QString& screen);
    void setLabelled(bool labelled);
    void openMenu();

signals:
    void chosen(const QString& screen);

private:
    QToolButton* addButton(const QString& iconName, const QString& title);

    QVBoxLayout* m_layout = nullptr;
    QToolButton* m_menu = nullptr;
    std::vector<std::pair<QString, QToolButton*>> m_buttons;
    bool m_labelled = false;
};

}
