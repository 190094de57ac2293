// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "mine/adjacency.h"
#include "mine/evidence_json.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ow::mine {

/// Lift and corrected p of the evidence that a pair's class stands on.
struct Headline {
    double lift = 0;
    double q = 1;
};
inline Headline headline(const MinedPair& pair)
{
    const bool views
        = pair.edgeClass == stats::EdgeClass::Substitute || pair.edgeClass == stats::EdgeClass::CoViewed;
    const TableEvidence& table = views && pair.view ? *pair.view : pair.buy;
    const TableEvidence& test
        = pair.edgeClass == stats::EdgeClass::Substitute && pair.choice ? *pair.choice : table;
    return { table.adjustedLift.value_or(0), test.q.value_or(1) };
}

/// The pairs worth keeping, strongest first: edges, and what is for a person to decide; of these only such as
/// are among the `perProduct` strongest of one of their two products. Of the gift shop's 300,000 significant
/// pairs nobody reads more. Pointers into `evidence`.
std::vector<const MinedPair*> suggestions(const AdjacencyEvidence& evidence, std::size_t perProduct);

/// Hands the suggestions to a project's writer (store/bulk_writer.h; a template because this room stands
/// beside the store, as mine/load.h). `Edge` is store::MinedEdge. Commit with the kind "mined" afterwards.
/// Returns how many. Errors: the writer's.
template <typename Edge, typename Writer>
[[nodiscard]] Result<std::int64_t> saveSuggestions(
    Writer& writer, const AdjacencyEvidence& evidence, std::size_t perProduct)
{
    std::int64_t saved = 0;
    for (const MinedPair* suggestion : suggestions(evidence, perProduct)) {
        const MinedPair& pair = *suggestion;
        const Headline h = headline(pair);
        Edge edge;
        edge.a = "sku:" + evidence.names[pair.a];
        edge.b = "sku:" + evidence.names[pair.b];
        edge.evidence = evidenceJson(pair);
        edge.edgeClass = std::string(stats::edgeClassName(pair.edgeClass));
        edge.weight = pair.weight;
        edge.lift = h.lift;
        edge.q = h.q;
        if (auto added = writer.add(edge); !added)
            return fail(std::move(added.error()));
        ++saved;
    }
    return saved;
}

}
