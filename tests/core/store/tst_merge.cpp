// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/two_sides.h"
#include "store/merge.h"
#include "store/text_form.h"

#include <fstream>

using namespace ow;
using namespace ow::store;
using test::objectsOf;

namespace {

Json json(const char* text) { return *parseJson(text); }

}

class TestMerge : public QObject {
    Q_OBJECT

private slots:
    void fields_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("merged");
        QTest::addColumn<QString>("conflicts"); // paths, joined by a space
        const auto row = [](const char* name, const char* base, const char* ours, const char* theirs,
                             const char* merged, const char* conflicts) {
            QTest::newRow(name) << base << ours << theirs << merged << conflicts;
        };
        row("nothing changed", R"({"a":1})", R"({"a":1})", R"({"a":1})", R"({"a":1})", "");
        row("only theirs", R"({"a":1})", R"({"a":1})", R"({"a":2})", R"({"a":2})", "");
        row("only ours", R"({"a":1})", R"({"a":3})", R"({"a":1})", R"({"a":3})", "");
        row("alike", R"({"a":1})", R"({"a":2})", R"({"a":2})", R"({"a":2})", "");
        row("different fields", R"({"a":1,"b":1})", R"({"a":2,"b":1})", R"({"a":1,"b":2})",
            R"({"a":2,"b":2})", "");
        row("the same field", R"({"a":1,"b":1})", R"({"a":2,"b":1})", R"({"a":3,"b":2})", R"({"a":2,"b":2})",
            "a");
        row("a nested field", R"({"o":{"p":1,"q":1}})", R"({"o":{"p":2,"q":1}})", R"({"o":{"p":3,"q":5}})",
            R"({"o":{"p":2,"q":5}})", "o.p");
        row("a new field on each side", R"({})", R"({"a":1})", R"({"b":2})", R"({"a":1,"b":2})", "");
        row("the same new field", R"({})", R"({"a":1})", R"({"a":2})", R"({"a":1})", "a");
        row("taken away and changed", R"({"a":1})", R"({})", R"({"a":2})", R"({})", "a");
        row("taken away", R"({"a":1,"b":1})", R"({"b":1})", R"({"a":1,"b":2})", R"({"b":2})", "");
        row("words", R"(["cart","mail"])", R"(["cart","mail","app"])", R"(["mail"])", R"(["mail","app"])",
            "");
        row("words into the middle", R"(["a","b","c"])", R"(["a","b","c","d"])", R"(["a","x","b","c"])",
            R"(["a","x","b","c","d"])", "");
        row("words in another order", R"(["a","b","c"])", R"(["c","b","a"])", R"(["a","b","c","d"])",
            R"(["c","d","b","a"])", "");
        row("two other orders", R"(["a","b","c"])", R"(["c","b","a"])", R"(["b","a","c"])",
            R"(["c","b","a"])", "");
        row("named items", R"([{"offer":"x","fit":1},{"offer":"y","fit":1}])",
            R"([{"offer":"x","fit":0.5},{"offer":"y","fit":1}])",
            R"([{"offer":"x","fit":1},{"offer":"y","fit":0.2}])",
            R"([{"offer":"x","fit":0.5},{"offer":"y","fit":0.2}])", "");
        row("one named item's field", R"([{"offer":"x","fit":1}])", R"([{"offer":"x","fit":0.5}])",
            R"([{"offer":"x","fit":0.7}])", R"([{"offer":"x","fit":0.5}])", "[x].fit");
        row("numbers are one value", R"([1,2])", R"([1,2,3])", R"([0,1,2])", R"([1,2,3])", "");
        row("another type", R"({"a":1})", R"({"a":{"b":1}})", R"({"a":[1]})", R"({"a":{"b":1}})", "a");
    }

    void fields()
    {
        QFETCH(const QString, base);
        QFETCH(const QString, ours);
        QFETCH(const QString, theirs);
        QFETCH(const QString, merged);
        QFETCH(const QString, conflicts);
        const bool twoOrders = QByteArray(QTest::currentDataTag()) == "two other orders"
            || QByteArray(QTest::currentDataTag())
                == "numbers are one value"; // the whole list is the conflict
        std::vector<FieldDifference> found;
        const auto result = mergeJson(json(qPrintable(base)), json(qPrintable(ours)),
            json(qPrintable(theirs)), [&](const FieldDifference& c) {
                found.push_back(c);
                return c.ours;
            });
        QVERIFY(result.has_value());
        QCOMPARE(QString::fromStdString(canonicalJson(*result)),
            QString::fromStdString(canonicalJson(json(qPrintable(merged)))));
        QStringList paths;
        for (const FieldDifference& c : found)
            paths << QString::fromStdString(c.path);
        QCOMPARE(int(found.size()), twoOrders ? 1 : conflicts.isEmpty() ? 0 : 1);
        QCOMPARE(paths.join(u' '), conflicts);
    }

    void twoPeoplesCellsDoNotCollide()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(project->apply({ "base",
            { put(test::offer("dock")), put(test::offer("hub")), putStage({ "new", "true" }, ""),
                putMotivation({ "save", "true" }, ""), putMotivation({ "learn", "true" }, ""),
                put(model::Cell { "new", "save", { { "dock", 1.0 } }, "" }),
                put(model::Cell { "new", "learn", { { "hub", 1.0 } }, "" }) },
            "" }));
        const ObjectSet base = objectsOf(*project);
        OW_OK(project->apply(
            { "ours", { put(model::Cell { "new", "save", { { "dock", 0.5 } }, "One cable" }) }, "" }));
        const ObjectSet ours = objectsOf(*project);
        OW_OK(project->undo());
        OW_OK(project->apply(
            { "theirs", { put(model::Cell { "new", "learn", { { "hub", 0.7 } }, "" }) }, "" }));
        const ObjectSet theirs = objectsOf(*project);
        const MergeResult result = mergeObjects(base, ours, theirs);
        QVERIFY(result.conflicts.empty());
        QCOMPARE(int(result.taken.size()), 1);
        const auto draft = draftOf(result.merged);
        OW_OK(draft);
        QCOMPARE(
            draft->policy.matrix.at(0).offers.at(0).fit + draft->policy.matrix.at(1).offers.at(0).fit, 1.2);

        OW_OK(project->undo());
        OW_OK(project->apply(
            { "they too", { put(model::Cell { "new", "save", { { "dock", 0.9 } }, "" }) }, "" }));
        const MergeResult both = mergeObjects(base, ours, objectsOf(*project));
        QCOMPARE(int(both.conflicts.size()), 1);
        QCOMPARE(both.conflicts.front().key.id, std::string("new|save"));
        QCOMPARE(both.conflicts.front().field.path, std::string("cell.offers[dock].fit"));
        QVERIFY(mergeObjects(base, ours, objectsOf(*project), [](const auto&) { return Side::Theirs; })
                    .merged.at({ "cell", "new|save" })
                    .body["cell"]["offers"][0]["fit"]
            == 0.9);
    }

    /// Errors call an edge by its ends, and name the field.
    void whatIsNoDraftIsNamedInWords()
    {
        const std::string id = "substitute|family:hubs|sku:DOCK";
        const ObjectSet bad { { { "edge", id },
            { 1, json(R"({"edge":{"from":"family:hubs","kind":"substitute","to":"sku:DOCK","weight":17},
                    "state":"accepted"})") } } };
        const auto draft = draftOf(bad);
        QVERIFY(!draft);
        QCOMPARE(draft.error().at, std::string("edge hubs ↔ DOCK: edge.weight"));
    }

    void deletedHereChangedThere()
    {
        const ObjectSet base { { { "offer", "a" }, { 1, json(R"({"price":1})") } } };
        const ObjectSet none;
        const ObjectSet changed { { { "offer", "a" }, { 1, json(R"({"price":2})") } } };
        const MergeResult result = mergeObjects(base, none, changed);
        QCOMPARE(int(result.conflicts.size()), 1);
        QCOMPARE(result.conflicts.front().field.path, std::string());
        QVERIFY(result.merged.empty());
        QCOMPARE(mergeObjects(base, none, changed, [](const auto&) { return Side::Theirs; }).merged, changed);
        QVERIFY(mergeObjects(base, none, base).conflicts.empty());
    }

    /// Merging laws, on random histories: nothing to merge changes nothing; one side's changes are taken
    /// whole; the sides may change places where there is no conflict.
    void lawsOfMerging()
    {
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            const test::TwoSides made(seed, 12, 4);
            const auto& [scratch, project, base, ours, theirs, from] = made;
            QVERIFY(mergeObjects(base, ours, base).merged == ours);
            QVERIFY(mergeObjects(base, base, theirs).merged == theirs);
            QVERIFY(mergeObjects(base, ours, ours).merged == ours);
            const MergeResult one = mergeObjects(base, ours, theirs);
            const MergeResult other = mergeObjects(base, theirs, ours);
            QCOMPARE(one.conflicts.size(), other.conflicts.size());
            if (one.conflicts.empty())
                QVERIFY(one.merged == other.merged);
            OW_OK(draftOf(one.merged));
        }
    }

    void theTextFormHoldsEverything()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            Philox random(seed);
            test::Scratch scratch;
            const auto project = scratch.create();
            for (int i = 0; i < 30; ++i)
                OW_OK(project->apply(test::randomCommand(random, *project->draft())));
            const ObjectSet objects = objectsOf(*project);
            const auto folder = scratch.path("text");
            OW_OK(writeTextForm(folder, objects));
            const auto again = readTextForm(folder);
            OW_OK(again);
            QVERIFY(*again == objects);
            QVERIFY(test::textOf(*draftOf(*again)) == test::textOf(*project->draft()));
            // Only what differs is written anew, and what is gone goes.
            OW_OK(project->apply({ "gone", { remove("offer", "a"), put(test::offer("b", 77)) }, "" }));
            OW_OK(writeTextForm(folder, objectsOf(*project)));
            QVERIFY(!std::filesystem::exists(folder / "offer" / "a.json"));
            QVERIFY(*readTextForm(folder) == objectsOf(*project));
        }
    }

    void oddIdsBecomeSafeNames()
    {
        const std::string odd = "../sku:Ä/\\ \n|..";
        const ObjectKey key { "edge", odd };
        const auto path = textPath(key).generic_string();
        QVERIFY2(path.find("/.") == std::string::npos, path.c_str());
        QCOMPARE(std::count(path.begin(), path.end(), '/'), 1);
        const auto read = readTextOf("edge", textOf(key, { 2.5, json(R"({"a":"\u0001"})") }));
        OW_OK(read);
        QCOMPARE(read->first.id, odd);
        QCOMPARE(read->second.position, 2.5);
        QVERIFY(textPath({ "edge", std::string(5000, 'x') }).filename().string().size() < 200);
        QVERIFY(textPath({ "edge", std::string(5000, 'x') }) != textPath({ "edge", std::string(5001, 'x') }));
    }

    void badTextsAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no id") << QByteArray(R"({"object":{}})");
        QTest::newRow("an id that is no text") << QByteArray(R"({"id":1,"object":{}})");
        QTest::newRow("an unknown key") << QByteArray(R"({"id":"a","object":{},"positon":1})");
        QTest::newRow("conflict marks")
            << QByteArray("{\n<<<<<<< ours\n\"id\":\"a\"\n=======\n>>>>>>> theirs\n}");
        QTest::newRow("deep") << QByteArray(
            "{\"id\":\"a\",\"object\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}");
    }

    void badTextsAreRefusedWithTheirPlace()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!readTextOf("offer", text.toStdString()));
        test::Scratch scratch;
        const auto folder = scratch.path("text");
        OW_OK(writeTextForm(folder, {}));
        std::filesystem::create_directory(folder / "offer");
        std::ofstream(folder / "offer" / "a.json") << text.toStdString();
        const auto read = readTextForm(folder);
        QVERIFY(!read);
        QVERIFY2(read.error().at.find("a.json") != std::string::npos, read.error().at.c_str());
    }

    void marksStandAroundTheFieldAlone()
    {
        const ObjectKey key { "cap", "week" };
        const auto text = [&](const char* body) { return textOf(key, { 1, json(body) }); };
        const auto merged = mergeTexts(text(R"({"limit":3,"window":"7d"})"),
            text(R"({"limit":2,"window":"7d"})"), text(R"({"limit":4,"window":"14d"})"));
        OW_OK(merged);
        QCOMPARE(int(merged->conflicts.size()), 1);
        QCOMPARE(QString::fromStdString(merged->text), QStringLiteral(R"({
  "id": "week",
  "object": {
<<<<<<< ours
    "limit": 2,
=======
    "limit": 4,
>>>>>>> theirs
    "window": "14d"
  },
  "position": 1.0
}
)"));
        QVERIFY(!readTextOf("cap", merged->text));
        const auto clean = mergeTexts(text(R"({"limit":3,"window":"7d"})"),
            text(R"({"limit":2,"window":"7d"})"), text(R"({"limit":3,"window":"14d"})"));
        QVERIFY(clean && clean->conflicts.empty());
        QCOMPARE(clean->text, text(R"({"limit":2,"window":"14d"})"));
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
