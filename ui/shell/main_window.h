// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/bottom_panel.h"
#include "ui/shell/palette_model.h"
#include "ui/shell/session.h"

#include <QMainWindow>

#include <map>

class QSplitter;
class QStackedWidget;

namespace ow::ui {

class BottomBar;
class CommandPalette;
class FileActions;
class InspectorPanel;
class MessageBar;
class NavBar;
class Screen;
class TitleBar;

/// The frame around the screens: left bar, title row, inspector, bottom panels, status bar, palette.
/// Screens are made when first shown; size, panels and the last screen are remembered.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return m_session; }
    FileActions& files() { return *m_files; }
    /// Makes the screen if need be and brings it to the front; an unknown id changes nothing and answers
    /// false.
    bool showScreen(const QString& id);
    const QString& currentScreenId() const { return m_current; }
    Screen* currentScreen() const;
    /// True when the screen in front shows its final picture and no job runs.
    bool settled() const;
    /// PageCount closes.
    void showPanel(BottomPanel::Page page);
    void openPalette();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildActions();
    void buildMenu();
    void buildFrame();
    void connectSession();
    void obey(FrameCommand command);
    void updateUndo();
    void updateInspector();
    void placeInspector();
    void showMessage(Tone tone, const QString& text, const QString& details);
    void updateTitle();
    std::vector<PaletteEntry> paletteEntries();
    void readState();
    void writeState() const;
    QAction* action(const QString& text, const QString& iconName, const QString& keys);

    Session m_session; // first: the screens below it die before it
    FileActions* m_files = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_inspectorAction = nullptr;
    QAction* m_paletteAction = nullptr;
    std::vector<QAction*> m_panelActions;
    NavBar* m_nav = nullptr;
    TitleBar* m_title = nullptr;
    MessageBar* m_message = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_work = nullptr; ///< all right of the left bar and above the status bar
    QSplitter* m_columns = nullptr; ///< screen column | inspector
    QSplitter* m_rows = nullptr; ///< screen / bottom panel
    InspectorPanel* m_inspector = nullptr;
    BottomPanel* m_bottom = nullptr;
    BottomBar* m_bar = nullptr;
    CommandPalette* m_palette = nullptr;
    std::map<QString, Screen*> m_made;
    QString m_current;
    int m_inspectorWidth = 0;
};

}
