// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ow::stats {

enum class Status {
    Ok,
    Undefined, ///< there is no such number (nobody in an arm, a denominator of zero)
    Insufficient, ///< too little data for it yet
    Invalid, ///< the input cannot be true
};

std::string_view statusName(Status status);

/// What every estimator answers beside its numbers. Where the status is not Ok, `reason` holds one of the
/// stable codes of the documentation ("empty_arm", "zero_variance" …); numbers that still exist are given all
/// the same. A number that does not exist is an empty optional, never 0. Infinite ratios are real infinities.
struct Outcome {
    Status status = Status::Ok;
    std::string reason;
    std::vector<std::string> notes; ///< sorted codes, each once

    bool ok() const { return status == Status::Ok; }
    void note(std::string_view code);
    void set(Status newStatus, std::string_view newReason);
    void undefined(std::string_view why) { set(Status::Undefined, why); }
    void insufficient(std::string_view why) { set(Status::Insufficient, why); }
    void invalid(std::string_view why) { set(Status::Invalid, why); }
};

}
