// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QStringList>

namespace ow::ui {

/// What the workbench remembers between runs: one INI file of the person, or nothing at all (pictures,
/// tests).
class Settings {
public:
    /// A handle on the file; cheap. Where `forget()` was called: a throw-away in memory of this process.
    static QSettings& file();
    /// From now on nothing is read from or written to the person's file.
    static void forget();

    static QStringList recentProjects(); ///< existing files only, newest first, at most ten
    static void addRecentProject(const QString& path);
    static void removeRecentProject(const QString& path);
};

}
