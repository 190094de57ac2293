// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "decide/attribute_memory.h"
#include "decide/request.h"

#include <array>
#include <string_view>
#include <vector>

namespace ow::decide {

/// Reads requests (DECISION.md, section 2) straight from their JSON, one after the other, into a Request that
/// is used again: no tree, and no allocation once both have seen requests of that size. What was seen in the
/// last request (the order of keys) makes the next one faster and never changes what is read. Not
/// thread-safe: one per thread.
class RequestReader {
public:
    /// Refuses what is no JSON, missing, unknown and doubled keys, wrong types, values outside their range;
    /// Error::at is the key's path ("customer.attributes.segment"), "" where the text is no JSON or no
    /// object. Of several faults the first in the contract's order of keys is named. The history is sorted
    /// here. Strings of `out` are views of `text`, which must outlive it. After an error `out` is half
    /// filled: good for the next read only.
    [[nodiscard]] Result<void> read(std::string_view text, const CompiledPack& pack, Request& out);

private:
    std::array<request::AttributeMemory, 2> m_attributes; ///< customer's, context's
    std::vector<std::string_view> m_keys;
};

}
