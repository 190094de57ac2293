// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/compiled_pack.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace ow::decide {

/// What of a request something depends on.
struct Influence {
    std::vector<bool> attributes; ///< by slot: the customer's, then the context's
    bool time = false, events = false, exposures = false, cart = false, focus = false;

    void add(const Influence& other);
    static Influence everything(std::size_t attributes);
};

/// One test in an expression: the names it reads and the constants it compares them with.
struct Test {
    Index owner = none; ///< the offer whose expression it is in; none = shared
    std::vector<std::uint32_t> names; ///< slots
    std::vector<double> numbers;
    std::vector<std::string> texts;
    std::vector<std::int64_t> times; ///< ms
    std::vector<std::int64_t> lengths; ///< ms
};

/// What a pack's expressions read and test, made once per pack.
class InfluenceTable {
public:
    explicit InfluenceTable(const CompiledPack& pack);

    /// Of an expression as it stands in the pack, with what its facts and stages depend on in turn.
    Influence of(const std::string& expression) const;
    Influence ofStages() const; ///< which stage and motivation hold
    Influence
    ofCandidates() const; ///< which cell, anchors and triggers there are; triggers' own conditions left out
    const std::vector<Test>& tests() const { return m_tests; }
    /// The names an expression reads, as slots.
    std::vector<std::uint32_t> reads(const std::string& expression) const;

private:
    void learn(const std::string& expression, Index owner);
    Influence ofSlot(std::uint32_t slot) const;
    std::vector<Test> testsOf(const std::string& expression, Index owner) const;

    const CompiledPack& m_p;
    std::unordered_map<std::string, std::uint32_t> m_slots; ///< by path
    std::vector<Influence> m_facts; ///< in declared order
    Influence m_stages;
    std::vector<Test> m_tests;
};

}
