// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pack.h"

#include <QWidget>

#include <optional>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ow::ui {

class Session;

/// Page title, the screen's own controls, search, undo and redo, the state of the draft, the inspector's
/// switch.
class TitleBar : public QWidget {
    Q_OBJECT
public:
    TitleBar(Session* session, QAction* undo, QAction* redo, QAction* inspector, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    /// Null = none; the widget is only lent.
    void setTools(QWidget* tools);

signals:
    void searchWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void readRelease();
    void showDraftState();
    bool isReleased() const;

    Session* m_session;
    std::optional<model::Pack> m_released; ///< the last release; none = nothing was released yet
    std::int64_t m_releasedAt = 0; ///< milliseconds
    QHBoxLayout* m_row = nullptr;
    QLabel* m_title = nullptr;
    QWidget* m_tools = nullptr;
    QPushButton* m_search = nullptr;
    QLabel* m_draft = nullptr;
};

}
