// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace ow::ui {

/// Installs the translations for `code` ("en", "de"; "" = what the person chose before, else the system's
/// language) and makes numbers and dates follow. Call once, before the first window.
void installLanguage(QApplication& app, const QString& code);

}
