// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/attribute_columns.h"
#include "ingest/presets.h"
#include "ingest/values.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

// The tables of "The Complete Journey 2.0", any of them in any order, told apart by their headers.
//
//   products               catalogue: family = product_category, category = department, brand a tag; price =
//   the median
//                          paid per piece in the transactions of the same import, else 0
//   transactions           purchased events without a session: the public file is a sample of LINES, so its
//   baskets are
//                          torn apart and must never be mined for pairs
//   demographics           customer attributes
//   campaign_descriptions  when a campaign began
//   campaigns              an exposure per household: offer "campaign-N", placement "mail", at the campaign's
//   first day;
//                          accepted at the household's first redemption. The campaigns were not randomised:
//                          no holdout
//   coupons                tag "campaign-N" on the products that a campaign's coupons are good for
//   coupon_redemptions     coupon_redeemed events
// The tables as they were first published (transaction_data, product, hh_demographic, campaign_table, …) have
// whole baskets, which are sessions here, and days counted from 1 instead of dates: day 1 is taken for
// 2016-01-01.
//
//   promotions             refused: a display in a store and week is nobody's

namespace ow::ingest {

namespace {

enum class Table {
    Products,
    Transactions,
    Demographics,
    CampaignDescriptions,
    Campaigns,
    Coupons,
    Redemptions
};

/// The tables as they were first published, with days counted from 1 and no dates.
std::optional<Table> firstFormOf(const Columns& c)
{
    if (c.hasAll({ "household_key", "PRODUCT_ID", "SALES_VALUE", "DAY", "BASKET_ID" }))
        return Table::Transactions;
    if (c.hasAll({ "household_key", "COUPON_UPC", "DAY" }))
        return Table::Redemptions;
    if (c.hasAll({ "COUPON_UPC", "PRODUCT_ID", "CAMPAIGN" }))
        return Table::Coupons;
    if (c.hasAll({ "CAMPAIGN", "START_DAY", "END_DAY" }))
        return Table::CampaignDescriptions;
    if (c.hasAll({ "CAMPAIGN", "household_key" }))
        return Table::Campaigns;
    if (c.hasAll({ "PRODUCT_ID", "DEPARTMENT", "COMMODITY_DESC" }))
        return Table::Products;
    if (c.hasAll({ "household_key", "AGE_DESC", "INCOME_DESC" }))
        return Table::Demographics;
    return std::nullopt;
}

std::optional<Table> tableOf(const Columns& c)
{
    if (const auto first = firstFormOf(c))
        return first;
    if (c.hasAll({ "household_id", "product_id", "sales_value", "transaction_timestamp" }))
        return Table::Transactions;
    if (c.hasAll({ "household_id", "coupon_upc", "redemption_date" }))
        return Table::Redemptions;
    if (c.hasAll({ "coupon_upc", "product_id", "campaign_id" }))
        return Table::Coupons;
    if (c.hasAll({ "campaign_id", "start_date", "end_date" }))
        return Table::CampaignDescriptions;
    if (c.hasAll({ "campaign_id", "household_id" }))
        return Table::Campaigns;
    if (c.hasAll({ "product_id", "department", "product_category" }))
        return Table::Products;
    if (c.hasAll({ "household_id", "age", "income" }))
        return Table::Demographics;
    return std::nullopt;
}

bool isPromotions(const Columns& c)
{
    return c.hasAll({ "product_id", "store_id", "display_location", "week" })
        || c.hasAll({ "PRODUCT_ID", "STORE_ID", "WEEK_NO", "display", "mailer" });
}

std::string offerOf(std::string_view campaign) { return "campaign-" + std::string(campaign); }

class CompleteJourney final : public Mapper {
public:
    explicit CompleteJourney(const ImportContext& context)
        : m_context(context)
        , m_times(context.timezone)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        if (isPromotions(c))
            return fail(ErrorCode::Unsupported,
                "This is the table of displays and mailers per store and week. It names no customer, so a "
                "project has no place "
                "for it; leave it out.");
        const auto table = tableOf(c);
        if (!table)
            return fail(
                ErrorCode::InvalidInput, "The columns are not those of any table of The Complete Journey.");
        m_table = *table;
        m_decimals = c.forms().decimals;
        m_times.setForms(c.forms());
        m_days = firstFormOf(c).has_value() && (c.has("DAY") || c.has("START_DAY"));
        m_countedDays = m_countedDays || m_days;
        m_basket = firstFormOf(c) == Table::Transactions ? c.find({ "BASKET_ID" }) : Columns::none;
        m_clock = c.find({ "TRANS_TIME" });
        m_household = c.find({ "household_id", "household_key" });
        m_product = c.find({ "product_id" });
        m_campaign = c.find({ "campaign_id", "CAMPAIGN" });
        m_coupon = c.find({ "coupon_upc" });
        m_quantity = c.find({ "quantity" });
        m_value = c.find({ "sales_value" });
        m_at = c.find({ "transaction_timestamp", "redemption_date", "start_date", "DAY", "START_DAY" });
        m_department = c.find({ "department" });
        m_brand = c.find({ "brand" });
        m_family = c.find({ "product_category", "COMMODITY_DESC" });
        m_type = c.find({ "product_type", "SUB_COMMODITY_DESC" });
        m_size = c.find({ "package_size", "CURR_SIZE_OF_PRODUCT" });
        if (m_table == Table::Demographics) {
            std::vector<std::size_t> others;
            for (std::size_t i = 0; i < c.count(); ++i)
                if (i != m_household) {
                    others.push_back(i);
                    c.use(i);
                }
            m_demographics.emplace(m_context, c, others);
        }
        return {};
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        switch (m_table) {
        case Table::Products:
            return product(row, sink);
        case Table::Transactions:
            return transaction(row, sink);
        case Table::Demographics:
            return demographics(row, sink);
        case Table::CampaignDescriptions:
            return description(row, sink);
        case Table::Campaigns:
            m_campaignRows.push_back({ sink.defer(row), text(row, m_campaign), text(row, m_household) });
            return {};
        case Table::Coupons:
            m_couponRows.push_back({ sink.defer(row), text(row, m_campaign), text(row, m_product) });
            return {};
        case Table::Redemptions:
            return redemption(row, sink);
        }
        return {};
    }

    Result<void> finish(RowSink& sink) override
    {
        for (auto step : { &CompleteJourney::writeCoupons, &CompleteJourney::writeProducts,
                 &CompleteJourney::writeHouseholds, &CompleteJourney::writeCampaigns })
            if (auto ok = (this->*step)(sink); !ok)
                return ok;
        return {};
    }

    std::vector<store::Edit> edits() const override
    {
        return m_demographics ? m_demographics->edits() : std::vector<store::Edit> {};
    }

    std::vector<std::string> notes() const override
    {
        std::vector<std::string> out;
        if (m_countedDays)
            out.emplace_back("The tables count days and name no dates: day 1 was taken for 1 January 2016.");
        if (m_sawTransactions && !m_countedDays)
            out.emplace_back("The transactions are a sample of lines: they came in as purchases, never as "
                             "baskets, and no pairs "
                             "are mined from them.");
        if (!m_products.empty())
            out.emplace_back(m_sawTransactions
                    ? "Prices are the median paid per piece in the sample, 0 where it has none. Costs are "
                      "not in these files."
                    : "The catalogue names no prices and no costs: they are 0.");
        return out;
    }

private:
    static std::string text(const TableRow& row, std::size_t column)
    {
        return std::string(trim(fieldOf(row, column)));
    }

    /// A day's number from 1 on, and maybe the clock as "1631", or a time.
    std::optional<Timestamp> timeOf(const TableRow& row)
    {
        if (!m_days)
            return m_times.read(fieldOf(row, m_at));
        const auto day = toInteger(fieldOf(row, m_at));
        const auto clock = toInteger(fieldOf(row, m_clock)).value_or(0);
        if (!day || *day < 1 || *day > 10'000 || clock < 0 || clock % 100 > 59 || clock / 100 > 23)
            return std::nullopt;
        const auto first = m_times.read("2016-01-01");
        return first
            ? std::optional(*first + hours((*day - 1) * 24 + clock / 100) + Duration { clock % 100 * 60'000 })
            : std::nullopt;
    }

    Result<void> product(const TableRow& row, RowSink& sink)
    {
        model::Product p;
        p.sku = text(row, m_product);
        if (p.sku.empty())
            return sink.reject(row, "product_id", "is empty");
        p.family = text(row, m_family);
        p.category = text(row, m_department);
        p.title = text(row, m_type);
        if (p.title.empty())
            p.title = p.family.empty() ? "Product " + p.sku : p.family;
        if (const std::string size = text(row, m_size); !size.empty())
            p.title += ", " + size;
        if (const std::string brand = text(row, m_brand); !brand.empty())
            p.tags.push_back(brand);
        const auto [it, isNew] = m_products.try_emplace(p.sku, p);
        if (!isNew && !(it->second == p))
            return sink.reject(row, "product_id", "stands in the file before, with other values");
        if (isNew)
            sink.stored();
        else
            sink.duplicate();
        return {};
    }

    Result<void> transaction(const TableRow& row, RowSink& sink)
    {
        m_sawTransactions = true;
        model::Event event;
        const std::string household = text(row, m_household);
        event.type = "purchased";
        event.sku = text(row, m_product);
        if (household.empty() || event.sku.empty())
            return sink.reject(row, household.empty() ? "household_id" : "product_id", "is empty");
        const auto quantity = toInteger(fieldOf(row, m_quantity), m_decimals);
        if (!quantity || *quantity < 0)
            return sink.reject(row, "quantity", "is no whole number from 0 on");
        const auto value = toMoney(fieldOf(row, m_value), m_context.currency, m_decimals);
        if (!value || value->minor < 0)
            return sink.reject(row, "sales_value", "is no amount from 0 on");
        const auto at = timeOf(row);
        if (!at)
            return sink.reject(row, "transaction_timestamp", "is no time");
        event.at = *at;
        event.qty = *quantity;
        event.value = value->minor;
        event.session = text(row, m_basket);
        if (event.qty > 0 && event.value > 0)
            m_prices[event.sku].push_back(event.value / event.qty);
        return sink.event(household, event);
    }

    Result<void> demographics(const TableRow& row, RowSink& sink)
    {
        const std::string household = text(row, m_household);
        if (household.empty())
            return sink.reject(row, "household_id", "is empty");
        if (m_households.contains(household))
            return sink.reject(row, "household_id", "stands in the file before");
        if (const auto column = m_demographics->look(row))
            return sink.reject(row, *column, "is not of the attribute's type in the project");
        m_households.emplace(household, std::pair(sink.file(), m_demographics->valuesOf(row)));
        sink.stored();
        return {};
    }

    Result<void> description(const TableRow& row, RowSink& sink)
    {
        const std::string campaign = text(row, m_campaign);
        const auto start = timeOf(row);
        if (campaign.empty() || !start)
            return sink.reject(row, campaign.empty() ? "campaign_id" : "start_date",
                campaign.empty() ? "is empty" : "is no date");
        if (!m_starts.emplace(campaign, *start).second)
            return sink.reject(row, "campaign_id", "stands in the file before");
        sink.stored();
        return {};
    }

    Result<void> redemption(const TableRow& row, RowSink& sink)
    {
        const std::string household = text(row, m_household);
        const auto at = timeOf(row);
        if (household.empty() || !at)
            return sink.reject(row, household.empty() ? "household_id" : "redemption_date",
                household.empty() ? "is empty" : "is no date");
        model::Event event;
        event.at = *at;
        event.type = "coupon_redeemed";
        event.text = offerOf(text(row, m_campaign)) + ' ' + text(row, m_coupon);
        if (auto ok = sink.event(household, event); !ok)
            return ok;
        const auto key = std::pair(household, text(row, m_campaign));
        const auto [it, isFirst] = m_redeemed.emplace(key, *at);
        if (!isFirst)
            it->second = std::min(it->second, *at);
        return {};
    }

    Result<void> writeCoupons(RowSink& sink)
    {
        std::set<std::pair<std::string, std::string>> known;
        for (const Pair& coupon : m_couponRows) {
            auto it = m_products.find(coupon.other);
            if (it == m_products.end() && m_context.catalogue) {
                if (const model::Product* p = m_context.catalogue->find(coupon.other))
                    it = m_products.emplace(p->sku, *p).first;
            }
            if (it == m_products.end()) {
                if (auto ok = sink.reject(
                        coupon.row, "product_id", "is not in the catalogue; import the products too");
                    !ok)
                    return ok;
                continue;
            }
            // Several coupons of a campaign are good for one product; the tag says so once.
            if (known.emplace(coupon.other, coupon.campaign).second)
                m_tags[coupon.other].insert(offerOf(coupon.campaign));
            sink.stored(coupon.row);
        }
        return {};
    }

    Result<void> writeProducts(RowSink& sink)
    {
        for (auto& [sku, product] : m_products) {
            if (const auto tags = m_tags.find(sku); tags != m_tags.end())
                for (const std::string& tag : tags->second)
                    if (std::ranges::find(product.tags, tag) == product.tags.end())
                        product.tags.push_back(tag);
            if (auto prices = m_prices.find(sku); prices != m_prices.end()) {
                const auto middle = prices->second.begin() + std::ptrdiff_t((prices->second.size() - 1) / 2);
                std::ranges::nth_element(prices->second, middle);
                product.price = { *middle };
                product.cost = { product.price.minor * m_context.costShareBp / 10'000 };
            }
            if (auto ok = sink.writer().add(product); !ok)
                return ok;
        }
        return {};
    }

    Result<void> writeHouseholds(RowSink& sink)
    {
        for (const auto& [id, row] : m_households)
            if (auto ok = sink.customer({ id, m_demographics->convert(row.second) }, row.first); !ok)
                return ok;
        return {};
    }

    Result<void> writeCampaigns(RowSink& sink)
    {
        std::set<std::pair<std::string, std::string>> seen;
        for (const Pair& sent : m_campaignRows) {
            const auto start = m_starts.find(sent.campaign);
            if (start == m_starts.end()) {
                if (auto ok = sink.reject(
                        sent.row, "campaign_id", "has no start date; import campaign_descriptions too");
                    !ok)
                    return ok;
                continue;
            }
            if (!seen.emplace(sent.campaign, sent.other).second) {
                sink.duplicate(sent.row);
                continue;
            }
            model::LoggedExposure exposure;
            exposure.customer = sent.other;
            exposure.at = start->second;
            exposure.offer = offerOf(sent.campaign);
            exposure.placement = "mail";
            exposure.intent = exposure.offer + '/' + sent.other;
            exposure.arm = "treatment";
            if (const auto redeemed = m_redeemed.find({ sent.other, sent.campaign });
                redeemed != m_redeemed.end())
                exposure.acceptedAt = std::max(redeemed->second, exposure.at);
            if (auto ok = sink.exposure(exposure, sent.row); !ok)
                return ok;
        }
        return {};
    }

    struct Pair {
        PendingRow row;
        std::string campaign;
        std::string other; ///< household or product
    };

    ImportContext m_context;
    TimeReader m_times;
    DecimalMark m_decimals = DecimalMark::Point;
    Table m_table = Table::Products;
    bool m_sawTransactions = false;
    bool m_days = false; ///< the table counts days
    bool m_countedDays = false; ///< one of the tables did
    std::map<std::string, model::Product> m_products;
    std::unordered_map<std::string, std::vector<std::int64_t>> m_prices; ///< paid per piece
    std::map<std::string, std::set<std::string>> m_tags;
    std::optional<AttributeColumns> m_demographics;
    std::map<std::string, std::pair<std::size_t, std::vector<std::string>>> m_households; ///< file and values
    std::map<std::string, Timestamp> m_starts; ///< of campaigns
    std::map<std::pair<std::string, std::string>, Timestamp>
        m_redeemed; ///< (household, campaign) -> first time
    std::vector<Pair> m_campaignRows;
    std::vector<Pair> m_couponRows;
    std::size_t m_household = 0;
    std::size_t m_product = 0;
    std::size_t m_campaign = 0;
    std::size_t m_coupon = 0;
    std::size_t m_quantity = 0;
    std::size_t m_basket = 0;
    std::size_t m_clock = 0;
    std::size_t m_value = 0;
    std::size_t m_at = 0;
    std::size_t m_department = 0;
    std::size_t m_brand = 0;
    std::size_t m_family = 0;
    std::size_t m_type = 0;
    std::size_t m_size = 0;
};

}

bool fitsCompleteJourney(const Columns& c) { return tableOf(c).has_value() || isPromotions(c); }

std::unique_ptr<Mapper> makeCompleteJourney(const ImportContext& context)
{
    return std::make_unique<CompleteJourney>(context);
}

}
