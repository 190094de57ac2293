// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/random_command.h"
#include "store/object_set.h"

namespace test {

inline ow::store::ObjectSet objectsOf(const ow::store::Project& project)
{
    const auto edits = project.objects();
    if (!edits)
        qFatal("%s", edits.error().text().c_str());
    auto set = ow::store::objectSet(*edits);
    if (!set)
        qFatal("%s", set.error().text().c_str());
    return std::move(*set);
}

/// A project of random steps that two people went on with, each with steps of their own; it stands at theirs.
struct TwoSides {
    Scratch scratch;
    std::unique_ptr<ow::store::Project> project = scratch.create();
    ow::store::ObjectSet base, ours, theirs;
    std::int64_t parted = 0; ///< the step at which they did

    TwoSides(std::uint64_t seed, int before, int after)
    {
        ow::Philox random(seed);
        const auto edit = [&](int steps) {
            for (int i = 0; i < steps; ++i)
                if (!project->apply(randomCommand(random, *project->draft())))
                    qFatal("a step failed");
            return objectsOf(*project);
        };
        base = edit(before);
        parted = project->head();
        ours = edit(after);
        if (!project->goTo(parted))
            qFatal("the history does not lead back");
        theirs = edit(after);
    }
};

}
