// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>

namespace ow::sample {

inline constexpr std::uint64_t defaultSeed = 20'261'123;
inline constexpr std::int64_t defaultCustomers = 4'000;

/// Makes a new project file that holds the sample project: the draft, the catalogue, and `customers`
/// generated customers with their events and exposures. Two files of one seed hold the same rows. Errors: as
/// store::Project::create (Io where the file exists already); Cancelled leaves no file behind.
[[nodiscard]] Result<void> writeSample(const std::filesystem::path& file, std::uint64_t seed = defaultSeed,
    std::int64_t customers = defaultCustomers, const Progress& progress = {});

}
