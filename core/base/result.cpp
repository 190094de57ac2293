// SPDX-License-Identifier: Apache-2.0
#include "base/result.h"

namespace ow {

std::string_view errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return "invalid_input";
    case ErrorCode::NotFound: return "not_found";
    case ErrorCode::CorruptFile: return "corrupt_file";
    case ErrorCode::NewerVersion: return "newer_version";
    case ErrorCode::ReadOnly: return "read_only";
    case ErrorCode::Io: return "io";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::Unsupported: return "unsupported";
    }
    return "unknown";
}

std::string Error::text() const { return at.empty() ? message : at + ": " + message; }

}
