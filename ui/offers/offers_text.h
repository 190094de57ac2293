// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace ow::ui {

/// tr() for this folder's free functions. The context is the bare name: lupdate resolves these uses to that.
struct OffersText {
    Q_DECLARE_TR_FUNCTIONS(OffersText)
};

}
