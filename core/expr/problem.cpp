// SPDX-License-Identifier: Apache-2.0
#include "expr/problem.h"

namespace ow::expr {

Error Problem::toError(std::string at) const
{
    std::string sentence = message;
    if (!hint.empty())
        sentence += " (" + hint + ')';
    sentence += ", at byte " + std::to_string(begin) + " of the expression";
    return { code.starts_with("unsupported") ? ErrorCode::Unsupported : ErrorCode::InvalidInput,
        std::move(sentence), std::move(at) };
}

}
