// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/screen.h"

#include <QString>

#include <vector>

namespace ow::ui {

/// A row of the left bar.
struct ScreenInfo {
    QString id; ///< "needs": for --screen, Session::show and the window state
    QString title; ///< translated
    QString icon; ///< name for icon()
    Screen* (*make)(QWidget* parent) = nullptr;
};

/// The screens there are, in the order of the work. What is not built yet is not listed. After a translator
/// was installed only: titles are translated on the first call.
const std::vector<ScreenInfo>& screens();

/// One of screens(), or "merge", which is in no bar. Null for an unknown id.
const ScreenInfo* findScreen(const QString& id);

}
