// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"
#include "store/bulk_row_writer.h"
#include "store/check_file.h"

#include <QElapsedTimer>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

using namespace ow;
using namespace ow::store;

namespace {

using Row = std::pair<std::string, model::Event>;

/// Few customers, days, types and values, so that equal rows are many.
std::vector<Row> randomRows(std::uint64_t seed, std::size_t count, std::int64_t firstDay,
    std::uint64_t daysLong, std::uint64_t customers, std::uint64_t values)
{
    Philox random(seed);
    std::vector<Row> out;
    for (std::size_t i = 0; i < count; ++i) {
        model::Event e;
        e.at = { days(firstDay + std::int64_t(random.below(daysLong))).ms };
        e.type = random.below(2) == 0 ? "purchased" : "product_viewed";
        e.value = std::int64_t(random.below(values));
        e.session = random.below(2) == 0 ? "" : "s" + std::to_string(random.below(3));
        e.text = random.below(10) == 0 ? "words" : "";
        out.emplace_back("c" + std::to_string(random.below(customers)), e);
    }
    return out;
}

std::string textOf(const std::string& who, const model::Event& e)
{
    return fmt::format("{}|{}|{}|{}|{}|{}", who, e.at.ms, e.type, e.value, e.session, e.text);
}

using Bag = std::map<std::string, std::int64_t>; ///< how many of each row

Bag bagOf(const std::vector<Row>& rows, std::size_t begin, std::size_t end)
{
    Bag out;
    for (std::size_t i = begin; i < end; ++i)
        ++out[textOf(rows[i].first, rows[i].second)];
    return out;
}

std::int64_t import(Project& project, const std::vector<Row>& rows)
{
    std::int64_t duplicates = 0;
    {
        const auto writer = test::sure(project.openWriter());
        for (std::size_t i = 0; i < rows.size(); ++i)
            test::sure(
                writer->addUnlessThere(rows[i].first, rows[i].second, { i < rows.size() / 2 ? 0U : 1U }));
        for (const Duplicates& ofFile : test::sure(writer->finishRows()))
            duplicates += ofFile.events;
        const auto record = test::sure(writer->commit("Events", "events", "events.csv"));
        if (record.duplicates != duplicates || record.stored + duplicates != std::int64_t(rows.size()))
            qFatal("the record does not add up");
    }
    project.refresh();
    return duplicates;
}

Bag told(const Project& project)
{
    Bag out;
    test::sure(
        test::sure(project.openReader())->forEachEvent([&](std::string_view who, const model::Event& e) {
            ++out[textOf(std::string(who), e)];
            return true;
        }));
    return out;
}

/// As multisets: of each row as many as the larger of both has; answers how many of `more` were there.
std::int64_t unite(Bag& bag, const Bag& more)
{
    std::int64_t there = 0;
    for (const auto& [row, count] : more) {
        std::int64_t& have = bag[row];
        there += std::min(have, count);
        have = std::max(have, count);
    }
    return there;
}

std::int64_t segments(const test::Scratch& scratch)
{
    SQLite::Database db(scratch.path().string());
    return db.execAndGet("SELECT count(*) FROM segment").getInt64();
}

}

/// An import that overlaps earlier ones stores what is new.
class TestKnownRows : public QObject {
    Q_OBJECT

private slots:
    /// A file whose rows' texts are the very bytes of their numbers, so that a plain hash of both is one for all.
    void hostileRowsTakeNoLonger()
    {
        const test::Scratch scratch;
        const auto project = scratch.create();
        constexpr std::int64_t day = 0x0101'7F00'0000; // bytes that a text may have
        model::Event e;
        e.type = "purchased";
        e.at = { day };
        (void)import(*project, { { "ann", e } });
        std::int64_t who = 0;
        std::int64_t type = 0;
        {
            SQLite::Database db(scratch.path().string());
            who = db.execAndGet("SELECT id FROM customer_key WHERE text = 'ann'").getInt64();
            type = db.execAndGet("SELECT id FROM word WHERE text = 'purchased'").getInt64();
        }
        std::vector<Row> rows;
        for (std::int64_t i = 0; i < 60'000; ++i) {
            e.value = (i & 0x7F) | (i >> 7 & 0x7F) << 8 | (i >> 14) << 16;
            const std::array<std::int64_t, 8> values { who, e.at.ms, type, 0, e.qty, e.value, 0, 0 };
            e.text.assign(reinterpret_cast<const char*>(values.data()), sizeof values);
            rows.emplace_back("ann", e);
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(import(*project, rows), 0);
        QVERIFY2(timer.elapsed() < 4000, std::to_string(timer.elapsed()).c_str());
        QCOMPARE(import(*project, rows), std::int64_t(rows.size()));
    }

    /// A caller that goes on after an error must not get half of its rows committed.
    void whatFailedIsNotCommitted()
    {
        const test::Scratch scratch;
        const auto project = scratch.create();
        const auto rows = randomRows(5, mostTailRows + 10, 19'000, 30, 50, 9);
        (void)import(*project, rows);
        const auto before = project->counts().events;
        SQLite::Database(scratch.path().string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE segment_column SET data = x'00' WHERE id % 16 = 2");
        {
            const auto writer = test::sure(project->openWriter());
            test::sure(writer->addBasketLine("b", "s", {}));
            for (std::size_t i = 0; i < 100; ++i)
                test::sure(writer->addUnlessThere(rows[i].first, rows[i].second, { 0U }));
            const auto finished = writer->finishRows();
            QVERIFY(!finished && finished.error().code == ErrorCode::CorruptFile);
            QVERIFY(!writer->commit("Half", "events", "half.csv"));
        }
        project->refresh();
        QCOMPARE(project->counts().events, before);
        QCOMPARE(project->counts().basketLines, 0);
        QCOMPARE(project->undoTitle(), std::string("Events"));
    }

    /// Great and small imports, of which each has rows of those before, one of them longer than a run of a
    /// million.
    void asMultisets()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        Bag bag;
        std::int64_t steps = 0;
        const auto both = [&](const std::vector<Row>& rows) {
            const std::int64_t wanted = unite(bag, bagOf(rows, 0, rows.size()));
            QCOMPARE(import(*project, rows), wanted);
            QVERIFY(told(*project) == bag);
            QCOMPARE(project->counts().events, sum(bag));
            ++steps;
        };
        both(randomRows(1, 3'000, 0, 30, 20, 5)); // rows of the row table
        both(randomRows(2, 3'000, 10, 30, 20, 5)); // small on small
        QCOMPARE(segments(scratch), 0);
        both(randomRows(3, 90'000, 20, 30, 300, 20)); // great on small
        QVERIFY(segments(scratch) > 5);
        both(randomRows(4, 90'000, 30, 40, 300, 20)); // great on great
        both(randomRows(5, 2'000, 0, 90, 300, 20)); // small on all
        const Bag before = bag;
        both(randomRows(6, 1'200'000, 25, 45, 100, 3)); // equal rows in both runs
        QVERIFY(test::sure(checkFile(scratch.path())).empty());
        OW_OK(project->undo());
        QVERIFY(told(*project) == before);
        while (!project->undoTitle().empty())
            OW_OK(project->undo());
        QCOMPARE(project->counts().events, 0);
        // What is undone is not there.
        QCOMPARE(import(*project, randomRows(3, 90'000, 20, 30, 300, 20)), 0);
    }

    void theSameAgainIsNothing()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto rows = randomRows(7, 80'000, 0, 60, 500, 1000);
        QCOMPARE(import(*project, rows), 0);
        const std::int64_t before = segments(scratch);
        const Counts counts = project->counts();
        QCOMPARE(import(*project, rows), 80'000);
        QCOMPARE(segments(scratch), before);
        QCOMPARE(project->counts().events, counts.events);
        QCOMPARE(project->counts().customers, counts.customers);
        // Shortened in front, continued behind: only what is behind is stored.
        std::vector<Row> later(rows.begin() + 10'000, rows.end());
        const auto more = randomRows(8, 5'000, 60, 10, 500, 1000);
        later.insert(later.end(), more.begin(), more.end());
        QCOMPARE(import(*project, later), 70'000);
        QCOMPARE(project->counts().events, 85'000);
        QVERIFY(test::sure(checkFile(scratch.path())).empty());
    }

    /// While a run of a million is compared, customers whom nobody knew come in.
    void newCustomersMeanwhile()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto rows = randomRows(10, 1'000'000, 0, 60, 3000, 1000);
        QCOMPARE(import(*project, rows), 0);
        std::vector<Row> more = rows;
        for (int i = 0; i < 300'000; ++i)
            more.emplace_back("new" + std::to_string(i), rows[std::size_t(i)].second);
        QCOMPARE(import(*project, more), 1'000'000);
        QCOMPARE(project->counts().events, 1'300'000);
        QCOMPARE(project->counts().customers, 303'000);
    }

    /// A hundred thousand equal rows are kept, found again, and compared in no more time than others.
    void equalRowsOfOneImportAreKept()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        model::Event search;
        search.at = { 5 };
        search.type = "search";
        const std::vector<Row> equal(100'000, Row { "c", search });
        QCOMPARE(import(*project, equal), 0);
        QCOMPARE(project->counts().events, 100'000);
        std::vector<Row> more = equal;
        more.resize(100'010, equal[0]);
        QCOMPARE(import(*project, more), 100'000);
        QCOMPARE(project->counts().events, 100'010);
    }

    void exposuresToo()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto make = [](std::int64_t i, bool clicked) {
            model::LoggedExposure x;
            x.customer = "c" + std::to_string(i % 100);
            x.at = { i * 1000 };
            x.offer = "o" + std::to_string(i % 7);
            x.placement = "cart";
            if (clicked && i % 3 == 0)
                x.clickedAt = Timestamp { x.at.ms + 10 };
            return x;
        };
        std::int64_t otherwise = 0;
        const auto import = [&](std::int64_t first, std::int64_t last, bool clicked) {
            const auto writer = test::sure(project->openWriter());
            for (std::int64_t i = first; i < last; ++i)
                test::sure(writer->addUnlessThere(make(i, clicked), {}));
            const auto record = test::sure(writer->commit("Shown", "exposures", "x.csv"));
            otherwise = writer->leftOut().sameExposureOtherOutcome;
            return record.duplicates;
        };
        QCOMPARE(import(0, 70'000, true), 0);
        QCOMPARE(import(60'000, 140'000, true), 10'000);
        QCOMPARE(import(139'000, 141'000, true), 1'000); // a small one
        QCOMPARE(otherwise, 0);
        // What came of it makes no second exposure: 666 of these 2,000 were clicked.
        QCOMPARE(import(139'000, 141'000, false), 2'000);
        QCOMPARE(otherwise, 666);
        // Of segments, too: i % 3 == 0 for 3,334 of the first 10,000.
        QCOMPARE(import(0, 10'000, false), 10'000);
        QCOMPARE(otherwise, 3'334);
        project->refresh();
        QCOMPARE(project->counts().exposures, 141'000);
        QVERIFY(test::sure(checkFile(scratch.path())).empty());
    }

    /// Of several rows of one key each is matched with the one that says the same, where there is one.
    void theSameIsFoundAmongTheLike()
    {
        const test::Scratch scratch;
        const auto project = scratch.create();
        const auto import = [&](const std::vector<std::int64_t>& clicks, bool asTheyAre) {
            const auto writer = test::sure(project->openWriter());
            model::LoggedExposure x;
            x.customer = "ann";
            x.offer = "dock";
            for (const std::int64_t click : clicks) {
                x.clickedAt = click > 0 ? std::optional(Timestamp { click }) : std::nullopt;
                test::sure(asTheyAre ? writer->add(x) : writer->addUnlessThere(x, {}));
            }
            const auto record = test::sure(writer->commit("Shown", "exposures", "x.csv"));
            return std::pair(record.duplicates, writer->leftOut().sameExposureOtherOutcome);
        };
        using Counts = std::pair<std::int64_t, std::int64_t>;
        (void)import({ 0, 7 }, true); // as programs of before stored what came again
        QVERIFY(import({ 7 }, false) == Counts(1, 0));
        QVERIFY(import({ 0 }, false) == Counts(1, 0));
        QVERIFY(import({ 7, 0 }, false) == Counts(2, 0));
        QVERIFY(import({ 9 }, false) == Counts(1, 1));
        QVERIFY(import({ 9, 7, 0 }, false) == Counts(2, 0)); // three, of which two were there
        QVERIFY(import({ 9, 7, 0 }, false) == Counts(3, 0));
    }

    void whatIsOnlyAddedIsKept()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto rows = randomRows(9, 1'000, 0, 10, 10, 10);
        for (int i = 0; i < 2; ++i) {
            const auto writer = test::sure(project->openWriter());
            for (const auto& [who, event] : rows)
                test::sure(writer->add(who, event));
            test::sure(writer->commit("Events", "events", "events.csv"));
        }
        project->refresh();
        QCOMPARE(project->counts().events, 2'000);
    }

private:
    static std::int64_t sum(const Bag& bag)
    {
        std::int64_t out = 0;
        for (const auto& [row, count] : bag)
            out += count;
        return out;
    }
};

QTEST_GUILESS_MAIN(TestKnownRows)
#include "tst_known_rows.moc"
