// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ow::ui {

class Session;

/// One page of the left bar. Made when it is first shown. Actions added to it (QWidget::addAction) are found
/// by the command palette while it is in front.
class Screen : public QWidget {
    Q_OBJECT
public:
    explicit Screen(QWidget* parent = nullptr)
        : QWidget(parent)
    {
    }

    /// Called once, before the screen is shown. The session outlives the screen; a project may be open
    /// already or not.
    virtual void setSession(Session* session) = 0;
    /// Called each time the screen comes to the front.
    virtual void activate() { }
    /// The screen's own page for the selection; null = the Inspector's default page. Owned by the screen;
    /// asked anew after each change of the selection.
    virtual QWidget* inspector() { return nullptr; }
    /// False where the screen has no use for the right panel: it is hidden then.
    virtual bool usesInspector() const { return true; }
    /// Whether inspector() has something to say without a selection: opens the panel over the screen in
    /// narrow windows.
    virtual bool hasInspectorNow() const { return false; }
    /// Controls for the right end of the title row (an overlay switch, "Run"); null = none. Owned by the
    /// screen.
    virtual QWidget* titleTools() { return nullptr; }
    /// False while what it shows is not final (a job runs, a layout moves): pictures wait for true.
    virtual bool settled() const { return true; }
};

}
