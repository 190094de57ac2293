// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ow::store {

/// The text in small letters of every script that has them, for comparing without regard to case: "ÄPFEL" ->
/// "äpfel". Letter by letter, whatever the system's language; what is no UTF-8 stays as it is. Any thread.
std::string foldCase(std::string_view text);

/// The same into a string that is used again and again.
void foldCase(std::string_view text, std::string& out);

}
