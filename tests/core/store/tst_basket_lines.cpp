// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"
#include "store/bulk_row_writer.h"
#include "store/check_file.h"
#include "store/rescue.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <set>

using namespace ow;
using namespace ow::store;

namespace {

using Lines = std::vector<std::pair<int, int>>; ///< (basket, sku)
using Known = std::set<std::pair<int, int>>;

std::string basketName(int i) { return "b" + std::to_string(i * 7919 % 1'000'003); }
std::string skuName(int i) { return "S" + std::to_string(i); }

/// Lines (basket, sku) below these numbers.
Lines randomLines(std::uint64_t seed, std::size_t count, std::uint64_t baskets, std::uint64_t skus)
{
    Philox random(seed);
    Lines out;
    for (std::size_t i = 0; i < count; ++i)
        out.emplace_back(int(random.below(baskets)), int(random.below(skus)));
    return out;
}

/// The second half comes from a second file. Answers each file's duplicates.
std::vector<std::int64_t> import(Project& project, const Lines& lines)
{
    std::vector<std::int64_t> duplicates;
    {
        const auto writer = test::sure(project.openWriter());
        for (std::size_t i = 0; i < lines.size(); ++i)
            test::sure(writer->addBasketLine(
                basketName(lines[i].first), skuName(lines[i].second), { std::size_t(i < lines.size() / 2 ? 0 : 1) }));
        for (const Duplicates& ofFile : test::sure(writer->finishRows()))
            duplicates.push_back(ofFile.basketLines);
        const auto record = test::sure(writer->commit("Baskets", "baskets", "baskets.csv"));
        duplicates.resize(2);
        if (record.duplicates != duplicates[0] + duplicates[1]
            || record.stored + record.duplicates != std::int64_t(lines.size()))
            qFatal("the record does not add up");
    }
    project.refresh();
    return duplicates;
}

/// What the import must answer; `known` grows by what is new.
std::vector<std::int64_t> expected(const Lines& lines, Known& known)
{
    std::vector<std::int64_t> duplicates(2);
    for (std::size_t i = 0; i < lines.size(); ++i)
        duplicates[i < lines.size() / 2 ? 0 : 1] += known.insert(lines[i]).second ? 0 : 1;
    return duplicates;
}

using Told = std::vector<std::pair<std::string, std::string>>;

Told told(const Project& project)
{
    Told out;
    test::sure(
        test::sure(project.openReader())->forEachBasketLine([&](std::string_view b, std::string_view s) {
            out.emplace_back(b, s);
            return true;
        }));
    return out;
}

/// Each line once, the lines of a basket together, nothing else.
void compare(const Project& project, const Known& known)
{
    const Told lines = told(project);
    QCOMPARE(lines.size(), known.size());
    QCOMPARE(project.counts().basketLines, std::int64_t(known.size()));
    std::set<std::pair<std::string, std::string>> wanted;
    for (const auto& [basket, sku] : known)
        wanted.emplace(basketName(basket), skuName(sku));
    std::set<std::string> closed;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QVERIFY(wanted.erase(lines[i]) == 1);
        if (i > 0 && lines[i].first != lines[i - 1].first)
            QVERIFY(closed.insert(lines[i - 1].first).second);
    }
    QVERIFY(told(project) == lines); // the same order every time
}

std::int64_t segments(const test::Scratch& scratch)
{
    SQLite::Database db(scratch.path().string());
    return db.execAndGet("SELECT count(*) FROM segment WHERE kind = 'basket_line'").getInt64();
}

}

/// Lines of baskets: each once, wherever it lies and whatever file brought it.
class TestBasketLines : public QObject {
    Q_OBJECT

private slots:
    void everyLineOnce()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        Known known;
        const auto both
            = [&](const Lines& lines) { QCOMPARE(import(*project, lines), expected(lines, known)); };
        both(randomLines(1, 5'000, 900, 40)); // rows of the row table
        both({ { 1, 1 }, { 1, 1 }, { 1, 2 }, { 2, 1 } });
        QCOMPARE(segments(scratch), 0);
        const Known before = known;
        // More than a run of half a million, lines twice within a run, in both runs, and in the row table.
        both(randomLines(2, 560'000, 30'000, 40));
        const std::int64_t first = segments(scratch);
        QVERIFY(first > 40);
        compare(*project, known);
        const Known great = known;
        both(randomLines(3, 5'000, 40'000, 40)); // few, some of them in segments
        QCOMPARE(segments(scratch), first);
        both(randomLines(4, 100'000, 50'000, 40)); // many, some in segments and rows
        QVERIFY(segments(scratch) > first);
        compare(*project, known);
        QVERIFY(test::sure(checkFile(scratch.path())).empty());
        for (int i = 0; i < 2; ++i)
            OW_OK(project->undo());
        compare(*project, great);
        OW_OK(project->undo());
        compare(*project, before);
        // Lines of an import that is undone are not there: they are new again.
        Known again = before;
        const Lines lines = randomLines(2, 100'000, 30'000, 40);
        QCOMPARE(import(*project, lines), expected(lines, again));
        compare(*project, again);
        QVERIFY(test::sure(checkFile(scratch.path())).empty());
    }

    /// All that a file brings is there: no empty run, no row.
    void theSameAgainIsNothing()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        Known known;
        const Lines lines = randomLines(5, 80'000, 1'000'000, 1000);
        QCOMPARE(import(*project, lines), expected(lines, known));
        const std::int64_t before = segments(scratch);
        QCOMPARE(import(*project, lines)[0] + import(*project, lines)[1], std::int64_t(lines.size()));
        QCOMPARE(segments(scratch), before);
        compare(*project, known);
    }

    void linesAndEventsInTurn()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        constexpr int rows = 100'000;
        {
            const auto writer = test::sure(project->openWriter());
            model::Event event;
            event.type = "purchased";
            for (int i = 0; i < rows; ++i) {
                event.session = basketName(i / 2);
                event.sku = skuName(i % 3);
                test::sure(writer->add("c" + std::to_string(i % 10), event));
                test::sure(writer->addBasketLine(basketName(i / 3), skuName(i % 5)));
            }
            const auto record = test::sure(writer->commit("Both", "events", "both.csv"));
            QCOMPARE(record.stored, 2 * rows);
            QCOMPARE(record.duplicates, 0);
        }
        project->refresh();
        QCOMPARE(project->counts().basketLines, rows);
        QCOMPARE(project->counts().events, rows);
        Known wanted;
        for (int i = 0; i < rows; ++i) {
            wanted.emplace(i / 2, i % 3);
            wanted.emplace(i / 3, i % 5);
        }
        QCOMPARE(told(*project).size(), wanted.size());
    }

    void noLineAfterTheLast()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto writer = test::sure(project->openWriter());
        OW_OK(writer->addBasketLine("b", "s"));
        QVERIFY(test::sure(writer->finishRows()).empty());
        const auto late = writer->addBasketLine("b", "t");
        QVERIFY(!late && late.error().code == ErrorCode::Conflict);
    }

    void damageIsToldAndTheRestIsRescued()
    {
        test::Scratch scratch;
        Known known;
        {
            const auto project = scratch.create();
            const Lines lines = randomLines(6, 100'000, 200'000, 1000);
            QCOMPARE(import(*project, lines), expected(lines, known));
        }
        SQLite::Database(scratch.path().string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE segment_column SET data = (SELECT data FROM segment_column WHERE id = 3 * 16 + 1) "
                  "WHERE "
                  "id = 2 * 16 + 1");
        const auto faults = test::sure(checkFile(scratch.path()));
        QCOMPARE(faults.size(), std::size_t(1));
        QVERIFY2(faults[0].starts_with("Basket lines of baskets.csv are damaged: 8,192 rows, segment 2"),
            faults[0].c_str());
        {
            const auto project = scratch.open();
            const auto read
                = test::sure(project->openReader())
                      ->forEachBasketLine([](std::string_view, std::string_view) { return true; });
            QVERIFY(!read && read.error().code == ErrorCode::CorruptFile);
            // Nor is anything imported that might be there.
            const auto writer = test::sure(project->openWriter());
            for (const auto& [basket, sku] : randomLines(6, 1000, 200'000, 1000))
                OW_OK(writer->addBasketLine(basketName(basket), skuName(sku)));
            QVERIFY(!writer->finishRows());
        }
        const auto copy = scratch.path("copy.offerwright");
        const RescueReport report = test::sure(rescue(scratch.path(), copy));
        QCOMPARE(report.rowsLost(), 8192);
        QVERIFY(test::sure(checkFile(copy)).empty());
        const auto project = test::sure(Project::open(copy));
        QCOMPARE(project->counts().basketLines, std::int64_t(known.size()) - 8192);
        QCOMPARE(told(*project).size(), known.size() - 8192);
    }
};

QTEST_GUILESS_MAIN(TestBasketLines)
#include "tst_basket_lines.moc"
