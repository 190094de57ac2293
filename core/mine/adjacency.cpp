// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/adjacency.h"

#include "base/parallel.h"
#include "mine/listed_pairs.h"
#include "mine/pairs.h"
#include "mine/sequences.h"
#include "mine/strata.h"
#include "mine/tested_pairs.h"
#include "stats/adjacency.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <limits>

namespace ow::mine {
namespace {

constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();

using StrataCounts = std::array<std::uint32_t, strataCount>;

std::int64_t supportFor(std::int64_t asked, std::size_t baskets)
{
    return asked != 0 ? asked : std::max<std::int64_t>(5, std::int64_t(baskets / 1000));
}

/// Products of two sources under one numbering. Both lists ascend, so both maps do: a < b stays so.
struct Naming {
    std::vector<std::string> names;
    std::vector<std::uint32_t> fromBuys, fromViews; ///< source index -> joint index

    Naming(const std::vector<std::string>& buys, const std::vector<std::string>& views)
    {
        names.reserve(buys.size() + views.size());
        std::set_union(buys.begin(), buys.end(), views.begin(), views.end(), std::back_inserter(names));
        fromBuys = map(buys);
        fromViews = map(views);
    }

    std::vector<std::uint32_t> map(const std::vector<std::string>& source) const
    {
        std::vector<std::uint32_t> to;
        std::size_t at = 0;
        for (const std::string& name : source) {
            while (names[at] != name)
                ++at;
            to.push_back(std::uint32_t(at));
        }
        return to;
    }
};

std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& map, std::size_t size)
{
    std::vector<std::uint32_t> out(size, absent);
    for (std::uint32_t i = 0; i < map.size(); ++i)
        out[map[i]] = i;
    return out;
}

/// One kind of evidence before it is judged: margins, and the candidates' counts where both products occur.
struct Family {
    StrataMargins margins;
    std::vector<std::uint32_t> own; ///< joint index -> index in the source
    std::vector<ItemPair> pairs; ///< candidates both of whose products occur here, source indices
    std::vector<std::size_t> candidate; ///< which candidate each of them is
    std::vector<StrataCounts> counts;
};

std::vector<ItemPair> jointPairs(const std::vector<PairCount>& counted, const std::vector<std::uint32_t>& map)
{
    std::vector<ItemPair> out;
    out.reserve(counted.size());
    for (const PairCount& p : counted)
        out.push_back({ map[p.a], map[p.b] });
    return out;
}

/// Counts for every candidate: those already counted are looked up, the others counted now.
Result<Family> gather(const Baskets& baskets, const std::vector<PairCount>& counted,
    const std::vector<std::uint32_t>& map, std::span<const ItemPair> candidates, std::size_t names,
    const MineOptions& options, const Progress& progress)
{
    Family f;
    f.margins = strataMargins(baskets);
    f.own = inverse(map, names);
    std::vector<ItemPair> missing;
    std::vector<std::size_t> missingAt;
    auto next = counted.begin();
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        const ItemPair p { f.own[candidates[c].a], f.own[candidates[c].b] };
        if (p.a == absent || p.b == absent)
            continue;
        while (next != counted.end() && ItemPair { next->a, next->b } < p)
            ++next;
        f.pairs.push_back(p);
        f.candidate.push_back(c);
        if (next != counted.end() && ItemPair { next->a, next->b } == p) {
            f.counts.push_back(next->strata);
        } else {
            missing.push_back(p);
            missingAt.push_back(f.counts.size());
            f.counts.emplace_back();
        }
    }
    if (!missing.empty()) {
        auto counts = countListed(baskets, missing, options.threads, progress);
        if (!counts)
            return fail(std::move(counts.error()));
        for (std::size_t i = 0; i < missing.size(); ++i)
            f.counts[missingAt[i]] = (*counts)[i];
    }
    return f;
}

/// The evidence of one table: the size-adjusted test of its strata, and what the strata say together.
stats::Evidence judge(std::span<const stats::Stratum> strata, stats::PairCounts& total)
{
    total = {};
    std::vector<stats::Stratum> informative;
    for (const stats::Stratum& s : strata) {
        total.nAb += s.counts.nAb;
        total.nA += s.counts.nA;
        total.nB += s.counts.nB;
        total.n += s.counts.n;
        if (s.counts.nA > 0 && s.counts.nB > 0)
            informative.push_back(s);
    }
    const stats::AdjacencyStratified test = stats::adjacencyStratified({ informative });
    stats::Evidence e;
    static_cast<stats::Outcome&>(e) = test;
    e.expected = test.expected;
    e.lift = test.adjustedLift;
    e.pGreater = test.pGreater;
    e.pLess = test.pLess;
    return e;
}

std::array<stats::Stratum, strataCount> tableOf(const Family& f, std::size_t i)
{
    std::array<stats::Stratum, strataCount> strata;
    for (std::size_t s = 0; s < strataCount; ++s) {
        if (f.margins.baskets[s] == 0)
            continue;
        strata[s].counts = { f.counts[i][s], f.margins.count(f.pairs[i].a, s),
            f.margins.count(f.pairs[i].b, s), f.margins.baskets[s] };
        strata[s].size = f.margins.meanSize[s];
    }
    return strata;
}

std::array<stats::Stratum, strataCount> tableOf(const ChoiceCounts& c)
{
    std::array<stats::Stratum, strataCount> strata;
    for (std::size_t s = 0; s < strataCount; ++s) {
        const ChoiceCounts::Cell& cell = c.strata[s];
        if (cell.sessions == 0)
            continue;
        strata[s].counts = { cell.boughtBoth, cell.boughtA, cell.boughtB, cell.sessions };
        strata[s].size = double(cell.items) / cell.sessions;
    }
    return strata;
}

/// Descriptive numbers of a whole table.
void describe(MinedPair& pair, stats::Evidence& evidence)
{
    const stats::Adjacency plain = stats::adjacency(pair.buy.counts);
    pair.support = plain.support;
    pair.confidenceAb = plain.confidenceAb;
    pair.confidenceBa = plain.confidenceBa;
    pair.lift = plain.lift;
    pair.g2 = plain.g2;
    pair.g2P = plain.g2P;
    pair.npmi = evidence.npmi = plain.npmi;
    pair.yuleQ = evidence.yuleQ = plain.yuleQ;
}

/// The whole run: what is known of each candidate so far, and how far it is.
class Miner {
public:
    Miner(const MineInput& input, const MineOptions& options, const Progress& progress)
        : m_in(input)
        , m_options(options)
        , m_progress(progress)
        , m_naming(
              input.buys->names, input.sessions ? input.sessions->viewed.names : std::vector<std::string> {})
    {
    }

    Result<AdjacencyEvidence> run();

private:
    /// Steps are of very different length; each is one unit of progress.
    Progress step()
    {
        ++m_step;
        if (!m_progress)
            return {};
        return [this, at = m_step](std::int64_t done, std::int64_t total) {
            constexpr std::int64_t parts = 1000, steps = 6;
            return m_progress((at - 1) * parts + (total > 0 ? done * parts / total : 0), steps * parts);
        };
    }
    Result<void> findCandidates();
    Result<void> judgeFamilies();
    template <typename Work>
    bool inParallel(std::size_t count, const Progress& progress, Work work) const;
    void classify();

    const MineInput& m_in;
    const MineOptions& m_options;
    const Progress& m_progress;
    Naming m_naming;
    int m_step = 0;
    std::vector<PairCount> m_buyCounts, m_viewCounts;
    std::vector<ItemPair> m_candidates;
    std::vector<stats::PairEvidence> m_evidence;
    AdjacencyEvidence m_out;
    std::int64_t m_viewSupport = 0;
};

template <typename Work>
bool Miner::inParallel(std::size_t count, const Progress& progress, Work work) const
{
    std::atomic<std::int64_t> done = 0;
    return forChunks(count, 128, m_options.threads, [&](auto, auto begin, auto end) {
        for (std::size_t i = begin; i < end; ++i)
            work(i);
        done += std::int64_t(end - begin);
        return goOn(progress, done, std::int64_t(count));
    });
}

Result<void> Miner::findCandidates()
{
    m_out.minSupport = supportFor(m_options.minSupport, m_in.buys->size());
    m_viewSupport = supportFor(m_options.minSupport, m_in.sessions ? m_in.sessions->viewed.size() : 0);
    const PairOptions pairs { m_out.minSupport, m_options.threads };
    auto buys = countPairs(*m_in.buys, pairs, step());
    if (!buys)
        return fail(std::move(buys.error()));
    m_buyCounts = std::move(*buys);
    m_candidates = jointPairs(m_buyCounts, m_naming.fromBuys);
    const Progress viewStep = step();
    if (m_in.sessions) {
        const PairOptions viewed { m_viewSupport, m_options.threads };
        auto views = countPairs(m_in.sessions->viewed, viewed, viewStep);
        if (!views)
            return fail(std::move(views.error()));
        m_viewCounts = std::move(*views);
        const std::vector<ItemPair> seen = jointPairs(m_viewCounts, m_naming.fromViews);
        std::vector<ItemPair> both;
        std::set_union(
            m_candidates.begin(), m_candidates.end(), seen.begin(), seen.end(), std::back_inserter(both));
        m_candidates = std::move(both);
    }
    return {};
}

Result<void> Miner::judgeFamilies()
{
    const std::size_t names = m_naming.names.size();
    m_out.pairs.resize(m_candidates.size());
    m_evidence.resize(m_candidates.size());
    for (std::size_t c = 0; c < m_candidates.size(); ++c) {
        m_out.pairs[c].a = m_candidates[c].a;
        m_out.pairs[c].b = m_candidates[c].b;
    }
    const Progress buyStep = step();
    auto buys = gather(*m_in.buys, m_buyCounts, m_naming.fromBuys, m_candidates, names, m_options, {});
    if (!buys)
        return fail(std::move(buys.error()));
    m_out.baskets.assign(names, 0);
    for (std::uint32_t i = 0; i < m_naming.fromBuys.size(); ++i)
        m_out.baskets[m_naming.fromBuys[i]] = buys->margins.count(i);
    for (std::uint32_t n : buys->margins.baskets)
        m_out.basketCount += n;
    bool complete = inParallel(buys->pairs.size(), buyStep, [&](std::size_t i) {
        MinedPair& pair = m_out.pairs[buys->candidate[i]];
        stats::Evidence e = judge(tableOf(*buys, i), pair.buy.counts);
        describe(pair, e);
        pair.buy.expected = e.expected;
        pair.buy.adjustedLift = e.lift;
        pair.buy.p = e.pGreater;
        m_evidence[buys->candidate[i]].buy = std::move(e);
    });
    m_out.testedBuys
        = countTested(buys->margins, m_out.minSupport, m_options.minExpected, buys->pairs, m_options.threads);
    if (!complete)
        return fail(ErrorCode::Cancelled, "mining was stopped");
    const Progress viewStep = step(), choiceStep = step();
    if (!m_in.sessions)
        return {};

    auto views
        = gather(m_in.sessions->viewed, m_viewCounts, m_naming.fromViews, m_candidates, names, m_options, {});
    if (!views)
        return fail(std::move(views.error()));
    for (std::uint32_t n : views->margins.baskets)
        m_out.sessionCount += n;
    m_out.testedViews
        = countTested(views->margins, m_viewSupport, m_options.minExpected, views->pairs, m_options.threads);
    auto choices = countChoices(*m_in.sessions, views->pairs, m_options.threads, choiceStep);
    if (!choices)
        return fail(std::move(choices.error()));
    complete = inParallel(views->pairs.size(), viewStep, [&](std::size_t i) {
        MinedPair& pair = m_out.pairs[views->candidate[i]];
        stats::PairEvidence& evidence = m_evidence[views->candidate[i]];
        pair.view.emplace();
        stats::Evidence view = judge(tableOf(*views, i), pair.view->counts);
        pair.view->expected = view.expected;
        pair.view->adjustedLift = view.lift;
        pair.view->p = view.pGreater;
        evidence.view = std::move(view);
        stats::PairCounts total;
        stats::Evidence choice = judge(tableOf((*choices)[i]), total);
        if (total.n == 0)
            return; // nobody who viewed both bought anything
        choice.yuleQ = stats::adjacency(total).yuleQ;
        pair.choice = TableEvidence { total, choice.expected, choice.lift, choice.pLess, std::nullopt };
        evidence.choice = std::move(choice);
    });
    if (!complete)
        return fail(ErrorCode::Cancelled, "mining was stopped");
    return {};
}

void Miner::classify()
{
    stats::EdgeOptions o;
    o.q = m_options.fdr;
    o.minLift = m_options.minLift;
    o.minExpected = m_options.minExpected;
    o.minExpectedChoice = m_options.minExpectedChoice;
    o.alsoTestedBuys = std::size_t(m_out.testedBuys);
    o.alsoTestedViews = std::size_t(m_out.testedViews);
    const stats::EdgeClasses classes = stats::edgeClasses(m_evidence, o);
    for (std::size_t i = 0; i < m_out.pairs.size(); ++i) {
        MinedPair& pair = m_out.pairs[i];
        const stats::Edge& edge = classes.pairs[i];
        pair.edgeClass = edge.edgeClass;
        pair.weight = edge.weight;
        pair.buy.q = edge.qComplement;
        m_out.testedBuys += edge.qComplement.has_value();
        if (pair.view)
            pair.view->q = edge.qCoview;
        m_out.testedViews += edge.qCoview.has_value();
        if (pair.choice)
            pair.choice->q = edge.qSubstitute;
        m_out.testedChoices += edge.qSubstitute.has_value();
    }
}

/// Complements and substitutes by weight, then the rest by lift; equal ones by name, so that runs can be
/// compared.
void sortByStrength(std::vector<MinedPair>& pairs)
{
    const auto key = [](const MinedPair& p) {
        const double lift
            = std::max(p.buy.adjustedLift.value_or(0), p.view ? p.view->adjustedLift.value_or(0) : 0);
        return std::tuple(-p.weight, -lift, p.a, p.b);
    };
    std::sort(pairs.begin(), pairs.end(), [&](const auto& l, const auto& r) { return key(l) < key(r); });
}

Result<AdjacencyEvidence> Miner::run()
{
    if (auto found = findCandidates(); !found)
        return fail(std::move(found.error()));
    if (auto judged = judgeFamilies(); !judged)
        return fail(std::move(judged.error()));
    classify();
    if (m_in.purchases) {
        Purchases joint = *m_in.purchases;
        for (Purchase& p : joint)
            p.item = m_naming.fromBuys[p.item];
        const auto found = sequences(
            joint, m_candidates, m_naming.names.size(), m_options.sequenceWindow, m_options.threads, step());
        if (!found)
            return fail(found.error());
        for (std::size_t i = 0; i < found->size(); ++i)
            m_out.pairs[i].sequence = (*found)[i];
    }
    sortByStrength(m_out.pairs);
    m_out.names = std::move(m_naming.names);
    return std::move(m_out);
}

}

Result<AdjacencyEvidence> mineAdjacency(
    const MineInput& input, const MineOptions& options, const Progress& progress)
{
    if (!input.buys)
        return fail(ErrorCode::InvalidInput, "mining needs baskets", "buys");
    if (!(options.fdr > 0 && options.fdr < 1))
        return fail(ErrorCode::InvalidInput, "the false discovery rate lies between 0 and 1", "fdr");
    if (options.sequenceWindow < 1)
        return fail(ErrorCode::InvalidInput, "the window is at least 1 day", "sequenceWindow");
    if (input.sessions && input.sessions->viewed.size() != input.sessions->bought.size())
        return fail(ErrorCode::InvalidInput, "views and purchases must be of the same sessions", "sessions");
    if (input.purchases) {
        for (const Purchase& p : *input.purchases) {
            if (p.item >= input.buys->names.size())
                return fail(
                    ErrorCode::InvalidInput, "a purchase names a product that is in no basket", "purchases");
        }
    }
    return Miner(input, options, progress).run();
}

}
