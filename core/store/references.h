// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace ow::store {

/// A column whose numbers stand for texts of a dictionary (dictionary.h).
struct TextReference {
    const char* table;
    const char* column;
    const char* dictionary;
    bool mayBeNothing; ///< 0, which stands for ""
};

inline constexpr std::array<TextReference, 15> textReferences { {
    { "customer_row", "customer", "customer_key", false },
    { "event", "customer", "customer_key", false },
    { "exposure", "customer", "customer_key", false },
    { "product", "sku", "sku_key", false },
    { "event", "sku", "sku_key", true },
    { "basket_line", "sku", "sku_key", true },
    { "basket_line", "basket", "session_key", true },
    { "event", "session", "session_key", true },
    { "exposure", "intent", "session_key", true },
    { "event", "type", "word", true },
    { "event", "channel", "word", true },
    { "exposure", "offer", "word", true },
    { "exposure", "placement", "word", true },
    { "exposure", "arm", "word", true },
    { "exposure", "experiment", "word", true },
} };

/// The tables whose rows came with an import.
inline constexpr std::array<const char*, 10> batchTables { "product", "customer_row", "event", "exposure",
    "basket_line", "rejected", "mined_edge", "segment", "import_form", "event_id" };

inline constexpr std::array<const char*, 4> dictionaries { "customer_key", "sku_key", "session_key", "word" };

}
