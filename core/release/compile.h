// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/draft.h"

#include <string>

namespace ow::release {

/// A pack as it leaves the house.
struct ReleasedPack {
    std::string bytes; ///< canonical JSON (RFC 8785): what is hashed, signed and stored
    std::string sha256; ///< of `bytes`, lower-case hexadecimal: the pack's identity
};

/// The draft as a pack: its policy with *every* product of the catalogue, in the order of SKUs. Products that
/// no rule names belong in too: customers hold them in carts and histories, and facts and anchors ask for
/// their family and price. Checks what the engine checks before it runs a pack. Errors: InvalidInput with the
/// key path.
[[nodiscard]] Result<model::Pack> compile(
    const model::Draft& draft, const model::Catalogue& catalogue, std::string version, Timestamp releasedAt);

/// Canonical bytes and identity. Equal packs give equal bytes.
ReleasedPack seal(const model::Pack& pack);

}
