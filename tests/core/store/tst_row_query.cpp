// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/store/scratch.h"
#include "store/bulk_reader.h"
#include "store/bulk_writer.h"
#include "store/row_query.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <optional>
#include <variant>

using namespace ow;
using namespace ow::store;

namespace {

constexpr std::int64_t manyRows = 67'000; ///< more than the row tables take: goes into segments

using Event = std::pair<std::string, model::Event>;

model::Event event(Philox& random)
{
    static const char* const types[] { "product_viewed", "purchased", "survey", "Returned goods", "returned",
        "" };
    static const char* const channels[] { "web", "app", "Email", "" };
    model::Event e;
    e.at = { 1'700'000'000'000 + std::int64_t(random.below(400)) * 3'600'000 };
    e.type = types[random.below(6)];
    e.sku = random.below(5) == 0 ? "" : "P" + std::to_string(random.below(40));
    e.qty = std::int64_t(random.below(5)) - 1;
    e.value = e.type == "purchased" ? std::int64_t(random.below(5000)) : std::int64_t(random.below(10));
    e.channel = channels[random.below(4)];
    e.session = random.below(2) == 0 ? "" : "s" + std::to_string(random.below(500));
    if (random.below(20) == 0)
        e.text = random.below(2) == 0 ? "Blue Lamp" : "words " + std::to_string(random.below(30));
    return e;
}

void importEvents(Project& project, std::int64_t rows, std::uint64_t seed)
{
    {
        auto writer = project.openWriter();
        OW_OK(writer);
        Philox random(seed);
        for (std::int64_t i = 0; i < rows; ++i) {
            const std::string who = "c" + std::to_string(random.below(300));
            OW_OK((*writer)->add(who, event(random)));
        }
        OW_OK((*writer)->commit("Events", "events", "e.csv"));
    }
    project.refresh();
}

bool has(std::string text, std::string part)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    std::ranges::transform(part, part.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text.find(part) != std::string::npos;
}

/// What is said and what it means, told independently.
struct Condition {
    const char* field;
    const char* filter;
    std::function<bool(const Event&)> passes;
};

double amount(const model::Event& e)
{
    return e.type == "survey" ? double(e.value) : double(e.value) / 100;
}

const std::vector<Condition>& conditions()
{
    static const std::vector<Condition> all {
        { "customer", "=c17", [](const Event& r) { return r.first == "c17"; } },
        { "customer", "!=c17", [](const Event& r) { return r.first != "c17"; } },
        { "customer", "C1", [](const Event& r) { return has(r.first, "c1"); } },
        { "customer", "c2*", [](const Event& r) { return r.first.starts_with("c2"); } },
        { "customer", "nobody", [](const Event&) { return false; } },
        { "type", "purch", [](const Event& r) { return has(r.second.type, "purch"); } },
        { "type", "return", [](const Event& r) { return has(r.second.type, "return"); } },
        { "type", "!purchased", [](const Event& r) { return !has(r.second.type, "purchased"); } },
        { "type", "empty", [](const Event& r) { return r.second.type.empty(); } },
        { "sku", "=P7", [](const Event& r) { return r.second.sku == "P7"; } },
        { "sku", "!empty", [](const Event& r) { return !r.second.sku.empty(); } },
        { "sku", "*9", [](const Event& r) { return r.second.sku.ends_with("9"); } },
        { "qty", "> 1", [](const Event& r) { return r.second.qty > 1; } },
        { "qty", "-1", [](const Event& r) { return r.second.qty == -1; } },
        { "qty", "!0..2", [](const Event& r) { return r.second.qty < 0 || r.second.qty > 2; } },
        { "value", ">= 12.34", [](const Event& r) { return amount(r.second) >= 12.34 - 1e-9; } },
        { "value", "3..9", [](const Event& r) { return amount(r.second) >= 3 && amount(r.second) <= 9; } },
        { "value", "empty", [](const Event& r) { return r.second.value == 0; } },
        { "channel", "email", [](const Event& r) { return r.second.channel == "Email"; } },
        { "channel", "=email", [](const Event&) { return false; } },
        { "session", "s4", [](const Event& r) { return has(r.second.session, "s4"); } },
        { "text", "lamp", [](const Event& r) { return has(r.second.text, "lamp"); } },
        { "text", "!empty", [](const Event& r) { return !r.second.text.empty(); } },
        { "text", "!words*", [](const Event& r) { return !r.second.text.starts_with("words"); } },
        { "at", "2023-11-17",
            [](const Event& r) {
                return r.second.at.ms >= 1'700'175'600'000 && r.second.at.ms < 1'700'262'000'000;
            } },
        { "at", "> 2023-11-20T12:00:00Z", [](const Event& r) { return r.second.at.ms > 1'700'481'600'000; } },
    };
    return all;
}

using Key = std::variant<std::int64_t, std::string>;
std::string small(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

/// The key of a row, and whether it has one.
struct Order {
    const char* field;
    std::function<std::pair<bool, std::pair<Key, std::string>>(const Event&)> key;
};

const std::vector<Order>& orders()
{
    const auto text = [](const std::string& t) {
        return std::pair { !t.empty(), std::pair { Key(small(t)), t } };
    };
    const auto number = [](std::int64_t n) {
        return std::pair { true, std::pair { Key(n), std::string() } };
    };
    static const std::vector<Order> all {
        { "customer", [=](const Event& r) { return text(r.first); } },
        { "at", [=](const Event& r) { return number(r.second.at.ms); } },
        { "type", [=](const Event& r) { return text(r.second.type); } },
        { "sku", [=](const Event& r) { return text(r.second.sku); } },
        { "qty", [=](const Event& r) { return number(r.second.qty); } },
        { "value", [=](const Event& r) { return number(std::int64_t(amount(r.second) * 100 + 0.5)); } },
        { "channel", [=](const Event& r) { return text(r.second.channel); } },
        { "session", [=](const Event& r) { return text(r.second.session); } },
        { "text", [=](const Event& r) { return text(r.second.text); } },
    };
    return all;
}

std::string textOf(const Event& r)
{
    const model::Event& e = r.second;
    return r.first + ' ' + std::to_string(e.at.ms) + ' ' + e.type + ' ' + e.sku + ' ' + std::to_string(e.qty)
        + ' ' + std::to_string(e.value) + ' ' + e.channel + ' ' + e.session + ' ' + e.text;
}

bool isSame(const Event& l, const Event& r)
{
    const model::Event& a = l.second;
    const model::Event& b = r.second;
    return l.first == r.first && a.at == b.at && a.type == b.type && a.sku == b.sku && a.qty == b.qty
        && a.value == b.value && a.channel == b.channel && a.session == b.session && a.text == b.text;
}

std::vector<Event> allEvents(const BulkReader& reader)
{
    std::vector<Event> out;
    if (const auto read = reader.forEachEvent([&](std::string_view who, const model::Event& e) {
            out.emplace_back(who, e);
            return true;
        });
        !read)
        qFatal("%s", read.error().text().c_str());
    return out;
}

RowQuery query(RowTable table, const std::vector<std::string>& where, const std::string& sort = {},
    const model::Policy& policy = {})
{
    RowQuery out;
    out.table = table;
    const auto fields = rowFields(table, policy);
    for (const std::string& term : where) {
        auto parsed = parseTerm(term, fields, policy);
        if (!parsed)
            qFatal("%s: %s", term.c_str(), parsed.error().text().c_str());
        out.where.push_back(std::move(*parsed));
    }
    if (!sort.empty())
        if (const auto sorted = parseSort(sort, fields, out); !sorted)
            qFatal("%s", sorted.error().text().c_str());
    return out;
}

model::Policy berlin()
{
    model::Policy policy;
    policy.currency = "EUR";
    policy.timezone = "Europe/Berlin";
    return policy;
}

}

class TestRowQuery : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_project = m_scratch.create();
        importEvents(*m_project, 400, 1); // the row table
        importEvents(*m_project, manyRows, 2); // segments
        importEvents(*m_project, 300, 3);
        importEvents(*m_project, manyRows, 4);
        m_reader = std::move(*m_project->openReader());
        m_all = allEvents(*m_reader);
        QCOMPARE(m_all.size(), std::size_t(2 * manyRows + 700));
    }

    void withoutConditionsAllComeAsTheyAre()
    {
        const auto set = m_reader->find(query(RowTable::Events, {}));
        OW_OK(set);
        std::vector<const Event*> all;
        for (const Event& one : m_all)
            all.push_back(&one);
        compare(*m_reader, *set, all);
    }

    void eachConditionAlone()
    {
        for (const Condition& condition : conditions())
            check({ &condition }, nullptr, false);
    }

    void eachOrderAlone()
    {
        for (const Order& order : orders())
            for (const bool descending : { false, true })
                check({ &conditions()[11] }, &order, descending);
    }

    /// Against a naive filter and a naive sort, row by row.
    void anyConditionsInAnyOrder()
    {
        for (std::uint64_t i = 0; i < 20; ++i) {
            Philox random(11, i);
            std::vector<const Condition*> where;
            for (std::uint64_t n = random.below(4); n > 0; --n)
                where.push_back(&conditions()[random.below(conditions().size())]);
            const Order* order = random.below(4) == 0 ? nullptr : &orders()[random.below(orders().size())];
            check(where, order, random.bernoulli(0.5));
            if (QTest::currentTestFailed())
                return;
        }
    }

    void whatIsSeenIsSearchedAndSortedBy()
    {
        RowQuery seen = query(RowTable::Events, {}, "type");
        RowField type = *seen.by;
        type.shown = [](std::string_view stored) {
            return stored == "purchased" ? std::string("Bought")
                : stored == "survey"     ? "Asked"
                                         : std::string(stored);
        };
        seen.by = type;
        seen.where.push_back({ type, *ValueFilter::parse("bought", {}) });
        auto set = m_reader->find(seen);
        OW_OK(set);
        const auto bought
            = std::ranges::count_if(m_all, [](const Event& e) { return e.second.type == "purchased"; });
        QCOMPARE(std::ptrdiff_t(set->rows.size()), bought);
        seen.where[0].filter = *ValueFilter::parse("purchased", {}); // what is stored, too
        QCOMPARE(std::ptrdiff_t(m_reader->find(seen)->rows.size()), bought);
        seen.where[0].filter = *ValueFilter::parse("!=Bought", {});
        QCOMPARE(m_reader->find(seen)->rows.size(), m_all.size() - std::size_t(bought));
        seen.where.clear();
        set = m_reader->find(seen);
        OW_OK(set);
        QCOMPARE(m_reader->eventsAt(*set, 0, 1)->at(0).second.type, std::string("survey")); // Asked
        QCOMPARE(
            m_reader->eventsAt(*set, std::int64_t(m_all.size()) - 1, 1)->at(0).second.type, std::string());
    }

    void exposures()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        std::vector<model::LoggedExposure> all;
        for (const std::int64_t rows : { std::int64_t(200), manyRows }) {
            auto writer = project->openWriter();
            OW_OK(writer);
            for (std::int64_t i = 0; i < rows; ++i) {
                Philox random { std::uint64_t(rows), std::uint64_t(i) };
                model::LoggedExposure x;
                x.customer = "c" + std::to_string(random.below(100));
                x.at = { std::int64_t(random.below(1'000'000)) * 1000 };
                x.offer = "o" + std::to_string(random.below(5));
                x.placement = random.bernoulli(0.5) ? "cart" : "mail";
                x.arm = random.bernoulli(0.5) ? "treatment" : "holdout";
                x.withheld = random.bernoulli(0.2);
                if (random.bernoulli(0.3))
                    x.clickedAt = x.at + seconds(std::int64_t(random.below(100)));
                if (random.bernoulli(0.1))
                    x.returnedAt = Timestamp { 0 }; // no time is 0, but this one is
                OW_OK((*writer)->add(x));
            }
            OW_OK((*writer)->commit("Exposures", "exposures", "x.csv"));
        }
        project->refresh();
        const auto reader = std::move(*project->openReader());
        OW_OK(reader->forEachExposure([&](const model::LoggedExposure& x) {
            all.push_back(x);
            return true;
        }));
        const auto wanted
            = [&](const auto& passes) { return std::size_t(std::ranges::count_if(all, passes)); };
        const auto found = [&](const std::vector<std::string>& where) {
            const auto set = reader->find(query(RowTable::Exposures, where));
            return set ? set->rows.size() : std::size_t(-1);
        };
        QCOMPARE(found({}), all.size());
        QCOMPARE(found({ "clicked_at=empty" }), wanted([](const auto& x) { return !x.clickedAt; }));
        QCOMPARE(found({ "clicked_at=< 1970-01-05" }),
            wanted([](const auto& x) { return x.clickedAt && x.clickedAt->ms < days(4).ms; }));
        QCOMPARE(
            found({ "returned_at=1970" }), wanted([](const auto& x) { return x.returnedAt.has_value(); }));
        QCOMPARE(found({ "withheld=true" }), wanted([](const auto& x) { return x.withheld; }));
        QCOMPARE(found({ "withheld=false", "offer==o3", "arm=hold*" }),
            wanted([](const auto& x) { return !x.withheld && x.offer == "o3" && x.arm == "holdout"; }));
        const auto set = reader->find(query(RowTable::Exposures, { "placement=cart" }, "clicked_at:desc"));
        OW_OK(set);
        std::erase_if(all, [](const auto& x) { return x.placement != "cart"; });
        std::ranges::stable_sort(all, [](const auto& a, const auto& b) {
            return a.clickedAt.has_value() != b.clickedAt.has_value()
                ? a.clickedAt.has_value()
                : a.clickedAt && *b.clickedAt < *a.clickedAt;
        });
        const auto rows = reader->exposuresAt(*set, 0, 1'000'000);
        OW_OK(rows);
        QCOMPARE(rows->size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i)
            QVERIFY(rows->at(i).customer == all[i].customer && rows->at(i).at == all[i].at
                && rows->at(i).offer == all[i].offer && rows->at(i).clickedAt == all[i].clickedAt);
    }

    void basketsProductsAndCustomers()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        {
            auto writer = project->openWriter();
            OW_OK(writer);
            for (int i = 0; i < 90'000; ++i)
                OW_OK((*writer)->addBasketLine("b" + std::to_string(i / 3), "P" + std::to_string(i % 7)));
            model::Product p;
            for (int i = 0; i < 2000; ++i) {
                p = {};
                p.sku = "P" + std::to_string(i);
                p.title = i % 3 == 0 ? "Blue lamp" : "desk " + std::to_string(i);
                p.price = { i * 10 };
                if (i % 4 != 0)
                    p.stock = i % 50;
                if (i % 5 == 0)
                    p.tags = { "new", "Sale" };
                p.depletion = days(i % 10);
                OW_OK((*writer)->add(p));
            }
            for (int i = 0; i < 1000; ++i) {
                model::Customer c;
                c.id = "c" + std::to_string(i);
                c.attributes["age"] = std::int64_t(i % 60);
                if (i % 2 == 0)
                    c.attributes["city"] = std::string(i % 4 == 0 ? "Köln" : "Berlin");
                c.attributes["score"] = i / 1000.0;
                c.attributes["vip"] = i % 10 == 0;
                OW_OK((*writer)->add(c));
            }
            OW_OK((*writer)->commit("All", "mixed", "a.csv"));
        }
        project->refresh();
        model::Policy policy = berlin();
        policy.customerAttributes.resize(4);
        policy.customerAttributes[0] = { "age", model::AttributeType::Int, {}, {}, {}, {} };
        policy.customerAttributes[1] = { "city", model::AttributeType::String, {}, {}, {}, {} };
        policy.customerAttributes[2] = { "score", model::AttributeType::Double, {}, {}, {}, {} };
        policy.customerAttributes[3] = { "vip", model::AttributeType::Bool, {}, {}, {}, {} };
        const auto reader = std::move(*project->openReader());
        const auto found = [&](RowTable table, const std::vector<std::string>& where) {
            const auto set = reader->find(query(table, where, {}, policy));
            return set ? int(set->rows.size()) : -1;
        };
        QCOMPARE(found(RowTable::Baskets, {}), 90'000);
        QCOMPARE(reader->basketLines(89'999, 5).size(), std::size_t(1));
        QCOMPARE(found(RowTable::Baskets, { "basket==b17" }), 3);
        QCOMPARE(found(RowTable::Baskets, { "item==P3" }), (90'000 - 4) / 7 + 1);
        const auto lines = reader->find(query(RowTable::Baskets, { "basket==b17" }, "item:desc"));
        OW_OK(lines);
        const auto three = reader->basketLinesAt(*lines, 0, 9);
        OW_OK(three);
        // Lines 51, 52 and 53.
        QCOMPARE(three->at(0).sku, std::string("P4"));
        QCOMPARE(three->at(2).sku, std::string("P2"));
        QCOMPARE(three->at(2).basket, std::string("b17"));

        QCOMPARE(found(RowTable::Products, { "title=LAMP" }), 667);
        QCOMPARE(found(RowTable::Products, { "title=lamp", "price=>= 100" }), 333);
        QCOMPARE(found(RowTable::Products, { "stock=empty" }), 500);
        QCOMPARE(found(RowTable::Products, { "tags==Sale" }), 400);
        QCOMPARE(found(RowTable::Products, { "tags=!sale" }), 1600);
        QCOMPARE(found(RowTable::Products, { "depletion=>= 7d" }), 600);
        QCOMPARE(found(RowTable::Products, { "depletion=empty" }), 200);
        const auto dear = reader->find(query(RowTable::Products, { "title=lamp" }, "price:desc", policy));
        OW_OK(dear);
        QCOMPARE(reader->productsAt(*dear, 0, 1)->at(0).sku, std::string("P1998"));
        QCOMPARE(reader->productsAt(*dear, 666, 9)->at(0).sku, std::string("P0"));

        QCOMPARE(found(RowTable::Customers, { "city=köln" }), 250);
        QCOMPARE(found(RowTable::Customers, { "city=empty" }), 500);
        QCOMPARE(found(RowTable::Customers, { "age=> 57", "vip=false" }), 16 + 16 - 0);
        QCOMPARE(found(RowTable::Customers, { "score=< 0.1" }), 100);
        QCOMPARE(found(RowTable::Customers, { "vip=true" }), 100);
        const auto sorted = reader->find(query(RowTable::Customers, {}, "city", policy));
        OW_OK(sorted);
        const auto rows = reader->customersAt(*sorted, 0, 1000);
        OW_OK(rows);
        QCOMPARE(std::get<std::string>(rows->at(0).attributes.at("city")), std::string("Berlin"));
        QCOMPARE(std::get<std::string>(rows->at(499).attributes.at("city")), std::string("Köln"));
        QVERIFY(!rows->at(500).attributes.contains("city")); // nothing comes last
        QCOMPARE(rows->at(0).id, std::string("c10")); // 2, 6, 10 … by bytes
    }

    void undoneImportsAreNotThere()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        importEvents(*project, 500, 5);
        importEvents(*project, manyRows, 6);
        const auto before = std::move(*project->openReader());
        const auto old = before->find(query(RowTable::Events, { "qty=3" }));
        OW_OK(old);
        OW_OK(project->undo());
        const auto after = std::move(*project->openReader());
        const auto now = after->find(query(RowTable::Events, { "qty=3" }));
        OW_OK(now);
        QVERIFY(now->rows.size() < 500 && !now->rows.empty());
        // An answer about another state is refused, not misread; its own reader still has it.
        QVERIFY(after->eventsAt(*old, 0, 10).error().code == ErrorCode::Conflict);
        QVERIFY(after->exposuresAt(*now, 0, 10).error().code == ErrorCode::Conflict);
        OW_OK(before->eventsAt(*old, 0, 10));
        // Another reader of the same state may read it.
        OW_OK((*project->openReader())->eventsAt(*now, 0, 10));
    }

    void whoeverStopsItGetsNothing()
    {
        for (const int after : { 0, 1, 2, 3 }) {
            int asked = 0;
            const auto set = m_reader->find(query(RowTable::Events, { "text=lamp", "qty=> 0" }, "at"),
                [&](std::int64_t done, std::int64_t total) {
                    if (done < 0 || done > total)
                        qFatal("%lld of %lld", static_cast<long long>(done), static_cast<long long>(total));
                    return asked++ < after;
                });
            QVERIFY(!set);
            QVERIFY(set.error().code == ErrorCode::Cancelled);
            QCOMPARE(asked, after + 1);
        }
        // And the reader goes on to answer.
        check({ &conditions()[0] }, nullptr, false);
    }

    void theEndsOfAnAnswer()
    {
        const auto set = m_reader->find(query(RowTable::Events, { "qty=3" }));
        OW_OK(set);
        const auto size = std::int64_t(set->rows.size());
        QVERIFY(m_reader->eventsAt(*set, size, 10)->empty());
        QVERIFY(m_reader->eventsAt(*set, -5, 0)->empty());
        QCOMPARE(m_reader->eventsAt(*set, size - 3, 10)->size(), std::size_t(3));
        RowSet wrong = *set;
        wrong.rows.assign(1, 4'000'000'000U);
        QVERIFY(!m_reader->eventsAt(wrong, 0, 10));
    }

    void wordsOfACommandLine()
    {
        const model::Policy policy = berlin();
        const auto fields = rowFields(RowTable::Events, policy);
        QVERIFY(parseTerm("type=purchased", fields, policy));
        QVERIFY(parseTerm("value=>=10,50", fields, policy));
        const auto unknown = parseTerm("colour=red", fields, policy);
        QVERIFY(unknown.error().code == ErrorCode::NotFound);
        QVERIFY(unknown.error().message.find("customer, at, type") != std::string::npos);
        QVERIFY(parseTerm("type", fields, policy).error().code == ErrorCode::InvalidInput);
        const auto wrong = parseTerm("at=tomorrow", fields, policy);
        QVERIFY(wrong.error().at == "at");
        RowQuery sorted;
        OW_OK(parseSort("value:desc", fields, sorted));
        QVERIFY(sorted.descending && sorted.by->name == "value");
        OW_OK(parseSort("at:asc", fields, sorted));
        QVERIFY(!sorted.descending);
        QVERIFY(!parseSort("colour", fields, sorted));
    }

private:
    static void compare(const BulkReader& reader, const RowSet& set, const std::vector<const Event*>& wanted)
    {
        QCOMPARE(set.rows.size(), wanted.size());
        const auto rows = reader.eventsAt(set, 0, std::int64_t(wanted.size()));
        OW_OK(rows);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (!isSame((*rows)[i], *wanted[i]))
                QFAIL(qPrintable(QStringLiteral("row %1: %2 instead of %3")
                                     .arg(i)
                                     .arg(QString::fromStdString(textOf(rows->at(i))),
                                         QString::fromStdString(textOf(*wanted[i])))));
    }

    void check(const std::vector<const Condition*>& where, const Order* order, bool descending) const
    {
        std::vector<std::string> words;
        std::vector<const Event*> wanted;
        for (const Event& one : m_all)
            wanted.push_back(&one);
        for (const Condition* condition : where) {
            words.push_back(std::string(condition->field) + '=' + condition->filter);
            std::erase_if(wanted, [&](const Event* e) { return !condition->passes(*e); });
        }
        std::string sort;
        if (order != nullptr) {
            sort = std::string(order->field) + (descending ? ":desc" : "");
            std::ranges::stable_sort(wanted, [&](const Event* a, const Event* b) {
                const auto left = order->key(*a);
                const auto right = order->key(*b);
                if (left.first != right.first)
                    return left.first;
                return left.first && (descending ? right.second < left.second : left.second < right.second);
            });
        }
        const auto set = m_reader->find(query(RowTable::Events, words, sort, berlin()));
        OW_OK(set);
        compare(*m_reader, *set, wanted);
        if (QTest::currentTestFailed())
            qWarning("%s, by %s", words.empty() ? "all" : words.front().c_str(), sort.c_str());
    }

    test::Scratch m_scratch;
    std::unique_ptr<Project> m_project;
    std::unique_ptr<BulkReader> m_reader;
    std::vector<Event> m_all;
};

QTEST_GUILESS_MAIN(TestRowQuery)
#include "tst_row_query.moc"
