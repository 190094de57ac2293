// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;

namespace ow::ui {

/// Takes everything out of the layout and deletes it, later: a widget in it may be the one that is being
/// clicked.
void clearLayout(QLayout* layout);

}
