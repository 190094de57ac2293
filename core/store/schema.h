// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"

#include <cstdint>

namespace ow::store {

/// "OFWR" in the SQLite header: what file(1) and we recognise a project by.
inline constexpr std::int32_t applicationId = 0x4F465752;
/// What this program writes (`user_version`). Add a step to schema.cpp's list when it grows.
inline constexpr std::int32_t schemaVersion = 2;

/// The tables of version 1, with comments: the whole file format in one place
/// (docs/architecture/project-file.md).
extern const char* const schemaVersion1;

/// Writes tables, application id and version into an empty database, in the caller's transaction.
void createSchema(SQLite::Database& db);

/// Brings a file of an older version up to schemaVersion in one transaction; nothing to do = no write.
/// `user_version` must be 1 … schemaVersion.
void migrate(SQLite::Database& db);

}
