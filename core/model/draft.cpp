// SPDX-License-Identifier: Apache-2.0
#include "model/draft.h"

namespace ow::model {

std::string edgeId(EdgeKind kind, const EdgeEnd& from, const EdgeEnd& to)
{
    const bool swap = kind == EdgeKind::Substitute && to < from;
    const EdgeEnd& a = swap ? to : from;
    const EdgeEnd& b = swap ? from : to;
    return std::string(name(kind)) + '|' + a.text() + '|' + b.text();
}

std::string edgeId(const Edge& edge) { return edgeId(edge.kind, edge.from, edge.to); }

}
