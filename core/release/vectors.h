// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"
#include "model/draft.h"
#include "release/compile.h"

#include <string>
#include <string_view>
#include <vector>

namespace ow::release {

/// Golden decisions that travel with a pack, so that another engine can prove itself: for each active offer,
/// in the order of their ids and at most `limit` of them, an invented customer with default attributes at a
/// placement of the offer, looking at (or with a cart of) something that the offer complements. No real
/// customer is in them. Pure. Errors: those of decide::compile.
[[nodiscard]] Result<Json> makeVectors(const model::Pack& pack, std::size_t limit = 40);

/// Puts vectors into the pack where writing it will find them.
void attachVectors(model::Pack& pack, const Json& vectors);

/// The whole of releasing: compile, vectors, seal. Errors: as compile().
[[nodiscard]] Result<ReleasedPack> makeRelease(
    const model::Draft& draft, const model::Catalogue& catalogue, std::string version, Timestamp releasedAt);

struct VectorResult {
    std::string name;
    bool passed = false;
    std::string expected; ///< canonical JSON of the decision in the pack
    std::string got; ///< of ours
};

struct Verification {
    std::string name;
    std::string version;
    std::string sha256; ///< of the canonical form
    bool canonical = false; ///< the bytes are the canonical form already
    std::vector<Error> problems; ///< what no engine could run
    std::vector<VectorResult> vectors;

    bool ok() const;
};

/// Reads a pack, validates it and decides its vectors again. Errors: InvalidInput where the text is no JSON
/// at all; a pack that breaks the contract is a problem of the Verification.
[[nodiscard]] Result<Verification> verify(std::string_view text);

}
