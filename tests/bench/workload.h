// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/population.h"
#include "model/pack.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ow::bench {

/// A seeded rule pack of N offers and the requests that it is asked with: everything the contract has, used
/// as often as a retailer's pack uses it. Two products an offer; complement edges lead from products and
/// families to offers' items, so a request has the same number of candidates (about a dozen) however many
/// offers the pack has. Everything is a pure function of (offers, seed) and, for requests, their number. Any
/// thread, after construction.
class Workload {
public:
    explicit Workload(std::size_t offers, std::uint64_t seed = 20250301);

    const model::Pack& pack() const { return m_pack; }
    /// What every offer's `when` says, by model::Pack::offers.
    const std::vector<std::vector<Comparison>>& whens() const { return m_whens; }
    /// How a request is written: Short leaves out what has its default (DECISION.md, section 2), Full
    /// writes every key.
    enum class Form { Short, Full };
    /// The n-th request's JSON in one line: all 40 attributes, a focus, 1 to 3 cart lines, 30 events, 10
    /// exposures.
    std::string request(std::size_t n, Form form = Form::Short) const;

private:
    // workload.cpp
    void makeProducts();
    void makeEdges();
    void makeFacts();
    void makeNeeds();
    void makePlaces();
    void makeLimits();
    void makeExperiments();
    // workload_offers.cpp
    void makeOffers();
    model::Offer offer(std::size_t n, Philox& random);
    std::vector<Comparison> when(std::size_t home, Philox& random) const;
    std::string propensity(Philox& random) const;
    // workload_requests.cpp
    std::string attributesJson(const std::vector<std::int64_t>& values, bool context) const;
    std::string eventsJson(std::int64_t now, std::size_t home, Form form, Philox& random) const;
    std::string exposuresJson(std::int64_t now, std::size_t home, Form form, Philox& random) const;
    /// A product that somebody at home in that family looks at.
    std::size_t productNear(std::size_t family, Philox& random) const;
    std::size_t familyOf(std::size_t product) const { return product / familySize; }

    static constexpr std::size_t familySize = 8;

    std::uint64_t m_seed;
    std::size_t m_offerCount;
    std::size_t m_families = 0;
    Population m_population;
    model::Pack m_pack;
    std::vector<std::vector<Comparison>> m_whens;
    std::vector<std::vector<std::size_t>> m_leadsTo; ///< by family: offers that edges from it lead to
    std::vector<std::size_t> m_inCells; ///< offers that stand in a cell of the matrix
};

/// The six stages and five motivations in their order.
inline constexpr std::size_t stageCount = 6, motivationCount = 5;

}
