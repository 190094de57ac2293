// SPDX-License-Identifier: Apache-2.0
#include "decide/conjuncts.h"
#include "decide/pack_builder.h"

#include <fmt/format.h>

// Facts, stages, motivations, the matrix, channels and placements.

namespace ow::decide {

using expr::Kind;
using expr::Place;

void PackBuilder::buildFacts()
{
    m_out->facts.resize(m_out->pack.facts.size());
    for (std::size_t i = 0; i < m_out->pack.facts.size(); ++i)
        buildFact(i);
}

void PackBuilder::buildFact(std::size_t i)
{
    const model::Fact& fact = m_out->pack.facts[i];
    CompiledFact& out = m_out->facts[i];
    const std::string path = fmt::format("facts[{}]", i);
    out.zero = expr::Value::zero(m_out->names.factType(i).kind);
    m_sureFacts.push_back(!fact.expr
        || hasSureType(*fact.expr, m_out->names.at(Place::FactExpression, i), m_out->nameSlots, m_sureFacts));
    if (fact.expr)
        out.expression = program(*fact.expr, m_out->names.at(Place::FactExpression, i), {}, path + ".expr");
    else
        buildAggregate(i, out, path);
}

void PackBuilder::buildAggregate(std::size_t i, CompiledFact& out, const std::string& path)
{
    using model::Aggregate;
    const model::Fact& fact = m_out->pack.facts[i];
    const expr::Vocabulary names = m_out->names.at(Place::FactEvent, i);
    out.aggregate = fact.aggregate;
    out.window = fact.window.ms;
    constexpr std::int64_t longAgo = 9007199254740991;
    out.otherwise = fact.otherwise.value_or(fact.aggregate == Aggregate::Age ? longAgo : 0);
    for (const std::string& type : fact.types)
        out.types.push_back(eventType(type));
    out.where = condition(fact.where, names, path + ".where");
    const bool ofText = fact.aggregate == Aggregate::Distinct;
    const bool ofNumber = fact.aggregate == Aggregate::Sum || fact.aggregate == Aggregate::Min
        || fact.aggregate == Aggregate::Max;
    if (ofText || ofNumber)
        out.of = program(fact.of, names, ofText ? Kind::String : Kind::Int, path + ".of");
}

void PackBuilder::buildNeeds()
{
    CompiledPack& p = *m_out;
    const auto conditions = [&](const std::vector<model::Condition>& list, const char* key,
                                std::vector<Condition>& out, CompiledPack::Names& ids) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            ids.emplace(list[i].id, Index(i));
            out.push_back(condition(list[i].when, Place::Condition, fmt::format("{}[{}].when", key, i)));
        }
    };
    conditions(p.pack.stages, "stages", p.stages, m_stages);
    conditions(p.pack.motivations, "motivations", p.motivations, m_motivations);

    const std::size_t columns = p.pack.motivations.size() + 1;
    p.cellOf.assign((p.pack.stages.size() + 1) * columns, none);
    p.cells.resize(p.pack.matrix.size());
    for (std::size_t i = 0; i < p.pack.matrix.size(); ++i) {
        const model::Cell& cell = p.pack.matrix[i];
        const Index stage = reference(m_stages, cell.stage, "stage", fmt::format("matrix[{}].stage", i));
        const Index motivation = reference(
            m_motivations, cell.motivation, "motivation", fmt::format("matrix[{}].motivation", i));
        for (std::size_t k = 0; k < cell.offers.size(); ++k) {
            const Index offer = reference(
                p.m_offers, cell.offers[k].offer, "offer", fmt::format("matrix[{}].offers[{}].offer", i, k));
            p.cells[i].emplace_back(offer, cell.offers[k].fit);
        }
        if (stage != none && motivation != none)
            p.cellOf[(stage + 1) * columns + motivation + 1] = Index(i);
    }
}

void PackBuilder::buildPlacements()
{
    CompiledPack& p = *m_out;
    for (std::size_t i = 0; i < p.pack.channels.size(); ++i) {
        m_channels.emplace(p.pack.channels[i].id, Index(i));
        p.consents.push_back(
            condition(p.pack.channels[i].consent, Place::Consent, fmt::format("channels[{}].consent", i)));
    }
    for (std::size_t i = 0; i < p.pack.placements.size(); ++i) {
        const model::Placement& placement = p.pack.placements[i];
        p.m_placements.emplace(placement.id, Index(i));
        p.placementChannels.push_back(
            reference(m_channels, placement.channel, "channel", fmt::format("placements[{}].channel", i)));
    }
}

}
