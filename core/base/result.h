// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace ow {

/// What a caller may branch on. The codes' names (errorCodeName) are stable: scripts read them.
enum class ErrorCode {
    InvalidInput, ///< a file, pack, request, expression or argument says something it must not
    NotFound, ///< nothing of that name
    CorruptFile, ///< the bytes are damaged
    NewerVersion, ///< made by a later version of the program
    ReadOnly, ///< cannot be changed here and now
    Io, ///< the operating system refused: permission, full disk, missing folder
    Conflict, ///< something else changed it first
    Cancelled, ///< the person asked to stop
    Unsupported, ///< known, and left out on purpose
};

std::string_view errorCodeName(ErrorCode code);

/// A failure for a reason outside the program. Broken invariants throw instead.
struct Error {
    ErrorCode code = ErrorCode::InvalidInput;
    std::string message; ///< a sentence for a person: what failed, why, and what to do
    std::string at; ///< the place: "file:row:column", a key path such as "offers[2].when", a rule id; may be empty

    /// "at: message", or the message alone where there is no place.
    std::string text() const;
};

/// Either the value or the Error. Mark every function that returns one [[nodiscard]]: tl::expected is not so itself.
template <typename T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::NotFound, "…", "offers[2]");`
inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string at = {})
{
    return tl::unexpected<Error>(Error { code, std::move(message), std::move(at) });
}

/// Passes an Error of one Result type on as another's.
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}
