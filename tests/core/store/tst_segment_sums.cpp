// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"
#include "store/bulk_row_writer.h"
#include "store/bulk_rows.h"
#include "store/check_file.h"
#include "store/rescue.h"
#include "store/segment_sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

using namespace ow;
using namespace ow::store;

namespace {

constexpr std::int64_t events = std::int64_t(mostTailRows) + 9'000;
constexpr std::int64_t exposures = std::int64_t(mostTailRows) + 500;

void fill(Project& project)
{
    const auto writer = test::sure(project.openWriter());
    model::Event event;
    Philox random(3);
    for (std::int64_t i = 0; i < events; ++i) {
        event.at = { 1'700'000'000'000 + std::int64_t(random.below(1'000'000'000)) };
        event.type = random.below(3) == 0 ? "purchased" : "product_viewed";
        event.sku = "S" + std::to_string(random.below(500));
        event.qty = std::int64_t(random.below(5));
        event.value = std::int64_t(random.next32());
        event.session = "s" + std::to_string(i / 6);
        event.text = random.below(40) == 0 ? "words " + std::to_string(i) : "";
        test::sure(writer->add("c" + std::to_string(random.below(4000)), event));
    }
    model::LoggedExposure shown;
    for (std::int64_t i = 0; i < exposures; ++i) {
        shown.customer = "c" + std::to_string(random.below(4000));
        shown.at = { 1'700'000'000'000 + i };
        shown.offer = "o" + std::to_string(random.below(20));
        shown.clickedAt = random.below(4) == 0 ? std::optional(Timestamp { shown.at.ms + 5 }) : std::nullopt;
        test::sure(writer->add(shown));
    }
    test::sure(writer->commit("Imported", "events", "march.csv"));
}

/// Whatever the segments of a kind say, as one text; throws where they are damaged.
std::string readAll(SQLite::Database& db, const BulkKind& kind)
{
    const ActiveBatches active(db);
    SegmentColumns columns(db, kind);
    std::string out;
    std::vector<BulkRow> rows;
    for (const SegmentRun& run : readRuns(db, kind, &active))
        for (const Segment& segment : run) {
            rows.clear();
            columns.rows(segment, 0, segment.rows, rows);
            out += segment.firstKey + ' ' + segment.lastKey;
            for (std::size_t c = 0; c < kind.columns.size(); ++c) {
                const auto [low, high] = columns.range(segment, c);
                out += fmt::format(" {} {}", low, high);
            }
            for (const BulkRow& row : rows) {
                out.append(reinterpret_cast<const char*>(row.values.data()), sizeof row.values);
                out += row.text;
            }
        }
    return out;
}

/// One bit of a value of a row, by SQL.
std::string flipNumber(const char* table, const char* column, std::int64_t id, std::uint64_t bit)
{
    const std::string mask = std::to_string(std::int64_t(std::uint64_t(1) << bit));
    return fmt::format(
        "UPDATE {0} SET {1} = ({1} | {2}) - ({1} & {2}) WHERE id = {3}", table, column, mask, id);
}

void flipBlob(SQLite::Database& db, std::int64_t id, Philox& random)
{
    SQLite::Statement s(db, "SELECT data FROM segment_column WHERE id = ?");
    s.bind(1, id);
    s.executeStep();
    const SQLite::Column data = s.getColumn(0);
    std::string bytes(static_cast<const char*>(data.getBlob()), std::size_t(data.getBytes()));
    s.reset();
    bytes[random.below(bytes.size())] ^= char(1U << random.below(8));
    SQLite::Statement update(db, "UPDATE segment_column SET data = ? WHERE id = ?");
    update.bind(1, bytes.data(), int(bytes.size()));
    update.bind(2, id);
    update.exec();
}

}

/// Damage that SQLite does not see is seen by us: whatever differs from what was written is told, and no
/// other number is.
class TestSegmentSums : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto project = m_scratch.create();
        fill(*project);
    }

    /// The sums of documents that others can make, see https://github.com/Cyan4973/xxHash: XXH3_64bits("").
    void theSumIsXxh3() { QCOMPARE(std::uint64_t(sumOfBytes("", 0)), std::uint64_t(0x2D06800538D394C2)); }

    void everyFlipIsFound()
    {
        SQLite::Database db(m_scratch.path().string(), SQLite::OPEN_READWRITE);
        const std::string whole[2] = { readAll(db, eventKind), readAll(db, exposureKind) };
        std::vector<std::int64_t> columns;
        std::vector<std::int64_t> segments;
        list(db, "SELECT id FROM segment_column", columns);
        list(db, "SELECT id FROM segment", segments);
        QVERIFY(segments.size() >= 18);
        db.exec("BEGIN");
        int found = 0;
        for (std::uint64_t seed = 0; seed < 500; ++seed) {
            Philox random(seed, 21);
            db.exec("SAVEPOINT whole");
            const std::int64_t column = columns[random.below(columns.size())];
            const std::int64_t segment = segments[random.below(segments.size())];
            std::string what;
            switch (random.below(10)) {
            case 0:
                what = flipNumber("segment_column", pick(random, { "low", "high", "data_sum", "checksum" }),
                    column, random.below(63));
                break;
            case 1:
                what = flipNumber("segment", pick(random, { "rows", "run", "columns", "checksum" }), segment,
                    random.below(20));
                break;
            case 2:
                what = fmt::format("UPDATE segment SET {0} = {0} || 'x' WHERE id = {1}",
                    pick(random, { "first_key", "last_key", "kind" }), segment);
                break;
            case 3:
                what = fmt::format("UPDATE segment SET batch = batch + 1 WHERE id = {}", segment);
                break;
            default:
                flipBlob(db, column, random);
            }
            if (!what.empty())
                db.exec(what);
            bool told = false;
            try {
                QVERIFY2(readAll(db, eventKind) == whole[0] && readAll(db, exposureKind) == whole[1],
                    qPrintable(QString("seed %1: other numbers").arg(seed)));
            } catch (const DamagedRows&) {
                told = true;
            }
            found += told ? 1 : 0;
            db.exec("ROLLBACK TO whole; RELEASE whole");
        }
        QCOMPARE(found, 500); // none of these is without meaning
        db.exec("ROLLBACK");
    }

    void whatIsLostIsMissed_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("fault"); ///< what check-file says
        QTest::addColumn<QString>("sentence"); ///< what a reader says
        QTest::addColumn<qint64>("lost");
        QTest::newRow("texts") << "DELETE FROM segment_column WHERE id = 2 * 16 + 15"
                               << "column 15 (text)"
                               << "Events of march.csv are damaged: 8,192 rows, segment 2 of" << qint64(8192);
        QTest::newRow("a column") << "DELETE FROM segment_column WHERE id = 3 * 16 + 5"
                                  << "column 5 (value)"
                                  << "Events of march.csv are damaged: 8,192 rows, segment 3 of"
                                  << qint64(8192);
        QTest::newRow("other bytes") << "UPDATE segment_column SET data = (SELECT data FROM segment_column "
                                        "WHERE id = 5 * 16 + 3) WHERE id = 4 * 16 + 3"
                                     << "segment 4 of the table of packed blocks, column 3 (sku)"
                                     << "Events of march.csv are damaged" << qint64(8192);
        QTest::newRow("a whole segment")
            << "DELETE FROM segment WHERE id = 6; DELETE FROM segment_column WHERE id / 16 = 6"
            << "Events of march.csv: 74,536 were imported, 66,344 are there"
            << "Events of march.csv are damaged: 8,192 of 74,536 rows are not there" << qint64(8192);
        QTest::newRow("all segments")
            << "DELETE FROM segment WHERE kind = 'event'; "
               "DELETE FROM segment_column WHERE id / 16 NOT IN (SELECT id FROM segment)"
            << "Events of march.csv: 74,536 were imported, 0 are there"
            << "Events of march.csv are damaged: 74,536 of 74,536 rows are not there" << qint64(events);
        QTest::newRow("a head") << "UPDATE segment SET rows = 8000 WHERE id = 7"
                                << "the head of segment 7 in the list of packed blocks is damaged"
                                << "the head of segment 7" << qint64(8192);
    }
    void whatIsLostIsMissed()
    {
        QFETCH(QString, sql);
        QFETCH(QString, fault);
        QFETCH(QString, sentence);
        QFETCH(qint64, lost);
        const auto file = m_scratch.path("damaged.offerwright");
        const auto copy = m_scratch.path("rescued.offerwright");
        for (const auto& path : { file, copy })
            std::filesystem::remove(path);
        std::filesystem::copy_file(m_scratch.path(), file);
        SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec(sql.toStdString());

        const auto faults = test::sure(checkFile(file));
        QVERIFY2(std::ranges::any_of(
                     faults, [&](const std::string& f) { return QString::fromStdString(f).contains(fault); }),
            faults.empty() ? "none" : faults.front().c_str());
        {
            const auto project = test::sure(Project::open(file));
            const auto read
                = test::sure(project->openReader())->forEachEvent([](std::string_view, const model::Event&) {
                      return true;
                  });
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::CorruptFile);
            const QString text = QString::fromStdString(read.error().message);
            QVERIFY2(text.contains(sentence) && text.contains("check-file FILE --rescue"), qPrintable(text));
        }
        const RescueReport report = test::sure(rescue(file, copy));
        QCOMPARE(report.rowsLost(), lost);
        QVERIFY(!report.isComplete());
        QVERIFY(test::sure(checkFile(copy)).empty());
        QCOMPARE(test::sure(Project::open(copy))->counts().events, events - lost);
        if (!sql.contains("/ 16"))
            QVERIFY2(report.notes.at(0).starts_with("A block of up to 8,192 rows is left out"),
                report.notes.at(0).c_str());
    }

    /// An import's only segment; what others brought into the row table does not make up for it, and an undone
    /// import is nobody's concern.
    void theOnlySegmentIsMissed()
    {
        const test::Scratch scratch;
        const auto add = [](Project& project, std::int64_t count, const char* source) {
            const auto writer = test::sure(project.openWriter());
            model::Event event;
            event.type = "purchased";
            for (std::int64_t i = 0; i < count; ++i) {
                event.at = { i };
                test::sure(writer->add("ann", event));
            }
            test::sure(writer->commit("Imported", "events", source));
        };
        const auto read = [](const Project& project) {
            return test::sure(project.openReader())->forEachEvent([](std::string_view, const model::Event&) {
                return true;
            });
        };
        const auto project = scratch.create();
        add(*project, std::int64_t(mostTailRows) + 1, "great.csv");
        add(*project, 2, "small.csv");
        project->refresh();
        SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE);
        // As if the great one's rows had been mostly known: one block, and few rows.
        db.exec("DELETE FROM segment WHERE id < (SELECT max(id) FROM segment); "
                "UPDATE batch SET events = (SELECT sum(rows) FROM segment) WHERE source = 'great.csv'");
        OW_OK(read(*project));
        db.exec("DELETE FROM segment");
        const auto refused = read(*project);
        QVERIFY(!refused && refused.error().code == ErrorCode::CorruptFile);
        QVERIFY2(QString::fromStdString(refused.error().message).contains("Events of great.csv are damaged"),
            refused.error().message.c_str());
        OW_OK(project->undo()); // the small one
        QVERIFY(!read(*project));
        OW_OK(project->undo());
        OW_OK(read(*project));
    }

private:
    static void list(SQLite::Database& db, const char* sql, std::vector<std::int64_t>& out)
    {
        SQLite::Statement s(db, sql);
        while (s.executeStep())
            out.push_back(s.getColumn(0).getInt64());
    }
    static const char* pick(Philox& random, std::vector<const char*> from)
    {
        return from[random.below(from.size())];
    }

    test::Scratch m_scratch;
};

QTEST_GUILESS_MAIN(TestSegmentSums)
#include "tst_segment_sums.moc"
