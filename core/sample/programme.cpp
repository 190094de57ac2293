// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/programme.h"

#include "base/sha256.h"
#include "sample/sample.h"

#include <algorithm>

namespace ow::sample {

namespace {

constexpr std::uint64_t waves = 5; // weekly; a customer is asked from its wave's Monday on

/// DECISION.md 4.6: the first 8 bytes, big-endian, of SHA-256(id:salt:unit), mod 10000.
std::int64_t bucket(const std::string& id, const std::string& salt, const std::string& unit)
{
    const auto digest = sha256(id + ':' + salt + ':' + unit);
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < 8; ++i)
        head = head << 8 | digest[i];
    return std::int64_t(head % 10'000);
}

/// What of the draft the programme needs, read once.
struct Rules {
    model::Holdout holdout;
    std::vector<model::Experiment> experiments;
};

const Rules& rules()
{
    static const Rules all = [] {
        const auto policy = sampleDraft().policy;
        return Rules { policy.holdout.value(), policy.experiments };
    }();
    return all;
}

}

Programme::Programme(const std::string& customer, Philox random)
    : m_customer(customer)
    , m_random(random)
    , m_holdout(bucket("holdout", rules().holdout.salt, customer) < rules().holdout.shareBp)
{
    m_enrolled = programmeStart() + days(7 * std::int64_t(m_random.below(waves)));
    for (const auto& experiment : rules().experiments) {
        std::int64_t left = bucket(experiment.id, experiment.salt, customer);
        for (const auto& arm : experiment.arms) {
            if (left < arm.shareBp) {
                m_armOfOffer[experiment.offer] = experiment.id + '|' + arm.id + (arm.withhold ? "|w" : "|s");
                break;
            }
            left -= arm.shareBp;
        }
    }
}

void Programme::addCase(Timestamp from, Timestamp until) { m_cases.emplace_back(from, until); }

bool Programme::caseOpen(Timestamp at) const
{
    return std::any_of(
        m_cases.begin(), m_cases.end(), [&](const auto& c) { return c.first <= at && at < c.second; });
}

bool Programme::mayAsk(Timestamp at, const std::string& offer) const
{
    if (at <= m_enrolled || at >= yearEnd() || caseOpen(at))
        return false;
    const auto memory = m_memory.find(offer);
    if (memory != m_memory.end() && at < memory->second.blockedUntil)
        return false;
    const auto thisWeek = std::count_if(m_rows.begin(), m_rows.end(),
        [&](const auto& row) { return !row.withheld && row.at > at - days(7) && row.at <= at; });
    return thisWeek < 3;
}

void Programme::logArm(model::LoggedExposure& row) const
{
    row.arm = m_holdout ? "holdout" : "treatment";
    row.withheld = m_holdout;
    const auto arm = m_armOfOffer.find(row.offer);
    if (m_holdout || arm == m_armOfOffer.end())
        return;
    const auto first = arm->second.find('|');
    const auto last = arm->second.rfind('|');
    row.experiment = arm->second.substr(0, first);
    row.arm = arm->second.substr(first + 1, last - first - 1);
    row.withheld = arm->second.back() == 'w';
}

std::optional<Programme::Outcome> Programme::ask(
    Timestamp at, std::string_view offer, std::string_view placement, std::string intent)
{
    const std::string id(offer);
    if (!mayAsk(at, id))
        return std::nullopt;
    model::LoggedExposure row;
    row.at = at;
    row.offer = id;
    row.placement = placement;
    row.customer = m_customer;
    row.intent = std::move(intent);
    logArm(row);

    const auto& truth = plantedTruths().offer(offer);
    Outcome outcome;
    outcome.shown = !row.withheld;
    outcome.draw = m_random.uniform(); // one draw decides in every arm: the arms differ by the offer alone
    outcome.attached = outcome.draw < (outcome.shown ? truth.shown : truth.withheld);
    const double mood = m_random.uniform();
    auto& memory = m_memory[id];
    memory.blockedUntil = at + days(3);
    if (outcome.shown && !outcome.attached) {
        if (mood < 0.07)
            row.clickedAt = at + seconds(20);
        if (mood > 0.88) {
            row.declinedAt = at + seconds(35);
            memory.blockedUntil = at + days(30);
        }
    }
    outcome.row = m_rows.size();
    m_rows.push_back(std::move(row));
    return outcome;
}

void Programme::accepted(std::size_t row, Timestamp at)
{
    auto& exposure = m_rows[row];
    if (exposure.withheld)
        return; // bought without being asked
    if (!exposure.clickedAt)
        exposure.clickedAt = exposure.at + seconds(15);
    exposure.acceptedAt = at;
    m_memory[exposure.offer].blockedUntil = at + days(180);
}

}
