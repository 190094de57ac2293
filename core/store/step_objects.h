// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/command.h"

#include <vector>

namespace ow::store {

/// What one step of the history did: the objects that it touched, whole, as it found and as it left them. On
/// both sides stands beside them what names and orders objects: settings, stages, motivations, facts.
struct StepObjects {
    std::vector<Edit> before;
    std::vector<Edit> after;
};

}
