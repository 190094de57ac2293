// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"
#include "store/bulk_writer.h"

#include <QElapsedTimer>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace ow;
using namespace ow::store;

namespace {

constexpr std::uint64_t many = 300'000;

/// Ids that differ in their upper half only.
Result<ImportRecord> import(Project& project)
{
    const auto writer = test::sure(project.openWriter());
    model::Event event;
    event.type = "viewed";
    for (std::uint64_t i = 0; i < many; ++i) {
        event.at = { std::int64_t(i) };
        if (auto done = writer->addUnlessThere("c", event, { 0, (i + 1) << 32 }); !done)
            return fail(done.error());
    }
    return writer->commit("Import", "events", "x.csv");
}

}

class TestEventIdTable : public QObject {
    Q_OBJECT

private slots:
    /// Where each id looked at all of before, this took minutes.
    void idsThatAreAlikeCostNothing()
    {
        const test::Scratch scratch;
        const auto project = scratch.create();
        QElapsedTimer timer;
        timer.start();
        const auto first = import(*project);
        OW_OK(first);
        QCOMPARE(first->stored, std::int64_t(many));
        project->refresh();
        const auto second = import(*project);
        OW_OK(second);
        QCOMPARE(second->stored, 0);
        QCOMPARE(second->duplicates, std::int64_t(many));
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    }
    /// A damaged file may claim that there are as many ids as it likes.
    void whatADamagedFileClaimsIsNotReserved()
    {
        const test::Scratch scratch;
        {
            const auto project = scratch.create();
            const auto writer = test::sure(project->openWriter());
            model::Event event;
            event.type = "viewed";
            OW_OK(writer->addUnlessThere("c", event, { 0, 7 }));
            OW_OK(writer->commit("Import", "events", "x.csv"));
        }
        for (const char* rows : { "4611686018427387904", "9223372036854775807", "-9223372036854775808" }) {
            {
                SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE);
                db.exec(std::string("UPDATE event_id SET rows = ") + rows);
            }
            const auto project = scratch.open();
            const auto writer = test::sure(project->openWriter());
            const auto added = writer->addUnlessThere("c", {}, { 0, 8 });
            QVERIFY(!added);
            QCOMPARE(added.error().code, ErrorCode::CorruptFile);
            // And who goes on all the same gets no half an import.
            QVERIFY(!writer->commit("Import", "events", "y.csv"));
        }
    }
    void aTextBelowZeroIsDamage()
    {
        const test::Scratch scratch;
        {
            const auto project = scratch.create();
            const auto writer = test::sure(project->openWriter());
            model::Event event;
            event.type = "viewed";
            OW_OK(writer->add("c", event));
            OW_OK(writer->commit("Import", "events", "x.csv"));
        }
        {
            SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE);
            db.exec("INSERT INTO customer_key(id, text) VALUES(-4000000000, 'low')");
        }
        const auto project = scratch.open();
        const auto writer = test::sure(project->openWriter());
        model::Event event;
        event.type = "viewed";
        OW_OK(writer->addUnlessThere("low", event, {}));
        const auto done = writer->commit("Import", "events", "y.csv");
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::CorruptFile);
    }
};

QTEST_GUILESS_MAIN(TestEventIdTable)
#include "tst_event_id_table.moc"
