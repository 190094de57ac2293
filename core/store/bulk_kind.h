// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace ow::store {

/// Which dictionary a column's numbers come from.
enum class Coded : std::uint8_t { No, Customer, Sku, Session, Word };

/// A column of bulk rows. Its place in the list is its number in segments: part of the file format.
struct BulkColumn {
    const char* name;
    Coded coded = Coded::No;
};

inline constexpr std::size_t mostBulkColumns = 12;
/// The number of the column of texts, which not every segment has.
inline constexpr std::size_t textColumn = 15;

/// Events or exposures, whose column 0 is the customer and column 1 the time; or lines of baskets.
struct BulkKind {
    const char* name; ///< of the row table, and in `segment`
    const char* title; ///< what people call them
    const char* counted; ///< the column of `batch` that says how many an import brought
    std::span<const BulkColumn> columns;
    const char* select; ///< the columns as the row table gives them
    const char* insert; ///< into the row table: the columns, seq, batch and, if there is one, the text
    bool hasText = false;
};

namespace event_column {
enum : std::size_t { Customer, At, Type, Sku, Qty, Value, Channel, Session };
}
namespace exposure_column {
enum : std::size_t {
    Customer,
    At,
    Offer,
    Placement,
    Intent,
    Arm,
    Experiment,
    Flags,
    Clicked,
    Accepted,
    Declined,
    Returned
};
}
namespace basket_column {
enum : std::size_t { Basket, Sku };
}
/// Bits of exposure_column::Flags. A time whose bit is not set is 0.
namespace exposure_flag {
enum : std::int64_t { Withheld = 1, Clicked = 2, Accepted = 4, Declined = 8, Returned = 16 };
}

extern const BulkKind eventKind;
extern const BulkKind exposureKind;
/// Sorted by basket and sku, both as numbers; its segments have no keys.
extern const BulkKind basketKind;
inline constexpr std::array<const BulkKind*, 3> bulkKinds { &eventKind, &exposureKind, &basketKind };

inline constexpr std::uint32_t originHasId = 0x8000'0000;

/// One event or exposure in numbers.
struct BulkRow {
    std::int64_t batch = 0;
    std::array<std::int64_t, mostBulkColumns> values {};
    std::string text;
    /// On the way in: 1 + the number of its file, where a row that the project has already is left out; 0 =
    /// it is kept. With originHasId where an id tells it from others.
    std::uint32_t origin = 0;

    std::int64_t operator[](std::size_t column) const { return values[column]; }
};

}
