// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ingest/event_id.h"
#include "ingest/presets.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

// A log of offers that were shown, or in the holdout would have been, with what came of them. The natural key
// is (customer, offer, placement, at, arm, experiment): a row that repeats it is a duplicate, in a file as in the
// project (store/known_rows.h), and the first holds.

namespace ow::ingest {

namespace {

const Names& customerNames = usual::customers();
const Names offerNames { "offer", "offer_id", "offer_name", "campaign", "campaign_id", "campaign_name",
    "promotion", "promotion_id", "recommendation", "recommendation_id", "treatment_id", "creative_id",
    "angebot", "angebot_id", "kampagne", "aktion_id", "offre", "campagne", "oferta", "campaña", "offerta",
    "campagna", "aanbod", "aanbieding" };
const Names shownNames { "shown_at", "exposed_at", "displayed_at", "impression_time", "impression_at",
    "sent_at", "shown", "gezeigt_am", "gezeigt", "affiché le", "mostrado", "mostrato", "getoond" };

std::size_t timeOf(const Columns& c)
{
    const std::size_t at = c.find({ "at" });
    if (at != Columns::none)
        return at;
    const std::size_t shown = c.find(shownNames);
    return shown != Columns::none ? shown : c.find(usual::times());
}
constexpr std::array<const char*, 4> outcomes { "clicked_at", "accepted_at", "declined_at", "returned_at" };
const std::array<Names, 4> outcomeNames { { { "clicked_at", "click_time", "click_at", "clicked", "click",
                                                "is_clicked", "is_click", "geklickt", "geklickt_am" },
    { "accepted_at", "accepted", "converted_at", "conversion_time", "converted", "conversion", "purchased_at",
        "purchased", "is_converted", "is_conversion", "is_purchased", "is_accepted", "bought", "redeemed_at",
        "redeemed", "gekauft", "gekauft_am" },
    { "declined_at", "declined", "dismissed_at", "dismissed", "is_declined", "is_dismissed", "abgelehnt" },
    { "returned_at", "returned", "is_returned", "refunded_at", "refunded" } } };

/// Words of a column that says in one what came of an exposure; the place of the outcome, or none.
std::optional<std::size_t> outcomeOf(std::string_view word)
{
    constexpr std::array<std::pair<std::string_view, std::size_t>, 13> words { { { "clicked", 0 },
        { "click", 0 }, { "accepted", 1 }, { "accept", 1 }, { "converted", 1 }, { "conversion", 1 },
        { "purchased", 1 }, { "purchase", 1 }, { "declined", 2 }, { "decline", 2 }, { "dismissed", 2 },
        { "returned", 3 }, { "refunded", 3 } } };
    const std::string plain = plainName(word);
    const auto known = std::ranges::find(words, plain, &std::pair<std::string_view, std::size_t>::first);
    return known == words.end() ? std::nullopt : std::optional(known->second);
}

/// Words for "nothing came of it".
bool isNoOutcome(std::string_view word)
{
    constexpr std::array<std::string_view, 7> words { "none", "no", "shown", "ignored", "impression",
        "viewed", "withheld" };
    const std::string plain = plainName(word);
    return plain.empty() || std::ranges::find(words, plain) != words.end();
}

/// The global holdout, however it is written.
bool isHoldout(std::string_view arm)
{
    const std::string plain = plainName(arm);
    return plain == "holdout" || plain == "holdoutgroup";
}

class Exposures final : public Mapper {
public:
    explicit Exposures(const ImportContext& context)
        : m_times(context.timezone)
        , m_ids(context, "exposures")
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_times.setForms(c.forms());
        m_customer = c.find(customerNames);
        m_offer = c.find(offerNames);
        m_placement = c.find(
            { "placement", "placement_id", "slot", "position", "location", "page_type", "channel", "platz" });
        m_at = timeOf(c);
        m_arm = c.find({ "arm", "variant", "variation", "group", "test_group", "bucket", "treatment", "cell",
            "gruppe", "variante" });
        m_intent = c.find({ "intent", "intent_id" });
        m_experiment = c.find({ "experiment", "experiment_id", "experiment_name", "test", "test_name" });
        m_ids.find(c, { "event_id", "exposure_id" });
        m_withheld = c.find({ "withheld", "is_holdout", "holdout", "is_control", "zurückgehalten" });
        for (std::size_t i = 0; i < outcomes.size(); ++i)
            m_outcomes[i] = c.find(outcomeNames[i]);
        m_outcome = c.find({ "outcome", "result", "response" });
        return requireColumns(
            c, { customerNames, offerNames, m_at == Columns::none ? shownNames : Names { c.name(m_at) } });
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
        x.withheld = isHoldout(x.arm);
        if (x.withheld && x.experiment.empty())
            x.arm = "holdout"; // as scorecards know it
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
            // A column may say whether instead of when: then it was at once.
            if (const auto whether = toBool(text)) {
                if (*whether)
                    *targets[i] = x.at;
                continue;
            }
            *targets[i] = m_times.read(text);
            if (!*targets[i])
                return sink.reject(row, outcomes[i], "is no time");
            if (**targets[i] < x.at)
                return sink.reject(row, outcomes[i], "is before the offer was shown");
        }
        if (const std::string_view word = trim(fieldOf(row, m_outcome)); !isNoOutcome(word)) {
            const auto outcome = outcomeOf(word);
            if (!outcome)
                return sink.reject(row, "outcome", "is none of clicked, accepted, declined, returned, none");
            if (!*targets[*outcome])
                *targets[*outcome] = x.at;
        }
        const std::uint64_t id = m_ids.of(row);
        if (id != 0) {
            countControl(x);
            return sink.exposure(x, id);
        }
        const std::size_t outcome = outcomeSum(x);
        const auto [seen, isNew] = m_seen.try_emplace(x.customer + '\n' + x.offer + '\n' + x.placement + '\n' + x.arm
                + '\n' + x.experiment + '\n' + std::to_string(x.at.ms),
            outcome);
        if (isNew) {
            countControl(x);
            return sink.exposure(x, id);
        }
        m_otherwise += seen->second != outcome;
        sink.duplicate();
        return {};
    }

    std::vector<std::string> notes() const override
    {
        std::vector<std::string> out;
        if (m_otherwise > 0)
            out.push_back(
                fmt::format("{} an exposure that stands in the files before, with other outcomes: the first holds.",
                    m_otherwise == 1 ? "1 row repeats" : grouped(m_otherwise) + " rows repeat"));
        if (m_controls == 1)
            out.push_back(fmt::format("1 exposure of the arm \"{}\" counts as shown; map the column withheld if it "
                                      "was not.",
                m_control));
        else if (m_controls > 1)
            out.push_back(fmt::format("{} exposures of the arm \"{}\" count as shown; map the column withheld if they "
                                      "were not.",
                grouped(m_controls), m_control));
        return out;
    }

private:
    /// What others call control was often not shown: nothing here says so.
    void countControl(const model::LoggedExposure& x)
    {
        if (m_withheld != Columns::none || plainName(x.arm) != "control")
            return;
        if (m_controls++ == 0)
            m_control = x.arm;
    }

    static std::size_t outcomeSum(const model::LoggedExposure& x)
    {
        std::string all = x.intent + (x.withheld ? '-' : '+');
        for (const auto& time : { x.clickedAt, x.acceptedAt, x.declinedAt, x.returnedAt })
            all += time ? '\n' + std::to_string(time->ms) : "\n";
        return std::hash<std::string> {}(all);
    }

    TimeReader m_times;
    EventIdColumn m_ids;
    std::unordered_map<std::string, std::size_t> m_seen; ///< with a sum of what came of it
    std::int64_t m_otherwise = 0;
    std::int64_t m_controls = 0; ///< exposures of an arm of this name, without a column that says withheld
    std::string m_control; ///< as the first one writes it
    std::size_t m_customer = 0;
    std::size_t m_offer = 0;
    std::size_t m_placement = 0;
    std::size_t m_at = 0;
    std::size_t m_arm = 0;
    std::size_t m_intent = 0;
    std::size_t m_experiment = 0;
    std::size_t m_withheld = 0;
    std::array<std::size_t, 4> m_outcomes {};
    std::size_t m_outcome = 0;
};

}

bool fitsExposures(const Columns& c)
{
    // Logs of events and orders name campaigns too.
    const bool said = c.find({ "offer", "offer_id", "offer_name" }) != Columns::none;
    const bool isOfEvents = c.find(usual::skus()) != Columns::none || c.find(usual::types()) != Columns::none;
    return c.find(customerNames) != Columns::none && c.find(offerNames) != Columns::none
        && timeOf(c) != Columns::none && (said || !isOfEvents);
}

std::unique_ptr<Mapper> makeExposures(const ImportContext& context)
{
    return std::make_unique<Exposures>(context);
}

}
