// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/presets.h"
#include "ingest/values.h"

#include <array>
#include <string>
#include <unordered_set>

// A log of offers that were shown, or in the holdout would have been, with what came of them. The natural key
// is (customer, offer, placement, at): a row that repeats it is a duplicate.

namespace ow::ingest {

namespace {

const Names customerNames { "customer", "customer_id", "user_id" };
const Names offerNames { "offer", "offer_id" };
const Names timeNames { "at", "timestamp", "time", "shown_at" };
constexpr std::array<const char*, 4> outcomes { "clicked_at", "accepted_at", "declined_at", "returned_at" };

class Exposures final : public Mapper {
public:
    explicit Exposures(const ImportContext& context)
        : m_times(context.timezone)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_times.setOrder(c.forms().dates);
        m_customer = c.find(customerNames);
        m_offer = c.find(offerNames);
        m_placement = c.find({ "placement" });
        m_at = c.find(timeNames);
        m_arm = c.find({ "arm", "variant" });
        m_intent = c.find({ "intent", "intent_id" });
        m_experiment = c.find({ "experiment" });
        m_withheld = c.find({ "withheld" });
        for (std::size_t i = 0; i < outcomes.size(); ++i)
            m_outcomes[i] = c.find({ outcomes[i] });
        return requireColumns(c, { customerNames, offerNames, timeNames });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        model::LoggedExposure x;
        x.customer = trim(fieldOf(row, m_customer));
        x.offer = trim(fieldOf(row, m_offer));
        x.placement = trim(fieldOf(row, m_placement));
        x.intent = trim(fieldOf(row, m_intent));
        x.experiment = trim(fieldOf(row, m_experiment));
        x.arm = trim(fieldOf(row, m_arm));
        if (x.arm.empty())
            x.arm = "treatment";
        if (x.customer.empty() || x.offer.empty())
            return sink.reject(row, x.customer.empty() ? "customer" : "offer", "is empty");
        const auto at = m_times.read(fieldOf(row, m_at));
        if (!at)
            return sink.reject(row, "at", "is no time");
        x.at = *at;
        x.withheld = x.arm == "holdout";
        if (const std::string_view text = trim(fieldOf(row, m_withheld)); !text.empty()) {
            const auto withheld = toBool(text);
            if (!withheld)
                return sink.reject(row, "withheld", "is neither true nor false");
            x.withheld = *withheld;
        }
        const std::array<std::optional<Timestamp>*, 4> targets { &x.clickedAt, &x.acceptedAt, &x.declinedAt,
            &x.returnedAt };
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const std::string_view text = trim(fieldOf(row, m_outcomes[i]));
            if (text.empty())
                continue;
            *targets[i] = m_times.read(text);
            if (!*targets[i])
                return sink.reject(row, outcomes[i], "is no time");
            if (**targets[i] < x.at)
                return sink.reject(row, outcomes[i], "is before the offer was shown");
        }
        if (!m_seen.insert(x.customer + '\n' + x.offer + '\n' + x.placement + '\n' + std::to_string(x.at.ms))
                 .second) {
            sink.duplicate();
            return {};
        }
        return sink.exposure(x);
    }

private:
    TimeReader m_times;
    std::unordered_set<std::string> m_seen;
    std::size_t m_customer = 0;
    std::size_t m_offer = 0;
    std::size_t m_placement = 0;
    std::size_t m_at = 0;
    std::size_t m_arm = 0;
    std::size_t m_intent = 0;
    std::size_t m_experiment = 0;
    std::size_t m_withheld = 0;
    std::array<std::size_t, 4> m_outcomes {};
};

}

bool fitsExposures(const Columns& c)
{
    return c.find(customerNames) != Columns::none && c.find(offerNames) != Columns::none
        && c.find(timeNames) != Columns::none;
}

std::unique_ptr<Mapper> makeExposures(const ImportContext& context)
{
    return std::make_unique<Exposures>(context);
}

}
