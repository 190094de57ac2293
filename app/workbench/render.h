// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/options.h"

namespace ow::workbench {

/// Draws the screen into options.output (.png, .svg, .pdf) once it has settled. Returns the exit code: 0
/// done, 2 the project cannot be opened, there is no such screen, or the picture cannot be written; stderr
/// says which.
int render(const Options& options);

}
