// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/diff.h"

#include <string>
#include <string_view>
#include <vector>

namespace ow::release {

/// Differences as one self-contained page, for people who have no Offerwright: counts on top, then a section
/// per kind in the order of the list. Light and dark as the reader's system, fit for paper. Every text is
/// escaped; the page loads and runs nothing. `before` and `after` name the two sides.
std::string diffHtml(
    const std::vector<Difference>& differences, std::string_view before, std::string_view after);

}
