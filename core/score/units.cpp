// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/units.h"

#include <algorithm>
#include <tuple>

namespace ow::score {

Design holdoutDesign(const model::Policy& policy)
{
    Design design;
    design.control = { "holdout" };
    if (policy.holdout) {
        design.unit = policy.holdout->unit;
        design.treatmentShare = 1.0 - double(policy.holdout->shareBp) / 10'000.0;
    }
    return design;
}

Design designOf(const model::Policy& policy, const std::string& offer)
{
    for (const model::Experiment& experiment : policy.experiments) {
        Design design;
        std::int64_t withheld = 0;
        for (const model::Arm& arm : experiment.arms) {
            if (!arm.withhold)
                continue;
            design.control.push_back(arm.id);
            withheld += arm.shareBp;
        }
        if (experiment.offer != offer || design.control.empty())
            continue;
        design.experiment = experiment.id;
        design.unit = experiment.unit;
        design.treatmentShare = 1.0 - double(withheld) / 10'000.0;
        return design;
    }
    return holdoutDesign(policy);
}

namespace {

// Walks one customer's opportunities (a sorted run) and turns them into units.
class UnitFinder {
public:
    UnitFinder(const Study& study, const Design& design, NameId offer)
        : m_study(study)
        , m_offer(offer)
        , m_byIntent(design.unit == model::Unit::Intent)
        , m_experiment(study.log.names.find(design.experiment))
        , m_anyOfferFirst(design.experiment.empty())
    {
        for (const std::string& arm : design.control)
            m_control.push_back(study.log.names.find(arm));
        m_marginWindow = m_byIntent ? study.windows.marginOfIntent : study.windows.margin;
    }

    Population find()
    {
        const auto& all = m_study.opportunities;
        std::size_t line = 0;
        for (std::size_t begin = 0; begin < all.size();) {
            std::size_t end = begin;
            while (end < all.size() && all[end].customer == all[begin].customer)
                ++end;
            while (line < m_study.lines.size() && m_study.lines[line].customer < all[begin].customer)
                ++line;
            collect(begin, end);
            for (Draft& draft : m_drafts)
                finish(draft, line);
            begin = end;
        }
        return std::move(m_result);
    }

private:
    struct Draft {
        Unit unit;
        bool treated = false;
        bool withheld = false;
        bool concerns = false; ///< the offer is among the first ones
        std::vector<const Opportunity*> first; ///< those at t0
    };

    // For the holdout everybody who is not in it is treatment as assigned, whatever experiments did with them
    // later.
    bool isControl(const Opportunity& o) const
    {
        return o.experiment == m_experiment
            && std::find(m_control.begin(), m_control.end(), o.arm) != m_control.end();
    }

    void collect(std::size_t begin, std::size_t end)
    {
        m_drafts.clear();
        for (std::size_t i = begin; i < end; ++i) {
            const Opportunity& o = m_study.opportunities[i];
            const bool ours = m_offer == noName || o.offer == m_offer;
            if (!m_anyOfferFirst && (o.experiment != m_experiment || !ours))
                continue;
            const NameId key = m_byIntent ? o.intent : noName;
            auto found = std::find_if(
                m_drafts.begin(), m_drafts.end(), [&](auto& d) { return d.unit.intent == key; });
            if (found == m_drafts.end()) {
                found = m_drafts.insert(m_drafts.end(), Draft {});
                found->unit.customer = o.customer;
                found->unit.intent = key;
                found->unit.t0 = o.at;
                found->unit.placement = o.placement;
            }
            (isControl(o) ? found->withheld : found->treated) = true;
            found->unit.opportunities += ours ? 1 : 0;
            if (o.at == found->unit.t0) {
                found->concerns |= ours;
                if (ours)
                    found->first.push_back(&o);
            }
        }
    }

    void finish(Draft& draft, std::size_t line)
    {
        if (!draft.concerns)
            return;
        if (draft.treated && draft.withheld) {
            ++m_result.crossed;
            return;
        }
        Unit& unit = draft.unit;
        unit.treated = draft.treated;
        const auto& lines = m_study.lines;
        for (; line < lines.size() && lines[line].customer == unit.customer; ++line)
            if (lines[line].at >= unit.t0)
                addLine(draft, lines[line]);
        m_result.units.push_back(unit);
    }

    void addLine(Draft& draft, const Purchase& line)
    {
        Unit& unit = draft.unit;
        for (const Opportunity* o : draft.first)
            if (line.kept() && line.at < o->at + o->window && m_study.items.holds(o->offer, line.sku))
                unit.attached = true;
        const bool soon = line.at < unit.t0 + m_study.windows.core;
        const bool sameIntent = unit.intent != noName && line.order == unit.intent;
        if ((soon || sameIntent) && !m_study.items.isOffered(line.sku))
            unit.coreOrder = true;
        if (line.at >= unit.t0 + m_marginWindow)
            return;
        unit.margin += line.costKnown ? line.contribution : 0.0;
        unit.costUnknown |= !line.costKnown;
        unit.open |= line.open;
        unit.soldQty += double(line.qty);
        unit.returnedQty += double(line.returnedQty);
    }

    const Study& m_study;
    NameId m_offer;
    bool m_byIntent;
    NameId m_experiment;
    bool m_anyOfferFirst;
    Duration m_marginWindow;
    std::vector<NameId> m_control;
    std::vector<Draft> m_drafts;
    Population m_result;
};

}

Population findUnits(const Study& study, const Design& design, NameId offer)
{
    return UnitFinder(study, design, offer).find();
}

}
