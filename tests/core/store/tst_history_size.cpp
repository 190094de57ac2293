// SPDX-License-Identifier: GPL-3.0-or-later
// A year of work on a matrix of 30 stages and 12 motivations: its history stays small, and leads back and
// forth. OFFERWRIGHT_HISTORY_EDITS=10000 makes the whole year, with its figures.
#include "base/random.h"
#include "core/store/scratch.h"

#include <QElapsedTimer>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace ow;
using namespace ow::store;

namespace {

constexpr int Stages = 30;
constexpr int Motivations = 12;

std::string stage(int i) { return "stage_" + std::to_string(i); }
std::string motivation(int i) { return "motivation_" + std::to_string(i); }

int edits()
{
    const int asked = qEnvironmentVariableIntValue("OFFERWRIGHT_HISTORY_EDITS");
    return asked > 0 ? asked : 600;
}

model::Draft fullMatrix()
{
    model::Draft draft;
    draft.policy.name = "Shop";
    for (int i = 0; i < Stages; ++i)
        draft.policy.stages.push_back({ stage(i), "true" });
    for (int i = 0; i < Motivations; ++i)
        draft.policy.motivations.push_back({ motivation(i), "true" });
    for (int i = 0; i < 40; ++i)
        draft.policy.offers.push_back(test::offer("offer_" + std::to_string(i), 1999));
    for (int s = 0; s < Stages; ++s)
        for (int m = 0; m < Motivations; ++m) {
            draft.policy.matrix.push_back({ stage(s), motivation(m),
                { { "offer_" + std::to_string(m), 1 }, { "offer_" + std::to_string(s), 0.5 } },
                "What this offer does for people who are there and want that, in a sentence or two." });
            draft.evidence[{ stage(s), motivation(m) }] = {
                { "note", "What somebody said in a call, word by word, for those who come after.", "call" },
                { "search", "cable that fits everything", "site search" }
            };
        }
    return draft;
}

/// The fit of an offer, its place, the sentence, or one more piece of evidence.
Command change(Philox& random, const model::Draft& draft)
{
    model::Cell cell = draft.policy.matrix.at(random.below(draft.policy.matrix.size()));
    auto evidence = draft.evidence.at({ cell.stage, cell.motivation });
    switch (random.below(4)) {
    case 0:
        cell.offers.front().fit = double(1 + random.below(100)) / 100;
        break;
    case 1:
        std::swap(cell.offers.front(), cell.offers.back());
        break;
    case 2:
        cell.benefit += " And more " + std::to_string(random.below(1000)) + '.';
        break;
    default:
        evidence.push_back({ "ticket", "Number " + std::to_string(random.below(100'000)), "desk" });
    }
    return { "Cell " + cell.stage + " × " + cell.motivation + " changed", { put(cell, evidence) }, {} };
}

}

class TestHistorySize : public QObject {
    Q_OBJECT

private slots:
    void aYearOfEditsIsSmallAndLeadsBackAndForth()
    {
        test::Scratch scratch;
        auto project = scratch.create();
        OW_OK(project->apply({ "Matrix", editsFor(fullMatrix()), {} }));
        const std::string first = test::textOf(*project->draft());
        const std::int64_t before = project->historySize().bytes;
        Philox random(11);
        std::size_t whole = 0; // what both bodies of each step would take
        for (int i = 0; i < edits(); ++i) {
            const Command command = change(random, *project->draft());
            whole += 2 * command.edits.front().body->size();
            OW_OK(project->apply(command));
        }
        const std::string last = test::textOf(*project->draft());
        const HistorySize size = project->historySize();
        QVERIFY(size.steps > edits() * 9 / 10); // some change nothing
        const auto each = double(size.bytes - before) / double(size.steps - 1);
        qInfo("%lld steps, %lld bytes of history, %.0f each; whole bodies alone would be %zu each",
            static_cast<long long>(size.steps), static_cast<long long>(size.bytes - before), each,
            whole / std::size_t(edits()));
        QVERIFY2(each < 250, "a step of the history takes more than its title and what changed");

        // The state before any of them can be read without going there, and going there leads back.
        const auto atFirst = project->objectsAt(1);
        OW_OK(atFirst);
        const auto head = project->head();
        QElapsedTimer timer;
        timer.start();
        OW_OK(project->goTo(1));
        qInfo("all undone in %lld ms", timer.restart());
        QVERIFY(test::textOf(*project->draft()) == first);
        QVERIFY(project->objects()->size() == atFirst->size());
        OW_OK(project->goTo(head));
        qInfo("all done again in %lld ms", timer.elapsed());
        QVERIFY(test::textOf(*project->draft()) == last);
        project.reset();
        qInfo("the file: %lld bytes", static_cast<long long>(std::filesystem::file_size(scratch.path())));
        QVERIFY(test::textOf(*scratch.open()->draft()) == last);
    }

    void anUndoneBranchStaysReachable()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(project->apply({ "one", { put(test::offer("a", 100)) }, {} }));
        OW_OK(project->apply({ "two", { put(test::offer("a", 200)) }, {} }));
        const auto two = project->head();
        OW_OK(project->undo());
        OW_OK(project->apply({ "three", { put(test::offer("a", 300)) }, {} }));
        const auto history = project->history();
        const auto undone = std::ranges::find(history, two, &HistoryEntry::id);
        QVERIFY(undone != history.end() && !undone->current);
        OW_OK(project->goTo(two));
        QCOMPARE(project->draft()->policy.offers.at(0).price.minor, 200);
    }

    /// A step that does not fit what stands there is damage and is said so; nothing is written.
    void aStepThatDoesNotFitIsDamage()
    {
        test::Scratch scratch;
        {
            const auto project = scratch.create();
            OW_OK(project->apply({ "one", { put(test::offer("a", 100)) }, {} }));
            OW_OK(project->apply({ "two", { put(test::offer("a", 200)) }, {} }));
        }
        {
            SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE);
            QCOMPARE(db.exec("UPDATE change SET before = '~5,5,nonsense' WHERE history = 2"), 1);
        }
        const auto project = scratch.open();
        const std::string now = test::textOf(*project->draft());
        const auto undone = project->undo();
        QVERIFY(!undone);
        QCOMPARE(undone.error().code, ErrorCode::CorruptFile);
        QVERIFY(test::textOf(*project->draft()) == now);
        QVERIFY(!project->objectsAt(1));
    }
};

QTEST_GUILESS_MAIN(TestHistorySize)
#include "tst_history_size.moc"
