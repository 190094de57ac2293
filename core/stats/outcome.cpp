// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/outcome.h"

#include <algorithm>

namespace ow::stats {

std::string_view statusName(Status status)
{
    switch (status) {
    case Status::Ok:
        return "ok";
    case Status::Undefined:
        return "undefined";
    case Status::Insufficient:
        return "insufficient";
    case Status::Invalid:
        return "invalid";
    }
    return "invalid";
}

void Outcome::note(std::string_view code)
{
    auto at = std::lower_bound(notes.begin(), notes.end(), code);
    if (at == notes.end() || *at != code)
        notes.insert(at, std::string(code));
}

void Outcome::set(Status newStatus, std::string_view newReason)
{
    status = newStatus;
    reason = newReason;
}

}
