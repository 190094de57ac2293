// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/options.h"

#include <functional>

namespace ow::ui {
class DataScreen;
}

namespace ow::workbench {

/// Whether a tab or a page of the Data screen is asked for.
bool asksOfData(const Options& options);

/// Brings it to the front of a screen that shows the project already; `wait` returns once all is settled, false
/// if that takes too long. "" = it is there, else why it is not.
QString showOfData(ui::DataScreen& screen, const Options& options, const std::function<bool()>& wait);

}
