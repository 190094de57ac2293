// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"

#include <QString>

#include <optional>

namespace ow::ui {

/// What a person typed as a price, in the locale's manner or with a plain point: "1,299.00", "199,90", "USD
/// 20". Empty where it is none, negative, or past 10^15 minor units.
std::optional<Money> readMoney(QString text, const std::string& currency);

}
