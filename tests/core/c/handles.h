// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "offerwright/offerwright.h"

#include <memory>
#include <string>
#include <string_view>

namespace ow::test {

struct Free {
    void operator()(ow_pack* pack) const { ow_pack_free(pack); }
    void operator()(ow_error* error) const { ow_error_free(error); }
};
using PackHandle = std::unique_ptr<ow_pack, Free>;
using ErrorHandle = std::unique_ptr<ow_error, Free>;

/// What one call gave, its texts copied and freed.
struct Outcome {
    ow_status status = OW_INTERNAL;
    std::string answer; ///< "NULL" where there was none
    std::string code, message, path, json;
};

inline Outcome outcomeOf(ow_status status, char* answer, std::size_t length, ow_error* error)
{
    Outcome out { status, answer == nullptr ? "NULL" : std::string(answer, length), ow_error_code(error),
        ow_error_message(error), ow_error_path(error), ow_error_json(error) };
    ow_text_free(answer);
    ow_error_free(error);
    return out;
}

using Decide = decltype(&ow_decide);

inline Outcome decide(
    const ow_pack* pack, std::string_view text, unsigned flags = 0, Decide function = ow_decide)
{
    // Not null and not zero, so that a call that forgets to set them is seen.
    char* answer = reinterpret_cast<char*>(1);
    std::size_t length = 77;
    ow_error* error = reinterpret_cast<ow_error*>(1);
    const ow_status status = function(pack, text.data(), text.size(), flags, &answer, &length, &error);
    return outcomeOf(status, answer, length, error);
}

inline PackHandle load(std::string_view text, Outcome* outcome = nullptr)
{
    ow_pack* pack = reinterpret_cast<ow_pack*>(1);
    ow_error* error = reinterpret_cast<ow_error*>(1);
    const ow_status status = ow_pack_load(text.data(), text.size(), &pack, &error);
    const Outcome got = outcomeOf(status, nullptr, 0, error);
    if (outcome != nullptr)
        *outcome = got;
    return PackHandle(pack);
}

}
