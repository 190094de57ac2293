// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/save.h"

namespace ow::mine {

std::vector<const MinedPair*> suggestions(const AdjacencyEvidence& evidence, std::size_t perProduct)
{
    std::vector<const MinedPair*> out;
    std::vector<std::size_t> taken(evidence.names.size(), 0);
    for (const MinedPair& pair : evidence.pairs) { // strongest first
        if (pair.edgeClass == stats::EdgeClass::None || pair.edgeClass == stats::EdgeClass::Insufficient)
            continue;
        if (taken[pair.a] >= perProduct && taken[pair.b] >= perProduct)
            continue;
        ++taken[pair.a];
        ++taken[pair.b];
        out.push_back(&pair);
    }
    return out;
}

}
