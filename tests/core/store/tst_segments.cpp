// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/store/scratch.h"
#include "store/bulk_pages.h"
#include "store/bulk_reader.h"
#include "store/bulk_row_writer.h"
#include "store/bulk_rows.h"
#include "store/bulk_writer.h"
#include "store/check_file.h"
#include "store/schema.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <set>
#include <unistd.h>

using namespace ow;
using namespace ow::store;

namespace {

constexpr std::int64_t manyRows = std::int64_t(mostTailRows) + 30'000; ///< enough for segments

/// Event i of a file that tells them all apart.
std::pair<std::string, model::Event> numbered(std::int64_t i, std::uint64_t seed)
{
    Philox random(seed, std::uint64_t(i));
    model::Event e;
    e.at = { days(random.below(300)).ms };
    e.type = random.below(3) == 0 ? "purchased" : "product_viewed";
    e.sku = "P" + std::to_string(random.below(50));
    e.qty = std::int64_t(random.below(4));
    e.value = i;
    e.session = random.below(2) == 0 ? "" : "s" + std::to_string(i / 5);
    if (random.below(100) == 0)
        e.text = "words " + std::to_string(i);
    return { "c" + std::to_string(random.below(2000)), e };
}

void importNumbered(Project& project, std::int64_t rows, std::uint64_t seed)
{
    {
        auto writer = project.openWriter();
        OW_OK(writer);
        for (std::int64_t i = 0; i < rows; ++i) {
            const auto [who, event] = numbered(i, seed);
            OW_OK((*writer)->add(who, event));
        }
        OW_OK((*writer)->commit("Numbered", "events", "n.csv"));
    }
    project.refresh();
}

std::string textOf(const std::string& who, const model::Event& e)
{
    return fmt::format(
        "{} {} {} {} {} {} {} {}", who, e.at.ms, e.type, e.sku, e.qty, e.value, e.session, e.text);
}

/// What readers must tell: by customer, time and order of the files.
std::vector<std::string> expected(const std::vector<std::pair<std::int64_t, std::uint64_t>>& imports)
{
    std::map<std::string, std::vector<model::Event>> byCustomer;
    for (const auto& [rows, seed] : imports)
        for (std::int64_t i = 0; i < rows; ++i) {
            auto [who, event] = numbered(i, seed);
            byCustomer[who].push_back(std::move(event));
        }
    std::vector<std::string> out;
    for (auto& [who, events] : byCustomer) {
        std::ranges::stable_sort(events, {}, [](const model::Event& e) { return e.at.ms; });
        for (const model::Event& e : events)
            out.push_back(textOf(who, e));
    }
    return out;
}

std::vector<std::string> allEvents(const BulkReader& reader)
{
    std::vector<std::string> out;
    const auto done = reader.forEachEvent([&](std::string_view who, const model::Event& e) {
        out.push_back(textOf(std::string(who), e));
        return true;
    });
    if (!done)
        qFatal("%s", done.error().text().c_str());
    return out;
}

}

class TestSegments : public QObject {
    Q_OBJECT

private slots:
    void importsLargeAndSmallAreOne()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        importNumbered(*project, manyRows, 1);
        importNumbered(*project, 500, 2);
        importNumbered(*project, manyRows, 3);
        QCOMPARE(segments(scratch), 2 * ((manyRows + 8'191) / 8'192));
        const auto all = expected({ { manyRows, 1 }, { 500, 2 }, { manyRows, 3 } });
        {
            const auto reader = project->openReader();
            QCOMPARE((*reader)->counts().events, 2 * manyRows + 500);
            QVERIFY(allEvents(**reader) == all);
            // One customer on his own, and in the round.
            std::vector<std::string> one;
            const auto c7 = (*reader)->customer("c7");
            OW_OK(c7);
            for (const model::Event& e : c7->second.events)
                one.push_back(textOf("c7", e));
            std::vector<std::string> wanted;
            std::ranges::copy_if(
                all, std::back_inserter(wanted), [](const auto& s) { return s.starts_with("c7 "); });
            QVERIFY(one == wanted);
            std::vector<std::string> round;
            OW_OK((*reader)->forEachCustomer(0, 0, [&](const model::Customer& c, const model::History& h) {
                for (const model::Event& e : h.events)
                    round.push_back(textOf(c.id, e));
                return true;
            }));
            QVERIFY(round == all);
            // From the middle on.
            round.clear();
            OW_OK((*reader)->forEachCustomer(1500, 3, [&](const model::Customer& c, const model::History& h) {
                for (const model::Event& e : h.events)
                    round.push_back(textOf(c.id, e));
                return true;
            }));
            QVERIFY(!round.empty());
            QVERIFY(std::ranges::search(all, round).begin() != all.end());
            for (const std::int64_t first : { 0LL, 100LL, 1990LL, 2001LL, 77'777LL, 2LL * manyRows + 490 }) {
                const auto page = (*reader)->events(first, 30);
                QCOMPARE(
                    std::int64_t(page.size()), std::min<std::int64_t>(30, std::int64_t(all.size()) - first));
                for (std::size_t i = 0; i < page.size(); ++i)
                    QCOMPARE(textOf(page[i].first, page[i].second), all[std::size_t(first) + i]);
            }
        }
        QVERIFY(checkFile(scratch.path())->empty());
        OW_OK(project->undo());
        QVERIFY(allEvents(**project->openReader()) == expected({ { manyRows, 1 }, { 500, 2 } }));
        QCOMPARE((*project->openReader())->events(manyRows, 700).size(), std::size_t(500));
        OW_OK(project->undo());
        OW_OK(project->undo());
        QVERIFY(allEvents(**project->openReader()).empty());
        QVERIFY((*project->openReader())->events(5000, 10).empty());
        OW_OK(project->goTo(3));
        QVERIFY(allEvents(**project->openReader()) == all);
        QVERIFY(checkFile(scratch.path())->empty());
    }

    void customersByPages()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        importNumbered(*project, 30'000, 1);
        std::set<std::string> names;
        for (std::int64_t i = 0; i < 30'000; ++i)
            names.insert(numbered(i, 1).first);
        QVERIFY(names.size() > 1900);
        const std::vector<std::string> all(names.begin(), names.end());
        const auto reader = project->openReader();
        for (const std::int64_t first : { 1500LL, 0LL, 999LL, 1000LL, 1001LL, 1999LL, 20LL, 5000LL }) {
            const auto page = (*reader)->customers(first, 30);
            QCOMPARE(
                std::int64_t(page.size()), std::clamp<std::int64_t>(std::int64_t(all.size()) - first, 0, 30));
            for (std::size_t i = 0; i < page.size(); ++i)
                QCOMPARE(page[i].id, all[std::size_t(first) + i]);
        }
        QVERIFY((*reader)->customers(3, 0).empty());
    }

    void linesComeFromSegmentsAndRows()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        importNumbered(*project, manyRows, 5);
        importNumbered(*project, 300, 6);
        std::set<std::pair<std::string, std::string>> wanted;
        for (const auto& [rows, seed] : { std::pair(manyRows, 5), std::pair(std::int64_t(300), 6) })
            for (std::int64_t i = 0; i < rows; ++i)
                if (const auto e = numbered(i, std::uint64_t(seed)).second;
                    e.type == "purchased" && !e.session.empty())
                    wanted.emplace(e.session, e.sku);
        std::set<std::pair<std::string, std::string>> found;
        std::size_t told = 0;
        OW_OK((*project->openReader())->forEachBasketLine([&](std::string_view basket, std::string_view sku) {
            found.emplace(basket, sku);
            ++told;
            return true;
        }));
        QCOMPARE(told, wanted.size());
        QVERIFY(found == wanted);
    }

    void manyExposures()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto make = [](std::int64_t i) {
            Philox random(9, std::uint64_t(i));
            model::LoggedExposure x;
            x.customer = "c" + std::to_string(random.below(3000));
            x.at = { i * 1000 };
            x.offer = "o" + std::to_string(random.below(9));
            x.placement = "cart";
            x.arm = random.below(2) == 0 ? "holdout" : "treatment";
            x.withheld = x.arm == "holdout";
            if (random.below(3) == 0)
                x.clickedAt = Timestamp { x.at.ms + std::int64_t(random.below(9)) };
            if (random.below(30) == 0)
                x.acceptedAt = Timestamp { 0 };
            if (random.below(90) == 0)
                x.returnedAt = Timestamp { x.at.ms + days(3).ms };
            x.intent = random.below(2) == 0 ? "" : "i" + std::to_string(i);
            return x;
        };
        {
            auto writer = project->openWriter();
            for (std::int64_t i = 0; i < manyRows; ++i)
                OW_OK((*writer)->add(make(i)));
            OW_OK((*writer)->commit("Shown", "exposures", "x.csv"));
        }
        project->refresh();
        const auto reader = project->openReader();
        std::int64_t rows = 0;
        std::string lastCustomer;
        OW_OK((*reader)->forEachExposure([&](const model::LoggedExposure& x) {
            const model::LoggedExposure y = make(x.at.ms / 1000);
            if (x.customer != y.customer || x.offer != y.offer || x.arm != y.arm || x.withheld != y.withheld
                || x.clickedAt != y.clickedAt || x.acceptedAt != y.acceptedAt || x.declinedAt
                || x.placement != "cart" || x.returnedAt != y.returnedAt || x.intent != y.intent
                || x.customer < lastCustomer)
                return false;
            lastCustomer = x.customer;
            ++rows;
            return true;
        }));
        QCOMPARE(rows, manyRows);
        QCOMPARE((*reader)->exposures(manyRows - 4, 10).size(), std::size_t(4));
        QVERIFY((*reader)->dataEnd() > Timestamp { days(3).ms });
        QVERIFY(checkFile(scratch.path())->empty());
    }

    void withoutCommitNoSegmentStays()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        {
            auto writer = project->openWriter();
            for (std::int64_t i = 0; i < 1'100'000; ++i) { // more than one run
                model::Event e;
                e.at = { i };
                OW_OK((*writer)->add("c" + std::to_string(i % 1000), e));
            }
        }
        QCOMPARE(segments(scratch), 0);
        SQLite::Database db(scratch.path().string());
        QCOMPARE(db.execAndGet("SELECT (SELECT count(*) FROM customer_key) + (SELECT count(*) FROM batch) "
                               "+ (SELECT count(*) FROM segment_column)")
                     .getInt(),
            0);
    }

    /// A process that imports is killed at any moment: each import is there whole, or not at all.
    void killedImports()
    {
        constexpr std::int64_t rows = std::int64_t(mostTailRows) + 1000;
        test::Scratch scratch;
        (void)scratch.create();
        Philox random(11);
        std::int64_t whole = 0;
        for (int round = 0; round < 12; ++round) {
            const pid_t child = ::fork();
            if (child == 0) {
                const auto project = scratch.open();
                for (std::uint64_t seed = 1;; ++seed)
                    importNumbered(*project, rows, seed);
            }
            QVERIFY(child > 0);
            ::usleep(useconds_t(20'000 + random.below(400'000)));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            const auto faults = checkFile(scratch.path());
            OW_OK(faults);
            QVERIFY2(faults->empty(), faults->empty() ? "" : faults->front().c_str());
            const auto project = scratch.open();
            QVERIFY(project->readOnlyReason().empty());
            QCOMPARE(project->counts().events % rows, 0);
            QVERIFY(project->counts().events >= whole * rows);
            whole = project->counts().events / rows;
            QCOMPARE(segments(scratch), whole * ((rows + 8'191) / 8'192));
        }
        qInfo("%lld imports were whole", static_cast<long long>(whole));
        QCOMPARE(std::int64_t(allEvents(**scratch.open()->openReader()).size()), whole * rows);
    }

    /// Many little runs, straight into the tables, against a list.
    void smallRunsAgainstAList()
    {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            Philox random(seed, 7);
            SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            createSchema(db);
            const std::size_t people = 1 + random.below(40);
            std::vector<std::string> names;
            std::vector<KeyAndId> keys;
            for (std::size_t i = 0; i < people; ++i)
                names.push_back((random.below(3) == 0 ? "prefix-" : "") + std::to_string(random.next32()));
            for (std::size_t i = 0; i < people; ++i) {
                keys.push_back({ names[i], std::int64_t(i + 1) });
                db.exec(fmt::format("INSERT INTO customer_key VALUES({}, '{}')", i + 1, names[i]));
            }
            std::map<std::string, std::vector<BulkRow>> list;
            const std::uint64_t batches = 1 + random.below(4);
            for (std::uint64_t batch = 1; batch <= batches; ++batch) {
                const bool active = random.below(4) != 0;
                db.exec(fmt::format(
                    "INSERT INTO batch VALUES({}, 0, '', '', '', {}, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL)",
                    batch, active ? 1 : 0));
                for (std::uint64_t run = 0; run < 1 + random.below(3); ++run) {
                    RowBuffer rows(eventKind);
                    for (std::uint64_t i = 0; i < 1 + random.below(200); ++i) {
                        BulkRow row;
                        const std::size_t who = random.below(people);
                        row.batch = std::int64_t(batch);
                        row.values[0] = std::int64_t(who);
                        row.values[1] = std::int64_t(random.below(50));
                        row.values[5] = std::int64_t(random.next64());
                        if (random.below(5) == 0)
                            row.text = names[who];
                        rows.add(row);
                        if (active)
                            list[names[who]].push_back(row);
                    }
                    SegmentWriter writer(db, eventKind, std::int64_t(batch));
                    for (const EncodedSegment& segment : encodeRun(rows, keys))
                        writer.write(std::int64_t(run), segment);
                }
            }
            for (auto& [name, rows] : list)
                std::ranges::stable_sort(
                    rows, {}, [](const BulkRow& r) { return std::pair(r.values[1], r.batch); });
            const ActiveBatches active(db);
            BulkRows rows(db, eventKind, active,
                [&](std::int64_t id) { return std::string_view(names.at(std::size_t(id - 1))); });
            const auto compare = [&](const std::string& name, const std::vector<BulkRow>& found) {
                const auto& wanted = list[name];
                QCOMPARE(found.size(), wanted.size());
                for (std::size_t i = 0; i < found.size(); ++i) {
                    QCOMPARE(found[i].values[1], wanted[i].values[1]);
                    QCOMPARE(found[i].values[5], wanted[i].values[5]);
                    QCOMPARE(found[i].text, wanted[i].text);
                }
            };
            std::vector<KeyAndId> sorted = keys;
            std::ranges::sort(sorted, {}, &KeyAndId::key);
            const std::string_view from = sorted[random.below(people)].key;
            BulkRows::Walk walk(rows, from);
            std::vector<BulkRow> found;
            for (const KeyAndId& who : sorted) {
                rows.of(who.id, who.key, found);
                compare(std::string(who.key), found);
                if (who.key < from)
                    continue;
                walk.of(who.id, found);
                compare(std::string(who.key), found);
            }
            walk.checkEnd();
        }
    }

    void damagedSegmentsAreRefused()
    {
        test::Scratch scratch;
        {
            const auto project = scratch.create();
            importNumbered(*project, manyRows, 4);
        }
        const auto original = scratch.path("whole.offerwright");
        std::filesystem::copy_file(scratch.path(), original);
        int refused = 0;
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            Philox random(seed, 8);
            std::filesystem::copy_file(
                original, scratch.path(), std::filesystem::copy_options::overwrite_existing);
            {
                SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE);
                db.exec(damage(db, random));
            }
            const auto faults = checkFile(scratch.path());
            QVERIFY2(!faults || !faults->empty(), qPrintable(QString::number(seed)));
            const auto project = scratch.open();
            const auto reader = project->openReader();
            OW_OK(reader);
            std::int64_t told = 0;
            const auto done
                = (*reader)->forEachEvent([&](std::string_view, const model::Event&) { return ++told > 0; });
            refused += done ? 0 : 1;
            QVERIFY(told <= manyRows * 4);
            (void)(*reader)->customer("c7");
            (void)(*reader)->events(50'000, 100);
            (void)(*reader)->forEachBasketLine([](std::string_view, std::string_view) { return true; });
        }
        QVERIFY(refused > 10);
    }

private:
    static std::int64_t segments(const test::Scratch& scratch)
    {
        SQLite::Database db(scratch.path().string());
        return db.execAndGet("SELECT count(*) FROM segment").getInt64();
    }

    /// One thing that no program of ours writes.
    static std::string damage(SQLite::Database& db, Philox& random)
    {
        const auto segment = 1 + random.below(5);
        const auto column = segment * 16 + random.below(8);
        const auto size
            = db.execAndGet(fmt::format("SELECT length(data) FROM segment_column WHERE id = {}", column))
                  .getInt();
        switch (random.below(8)) {
        case 0:
            return fmt::format("UPDATE segment_column SET data = substr(data, 1, {}) WHERE id = {}",
                random.below(std::uint64_t(size)), column);
        case 1:
            return fmt::format(
                "UPDATE segment_column SET data = CAST(x'{:02x}' || substr(data, 2) AS BLOB) WHERE id = {}",
                5 + random.below(200), column);
        case 2:
            return fmt::format(
                "UPDATE segment SET rows = rows + {} WHERE id = {}", 1 + random.below(100'000), segment);
        case 3:
            return fmt::format("DELETE FROM segment_column WHERE id = {}", column);
        case 4:
            return fmt::format(
                "UPDATE segment SET first_key = last_key, last_key = first_key WHERE id = {}", segment);
        case 5:
            return fmt::format("UPDATE segment_column SET data = randomblob({}) WHERE id = {}",
                random.below(100'000), column);
        case 6:
            return fmt::format("UPDATE segment_column SET low = low + 1 WHERE id = {}", column);
        default:
            return fmt::format("UPDATE segment SET id = -{} WHERE id = {}", random.next32(), segment);
        }
    }
};

QTEST_GUILESS_MAIN(TestSegments)
#include "tst_segments.moc"
