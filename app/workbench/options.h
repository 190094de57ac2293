// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace ow::workbench {

/// What the command line asks for.
struct Options {
    bool render = false; ///< the verb "render": draw a screen into a file and end
    bool sample = false; ///< open the sample project; it is made first where it is not there yet
    bool measureStartup = false; ///< print the milliseconds to the first idle window, and end
    QString file; ///< "" = none
    QString screen; ///< "" = Home, or the last one shown
    QString theme; ///< "light", "dark" or ""
    QString language; ///< "en", "de" or ""
    QString panel; ///< "problems", "history", "jobs" or ""
    QString select; ///< "offer:usb-c_dock", "product:SKU", "customer:ID" or ""
    QString with; ///< with screen merge: the other file
    QString base; ///< and what both come from; "" = from the history
    QString tab; ///< with screen data: its tab, or ""
    QString filter; ///< with a tab that is a table: "TEXT" of its first column, or "COLUMN=TEXT"
    QStringList import; ///< with screen data: files on the import page
    bool map = false; ///< and the first one's columns mapped by hand
    qint64 result = 0; ///< with screen data: the page of this import; 0 = none
    qint64 mend = 0; ///< and its rejected rows to be mended
    QSize size { 1280, 800 };
    QString output;
};

/// On failure says why on stderr and gives the exit code; --help and --version end with 0 that way.
struct Parsed {
    std::optional<Options> options;
    int exitCode = 0;
};
Parsed parseOptions(const QStringList& arguments);

}
