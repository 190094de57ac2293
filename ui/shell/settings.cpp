// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {
constexpr int MaxRecent = 10;

std::unique_ptr<QTemporaryDir>& throwAway()
{
    static std::unique_ptr<QTemporaryDir> folder;
    return folder;
}

std::unique_ptr<QSettings>& handle()
{
    static std::unique_ptr<QSettings> settings;
    return settings;
}
}

QSettings& Settings::file()
{
    if (!handle())
        handle() = throwAway()
            ? std::make_unique<QSettings>(throwAway()->filePath(u"settings.ini"_s), QSettings::IniFormat)
            : std::make_unique<QSettings>(
                QSettings::IniFormat, QSettings::UserScope, u"Offerwright"_s, u"workbench"_s);
    return *handle();
}

void Settings::forget()
{
    throwAway() = std::make_unique<QTemporaryDir>();
    handle().reset();
}

QStringList Settings::recentProjects()
{
    QStringList existing;
    for (const QString& path : file().value(u"recent"_s).toStringList())
        if (QFileInfo::exists(path))
            existing << path;
    return existing;
}

void Settings::addRecentProject(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList list = file().value(u"recent"_s).toStringList();
    list.removeAll(absolute);
    list.prepend(absolute);
    file().setValue(u"recent"_s, QStringList(list.mid(0, MaxRecent)));
}

void Settings::removeRecentProject(const QString& path)
{
    QStringList list = file().value(u"recent"_s).toStringList();
    list.removeAll(path);
    file().setValue(u"recent"_s, list);
}

}
