// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"
#include "core/store/two_sides.h"
#include "store/ancestor.h"
#include "store/merge_plan.h"

using namespace ow;
using namespace ow::store;
using test::objectsOf;
using Choice = MergePlan::Choice;

namespace {

Json json(const char* text) { return *parseJson(text); }

ObjectSet cap(const char* body) { return { { { "cap", "week" }, { 1, json(body) } } }; }

const MergePlan::Item& at(const MergePlan& plan, const std::string& path)
{
    for (const auto& item : plan.items())
        if (item.difference.field.path == path)
            return item;
    qFatal("no difference at %s", path.c_str());
}

std::size_t rowOf(const MergePlan& plan, const std::string& path)
{
    return std::size_t(&at(plan, path) - plan.items().data());
}

}

class TestMergePlan : public QObject {
    Q_OBJECT

private slots:
    void whatOneSideChangedIsSettledFromTheStart()
    {
        const MergePlan plan(cap(R"({"limit":3,"window":"7d","note":"a"})"),
            cap(R"({"limit":2,"window":"7d","note":"b"})"), cap(R"({"limit":4,"window":"14d","note":"a"})"));
        QCOMPARE(int(plan.items().size()), 3);
        QCOMPARE(int(plan.conflicts()), 1);
        QCOMPARE(int(plan.left()), 1);
        QVERIFY(at(plan, "limit").isConflict() && at(plan, "limit").choice == Choice::None);
        QVERIFY(at(plan, "window").isAutomatic() && at(plan, "window").choice == Choice::Theirs);
        QVERIFY(at(plan, "note").isAutomatic() && at(plan, "note").choice == Choice::Ours);
        QVERIFY(plan.merged() == cap(R"({"limit":2,"window":"14d","note":"b"})"));
    }

    void everyFieldCanBeChosen()
    {
        MergePlan plan(cap(R"({"limit":3,"window":"7d"})"), cap(R"({"limit":2,"window":"7d"})"),
            cap(R"({"limit":4,"window":"14d"})"));
        plan.choose(rowOf(plan, "limit"), Choice::Theirs);
        QCOMPARE(int(plan.left()), 0);
        QVERIFY(plan.merged() == cap(R"({"limit":4,"window":"14d"})"));
        plan.choose(rowOf(plan, "limit"), Choice::Base);
        plan.choose(rowOf(plan, "window"), Choice::Ours);
        QVERIFY(!at(plan, "window").isAutomatic());
        QVERIFY(plan.merged() == cap(R"({"limit":3,"window":"7d"})"));
        plan.edit(rowOf(plan, "limit"), json("9"));
        plan.edit(rowOf(plan, "window"), {});
        QVERIFY(plan.merged() == cap(R"({"limit":9})"));
        QCOMPARE(int(plan.edits().size()), 1);
    }

    void anObjectTakenAwayAndChanged()
    {
        const ObjectSet base = cap(R"({"limit":3})");
        const ObjectSet changed = cap(R"({"limit":4})");
        MergePlan plan(base, {}, changed);
        QCOMPARE(int(plan.left()), 1);
        QVERIFY(plan.merged().empty());
        plan.choose(0, Choice::Theirs);
        QVERIFY(plan.merged() == changed);
        plan.choose(0, Choice::Base);
        QVERIFY(plan.merged() == base);
        plan.edit(0, json(R"({"limit":5})"));
        QVERIFY(plan.merged() == cap(R"({"limit":5})"));
    }

    void theOrderOfAListIsAField()
    {
        const auto cell = [](const char* offers) {
            return ObjectSet { { { "cell", "a|b" }, { 1, Json { { "offers", json(offers) } } } } };
        };
        const char* const base = R"([{"offer":"x","fit":1},{"offer":"y","fit":1},{"offer":"z","fit":1}])";
        const char* const ours = R"([{"offer":"x","fit":1},{"offer":"y","fit":0.5},{"offer":"z","fit":1}])";
        const char* const theirs
            = R"([{"offer":"z","fit":0.7},{"offer":"n","fit":1},{"offer":"x","fit":1},{"offer":"y","fit":1}])";
        MergePlan plan(cell(base), cell(ours), cell(theirs));
        QCOMPARE(int(plan.left()), 0);
        QVERIFY(at(plan, "offers").difference.field.isOrder);
        QVERIFY(plan.merged() == cell(R"([{"offer":"z","fit":0.7},{"offer":"n","fit":1},{"offer":"x","fit":1},
            {"offer":"y","fit":0.5}])"));
        plan.choose(rowOf(plan, "offers"), Choice::Ours);
        plan.choose(rowOf(plan, "offers[n]"), Choice::Ours);
        QVERIFY(plan.merged()
            == cell(R"([{"offer":"x","fit":1},{"offer":"y","fit":0.5},{"offer":"z","fit":0.7}])"));
    }

    /// All of one side is that side, whatever the two did; what nobody touched is what merging gives.
    void choosingOneSideIsThatSide()
    {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            const test::TwoSides made(seed, 15, 5);
            const auto& [scratch, project, base, ours, theirs, from] = made;
            MergePlan plan(base, ours, theirs);
            QVERIFY(plan.merged() == mergeObjects(base, ours, theirs).merged);
            for (const Choice choice : { Choice::Ours, Choice::Theirs }) {
                for (std::size_t i = 0; i < plan.items().size(); ++i)
                    plan.choose(i, choice);
                QVERIFY(plan.merged() == (choice == Choice::Ours ? ours : theirs));
            }
            // The state where the two parted is in the history, and comes back without going there.
            QVERIFY(objectSet(*project->objectsAt(from)).value() == base);
            QVERIFY(!project->objectsAt(9999));
        }
    }

    void choicesStayWhenOursGoesOn()
    {
        MergePlan plan(cap(R"({"limit":3,"window":"7d"})"), cap(R"({"limit":2,"window":"1d"})"),
            cap(R"({"limit":4,"window":"14d"})"));
        plan.choose(rowOf(plan, "limit"), Choice::Theirs);
        plan.choose(rowOf(plan, "window"), Choice::Theirs);
        const MergePlan next = plan.withOurs(cap(R"({"limit":2,"window":"2d"})"));
        QVERIFY(at(next, "limit").choice == Choice::Theirs);
        QVERIFY(at(next, "window").choice == Choice::None); // it is another conflict now
    }

    void copiesKnowWhereTheyParted()
    {
        test::Scratch scratch;
        const auto ours = scratch.create();
        OW_OK(ours->apply({ "one", { put(test::offer("dock")) }, "" }));
        OW_OK(ours->apply({ "two", { put(test::offer("hub")) }, "" }));
        const auto parted = ours->head();
        OW_OK(ours->saveCopy(scratch.path("theirs.offerwright")));
        const auto theirs = Project::open(scratch.path("theirs.offerwright"));
        OW_OK(theirs);
        OW_OK(ours->apply({ "ours", { put(test::offer("bag")) }, "" }));
        OW_OK((*theirs)->apply({ "theirs", { put(test::offer("mat")) }, "" }));
        auto found = commonAncestor(ours->history(), (*theirs)->history());
        QVERIFY(found);
        QCOMPARE(found->id, parted);
        OW_OK(ours->setWhy(1, "a remark that one of them changes afterwards"));
        found = commonAncestor(ours->history(), (*theirs)->history());
        QVERIFY(found && found->id == parted);
        // What was undone before it went on another way is no common step.
        OW_OK(ours->goTo(parted - 1));
        OW_OK(ours->apply({ "another way", { put(test::offer("mug")) }, "" }));
        found = commonAncestor(ours->history(), (*theirs)->history());
        QVERIFY(found && found->id == parted - 1);
        const auto stranger = Project::create(scratch.path("stranger.offerwright"), { "Other" });
        OW_OK(stranger);
        QVERIFY(!commonAncestor(ours->history(), (*stranger)->history()));
    }

    /// A base before the shared steps would take what one side undid for something that it never had.
    void aChangedRemarkLosesNobodysEdit()
    {
        test::Scratch scratch;
        const auto ours = scratch.create();
        OW_OK(ours->apply({ "one", { put(test::offer("dock", 100)) }, "" }));
        OW_OK(ours->apply({ "two", { put(test::offer("dock", 200)) }, "" }));
        OW_OK(ours->saveCopy(scratch.path("theirs.offerwright")));
        const auto theirs = test::sure(Project::open(scratch.path("theirs.offerwright")));
        OW_OK(ours->setWhy(2, "because of the season"));
        OW_OK(theirs->apply({ "theirs", { put(test::offer("dock", 100)) }, "" }));
        const auto base = commonAncestor(ours->history(), theirs->history());
        QVERIFY(base);
        const MergeResult merged = mergeObjects(*objectSet(test::sure(ours->objectsAt(base->id))),
            *objectSet(test::sure(ours->objects())), *objectSet(test::sure(theirs->objects())));
        QVERIFY(merged.conflicts.empty());
        QCOMPARE(draftOf(merged.merged)->policy.offers.at(0).price.minor, 100);
    }
};

QTEST_GUILESS_MAIN(TestMergePlan)
#include "tst_merge_plan.moc"
