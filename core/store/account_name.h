// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ow::store {

/// The account that this program runs as: whom history rows name unless told otherwise. "unknown" where the
/// system has no name for it.
std::string accountName();

}
