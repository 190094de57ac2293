// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace ow::store {

/// "OFWR" in the SQLite header: what file(1) and we recognise a project by.
inline constexpr std::int32_t applicationId = 0x4F465752;
/// What this program writes (`user_version`). Add a step to schema.cpp's list when it grows, and the
/// last version as a fixture to tests/core/store/tst_migration.cpp.
inline constexpr std::int32_t schemaVersion = 4;

/// The tables of version 1, with comments; those of segments came later (segment_migration.cpp), and more
/// (version4.cpp) (docs/architecture/project-file.md).
extern const char* const schemaVersion1;

/// The tables that a file of this version has. Its absence is damage.
std::vector<std::string_view> tableNames(int version);

/// One step from a version of the file to the next, inside the caller's transaction. Throws
/// SQLite::Exception.
using MigrationStep = std::function<void(SQLite::Database&)>;
/// Step i brings version i + 1 to i + 2.
const std::vector<MigrationStep>& migrationSteps();

/// Writes tables, application id and version into an empty database, in the caller's transaction. An older
/// version is what that program made: for migrations and rescues.
void createSchema(SQLite::Database& db, int version = schemaVersion);

/// Runs the steps that lead from the database's version to the last, in the caller's transaction; answers
/// whether there were any. `user_version` must be 1 … steps.size() + 1. To bring a file up to date:
/// store/migration.h.
bool runSteps(SQLite::Database& db, const std::vector<MigrationStep>& steps);

}
