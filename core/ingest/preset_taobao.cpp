// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/event_words.h"
#include "ingest/presets.h"
#include "ingest/values.h"

#include <unordered_map>

// Alibaba's "User Behavior Data from Taobao": views, favourites, carts and buys of anonymous users. The set
// knows neither sessions nor orders, so a user's day in China (UTC+8, no summer time since 1991) is both.

namespace ow::ingest {

namespace {

std::string_view typeOf(std::string_view event)
{
    if (event == "pv" || event == "1") // numbers: the form of the Tianchi contests
        return "product_viewed";
    if (event == "fav" || event == "2")
        return "wishlist_added";
    if (event == "cart" || event == "3")
        return "cart_added";
    if (event == "buy" || event == "4")
        return "purchased";
    return {};
}

class Taobao final : public Mapper {
public:
    explicit Taobao(const ImportContext& context)
        : m_context(context)
        , m_times("Asia/Shanghai")
    {
    }

    Result<void> begin(const Columns& c) override
    {
        m_times.setForms(c.forms());
        m_user = c.find({ "user_id" });
        m_item = c.find({ "item_id" });
        m_category = c.find({ "category_id", "item_category" });
        m_event = c.find({ "event", "behavior_type", "behavior" });
        m_time = c.find({ "timestamp", "time" });
        return requireColumns(c,
            { { "user_id" }, { "item_id" }, { "category_id", "item_category" },
                { "event", "behavior_type", "behavior" }, { "timestamp", "time" } });
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        const std::string_view user = trim(fieldOf(row, m_user));
        const std::string_view item = trim(fieldOf(row, m_item));
        if (user.empty() || item.empty())
            return sink.reject(row, user.empty() ? "user_id" : "item_id", "is empty");
        const std::string_view theirs = trim(fieldOf(row, m_event));
        std::string_view type = typeOf(theirs);
        if (type.empty())
            type = ourEventType(theirs);
        if (type.empty())
            return sink.reject(row, "event", "is none of pv, fav, cart, buy");
        const auto at = m_times.read(fieldOf(row, m_time));
        if (!at)
            return sink.reject(row, "timestamp", "is no time");
        model::Event event;
        event.at = *at;
        event.type = type;
        event.sku = item;
        event.session = std::string(user) + '/' + formatTimestamp(*at + hours(8)).substr(0, 10);
        if (auto ok = sink.event(user, event); !ok)
            return ok;
        m_families.try_emplace(std::string(item), trim(fieldOf(row, m_category)));
        return {};
    }

    Result<void> finish(RowSink& sink) override
    {
        for (const auto& [item, family] : m_families) {
            if (m_context.catalogue && m_context.catalogue->find(item) != nullptr)
                continue;
            model::Product product;
            product.sku = item;
            product.title = "Item " + item;
            product.family = family;
            if (auto ok = sink.writer().add(product); !ok)
                return ok;
        }
        return {};
    }

    std::vector<std::string> notes() const override
    {
        return { "The set knows no sessions: each user's day in China counts as one, and as one basket.",
            "The set knows no names and no prices: products are called by their number and have price and "
            "cost 0." };
    }

private:
    ImportContext m_context;
    TimeReader m_times;
    std::unordered_map<std::string, std::string> m_families; ///< item -> category
    std::size_t m_user = 0;
    std::size_t m_item = 0;
    std::size_t m_category = 0;
    std::size_t m_event = 0;
    std::size_t m_time = 0;
};

}

bool fitsTaobao(const Columns& c)
{
    return c.hasAll({ "user_id", "item_id" }) && c.find({ "timestamp", "time" }) != Columns::none
        && c.find({ "category_id", "item_category" }) != Columns::none
        && c.find({ "event", "behavior_type", "behavior" }) != Columns::none;
}

std::unique_ptr<Mapper> makeTaobao(const ImportContext& context) { return std::make_unique<Taobao>(context); }

}
