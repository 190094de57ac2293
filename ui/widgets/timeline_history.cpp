// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/text.h"
#include "ui/widgets/timeline.h"

#include <QCoreApplication>

namespace ow::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

// Lanes in the order in which channels turn up.
class Lanes {
public:
    int of(const std::string& channel)
    {
        const auto [it, isNew] = m_index.try_emplace(channel, int(m_names.size()));
        if (isNew)
            m_names.push_back(channel.empty() ? Words::tr("other") : qs(channel));
        return it->second;
    }
    std::vector<QString> names() && { return std::move(m_names); }

private:
    std::map<std::string, int> m_index;
    std::vector<QString> m_names;
};

QString nameOf(const std::string& key, const std::map<std::string, std::string>& titles)
{
    const auto it = titles.find(key);
    return qs(it == titles.end() || it->second.empty() ? key : it->second);
}

QString exposureWord(const model::LoggedExposure& exposure)
{
    return exposure.withheld  ? Words::tr("withheld")
        : exposure.acceptedAt ? Words::tr("accepted")
        : exposure.declinedAt ? Words::tr("declined")
                              : Words::tr("shown");
}

}

QString eventWord(std::string_view type)
{
    static const std::map<std::string_view, const char*> words {
        { "product_viewed", QT_TRANSLATE_NOOP("Timeline", "Viewed") },
        { "search", QT_TRANSLATE_NOOP("Timeline", "Searched") },
        { "wishlist_added", QT_TRANSLATE_NOOP("Timeline", "Wished for") },
        { "cart_added", QT_TRANSLATE_NOOP("Timeline", "Put in cart") },
        { "cart_removed", QT_TRANSLATE_NOOP("Timeline", "Took out of cart") },
        { "checkout_started", QT_TRANSLATE_NOOP("Timeline", "Started checkout") },
        { "purchased", QT_TRANSLATE_NOOP("Timeline", "Bought") },
        { "returned", QT_TRANSLATE_NOOP("Timeline", "Returned") },
        { "case_opened", QT_TRANSLATE_NOOP("Timeline", "Opened a case") },
        { "case_resolved", QT_TRANSLATE_NOOP("Timeline", "Case resolved") },
        { "survey", QT_TRANSLATE_NOOP("Timeline", "Survey") },
        { "howto_read", QT_TRANSLATE_NOOP("Timeline", "Read a how-to") },
        { "email_clicked", QT_TRANSLATE_NOOP("Timeline", "Clicked an e-mail") },
        { "app_opened", QT_TRANSLATE_NOOP("Timeline", "Opened the app") },
        { "page_viewed", QT_TRANSLATE_NOOP("Timeline", "Viewed a page") },
        { "trial_started", QT_TRANSLATE_NOOP("Timeline", "Started a trial") },
        { "contract_started", QT_TRANSLATE_NOOP("Timeline", "Contract began") },
        { "contract_ending", QT_TRANSLATE_NOOP("Timeline", "Contract ends soon") },
        { "feature_used", QT_TRANSLATE_NOOP("Timeline", "Used a feature") },
        { "price_dropped", QT_TRANSLATE_NOOP("Timeline", "Price dropped") },
        // Not of the common ones, but made by presets.
        { "fee_charged", QT_TRANSLATE_NOOP("Timeline", "Was charged a fee") },
        { "coupon_redeemed", QT_TRANSLATE_NOOP("Timeline", "Used a coupon") }
    };
    const auto it = words.find(type);
    return it == words.end() ? qs(type) : Words::tr(it->second);
}

HistoryMarks historyMarks(const std::vector<model::Event>& events,
    const std::vector<model::LoggedExposure>& exposures, const std::map<std::string, std::string>& channelOf,
    const std::map<std::string, std::string>& titleOf)
{
    using Kind = TimelineItem::Kind;
    Lanes lanes;
    HistoryMarks marks;
    for (const model::Event& event : events) {
        QString label = eventWord(event.type);
        if (!event.sku.empty())
            label += QStringLiteral(": ") + nameOf(event.sku, titleOf);
        else if (!event.text.empty())
            label += QStringLiteral(": ") + qs(event.text);
        marks.items.push_back({ event.at, lanes.of(event.channel),
            event.type == "purchased" ? Kind::Purchase : Kind::Event, label, -1 });
    }
    for (const model::LoggedExposure& exposure : exposures) {
        const auto channel = channelOf.find(exposure.placement);
        const Kind kind = exposure.withheld ? Kind::Withheld
            : exposure.acceptedAt           ? Kind::Attached
            : exposure.declinedAt           ? Kind::Declined
                                            : Kind::Shown;
        marks.items.push_back(
            { exposure.at, lanes.of(channel == channelOf.end() ? std::string() : channel->second), kind,
                Words::tr("%1: %2, %3")
                    .arg(nameOf(exposure.offer, titleOf), exposureWord(exposure), qs(exposure.placement)),
                -1 });
    }
    marks.lanes = std::move(lanes).names();
    return marks;
}

}
