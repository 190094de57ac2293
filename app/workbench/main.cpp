// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"
#include "ui/shell/theme.h"

#include <QApplication>

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("offerwright-workbench"));
    ow::ui::Theme::instance().install(app, ow::ui::ThemeChoice::System);
    ow::ui::MainWindow window;
    if (argc > 1)
        window.session().open(argv[1]);
    window.show();
    return QApplication::exec();
}
