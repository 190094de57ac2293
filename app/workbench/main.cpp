// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_actions.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"
#include "workbench/options.h"
#include "workbench/render.h"
#include "workbench/startup.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScreen>
#include <QTextStream>

#include <cstdlib>

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

/// Where there is neither a display nor somebody's own choice of platform, Qt would abort with a riddle.
bool canShowWindows()
{
    for (const char* name : { "QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY" }) {
        if (qEnvironmentVariableIsSet(name))
            return true;
    }
    return false;
}

/// A picture needs neither a window manager nor a folder for sockets; that they are missing is no news to who
/// asked for it.
void withoutNoise(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (text.contains("propagateSizeHints"_L1) || text.contains("XDG_RUNTIME_DIR"_L1))
        return;
    QTextStream(stderr) << qFormatLogMessage(type, context, text) << '\n';
    if (type == QtFatalMsg)
        std::abort();
}

int openWindow(const ow::workbench::Options& options, const QElapsedTimer& sinceStart)
{
    ow::ui::MainWindow window;
    if (options.sample)
        window.files().openSample();
    if (!options.file.isEmpty())
        window.files().openPath(options.file);
    const QString last = ow::ui::Settings::file().value(u"window/screen"_s).toString();
    const QString wanted = !options.screen.isEmpty() ? options.screen
        : window.session().isOpen()                  ? last
                                                     : QString();
    if (!wanted.isEmpty())
        window.showScreen(wanted);
    // The title that the desktop puts on top must fit on the screen too.
    if (const QScreen* screen = window.screen())
        window.resize(window.size().boundedTo(screen->availableSize() - QSize(0, 32)));
    window.show();
    if (options.measureStartup)
        ow::workbench::quitWhenUsable(window, sinceStart);
    return QApplication::exec();
}

}

int main(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto parsed = ow::workbench::parseOptions(arguments);
    if (!parsed.options)
        return parsed.exitCode;
    if (parsed.options->render)
        qInstallMessageHandler(withoutNoise);
    // Pictures are made without a display; the platform is chosen before QApplication exists.
    if (parsed.options->render && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!canShowWindows()) {
        QTextStream(stderr)
            << "offerwright-workbench: there is no display to open a window on. Pictures of screens "
               "work without one (offerwright-workbench render), and so does offerwright.\n";
        return 2;
    }
    QApplication app(argc, argv);
    QApplication::setOrganizationName(u"Offerwright"_s);
    QApplication::setApplicationName(u"offerwright-workbench"_s);
    QApplication::setApplicationVersion(QStringLiteral(OFFERWRIGHT_VERSION));
    QApplication::setDesktopFileName(u"offerwright"_s);

    if (parsed.options->render)
        ow::ui::Settings::forget();
    ow::ui::installLanguage(app,
        parsed.options->render && parsed.options->language.isEmpty() ? u"en"_s : parsed.options->language);
    ow::ui::Theme::instance().install(app, themeChoice(*parsed.options));
    return parsed.options->render ? ow::workbench::render(*parsed.options)
                                  : openWindow(*parsed.options, sinceStart);
}
