// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signal/ready_signal.h"

#include <QString>

namespace ow::ui {

// What ready-made signals are called and say.

QString familyTitle(signal::Family family);
QString signalTitle(const signal::ReadySignal& signal);
/// "3 or more visits to one product family within 48 hours".
QString signalSentence(const signal::ReadySignal& signal, const signal::Settings& settings);
/// What the best window means here: "best used within 24 hours of the latest".
QString bestWindowSentence(const signal::ReadySignal& signal, const signal::Settings& settings);

}
