// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite.h"

#include "store/damaged_rows.h"
#include "store/file_words.h"
#include "store/own_locks.h"

#include <sqlite3.h>

namespace ow::store {

namespace {

constexpr int longestValue
    = 512 * 1024 * 1024; ///< bytes of one text or blob: a hostile file cannot ask for more
constexpr int patience = 2000; ///< milliseconds that another program may hold the file before we say Conflict

/// '?', '#' and '%' have a meaning in SQLite's file: addresses.
std::string uriOf(const std::filesystem::path& file)
{
    std::string out = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        if (c == '?' || c == '#' || c == '%') {
            static constexpr const char* digits = "0123456789ABCDEF";
            out += '%';
            out += digits[(c >> 4) & 15];
            out += digits[c & 15];
        } else {
            out += c;
        }
    }
    return out;
}

void secure(SQLite::Database& db)
{
    sqlite3* handle = db.getHandle();
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longestValue);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    db.exec("PRAGMA cell_size_check = ON");
    db.exec("PRAGMA foreign_keys = ON");
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA temp_store = MEMORY");
}

}

namespace {

/// What SQLite wants to be told before it is used for the first time.
bool prepareSqlite()
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // nobody asks, and each allocation would lock for it
    keepLocksThroughCloses();
    return true;
}

}

SQLite::Database openConnection(const std::filesystem::path& file, OpenAs as, UsedBy usedBy)
{
    static const bool prepared = prepareSqlite();
    (void)prepared;
    int flags = SQLite::OPEN_READONLY;
    if (as == OpenAs::Create)
        flags = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    else if (as == OpenAs::ReadWrite)
        flags = SQLite::OPEN_READWRITE;
    flags |= usedBy == UsedBy::OneThreadAtATime ? SQLite::OPEN_NOMUTEX : 0;
    const std::string uri = uriOf(file) + (as == OpenAs::Immutable ? "?immutable=1" : "");
    SQLite::Database db(uri, flags | SQLite::OPEN_URI, patience);
    secure(db);
    return db;
}

FileDamage::FileDamage(const std::string& sentence)
    : SQLite::Exception(sentence, SQLITE_CORRUPT)
{
}

namespace {

std::string damaged(const std::string& detail)
{
    const std::string words = damageWords(detail);
    return "The project file is damaged. " + (words.empty() ? "" : words + ' ') + rescueAdvice;
}

}

Error toError(const SQLite::Exception& failure, const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    const std::string detail = failure.what();
    const auto say = [&](ErrorCode code, const std::string& text) { return Error { code, text, name }; };
    if (dynamic_cast<const FileDamage*>(&failure) != nullptr)
        return say(ErrorCode::CorruptFile, detail);
    if (dynamic_cast<const DamagedRows*>(&failure) != nullptr)
        return say(ErrorCode::CorruptFile,
            detail
                + ". The file was not changed; save a rescued copy of it (offerwright check-file FILE "
                  "--rescue "
                  "COPY).");
    switch (failure.getErrorCode() & 0xFF) {
    case SQLITE_FULL:
        return say(ErrorCode::Io,
            "The disk is full. Nothing of this step was written; free some space and do it again.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return say(ErrorCode::CorruptFile, damaged(detail));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return say(ErrorCode::Conflict,
            "Another program or an import is writing this project. Wait for it and do it again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return say(ErrorCode::ReadOnly,
            "The project file cannot be written. Give yourself the right to, or save a copy.");
    case SQLITE_CANTOPEN:
        return say(ErrorCode::Io,
            "The project file cannot be opened. Check that its folder exists and may be read.");
    case SQLITE_IOERR:
        return say(ErrorCode::Io,
            "Reading or writing the project failed. Nothing of this step was written; check the disk.");
    case SQLITE_TOOBIG:
        return say(ErrorCode::InvalidInput, "A value in the project is longer than 512 MB.");
    case SQLITE_NOMEM:
        return say(ErrorCode::Io, "There is not enough memory for this step. Nothing of it was written.");
    default:
        return say(ErrorCode::CorruptFile, damaged(detail));
    }
}

std::string textOf(const SQLite::Column& column)
{
    const char* text = column.getText("");
    return { text, std::size_t(column.getBytes()) };
}

}
