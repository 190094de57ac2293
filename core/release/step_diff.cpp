// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/step_diff.h"

namespace ow::release {

Result<std::vector<Difference>> stepDiff(const store::StepObjects& step)
{
    auto before = store::objectSet(step.before);
    auto after = store::objectSet(step.after);
    for (const auto* side : { &before, &after })
        if (!*side)
            return fail(side->error());
    return diff(Version { std::move(*before), {}, false }, Version { std::move(*after), {}, false });
}

}
