// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/compile.h"

#include "base/json.h"
#include "base/sha256.h"
#include "decide/validate.h"
#include "model/pack_json.h"

namespace ow::release {

Result<model::Pack> compile(
    const model::Draft& draft, const model::Catalogue& catalogue, std::string version, Timestamp releasedAt)
{
    if (version.empty())
        return fail(
            ErrorCode::InvalidInput, "A release needs a version: say one, such as \"12\".", "version");
    model::Pack pack;
    static_cast<model::Policy&>(pack) = draft.policy;
    pack.version = std::move(version);
    pack.releasedAt = releasedAt;
    pack.products = catalogue.products; // sorted already
    // Reading our own writing finds what a hand-made draft may hold and a pack must not: doubled ids, ranges,
    // formats.
    auto read = model::readPack(model::writePack(pack));
    if (!read)
        return fail(read.error());
    // … and validating it, what no engine could run: references that lead nowhere, expressions that do not
    // check.
    const auto problems = decide::validate(pack);
    if (!problems.empty())
        return fail(problems.front());
    return pack;
}

ReleasedPack seal(const model::Pack& pack)
{
    ReleasedPack released;
    released.bytes = canonicalJson(model::writePack(pack));
    released.sha256 = toHex(sha256(released.bytes));
    return released;
}

}
