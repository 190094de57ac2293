// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/open_to_read.h"

#include <fmt/format.h>

#include <cstdio>

namespace ow::cli {

Result<std::unique_ptr<store::Project>> openToRead(const std::string& file, const Console& console)
{
    auto project = store::Project::open(file, store::Access::View);
    if (project || project.error().code != ErrorCode::CorruptFile)
        return project;
    auto rescued = store::Project::openRescued(file, console.progress("Rescuing"));
    if (rescued)
        fmt::print(stderr, "{}: {}\n", file, (*rescued)->readOnlyReason());
    return rescued;
}

}
