// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate/compare.h"

#include <algorithm>
#include <stdexcept>

namespace ow::simulate {

namespace {

/// Where the two first differ; null where they never do.
struct FirstDifference {
    bool differs = false;
    Timestamp at;
    std::string before;
    std::string after;
};

FirstDifference firstDifference(const PersonRow& a, const PersonRow& b)
{
    const auto n = std::min(a.offers.size(), b.offers.size());
    for (std::size_t i = 0; i < n; ++i) {
        const auto& x = a.offers[i];
        const auto& y = b.offers[i];
        if (x == y)
            continue;
        if (x.first == y.first)
            return { true, x.first, x.second, y.second };
        // One of them was silent at the earlier moment.
        return x.first < y.first ? FirstDifference { true, x.first, x.second, {} }
                                 : FirstDifference { true, y.first, {}, y.second };
    }
    if (a.offers.size() > n)
        return { true, a.offers[n].first, a.offers[n].second, {} };
    if (b.offers.size() > n)
        return { true, b.offers[n].first, {}, b.offers[n].second };
    return {};
}

}

Comparison compare(const ReplayResult& a, const ReplayResult& b)
{
    if (a.people.size() != b.people.size() || a.until != b.until || a.from != b.from)
        throw std::invalid_argument("two replays of different populations or days cannot be compared");
    Comparison out;
    std::vector<double> asks;
    std::vector<double> attaches;
    std::vector<double> margin;
    for (std::size_t i = 0; i < a.people.size(); ++i) {
        const auto& x = a.people[i];
        const auto& y = b.people[i];
        if (x.customer != y.customer)
            throw std::invalid_argument("two replays of different populations cannot be compared");
        asks.push_back(double(y.shown - x.shown));
        attaches.push_back(double(y.attached - x.attached));
        margin.push_back(y.expectedMargin - x.expectedMargin);
        auto d = firstDifference(x, y);
        if (!d.differs)
            continue;
        using How = ChangedPerson::How;
        const How how = x.offers.empty() ? How::Gains : y.offers.empty() ? How::Loses : How::Changes;
        ++(how == How::Gains ? out.gains : how == How::Loses ? out.loses : out.changes);
        out.people.push_back({ x.customer, how, std::move(d.before), std::move(d.after), d.at });
    }
    out.asksPerCustomer = meanFigure(asks);
    out.attachesPerCustomer = meanFigure(attaches);
    out.marginPerCustomer = meanFigure(margin);
    return out;
}

}
