// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/decision.h"
#include "decide/index.h"
#include "expr/arena.h"
#include "expr/value.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ow::decide {

/// A product that is in the cart or was bought and kept.
struct Purchase {
    std::int64_t at = 0;
    Index product = none;
};

struct Candidate {
    Index offer = none;
    double fit = 0;
    Origin origin = Origin::Matrix;
    Index anchor = none;
    Index anchorRank = 0; ///< adjacency: the place of the anchor among all of them, for ties
    double propensity = 0;
    double score = 0;
    std::uint32_t firstBlock = 0; ///< into Scratch::blocks
    std::uint32_t blockCount = 0;
    Verdict verdict = Verdict::Outranked;
};

/// The memory one thread decides in, and the decision it made last. What else it holds between calls is of no
/// meaning to anybody.
struct Scratch {
    Decision decision;
    std::vector<expr::Value> values; ///< by slot
    expr::Arena arena;
    std::vector<expr::Value> lists; ///< the elements of cart.skus … owned.families
    std::vector<Purchase> kept; ///< purchases not returned later, oldest first, smaller sku at equal times
    std::uint64_t epoch
        = 0; ///< of this decision; the tables below hold the epoch in which something was true
    std::vector<std::uint64_t> ownedIn, familyOwnedIn, returnedIn; ///< by product, family, product
    std::vector<std::int64_t> returnedAt; ///< by product: its latest return, where returnedIn is this epoch
    std::uint32_t answersEpoch = 0;
    std::vector<std::uint32_t> answers; ///< by predicate: the epoch it was asked in * 4 + the Answer
    std::vector<Index> anchors;
    std::vector<Candidate> candidates;
    std::vector<Index> candidateOf; ///< by offer: its candidate, or none
    std::vector<Block> blocks;
    std::vector<std::int8_t> suppressed, sequenceOpen; ///< by rule: -1 not yet known, 0, 1
    std::vector<std::int64_t> capCounts; ///< by cap; -1 not yet known
    std::vector<std::string_view> distinct;
    std::vector<Index> order, taken;
    std::vector<Index> arms; ///< by experiment of one offer: the arm drawn, or none
    std::string hashed;
};

}
