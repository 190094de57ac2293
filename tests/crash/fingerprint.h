// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/sha256.h"
#include "core/store/scratch.h"

namespace crash {

/// What must not be lost, in one line: the state's place in the history, everything authored, how much data,
/// the releases.
inline std::string fingerprint(const ow::store::Project& project)
{
    const auto counts = project.counts();
    std::string text = test::textOf(*project.draft());
    text += std::to_string(counts.events) + ' ' + std::to_string(counts.basketLines);
    return std::to_string(project.head()) + ' ' + ow::toHex(ow::sha256(text));
}

}
