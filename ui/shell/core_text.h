// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>

namespace ow::ui {

/// A sentence of core's in the language of the interface.
///
/// Core speaks English, to the command line, to logs and into files (the titles of imports in a history).
/// What the workbench shows of it goes through here: the sentence is matched against the templates of
/// core_text.cpp
/// ("Imported %1 (%2 rows)"), the template is translated in the context "core" and its arguments are put
/// back, those that are sentences themselves translated likewise, numbers in the digits of the language. A
/// sentence that no template fits stays as it is. To add one: a line in core_text.cpp and its German in
/// offerwright_de.ts; tst_core_text holds the two together. GUI thread.
QString coreText(std::string_view english);

/// All templates, for their test.
QStringList coreTemplates();

}
