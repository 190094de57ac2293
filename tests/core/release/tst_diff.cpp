// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/diff_html.h"

#include <QTest>

#include <algorithm>

using namespace ow;

namespace {

model::Policy policy()
{
    model::Policy p;
    p.name = "test";
    model::Offer dock;
    dock.id = "dock";
    dock.name = "USB-C dock";
    dock.items = { { "DOCK", 1 } };
    dock.price = { 19'999 };
    dock.placements = { "cart", "email" };
    p.offers = { dock };
    model::Cap cap;
    cap.id = "asks_week";
    cap.limit = 3;
    cap.window = days(7);
    p.caps = { cap };
    p.stages = { { "new", "true" }, { "old", "true" } };
    p.matrix = { { "new", "save_time", { { "dock", 1.0 } }, "One cable." } };
    p.guardrails.minMarginBp = 6'800;
    return p;
}

using Edit = void (*)(model::Policy&);

}

class TestDiff final : public QObject {
    Q_OBJECT

private slots:
    void equalPoliciesDiffer();
    void sentences_data();
    void sentences();
    void aDifferenceNamesFieldAndValues();
    void productsCountForPacks();
    void draftsTellWhatPacksCannot();
    void itemsOfAListAreToldByName();
    void thePageIsEscapedAndCounts();
};

void TestDiff::equalPoliciesDiffer() { QVERIFY(release::diff(policy(), policy()).empty()); }

void TestDiff::sentences_data()
{
    QTest::addColumn<quintptr>("edit");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, Edit edit, const char* sentence) {
        QTest::newRow(name) << quintptr(edit) << QString::fromUtf8(sentence);
    };
    row(
        "cap", [](model::Policy& p) { p.caps[0].limit = 2; }, "cap asks_week: 3 → 2");
    row(
        "cap's window", [](model::Policy& p) { p.caps[0].window = days(14); },
        "cap asks_week: window 7d → 14d");
    row(
        "price", [](model::Policy& p) { p.offers[0].price = { 18'900 }; },
        "offer dock “USB-C dock”: price 199.99 → 189.00 USD");
    row(
        "placements",
        [](model::Policy& p) {
            p.offers[0].placements = { "cart", "pdp" };
        },
        "offer dock “USB-C dock”: placements + pdp, − email");
    row(
        "condition", [](model::Policy& p) { p.offers[0].when = "cart.size > 0"; },
        "offer dock “USB-C dock”: condition none → cart.size > 0");
    row(
        "guardrail", [](model::Policy& p) { p.guardrails.minMarginBp = 6'550; },
        "settings: guardrails least margin 68 % → 65.5 %");
    row(
        "new rule",
        [](model::Policy& p) {
            p.suppress.push_back({ "open_case", "true", {}, "Case" });
        },
        "suppression open_case is new");
    row(
        "gone", [](model::Policy& p) { p.caps.clear(); }, "cap asks_week is gone");
    row(
        "order", [](model::Policy& p) { std::swap(p.stages[0], p.stages[1]); },
        "stages are asked in another order: old, new");
    row(
        "cell",
        [](model::Policy& p) {
            p.matrix[0].offers.push_back({ "hub", 0.5 });
        },
        "cell new × save_time: offers + hub (0.5)");
    row(
        "fit", [](model::Policy& p) { p.matrix[0].offers[0].fit = 0.5; },
        "cell new × save_time: dock fit 1 → 0.5");
    row(
        "holdout",
        [](model::Policy& p) {
            p.holdout = model::Holdout { "s", model::Unit::Customer, 1'000 };
        },
        "settings: holdout none → salt s, share 10 %, unit customer");
}

void TestDiff::sentences()
{
    QFETCH(quintptr, edit);
    QFETCH(QString, sentence);
    auto changed = policy();
    reinterpret_cast<Edit>(edit)(changed);
    const auto differences = release::diff(policy(), changed);
    QCOMPARE(differences.size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(differences[0].sentence), sentence);
    // Read backwards, the same difference.
    const auto back = release::diff(changed, policy());
    QCOMPARE(back.size(), std::size_t(1));
    QCOMPARE(back[0].before, differences[0].after);
    QCOMPARE(back[0].after, differences[0].before);
}

void TestDiff::aDifferenceNamesFieldAndValues()
{
    auto changed = policy();
    changed.guardrails.minMarginBp = 7'000;
    const auto d = release::diff(policy(), changed).at(0);
    QCOMPARE(d.kind, std::string("settings"));
    QCOMPARE(d.field, std::string("guardrails.min_margin_bp"));
    QCOMPARE(d.before, std::string("68 %"));
    QCOMPARE(d.after, std::string("70 %"));
}

void TestDiff::productsCountForPacks()
{
    model::Pack a;
    static_cast<model::Policy&>(a) = policy();
    model::Product product;
    product.sku = "DOCK";
    product.title = "Dock";
    product.price = { 100 };
    a.products = { product };
    auto b = a;
    b.version = "2";
    QVERIFY(release::diff(a, b).empty());
    b.products[0].price = { 250 };
    const auto d = release::diff(a, b);
    QCOMPARE(d.size(), std::size_t(1));
    QCOMPARE(d[0].sentence, std::string("product DOCK: price 1.00 → 2.50 USD"));
}

namespace {

release::Version version(const model::Draft& draft)
{
    return { store::objectSet(store::editsFor(draft)).value(), {}, false };
}

model::Draft draft()
{
    model::Draft out;
    out.policy = policy();
    out.titles = { { "new", "Just bought" }, { "save_time", "Save time" } };
    out.policy.motivations = { { "save_time", "true" } };
    return out;
}

model::Edge edge()
{
    return { { true, "laptop" }, { true, "dock" }, model::EdgeKind::Complement, model::Role::None, 1 };
}

QStringList said(const std::vector<release::Difference>& differences)
{
    QStringList out;
    for (const auto& d : differences)
        out << QString::fromStdString(d.sentence);
    return out;
}

}

void TestDiff::draftsTellWhatPacksCannot()
{
    const auto before = draft();
    auto after = before;
    after.edges[model::edgeId(edge())] = { edge(), { model::EdgeState::Accepted, false, {} } };
    after.policy.matrix[0].benefit = "Two cables.";
    after.evidence[{ "new", "save_time" }] = { { "note", "Cables everywhere", "shop" } };
    after.titles["new"] = "Fresh";
    after.learnings = { { "l1", "dock", "price", "a", "b", "c" } };
    QCOMPARE(said(release::diff(version(before), version(after))),
        (QStringList { "edge laptop → dock: accepted", "stage new “Fresh”: title “Just bought” → “Fresh”",
            "cell Fresh × Save time: benefit “One cable.” → “Two cables.”",
            "cell Fresh × Save time: evidence none → kind note, source “shop”, text “Cables everywhere”",
            "learning l1 is new" }));
    auto rejected = after;
    rejected.edges.begin()->second.second.state = model::EdgeState::Rejected;
    QCOMPARE(said(release::diff(version(after), version(rejected))),
        QStringList { "edge laptop → dock: rejected, was accepted" });
    // To an engine a rejected edge is none, and titles, evidence and learnings are nothing.
    auto pack = before.policy;
    QCOMPARE(said(release::diff(release::versionOf(pack), version(rejected))),
        QStringList { "cell Fresh × Save time: benefit “One cable.” → “Two cables.”" });
    pack.adjacency = { edge() };
    QCOMPARE(said(release::diff(version(before), release::versionOf(pack))),
        QStringList { "edge laptop → dock: accepted" });
}

void TestDiff::itemsOfAListAreToldByName()
{
    auto before = policy();
    before.matrix[0].offers = { { "dock", 1.0 }, { "hub", 0.5 }, { "bag", 0.5 } };
    auto after = before;
    after.matrix[0].offers = { { "hub", 0.7 }, { "dock", 1.0 }, { "mat", 0.1 } };
    QCOMPARE(said(release::diff(before, after)),
        (QStringList { "cell new × save_time: offers + mat (0.1), − bag (0.5), now in the order hub, dock",
            "cell new × save_time: hub fit 0.5 → 0.7" }));
}

void TestDiff::thePageIsEscapedAndCounts()
{
    const auto before = policy();
    auto after = before;
    after.offers[0].name = "</h3><script>alert('1')</script>&\"\x01";
    after.caps[0].limit = 2;
    const auto page = release::diffHtml(release::diff(before, after), "a<b>.offerwright", "\"b\"");
    QVERIFY(page.find("<script") == std::string::npos);
    QVERIFY(page.find('\x01') == std::string::npos);
    QVERIFY(page.find("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;") != std::string::npos);
    QVERIFY(page.find("a&lt;b&gt;.offerwright") != std::string::npos);
    QVERIFY(page.find("<b>2</b>") != std::string::npos); // differences, on top
    for (const char* outside : { "http:", "https:", "url(", "@import", "src=" })
        QVERIFY2(page.find(outside) == std::string::npos, outside);
    QVERIFY(release::diffHtml({}, "a", "b").find("No difference in meaning") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
