// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/command.h"

#include "base/json.h"
#include "model/pack_json.h"
#include "store/draft_objects.h"
#include "store/object_kinds.h"

namespace ow::store {

namespace {

Edit edit(std::string_view kind, std::string id, const Json& body)
{
    return { { std::string(kind), std::move(id) }, canonicalJson(body), std::nullopt };
}

}

Edit put(const model::Offer& offer) { return edit(kind::offer, offer.id, model::writeOffer(offer)); }

Edit put(const model::Cell& cell, const std::vector<model::CellEvidence>& evidence)
{
    return edit(kind::cell, cellId(cell.stage, cell.motivation), writeCellObject(cell, evidence));
}

Edit put(const model::Edge& edge, const model::EdgeDecision& decision)
{
    return edit(kind::edge, model::edgeId(edge), writeEdgeObject(edge, decision));
}

Edit put(const model::Fact& fact) { return edit(kind::fact, fact.id, model::writeFact(fact)); }
Edit put(const model::Channel& channel)
{
    return edit(kind::channel, channel.id, model::writeChannel(channel));
}
Edit put(const model::Placement& p) { return edit(kind::placement, p.id, model::writePlacement(p)); }
Edit put(const model::Suppression& rule)
{
    return edit(kind::suppression, rule.id, model::writeSuppression(rule));
}
Edit put(const model::Cap& cap) { return edit(kind::cap, cap.id, model::writeCap(cap)); }
Edit put(const model::Cooldown& c) { return edit(kind::cooldown, c.id, model::writeCooldown(c)); }
Edit put(const model::SequenceRule& rule)
{
    return edit(kind::sequence, rule.id, model::writeSequenceRule(rule));
}
Edit put(const model::ExclusiveGroup& g)
{
    return edit(kind::exclusive, g.id, model::writeExclusiveGroup(g));
}
Edit put(const model::Experiment& e) { return edit(kind::experiment, e.id, model::writeExperiment(e)); }
Edit put(const model::Guarantee& g) { return edit(kind::guarantee, g.id, model::writeGuarantee(g)); }
Edit put(const model::Learning& learning)
{
    return edit(kind::learning, learning.id, writeLearning(learning));
}

Edit putTitle(const std::string& id, const std::string& title)
{
    return title.empty() ? remove(std::string(kind::title), id)
                         : edit(kind::title, id, { { "title", title } });
}

Edit putStage(const model::Condition& stage, const std::string& title)
{
    return edit(kind::stage, stage.id, writeTitled(stage, title));
}

Edit putMotivation(const model::Condition& motivation, const std::string& title)
{
    return edit(kind::motivation, motivation.id, writeTitled(motivation, title));
}

Edit putCustomerAttribute(const model::Attribute& a)
{
    return edit(kind::customerAttribute, a.name, model::writeAttribute(a));
}

Edit putContextAttribute(const model::Attribute& a)
{
    return edit(kind::contextAttribute, a.name, model::writeAttribute(a));
}

Edit putSettings(const model::Policy& policy)
{
    return edit(kind::settings, std::string(kind::settings), writeSettings(policy));
}

Edit remove(std::string kind, std::string id)
{
    return { { std::move(kind), std::move(id) }, std::nullopt, std::nullopt };
}

std::string cellId(const std::string& stage, const std::string& motivation)
{
    return stage + '|' + motivation;
}

namespace {

class Collector {
public:
    void add(Edit edit)
    {
        // Numbered through: positions order objects among their kind, and kinds come one after the other.
        edit.position = double(m_edits.size() + 1);
        m_edits.push_back(std::move(edit));
    }
    template <typename T>
    void each(const std::vector<T>& list)
    {
        for (const T& value : list)
            add(put(value));
    }
    std::vector<Edit> take() { return std::move(m_edits); }

private:
    std::vector<Edit> m_edits;
};

bool hasCondition(const model::Policy& policy, const std::string& id)
{
    const auto has = [&](const std::vector<model::Condition>& list) {
        return std::ranges::find(list, id, &model::Condition::id) != list.end();
    };
    return has(policy.stages) || has(policy.motivations);
}

}

std::vector<Edit> editsFor(const model::Draft& draft)
{
    const model::Policy& p = draft.policy;
    const auto titleOf = [&](const std::string& id) {
        const auto it = draft.titles.find(id);
        return it == draft.titles.end() ? std::string {} : it->second;
    };
    Collector out;
    out.add(putSettings(p));
    for (const model::Attribute& a : p.customerAttributes)
        out.add(putCustomerAttribute(a));
    for (const model::Attribute& a : p.contextAttributes)
        out.add(putContextAttribute(a));
    out.each(p.facts);
    for (const model::Condition& c : p.stages)
        out.add(putStage(c, titleOf(c.id)));
    for (const model::Condition& c : p.motivations)
        out.add(putMotivation(c, titleOf(c.id)));
    for (const model::Cell& cell : p.matrix) {
        const auto evidence = draft.evidence.find({ cell.stage, cell.motivation });
        out.add(put(
            cell, evidence == draft.evidence.end() ? std::vector<model::CellEvidence> {} : evidence->second));
    }
    out.each(p.channels);
    out.each(p.placements);
    out.each(p.offers);
    for (const auto& [id, edge] : draft.edges)
        out.add(put(edge.first, edge.second));
    out.each(p.suppress);
    out.each(p.caps);
    out.each(p.cooldowns);
    out.each(p.sequence);
    out.each(p.exclusive);
    out.each(p.experiments);
    out.each(p.guarantees);
    out.each(draft.learnings);
    for (const auto& [id, title] : draft.titles)
        if (!hasCondition(p, id))
            out.add(putTitle(id, title));
    return out.take();
}

}
