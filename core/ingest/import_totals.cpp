// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/import_totals.h"

#include "base/little_endian.h"
#include "base/money.h"
#include "base/text.h"
#include "ingest/passing_writer.h"
#include "ingest/personal_data.h"
#include "model/event_types.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <unordered_set>

namespace ow::ingest {

namespace {

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::size_t mostTypes = 100;
constexpr std::size_t mostDays = 40'000; ///< a century
constexpr std::int64_t skuRowsLookedAt = 200'000;
constexpr std::int64_t manyPieces = 1000;
constexpr int bitsAboveMedian = 7; ///< 128 times
constexpr std::int64_t fewestADay = 5; ///< fewer rows a day say nothing about a day without any
constexpr std::size_t gapsTold = 3;
constexpr std::int64_t mostSingleDays = 4;
const Timestamp earliestLikely { 946'684'800'000 }; ///< 2000-01-01

std::int64_t dayOf(Timestamp at) { return at.ms >= 0 ? at.ms / dayMs : -((-at.ms + dayMs - 1) / dayMs); }

std::string dateOf(std::int64_t day) { return formatTimestamp(Timestamp { day * dayMs }).substr(0, 10); }

/// Stays at the end of the range instead of leaving it: amounts are what a file says.
void addTo(std::int64_t& sum, std::int64_t amount)
{
    if (__builtin_add_overflow(sum, amount, &sum))
        sum = amount < 0 ? std::numeric_limits<std::int64_t>::min()
                         : std::numeric_limits<std::int64_t>::max();
}

class TotallingWriter final : public PassingWriter {
public:
    TotallingWriter(
        std::unique_ptr<store::BulkWriter> writer, ImportTotals& totals, const model::Catalogue* catalogue)
        : PassingWriter(std::move(writer))
        , m_totals(totals)
        , m_catalogue(catalogue)
    {
    }

    using PassingWriter::add;
    Result<void> add(const model::Product& product) override
    {
        ++m_totals.products;
        if (const auto* there = m_catalogue == nullptr ? nullptr : m_catalogue->find(product.sku))
            m_totals.changedProducts += !(*there == product);
        return next().add(product);
    }
    Result<void> add(const model::Customer& customer) override
    {
        ++m_totals.customers;
        lookAtId(customer.id);
        return next().add(customer);
    }
    Result<void> addUnlessThere(const model::Customer& customer, const store::RowOrigin& origin) override
    {
        ++m_totals.customers;
        lookAtId(customer.id);
        return next().addUnlessThere(customer, origin);
    }
    Result<void> add(std::string_view customer, const model::Event& event) override
    {
        look(event);
        lookAtId(customer);
        lookForEqual(customer, event);
        return next().add(customer, event);
    }
    Result<void> addUnlessThere(
        std::string_view customer, const model::Event& event, const store::RowOrigin& origin) override
    {
        look(event);
        lookAtId(customer);
        lookForEqual(customer, event);
        return next().addUnlessThere(customer, event, origin);
    }
    Result<void> add(const model::LoggedExposure& exposure) override
    {
        look(exposure);
        return next().add(exposure);
    }
    Result<void> addUnlessThere(
        const model::LoggedExposure& exposure, const store::RowOrigin& origin) override
    {
        look(exposure);
        return next().addUnlessThere(exposure, origin);
    }
    Result<void> addBasketLine(
        std::string_view basket, std::string_view sku, const store::RowOrigin& origin) override
    {
        ++m_totals.basketLines;
        return next().addBasketLine(basket, sku, origin);
    }
    Result<std::vector<store::Duplicates>> finishRows() override
    {
        auto duplicates = next().finishRows();
        if (duplicates)
            for (const store::Duplicates& ofFile : *duplicates) {
                m_totals.basketLines -= ofFile.basketLines;
                m_totals.customers -= ofFile.customers;
                m_totals.there += ofFile.events + ofFile.exposures;
            }
        if (duplicates)
            m_totals.leftOut = next().leftOut();
        return duplicates;
    }

private:
    void look(const model::Event& event)
    {
        ++m_totals.events;
        const Type type = countType(event.type);
        saw(event.at, type == Type::Purchase ? event.value : 0);
        if (type == Type::Purchase)
            countPurchase(event);
        else if (type == Type::Return)
            addTo(m_totals.returned, event.value);
        m_totals.shortenedIds += isShortened(event.sku) || isShortened(event.session);
        if (!event.sku.empty() && m_skuRows < skuRowsLookedAt)
            lookAt(event.sku);
    }

    void look(const model::LoggedExposure& exposure)
    {
        ++m_totals.exposures;
        lookAtId(exposure.customer);
        saw(exposure.at, 0);
    }

    /// "1.2E+05": what a spreadsheet shows, and saves as CSV, of a long number.
    static bool isShortened(std::string_view id)
    {
        const std::size_t size = id.size();
        return size >= 5 && id[size - 3] == '+' && id[size - 4] == 'E' && id.front() >= '0'
            && id.front() <= '9';
    }

    void lookAtId(std::string_view customer)
    {
        m_totals.shortenedIds += isShortened(customer);
        if (customer.find('@') != std::string_view::npos
            && personalByContent(customer) == PersonalData::Email)
            ++m_totals.emailIds;
    }

    /// Remembers some two thousand events, the newest: whatever was fired twice stands near. No more than a
    /// processor has at hand, for every event of a file comes through here.
    void lookForEqual(std::string_view customer, const model::Event& event)
    {
        if (!event.session.empty() && (event.type == "purchased" || event.type == "returned"))
            return; // an order's lines come at once
        const std::uint64_t key = ends(event.text) ^ ends(customer) * 0x9E37'79B9'7F4A'7C15U
            ^ ends(event.sku) * 0xC2B2'AE3D'27D4'EB4FU ^ ends(event.type) * 0x1656'67B1'9E37'79F9U;
        Recent& recent = m_recent[std::size_t(key >> 53)];
        const std::int64_t apart = event.at.ms - recent.at;
        m_totals.nearEqual += recent.key == key && apart >= -nearMs && apart <= nearMs ? 1 : 0;
        recent = { key, event.at.ms };
    }
    /// Both ends of a text and its length: what ids differ in, without a walk through them.
    static std::uint64_t ends(std::string_view text)
    {
        std::uint64_t head = 0, tail = 0;
        if (text.size() >= 8) { // of known lengths: a copy of an unknown one is a call
            head = littleWord(text.data());
            tail = littleWord(text.data() + text.size() - 8);
        } else if (text.size() >= 4) {
            head = littleHalf(text.data());
            tail = littleHalf(text.data() + text.size() - 4);
        } else if (!text.empty()) {
            head = std::uint64_t(static_cast<unsigned char>(text.front()));
            tail = std::uint64_t(static_cast<unsigned char>(text.back()))
                | std::uint64_t(static_cast<unsigned char>(text[text.size() / 2])) << 8;
        }
        return (head * 0x9FB2'1C65'1E98'DF25U) ^ std::rotl(tail, 23) ^ (std::uint64_t(text.size()) << 56);
    }

    void saw(Timestamp at, std::int64_t revenue)
    {
        if (!m_totals.first || at < *m_totals.first)
            m_totals.first = at;
        if (!m_totals.last || *m_totals.last < at)
            m_totals.last = at;
        const std::int64_t day = dayOf(at);
        if (m_day == nullptr || day != m_lastDay) { // the next row is mostly of the same
            auto found = m_totals.days.find(day);
            if (found == m_totals.days.end() && m_totals.days.size() >= mostDays) {
                ++m_totals.onOtherDays;
                return;
            }
            if (found == m_totals.days.end())
                found = m_totals.days.emplace(day, ImportTotals::Day {}).first;
            m_day = &found->second;
            m_lastDay = day;
        }
        ++m_day->rows;
        addTo(m_day->revenue, revenue);
    }

    enum class Type { Purchase, Return, Other };
    /// A type met before, and where it is counted.
    struct CountedType {
        std::string_view name;
        std::int64_t* count;
        Type type;
    };

    Type countType(std::string_view name)
    {
        for (const CountedType& known : m_types)
            if (known.name == name) {
                ++*known.count;
                return known.type;
            }
        auto found = m_totals.types.find(name);
        if (found == m_totals.types.end() && m_totals.types.size() >= mostTypes) {
            ++m_totals.otherTypes;
            return typeOf(name);
        }
        if (found == m_totals.types.end())
            found = m_totals.types.emplace(name, 0).first;
        ++found->second;
        if (m_types.size() == 8) // a file mostly has fewer
            m_types.clear();
        m_types.push_back({ found->first, &found->second, typeOf(name) });
        return m_types.back().type;
    }

    static Type typeOf(std::string_view name)
    {
        return name == "purchased" ? Type::Purchase : name == "returned" ? Type::Return : Type::Other;
    }

    void countPurchase(const model::Event& event)
    {
        ++m_totals.purchases;
        m_totals.freePurchases += event.value == 0 ? 1 : 0;
        addTo(m_totals.revenue, event.value);
        m_totals.greatestPurchase = std::max(m_totals.greatestPurchase, event.value);
        m_totals.manyPieces += event.qty > manyPieces ? 1 : 0;
        if (event.value > 0)
            ++m_totals.purchasesBySize[std::size_t(std::bit_width(std::uint64_t(event.value)))];
    }

    void lookAt(const std::string& sku)
    {
        ++m_skuRows;
        if (!m_skus.insert(sku).second)
            return;
        ++m_totals.skusLookedAt;
        if (m_catalogue == nullptr || m_catalogue->find(sku) == nullptr)
            ++m_totals.skusUnknown;
    }

    struct Recent {
        std::uint64_t key = 0;
        std::int64_t at = std::numeric_limits<std::int64_t>::min() / 2;
    };
    static constexpr std::int64_t nearMs = 2000;

    ImportTotals& m_totals;
    const model::Catalogue* m_catalogue;
    std::vector<Recent> m_recent = std::vector<Recent>(1 << 11);
    ImportTotals::Day* m_day = nullptr;
    std::int64_t m_lastDay = 0;
    std::vector<CountedType> m_types;
    std::unordered_set<std::string> m_skus;
    std::int64_t m_skuRows = 0;
};

bool isKnownType(std::string_view type)
{
    return std::ranges::find(model::knownEventTypes, type) != model::knownEventTypes.end();
}

void findDates(const ImportTotals& totals, Timestamp now, std::vector<Finding>& out)
{
    std::int64_t early = 0, late = 0;
    for (const auto& [day, rows] : totals.days) {
        early += day < dayOf(earliestLikely) ? rows.rows : 0;
        late += day > dayOf(now) ? rows.rows : 0;
    }
    if (early > 0)
        out.push_back({ true,
            fmt::format("{} before the year 2000, the first on {}. Is the column of times the right one?",
                counted(early, "row", "rows"), dateOf(dayOf(*totals.first))) });
    if (late > 0)
        out.push_back({ true,
            fmt::format("{} in the future, the last on {}. Are day and month in the right order?",
                counted(late, "row", "rows"), dateOf(dayOf(*totals.last))) });
}

/// Days without rows where there usually are some.
void findGaps(const ImportTotals& totals, std::vector<Finding>& out)
{
    std::vector<std::int64_t> counts;
    struct Gap {
        std::int64_t first, days;
    };
    std::vector<Gap> gaps;
    std::int64_t before = 0, missing = 0;
    for (const auto& [day, rows] : totals.days) {
        if (!counts.empty() && day > before + 1) {
            gaps.push_back({ before + 1, day - before - 1 });
            missing += day - before - 1;
        }
        counts.push_back(rows.rows);
        before = day;
    }
    // A shop that is closed on Sundays has one-day gaps every week.
    if (std::ranges::count(gaps, std::int64_t(1), &Gap::days) > mostSingleDays) {
        std::erase_if(gaps, [](const Gap& gap) { return gap.days == 1; });
        missing = 0;
        for (const Gap& gap : gaps)
            missing += gap.days;
    }
    if (counts.size() < 7 || gaps.empty() || missing > std::int64_t(counts.size()))
        return; // what has more days without than with rows is no daily log
    std::ranges::nth_element(counts, counts.begin() + std::ptrdiff_t(counts.size() / 2));
    if (counts[counts.size() / 2] < fewestADay)
        return;
    std::ranges::stable_sort(gaps, [](const Gap& a, const Gap& b) { return a.days > b.days; });
    std::string told;
    for (std::size_t i = 0; i < std::min(gaps.size(), gapsTold); ++i)
        told += fmt::format("{}{}{}", told.empty() ? "" : "; ", dateOf(gaps[i].first),
            gaps[i].days > 1 ? " to " + dateOf(gaps[i].first + gaps[i].days - 1) : std::string());
    out.push_back({ false,
        fmt::format("There are no rows on {} {} between the first and the last: {}{}.", grouped(missing),
            missing == 1 ? "day" : "days", told, gaps.size() > gapsTold ? " and more" : "") });
}

void findValues(const ImportTotals& totals, std::string_view currency, std::vector<Finding>& out)
{
    if (totals.purchases == 0)
        return;
    if (totals.freePurchases == totals.purchases)
        out.push_back({ true, "All purchases have the value 0. Is the column of what was paid mapped?" });
    else if (totals.freePurchases * 5 > totals.purchases)
        out.push_back({ false,
            fmt::format("{} of {} purchases have the value 0.", grouped(totals.freePurchases),
                grouped(totals.purchases)) });
    const std::int64_t paid = totals.purchases - totals.freePurchases;
    std::int64_t below = 0, beyond = 0;
    std::size_t median = 0;
    for (std::size_t bits = 0; bits < totals.purchasesBySize.size(); ++bits) {
        if (below * 2 < paid)
            median = bits;
        else if (bits >= median + bitsAboveMedian)
            beyond += totals.purchasesBySize[bits];
        below += totals.purchasesBySize[bits];
    }
    if (beyond > 0)
        out.push_back({ beyond * 100 > paid,
            fmt::format("{} {} over a hundred times what is usual, the greatest {} {}. Are decimals read as "
                        "they should be?",
                grouped(beyond), beyond == 1 ? "purchase is" : "purchases are",
                formatMoney({ totals.greatestPurchase }, currency), currency) });
    if (totals.manyPieces > 0)
        out.push_back({ false,
            fmt::format("{} {} of more than 1,000 pieces.", grouped(totals.manyPieces),
                totals.manyPieces == 1 ? "purchase is" : "purchases are") });
}

void findNames(const ImportTotals& totals, std::vector<Finding>& out)
{
    std::vector<std::pair<std::int64_t, std::string>> unknown;
    std::int64_t rows = 0;
    for (const auto& [type, count] : totals.types)
        if (!isKnownType(type)) {
            unknown.emplace_back(count, type);
            rows += count;
        }
    if (!unknown.empty()) {
        std::ranges::sort(unknown, std::greater<>());
        std::string told;
        for (std::size_t i = 0; i < std::min<std::size_t>(unknown.size(), 5); ++i)
            told += fmt::format("{}{}", told.empty() ? "" : ", ", unknown[i].second);
        out.push_back({ rows + totals.otherTypes == totals.events,
            fmt::format("{} of {} events are of types that no ready-made signal or scorecard knows: {}{}.",
                grouped(rows + totals.otherTypes), grouped(totals.events), told,
                unknown.size() > 5 ? ", …" : "") });
    }
    if (totals.products == 0 && totals.skusUnknown * 10 > totals.skusLookedAt)
        out.push_back({ totals.skusUnknown == totals.skusLookedAt,
            fmt::format(
                "{} of {} products are not in the catalogue yet. Are they named by the same SKU there?",
                grouped(totals.skusUnknown), grouped(totals.skusLookedAt)) });
}

/// What the project said before and does not any more, or goes on saying though the files say otherwise.
void findChanges(const ImportTotals& totals, std::vector<Finding>& out)
{
    const auto tell = [&](std::int64_t changed, const char* one, const char* many) {
        if (changed > 0)
            out.push_back({ false,
                fmt::format("{} there and {} changed: the newest holds. Undo brings back what was.",
                    counted(changed, one, many), changed == 1 ? "was" : "were") });
    };
    tell(totals.changedProducts, "product was", "products were");
    tell(totals.leftOut.changedCustomers, "customer was", "customers were");
    if (const std::int64_t other = totals.leftOut.sameExposureOtherOutcome; other > 0)
        out.push_back({ other * 10 > totals.exposures,
            fmt::format("{} there with other outcomes: what was there holds. To take the newer ones, undo the "
                        "import that brought the older, then import the newer file.",
                other == 1 ? "1 exposure is" : grouped(other) + " exposures are") });
}

void findRepeats(const ImportTotals& totals, std::vector<Finding>& out)
{
    if (const std::int64_t other = totals.leftOut.sameIdOtherContent; other > 0)
        out.push_back({ other * 10 > totals.events + totals.exposures,
            fmt::format(
                "{} the id of one that was there before and {} something else: the first holds. If these are "
                "other events, their ids must differ: map the id as a text such as web-{{column}}.",
                other == 1 ? "1 row has" : grouped(other) + " rows have", other == 1 ? "says" : "say") });
    if (totals.nearEqual > 0)
        out.push_back({ false,
            fmt::format("{} within two seconds of one of the same customer, product and type: fired twice, "
                        "perhaps. {} "
                        "kept.",
                totals.nearEqual == 1 ? "At least 1 event comes"
                                      : "At least " + grouped(totals.nearEqual) + " events come",
                totals.nearEqual == 1 ? "It was" : "They were") });
}

}

ImportTotals storedOf(const ImportTotals& inFiles)
{
    ImportTotals out = inFiles;
    const auto less
        = [](std::int64_t& from, std::int64_t by) { from = by > from && from >= 0 ? 0 : from - by; };
    out.events -= out.leftOut.events;
    out.exposures -= out.leftOut.exposures;
    for (const auto& [type, sum] : out.leftOut.types) {
        if (const auto known = out.types.find(type); known == out.types.end())
            less(out.otherTypes, sum.rows);
        else if ((known->second -= sum.rows) <= 0)
            out.types.erase(known);
        if (type == "purchased") {
            less(out.purchases, sum.rows);
            out.revenue -= sum.value;
        } else if (type == "returned") {
            out.returned -= sum.value;
        }
    }
    for (const auto& [day, sum] : out.leftOut.days) {
        const auto known = out.days.find(day);
        if (known == out.days.end())
            continue;
        known->second.revenue -= sum.value;
        if ((known->second.rows -= sum.rows) <= 0)
            out.days.erase(known);
    }
    out.freePurchases = std::min(out.freePurchases, out.purchases);
    out.there = 0;
    out.leftOut = {};
    return out;
}

std::vector<Finding> findingsOf(const ImportTotals& totals, Timestamp now, std::string_view currency)
{
    std::vector<Finding> out;
    findDates(totals, now, out);
    findValues(totals, currency, out);
    if (totals.shortenedIds > 0)
        out.push_back({ true,
            fmt::format(
                "In {} an id looks like 1.2E+05: a spreadsheet shortened it, so different ids may have "
                "become one. Export the ids as text.",
                counted(totals.shortenedIds, "row", "rows")) });
    findNames(totals, out);
    findGaps(totals, out);
    findRepeats(totals, out);
    findChanges(totals, out);
    std::stable_partition(out.begin(), out.end(), [](const Finding& finding) { return finding.serious; });
    return out;
}

std::unique_ptr<store::BulkWriter> totalling(
    std::unique_ptr<store::BulkWriter> writer, ImportTotals& totals, const model::Catalogue* catalogue)
{
    return std::make_unique<TotallingWriter>(std::move(writer), totals, catalogue);
}

}
