// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/mapping_menus.h"

#include "ui/data/import_plan.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"

#include <QCoreApplication>
#include <QCursor>
#include <QInputDialog>
#include <QMenu>

namespace ow::ui {

namespace {

struct Menus {
    Q_DECLARE_TR_FUNCTIONS(MappingMenus)
};

QMenu* newMenu(QWidget* parent)
{
    auto* menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("mappingMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    return menu;
}

void keep(Session* session, ingest::SavedMapping saved, const std::function<void(const std::string&)>& told)
{
    if (session->project() == nullptr)
        return;
    if (const auto done = ingest::saveMapping(*session->project(), saved); !done) {
        session->notify(done.error());
        return;
    }
    session->refresh();
    told(saved.name);
    session->notify(Tone::Good, Menus::tr("The mapping “%1” is kept in the project").arg(qs(saved.name)));
}

}

void askWhereToSave(QWidget* parent, Session* session, const ingest::Mapping& mapping,
    const std::vector<std::string>& columns, const std::function<void()>& toFile,
    const std::function<void(const std::string&)>& saved)
{
    QMenu* menu = newMenu(parent);
    QAction* inProject = menu->addAction(Menus::tr("Keep in the project…"));
    inProject->setEnabled(session->isEditable());
    QObject::connect(inProject, &QAction::triggered, parent, [=] {
        auto* dialog = new QInputDialog(parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(Menus::tr("Keep the mapping"));
        dialog->setLabelText(Menus::tr(
            "Its name. Files with the same columns are read by it from now on, without being asked."));
        dialog->setTextValue(mapping.name.empty() ? kindWord(mapping.kind) : qs(mapping.name));
        QObject::connect(dialog, &QInputDialog::textValueSelected, parent, [=](const QString& name) {
            keep(session, { ss(name.trimmed()), mapping, columns }, saved);
        });
        dialog->open();
    });
    QObject::connect(menu->addAction(Menus::tr("Save as file…")), &QAction::triggered, parent, toFile);
    menu->popup(QCursor::pos());
}

void askWhichToLoad(QWidget* parent, Session* session, const std::vector<std::string>& columns,
    const std::function<void()>& fromFile, const std::function<void(const ingest::Mapping&)>& chosen)
{
    QMenu* menu = newMenu(parent);
    const auto all = session->project() == nullptr ? Result<std::vector<ingest::SavedMapping>>()
                                                   : ingest::savedMappings(*session->project());
    if (all && !all->empty())
        menu->addSection(Menus::tr("Your mappings"));
    if (all)
        for (const ingest::SavedMapping& saved : *all) {
            QAction* action = menu->addAction(Menus::tr("%1 (%2)", "a mapping's name and what it brings")
                                                  .arg(qs(saved.name), kindWord(saved.mapping.kind)));
            const auto fits = ingest::checkColumns(saved.mapping, columns);
            action->setEnabled(fits.has_value());
            if (!fits)
                action->setToolTip(Menus::tr("The file lacks a column that this mapping reads"));
            QObject::connect(action, &QAction::triggered, parent, [=] { chosen(saved.mapping); });
        }
    menu->addSeparator();
    QObject::connect(menu->addAction(Menus::tr("From a file…")), &QAction::triggered, parent, fromFile);
    menu->popup(QCursor::pos());
}

}
