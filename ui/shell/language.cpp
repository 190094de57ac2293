// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include "ui/shell/settings.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace ow::ui {

void installLanguage(QApplication& app, const QString& code)
{
    const QLocale system = QLocale::system();
    const QString chosen = !code.isEmpty() ? code : Settings::file().value(u"language"_s).toString();
    const bool german = chosen.isEmpty() ? system.language() == QLocale::German : chosen == "de"_L1;
    const QLocale::Language language = german ? QLocale::German : QLocale::English;
    if (language == system.language())
        QLocale::setDefault(system);
    else
        QLocale::setDefault(german ? QLocale(QLocale::German, QLocale::Germany)
                                   : QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QString name = german ? u"de"_s : u"en"_s;
    auto* own = new QTranslator(&app);
    if (own->load(u":/translations/offerwright_%1.qm"_s.arg(name)))
        QApplication::installTranslator(own);
    auto* qt = new QTranslator(&app); // dialogs of Qt; absent where its package is
    if (qt->load(u"qtbase_%1"_s.arg(name), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qt);
}

}
