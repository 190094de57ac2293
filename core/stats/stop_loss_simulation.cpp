// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/stop_loss_simulation.h"

#include "base/parallel.h"
#include "base/random.h"
#include "stats/distributions.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <vector>

namespace ow::stats {
namespace {

/// Whole numbers only: their sums do not depend on the order of the threads.
struct Counts {
    std::int64_t keep = 0, killBelow = 0, killGuardrail = 0, notProven = 0, review = 0, cycles = 0;
};

/// The running experiment of one replication: what its looks would show.
class Experiment {
public:
    Experiment(const StopLossConfig& config, const StopLossWorld& world, Philox random)
        : m_config(config)
        , m_world(world)
        , m_random(random)
        , m_guardrails(config.guardrails.size(), 0.0)
    {
    }

    Look next()
    {
        const double a = m_random.normal(), b = m_random.normal(), r = m_world.correlation;
        m_lift += a;
        m_margin += r * a + std::sqrt(1 - r * r) * b;
        ++m_cycle;
        Look look;
        look.cycle = m_cycle;
        look.unitsT = look.unitsC = m_world.unitsPerArm * m_cycle;
        look.lift = metric(m_lift, m_world.lift, m_world.sdLift);
        look.margin = metric(m_margin, m_world.margin, m_world.sdMargin);
        for (std::size_t g = 0; g < m_guardrails.size(); ++g) {
            m_guardrails[g] += m_random.normal();
            const StopLossGuardrail& guardrail = m_config.guardrails[g];
            LookMetric m = metric(m_guardrails[g], m_world.guardrail, m_world.sdGuardrail);
            if (!guardrail.higherIsBetter)
                m.estimate = -m.estimate;
            look.guardrails[guardrail.id] = m;
        }
        return look;
    }

private:
    /// The mean of m_cycle increments with se sd·√(2/units) each.
    LookMetric metric(double sum, double effect, double sd) const
    {
        const double increment = sd * std::sqrt(2.0 / double(m_world.unitsPerArm));
        return { effect + increment * sum / m_cycle, increment / std::sqrt(double(m_cycle)) };
    }

    const StopLossConfig& m_config;
    const StopLossWorld& m_world;
    Philox m_random;
    std::vector<double> m_guardrails;
    double m_lift = 0, m_margin = 0;
    int m_cycle = 0;
};

LookVerdict pointAtTwo(const StopLossConfig& config, const Look& look)
{
    LookVerdict v;
    if (look.cycle < 2)
        return v;
    const bool cleared
        = look.lift->estimate > config.lift.threshold && look.margin->estimate > config.margin.threshold;
    v.state = cleared ? StopLossState::Keep : StopLossState::Kill;
    v.reason = cleared ? "proven" : "lift_below";
    return v;
}

LookVerdict weeklyZ(const StopLossConfig& config, const Look& look)
{
    const double c = normalUpperQuantile(0.05);
    const double lift = (look.lift->estimate - config.lift.threshold) / look.lift->se;
    const double margin = (look.margin->estimate - config.margin.threshold) / look.margin->se;
    LookVerdict v;
    if (lift > c && margin > c) {
        v.state = StopLossState::Keep;
        v.reason = "proven";
    } else if (lift < -c || margin < -c) {
        v.state = StopLossState::Kill;
        v.reason = "lift_below";
    } else if (look.cycle >= config.maxCycles) {
        v.state = StopLossState::Kill;
        v.reason = "not_proven";
    }
    return v;
}

void count(const LookVerdict& v, int cycle, Counts& counts)
{
    counts.cycles += cycle;
    if (v.state == StopLossState::Keep)
        ++counts.keep;
    else if (v.state == StopLossState::Review)
        ++counts.review;
    else if (v.reason == "not_proven")
        ++counts.notProven;
    else if (v.reason.starts_with("guardrail:"))
        ++counts.killGuardrail;
    else if (v.state == StopLossState::Kill)
        ++counts.killBelow;
}

}

Result<StopLossRates> simulateStopLoss(StopRule rule, const StopLossConfig& config,
    const StopLossWorld& world, std::int64_t replications, std::uint64_t seed, unsigned threads,
    const Progress& progress)
{
    const auto cache = std::make_shared<SpendingCache>();
    if (const auto problem = StopLoss(config, cache).problem(); !problem.empty())
        return fail(
            ErrorCode::InvalidInput, "this stop-loss rule cannot be: " + std::string(problem), "config");
    if (replications < 1 || world.unitsPerArm < 1)
        return fail(ErrorCode::InvalidInput, "a simulation needs replications and units", "replications");
    constexpr std::size_t perChunk = 500;
    std::vector<Counts> parts((std::size_t(replications) + perChunk - 1) / perChunk);
    std::atomic<std::int64_t> done = 0;
    const bool complete
        = forChunks(std::size_t(replications), perChunk, threads, [&](auto chunk, auto begin, auto end) {
              for (std::size_t i = begin; i < end; ++i) {
                  Experiment experiment(config, world, Philox(seed, i));
                  StopLoss machine(config, cache);
                  LookVerdict v;
                  int cycle = 0;
                  while (cycle < config.maxCycles && v.state == StopLossState::Continue) {
                      const Look look = experiment.next();
                      cycle = look.cycle;
                      v = rule == StopRule::StopLoss     ? machine.look(look)
                          : rule == StopRule::PointAtTwo ? pointAtTwo(config, look)
                                                         : weeklyZ(config, look);
                  }
                  count(v, cycle, parts[chunk]);
              }
              done += std::int64_t(end - begin);
              return goOn(progress, done, replications);
          });
    if (!complete)
        return fail(ErrorCode::Cancelled, "the simulation was stopped");
    StopLossRates rates;
    rates.replications = replications;
    const double n = double(replications);
    for (const Counts& c : parts) {
        rates.keep += double(c.keep) / n;
        rates.killBelow += double(c.killBelow) / n;
        rates.killGuardrail += double(c.killGuardrail) / n;
        rates.notProven += double(c.notProven) / n;
        rates.review += double(c.review) / n;
        rates.meanCycles += double(c.cycles) / n;
    }
    return rates;
}

}
