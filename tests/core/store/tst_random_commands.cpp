// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/store/scratch.h"
#include "store/check_file.h"

#include <array>
#include <map>

using namespace ow;
using namespace ow::store;

namespace {

/// One to three edits of offers, edges, cells, stages, titles and settings among few ids, so that they meet
/// often.
Command randomCommand(Philox& random, const model::Draft& draft)
{
    Command command { "step", {}, "" };
    for (std::uint64_t n = 1 + random.below(3); n > 0; --n) {
        const std::string id(1, char('a' + random.below(5)));
        const std::string other(1, char('v' + random.below(4)));
        switch (random.below(8)) {
        case 0:
        case 1:
            command.edits.push_back(put(test::offer(id, std::int64_t(random.below(50)))));
            break;
        case 2: {
            model::Edge edge = test::edge(id, other);
            edge.kind = random.bernoulli(0.5) ? model::EdgeKind::Complement : model::EdgeKind::Substitute;
            const auto state
                = random.bernoulli(0.5) ? model::EdgeState::Accepted : model::EdgeState::Rejected;
            command.edits.push_back(put(edge, { state, false, "" }));
            break;
        }
        case 3:
            command.edits.push_back(
                put(model::Cell { id, other, { { id, 0.5 } }, "why" }, { { "note", other, "" } }));
            break;
        case 4:
            command.edits.push_back(putStage({ id, "true" }, random.bernoulli(0.5) ? "Title " + other : ""));
            break;
        case 5:
            command.edits.push_back(putTitle(id, random.bernoulli(0.5) ? other : ""));
            break;
        case 6: {
            model::Policy policy = draft.policy;
            policy.name = other;
            command.edits.push_back(putSettings(policy));
            break;
        }
        default: {
            const std::array<std::string, 3> kinds { "offer", "stage", "edge" };
            command.edits.push_back(remove(kinds[random.below(3)], id));
        }
        }
        if (random.bernoulli(0.3))
            command.edits.back().position = double(random.below(10));
    }
    return command;
}

}

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
