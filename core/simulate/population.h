// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "model/customer.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace ow::simulate {

/// The channel of purchases that a simulation made up and somebody stored (`offerwright simulate --write`):
/// no history.
inline constexpr std::string_view simulatedChannel = "simulated";

/// One customer as loaded: attributes and real history, events oldest first.
struct Person {
    model::Customer customer;
    std::vector<model::Event> events;
    std::vector<model::Exposure> exposures; ///< what really was shown; a replay starts without them
};

/// Customers to decide for, in the order of their ids' bytes. Immutable once built: share it between jobs and
/// threads.
class Population {
public:
    const std::vector<Person>& people() const { return m_people; }
    std::size_t size() const { return m_people.size(); }
    std::size_t events() const { return m_events; }
    /// Latest event; the epoch where there is none. The replayed days end with it.
    Timestamp dataEnd() const { return m_end; }
    /// Null where nobody has the id.
    const Person* find(std::string_view customer) const;

    /// Keeps a copy, without simulated purchases; call in any order, then seal().
    void add(const model::Customer& customer, const model::History& history);
    /// Sorts people and histories. Call once, after the last add().
    void seal();

private:
    std::vector<Person> m_people;
    std::size_t m_events = 0;
    Timestamp m_end;
};

using PopulationSnapshot = std::shared_ptr<const Population>;

/// Everybody a project's reader (store/bulk_reader.h) knows, or the first `limit` by id (0 = all). A template
/// because this room stands below the store. Errors: the reader's, Cancelled.
template <typename Reader>
[[nodiscard]] Result<PopulationSnapshot> loadPopulation(
    const Reader& reader, std::int64_t limit = 0, const Progress& progress = {})
{
    auto population = std::make_shared<Population>();
    const std::int64_t total = limit > 0 ? limit : std::int64_t(reader.counts().customers);
    bool going = true;
    const auto read
        = reader.forEachCustomer(0, limit, [&](const model::Customer& c, const model::History& h) {
              population->add(c, h);
              const auto done = std::int64_t(population->size());
              return going = done % 256 != 0 || goOn(progress, done, total);
          });
    if (!read)
        return fail(read.error());
    if (!going)
        return fail(ErrorCode::Cancelled, "Loading the customers was stopped.");
    population->seal();
    return PopulationSnapshot(std::move(population));
}

}
