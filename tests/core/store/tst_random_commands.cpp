// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/random_command.h"
#include "store/check_file.h"

#include <map>

using namespace ow;
using namespace ow::store;

using test::randomCommand;

class TestRandomCommands : public QObject {
    Q_OBJECT

private slots:
    /// Against a model that keeps every state as text: whatever way one comes to a history row, its state is
    /// the same.
    void everyWayToAStateGivesThatState()
    {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            Philox random(seed);
            test::Scratch scratch;
            auto project = scratch.create();
            std::map<std::int64_t, std::string> states { { 0, test::textOf(*project->draft()) } };
            for (int step = 0; step < 150; ++step) {
                switch (random.below(10)) {
                case 0:
                case 1:
                    (void)project->undo(); // at the beginning there is nothing to undo
                    break;
                case 2:
                    (void)project->redo();
                    break;
                case 3:
                    OW_OK(project->goTo(std::int64_t(random.below(states.size()))));
                    break;
                case 4:
                    project.reset();
                    project = scratch.open();
                    break;
                default: {
                    const auto head = project->head();
                    OW_OK(project->apply(randomCommand(random, *project->draft())));
                    if (project->head() != head)
                        states[project->head()] = test::textOf(*project->draft());
                }
                }
                QCOMPARE(test::textOf(*project->draft()), states.at(project->head()));
            }
            const model::Draft inMemory = *project->draft();
            project.reset();
            project = scratch.open();
            QVERIFY(*project->draft() == inMemory);
            QVERIFY(checkFile(scratch.path())->empty());
        }
    }

    void undoAllThenRedoAll()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const std::string before = test::textOf(*project->draft());
        Philox random(99);
        int edits = 0;
        while (edits < 300) {
            const auto head = project->head();
            OW_OK(project->apply(randomCommand(random, *project->draft())));
            edits += project->head() == head ? 0 : 1;
        }
        const std::string after = test::textOf(*project->draft());
        for (int i = 0; i < edits; ++i)
            OW_OK(project->undo());
        QCOMPARE(test::textOf(*project->draft()), before);
        QVERIFY(!project->undo());
        for (int i = 0; i < edits; ++i)
            OW_OK(project->redo());
        QCOMPARE(test::textOf(*project->draft()), after);
        QVERIFY(!project->redo());
    }
};

QTEST_GUILESS_MAIN(TestRandomCommands)
#include "tst_random_commands.moc"
