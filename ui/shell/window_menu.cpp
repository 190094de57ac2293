// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's menu, palette and memory: what is not layout.
#include "ui/shell/bottom_bar.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/file_actions.h"
#include "ui/shell/icons.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_bar.h"
#include "ui/shell/objects.h"
#include "ui/shell/screen.h"
#include "ui/shell/settings.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QShortcut>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

constexpr std::size_t MaxProductsInPalette = 20'000; // ranked in under 20 ms a key stroke

void addThemeMenu(QMenu* menu)
{
    QMenu* themes = menu->addMenu(icon(u"sun"_s), MainWindow::tr("Theme"));
    auto* group = new QActionGroup(themes);
    const std::pair<ThemeChoice, QString> choices[] = { { ThemeChoice::System,
                                                            MainWindow::tr("As the system") },
        { ThemeChoice::Light, MainWindow::tr("Light") }, { ThemeChoice::Dark, MainWindow::tr("Dark") } };
    for (const auto& [choice, text] : choices) {
        QAction* action = themes->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(group);
        QObject::connect(action, &QAction::triggered, themes, [choice] {
            Theme::instance().choose(choice);
            Settings::file().setValue(u"theme"_s, int(choice));
        });
        const auto mark = [action, choice] { action->setChecked(Theme::instance().choice() == choice); };
        QObject::connect(&Theme::instance(), &Theme::changed, action, mark);
        mark();
    }
}

void addLanguageMenu(QMenu* menu, Session* session)
{
    QMenu* languages = menu->addMenu(icon(u"note"_s), MainWindow::tr("Language"));
    auto* group = new QActionGroup(languages);
    const QString now = Settings::file().value(u"language"_s).toString();
    const std::pair<QString, QString> choices[] = { { u""_s, MainWindow::tr("As the system") },
        { u"en"_s, u"English"_s }, { u"de"_s, u"Deutsch"_s } };
    for (const auto& [code, text] : choices) {
        QAction* action = languages->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(code == now);
        QObject::connect(action, &QAction::triggered, session, [session, code = code] {
            Settings::file().setValue(u"language"_s, code);
            session->notify(
                Tone::Info, MainWindow::tr("The language changes when Offerwright starts the next time."));
        });
    }
}

}

void MainWindow::buildMenu()
{
    auto* menu = new QMenu(this);
    m_files->addTo(menu);
    menu->addSeparator();
    menu->addAction(m_undo);
    menu->addAction(m_redo);
    menu->addSeparator();
    menu->addAction(m_paletteAction);
    menu->addAction(m_inspectorAction);
    for (QAction* toggle : m_panelActions)
        menu->addAction(toggle);
    menu->addSeparator();
    addThemeMenu(menu);
    addLanguageMenu(menu, &m_session);
    QAction* about = menu->addAction(icon(u"info"_s), tr("About Offerwright"));
    connect(about, &QAction::triggered, this, [this] {
        QMessageBox::about(this, tr("About Offerwright"),
            tr("<b>Offerwright %1</b><p>Design cross-sell, prove that it helps, release it.</p>"
               "<p>GPL-3.0-or-later; the runtime is Apache-2.0.</p>")
                .arg(QApplication::applicationVersion()));
    });
    menu->addSeparator();
    QAction* quit = menu->addAction(tr("Quit"), QKeySequence(u"Ctrl+Q"_s), this, &QWidget::close);
    addAction(quit);
    m_nav->setMenu(menu);
    connect(new QShortcut(QKeySequence(Qt::Key_F10), this), &QShortcut::activated, m_nav, &NavBar::openMenu);
}

std::vector<PaletteEntry> MainWindow::paletteEntries()
{
    std::vector<PaletteEntry> entries;
    const auto addActions = [&entries](const QList<QAction*>& list) {
        for (QAction* item : list) {
            if (!item->isEnabled() || item->isSeparator() || item->text().isEmpty() || item->menu())
                continue;
            PaletteEntry entry;
            entry.title = item->text().remove(u'&').remove(u'…');
            entry.detail = item->shortcut().toString(QKeySequence::NativeText);
            entry.icon = item->property("iconName").toString();
            entry.invoke = [item] { item->trigger(); };
            entry.bonus = 6;
            entries.push_back(std::move(entry));
        }
    };
    if (const QWidget* screen = currentScreen())
        addActions(screen->actions());
    addActions(actions());
    if (!m_session.isOpen())
        return entries;
    for (const ObjectInfo& object : objectsOf(*m_session.draft()))
        entries.push_back({ object.title, object.kind, object.icon,
            [this, object] { m_session.show(object.screen, Selection::of(object.key.kind, object.key.id)); },
            2 });
    const auto catalogue = m_session.catalogue();
    for (std::size_t i = 0; i < std::min(catalogue->products.size(), MaxProductsInPalette); ++i) {
        const model::Product& product = catalogue->products[i];
        entries.push_back({ qs(product.title.empty() ? product.sku : product.title),
            tr("Product %1").arg(qs(product.sku)), u"product"_s,
            [this, sku = product.sku] { m_session.show(u"data"_s, Selection::product(sku)); }, 0 });
    }
    return entries;
}

void MainWindow::openPalette() { m_palette->open(paletteEntries()); }

void MainWindow::readState()
{
    const QSettings& settings = Settings::file();
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    const QByteArray rows = settings.value(u"window/rows"_s).toByteArray();
    if (!rows.isEmpty())
        m_rows->restoreState(rows);
    m_inspectorWidth = settings.value(u"window/inspector-width"_s, int(Size::InspectorWidth)).toInt();
    m_inspectorAction->setChecked(settings.value(u"window/inspector"_s, true).toBool());
    const int page = settings.value(u"window/panel"_s, int(BottomPanel::PageCount)).toInt();
    showPanel(page >= 0 && page < BottomPanel::PageCount ? BottomPanel::Page(page) : BottomPanel::PageCount);
}

void MainWindow::writeState() const
{
    QSettings& settings = Settings::file();
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/rows"_s, m_rows->saveState());
    settings.setValue(u"window/inspector-width"_s, m_inspectorWidth);
    settings.setValue(u"window/inspector"_s, m_inspectorAction->isChecked());
    settings.setValue(
        u"window/panel"_s, int(m_bottom->isVisible() ? m_bottom->page() : BottomPanel::PageCount));
    settings.setValue(u"window/screen"_s, m_current);
}

}
