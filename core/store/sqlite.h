// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>

// Inside core/store only: what every connection of ours has in common.

namespace ow::store {

enum class OpenAs {
    Create, ///< makes the file, which must not exist
    ReadWrite,
    ReadOnly, ///< may still write the -shm file beside it
    Immutable, ///< nothing beside the file is read or written: for folders that cannot be written
};

enum class UsedBy {
    ManyThreads,
    OneThreadAtATime, ///< whoever uses it sees to that; saves SQLite's own lock around every call
};

/// A connection with our safety settings: foreign keys, defensive, no trusted schema, cell sizes checked,
/// synchronous=FULL. Throws SQLite::Exception.
SQLite::Database openConnection(
    const std::filesystem::path& file, OpenAs as, UsedBy usedBy = UsedBy::ManyThreads);

/// Damage that we find ourselves: what() is a whole sentence for a person.
struct FileDamage : SQLite::Exception {
    explicit FileDamage(const std::string& sentence);
};

/// What SQLite's failure means for a person: never in its own words.
Error toError(const SQLite::Exception& failure, const std::filesystem::path& file);

/// Runs work() and turns SQLite's exceptions into an Error. `work` may return void, a value or a Result.
template <typename F>
auto guarded(const std::filesystem::path& file, F&& work)
{
    using Value = std::invoke_result_t<F>;
    if constexpr (std::is_void_v<Value>) {
        try {
            work();
            return Result<void> {};
        } catch (const SQLite::Exception& e) {
            return Result<void> { fail(toError(e, file)) };
        }
    } else if constexpr (requires(Value v) { v.error(); }) {
        try {
            return work();
        } catch (const SQLite::Exception& e) {
            return Value { fail(toError(e, file)) };
        }
    } else {
        try {
            return Result<Value> { work() };
        } catch (const SQLite::Exception& e) {
            return Result<Value> { fail(toError(e, file)) };
        }
    }
}

/// A text column, zeros inside included.
std::string textOf(const SQLite::Column& column);
/// Binds by position (SQLiteCpp wants a std::string; ours are mostly views).
inline void bindText(SQLite::Statement& statement, int index, std::string_view text)
{
    statement.bind(index, std::string(text));
}

}
