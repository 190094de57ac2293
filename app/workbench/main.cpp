// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_actions.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"
#include "workbench/options.h"
#include "workbench/render.h"

#include <QApplication>
#include <QIcon>

#include <cstring>

using namespace Qt::StringLiterals;

namespace {

ow::ui::ThemeChoice themeChoice(const ow::workbench::Options& options)
{
    using ow::ui::ThemeChoice;
    if (options.theme == "dark"_L1)
        return ThemeChoice::Dark;
    if (options.theme == "light"_L1 || options.render)
        return ThemeChoice::Light;
    const int stored = ow::ui::Settings::file().value(u"theme"_s, int(ThemeChoice::System)).toInt();
    return stored == int(ThemeChoice::Light) || stored == int(ThemeChoice::Dark) ? ThemeChoice(stored)
                                                                                 : ThemeChoice::System;
}

int openWindow(const ow::workbench::Options& options)
{
    ow::ui::MainWindow window;
    if (!options.file.isEmpty())
        window.files().openPath(options.file);
    const QString last = ow::ui::Settings::file().value(u"window/screen"_s).toString();
    const QString wanted = !options.screen.isEmpty() ? options.screen
        : window.session().isOpen()                  ? last
                                                     : QString();
    if (!wanted.isEmpty())
        window.showScreen(wanted);
    window.show();
    return QApplication::exec();
}

}

int main(int argc, char** argv)
{
    // Pictures are made without a display, and the platform is chosen before QApplication reads its
    // arguments.
    if (argc > 1 && std::strcmp(argv[1], "render") == 0 && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setOrganizationName(u"Offerwright"_s);
    QApplication::setApplicationName(u"offerwright-workbench"_s);
    QApplication::setApplicationVersion(QStringLiteral(OFFERWRIGHT_VERSION));
    QApplication::setDesktopFileName(u"offerwright"_s);

    const auto parsed = ow::workbench::parseOptions(QApplication::arguments());
    if (!parsed.options)
        return parsed.exitCode;
    if (parsed.options->render)
        ow::ui::Settings::forget();
    ow::ui::installLanguage(app,
        parsed.options->render && parsed.options->language.isEmpty() ? u"en"_s : parsed.options->language);
    ow::ui::Theme::instance().install(app, themeChoice(*parsed.options));
    return parsed.options->render ? ow::workbench::render(*parsed.options) : openWindow(*parsed.options);
}
