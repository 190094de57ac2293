// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "sample/generator.h"
#include "sample/programme.h"
#include "sample/shop.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ow::sample {

/// Plays one customer's year as a queue of things that happen: sessions, mails, cases, refills. Each step may
/// add events now and later steps. After play(), take().
class Life {
public:
    Life(const Shop& shop, std::uint64_t seed, std::int64_t index);
    void play();
    SampleCustomer take();

private:
    enum class Step {
        Session,
        OrderMail,
        ProtectorMail,
        PostCase,
        Newsletter,
        Refill,
        TrialEnd,
        Renewal,
        FeatureUse
    };
    struct Planned {
        Step step;
        std::string about; ///< a SKU, family or session; "" = nothing
    };
    struct Line {
        std::string sku;
        std::int64_t qty = 1;
    };
    /// A session while it is played.
    struct Visit {
        std::string id;
        std::string channel;
        Timestamp now;
    };

    // Who it is: attributes, worlds, habits.
    void introduce();
    void planYear();
    Timestamp sessionTime();

    void happen(Timestamp at, const Planned& planned);
    void plan(Timestamp at, Step step, std::string about = {});

    // Sessions.
    void session(Timestamp at, const std::string& aboutFamily);
    void coreVisit(Visit& visit, std::string_view family);
    void accessoryVisit(Visit& visit, std::string_view family);
    void compare(Visit& visit, const model::Product& product);
    void search(Visit& visit, const World& world);
    void view(Visit& visit, const model::Product& product);

    // Orders and what follows them.
    void order(Visit& visit, std::vector<Line> lines);
    bool checkout(Visit& visit, std::vector<Line>& lines, bool& careShown);
    void afterOrder(const Visit& visit, const std::vector<Line>& lines, bool careShown);
    void careFor(const Visit& visit, const model::Product& product, bool careShown);
    void startPlan(Timestamp at, const model::Product& product);
    /// A later order of its own, without a visit's views. False where it would lie behind the year.
    bool buyAlone(Timestamp at, const std::vector<Line>& lines, std::string_view channel, std::size_t row);

    // The programme's moments.
    void offerOnPage(
        Visit& visit, std::string_view family, std::string_view placement, std::vector<Line>* cart);
    void offerBySend(Timestamp at, std::string_view offer, std::string_view placement);
    void newsletter(Timestamp at);
    bool mailable() const;

    model::Event& log(Timestamp at, std::string_view type, std::string_view sku, const Visit& visit);
    bool owns(std::string_view sku) const { return m_owned.count(sku) > 0; }
    bool ownsFamily(std::string_view family) const { return m_ownedFamilies.count(family) > 0; }
    Timestamp within(Timestamp at, double shortestHours, double longestHours);
    std::string newSession();

    const Shop& m_shop;
    Philox m_random;
    std::int64_t m_index;
    SampleCustomer m_out;
    Programme m_programme;
    std::multimap<Timestamp, Planned> m_queue; // equal times keep their order of planning
    std::vector<const World*> m_worlds;
    std::set<std::string, std::less<>> m_owned;
    std::map<std::string, Timestamp, std::less<>> m_ownedFamilies; ///< family -> latest purchase
    std::int64_t m_sessions = 0;
    double m_pace = 1; ///< sessions against the average
    double m_appShare = 0;
    bool m_consentEmail = false;
    bool m_quiet = false;
    std::string m_region;
};

}
