// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"
#include "model/draft.h"
#include "store/command.h"

#include <vector>

namespace ow::cli {

/// What `offerwright apply` reads: a part of a pack, with the keys of a pack (offers, caps, facts, matrix,
/// rank, …). What is listed is put into the draft by its id, settings that are named replace those of the
/// draft, everything else stays. Beside the pack's keys: "titles" {id: title} and "remove" {kind: [ids]}
/// (kinds as in store/object_kinds.h). Errors: InvalidInput with the key path.
[[nodiscard]] Result<std::vector<store::Edit>> editsOfPartialPolicy(
    const Json& part, const model::Draft& draft);

}
