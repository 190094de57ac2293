// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ow::ingest {

/// Our type of event for the word that other programs use ("add_to_cart", "Product Added", "pv"); empty for a
/// word that is not known, which is then a type of its own. However it is written.
std::string_view ourEventType(std::string_view theirs);

}
