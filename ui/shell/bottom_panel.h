// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace ow::ui {

class Session;

/// Problems, History or Jobs under the screen; which one, and whether, is the bottom bar's matter.
class BottomPanel : public QWidget {
    Q_OBJECT
public:
    enum Page { Problems, History, Jobs, PageCount };

    explicit BottomPanel(Session* session, QWidget* parent = nullptr);
    void setPage(Page page);
    Page page() const;
    static QString title(Page page);

signals:
    void closed();

private:
    QLabel* m_title = nullptr;
    QStackedWidget* m_pages = nullptr;
};

}
