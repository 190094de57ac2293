// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"

#include <string>

namespace ow::score {

/// The scorecard as one HTML file that needs nothing else: light, laid out for print too, charts as inline
/// SVG, text escaped. UTF-8. Pure.
std::string reportHtml(const Scorecard& card);

/// `& < > " '` as entities.
std::string htmlEscaped(std::string_view text);

}
