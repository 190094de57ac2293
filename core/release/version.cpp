// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/diff.h"
#include "store/command.h"
#include "store/object_kinds.h"

namespace ow::release {

Version versionOf(const model::Policy& policy)
{
    model::Draft draft;
    draft.policy = policy;
    for (const model::Edge& edge : policy.adjacency)
        draft.edges[model::edgeId(edge)] = { edge, {} };
    Version out;
    out.isPack = true;
    // What we wrote ourselves is JSON.
    out.objects = store::objectSet(store::editsFor(draft)).value();
    return out;
}

Version versionOf(const model::Pack& pack)
{
    Version out = versionOf(static_cast<const model::Policy&>(pack));
    out.products = pack.products;
    return out;
}

}
