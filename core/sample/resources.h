// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ow::sample {

// The files of resources/sample as compiled in (core/CMakeLists.txt, ow_embed).
extern const std::string_view policyJson;
extern const std::string_view workshopJson;
extern const std::string_view catalogueCsv;

}
