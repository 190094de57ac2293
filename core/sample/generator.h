// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/customer.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace ow::sample {

/// One generated customer with a year of events (oldest first) and the exposures of the programme's 14 weeks:
/// shown ones with what came of them, and the withheld rows of the holdout and of experiment arms.
struct SampleCustomer {
    model::Customer customer;
    std::vector<model::Event> events;
    std::vector<model::LoggedExposure> exposures;
};

/// Customer n of a seed is a pure function of (seed, n): any order, any thread, the same bytes.
class Generator {
public:
    explicit Generator(std::uint64_t seed);
    ~Generator();
    Generator(const Generator&) = delete;
    Generator& operator=(const Generator&) = delete;

    /// index >= 0; ids are "c-00000", "c-00001", …
    SampleCustomer customer(std::int64_t index) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> m_impl;
};

}
