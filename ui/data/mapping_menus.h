// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/saved_mappings.h"

#include <QWidget>

#include <functional>
#include <string>
#include <vector>

namespace ow::ui {

class Session;

/// A mapping to be kept: in the project under a name that is asked for, or in a file. `saved` is told the
/// name.
void askWhereToSave(QWidget* parent, Session* session, const ingest::Mapping& mapping,
    const std::vector<std::string>& columns, const std::function<void()>& toFile,
    const std::function<void(const std::string& name)>& saved);

/// A mapping to be used: one of the project's, those that fit the columns first to hand, or one in a file.
/// The others are shown and cannot be chosen, for the file lacks a column that they read.
void askWhichToLoad(QWidget* parent, Session* session, const std::vector<std::string>& columns,
    const std::function<void()>& fromFile, const std::function<void(const ingest::Mapping&)>& chosen);

}
