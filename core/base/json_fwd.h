// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace ow {

/// Headers include this one; only sources pay for the whole parser (base/json.h).
using Json = nlohmann::json;

}
