// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/random_command.h"
#include "store/check_file.h"

#include <unistd.h>

using namespace ow;
using namespace ow::store;

/// A year of work: nothing of it is lost, and every step can be taken back and done again.
class TestTenThousandEdits : public QObject {
    Q_OBJECT

private slots:
    /// In memory where it can be: thirty thousand syncs of a disk show nothing more.
    void initTestCase()
    {
        if (::access("/dev/shm", W_OK) == 0)
            qputenv("TMPDIR", "/dev/shm");
    }

    void undoAllRedoAll()
    {
        constexpr int edits = 10'000;
        test::Scratch scratch;
        auto project = scratch.create();
        const std::string before = test::textOf(*project->draft());
        Philox random(10'000);
        for (int made = 0; made < edits;) {
            const auto head = project->head();
            OW_OK(project->apply(test::randomCommand(random, *project->draft())));
            made += project->head() == head ? 0 : 1; // a command that changes nothing is no step
            if (made == edits / 2)
                project = reopened(scratch, std::move(project));
        }
        const std::string after = test::textOf(*project->draft());
        QVERIFY(after != before);
        QCOMPARE(project->history(2 * edits).size(), std::size_t(edits + 1));

        for (int undone = 0; undone < edits; ++undone)
            OW_OK(project->undo());
        QCOMPARE(test::textOf(*project->draft()), before);
        QVERIFY(!project->undo());
        project = reopened(scratch, std::move(project));
        QCOMPARE(test::textOf(*project->draft()), before);

        for (int redone = 0; redone < edits; ++redone)
            OW_OK(project->redo());
        QCOMPARE(test::textOf(*project->draft()), after);
        QVERIFY(!project->redo());
        project = reopened(scratch, std::move(project));
        QCOMPARE(test::textOf(*project->draft()), after);
        project.reset();
        const auto faults = checkFile(scratch.path());
        OW_OK(faults);
        QVERIFY2(faults->empty(), faults->empty() ? "" : faults->front().c_str());
    }

private:
    static std::unique_ptr<Project> reopened(const test::Scratch& scratch, std::unique_ptr<Project> project)
    {
        project.reset();
        return scratch.open();
    }
};

QTEST_GUILESS_MAIN(TestTenThousandEdits)
#include "tst_ten_thousand_edits.moc"
