// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "c/workers.h"
#include "decide/compiled_pack.h"
#include "offerwright/offerwright.h"

#include <memory>
#include <string>

struct ow_pack {
    std::shared_ptr<const ow::decide::CompiledPack> compiled;
    std::string identity;
    mutable ow::c::Workers workers;
};
