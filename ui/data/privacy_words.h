// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/personal_data.h"

#include <QString>

namespace ow::ui {

/// "names", "e-mail addresses", … in the person's language.
QString personalWords(ingest::PersonalData kind);
/// "told by its name" or "told by its values".
QString personalReason(bool byName);

/// The key file that was used last for the project of this file: the person's settings know it, never the
/// project.
/// "" = none.
QString rememberedKey(const QString& project);
void rememberKey(const QString& project, const QString& key);

}
