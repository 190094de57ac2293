// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/diff.h"

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
        "cap", [](model::Policy& p) { p.caps[0].limit = 2; }, "Cap asks_week: limit 3 → 2");
    row(
        "cap's window", [](model::Policy& p) { p.caps[0].window = days(14); },
        "Cap asks_week: window 7d → 14d");
    row(
        "price", [](model::Policy& p) { p.offers[0].price = { 18'900 }; },
        "Offer dock “USB-C dock”: price 199.99 USD → 189.00 USD");
    row(
        "placements",
        [](model::Policy& p) {
            p.offers[0].placements = { "cart", "pdp" };
        },
        "Offer dock “USB-C dock”: placements + pdp, − email");
    row(
        "condition", [](model::Policy& p) { p.offers[0].when = "cart.size > 0"; },
        "Offer dock “USB-C dock”: condition none → cart.size > 0");
    row(
        "guardrail", [](model::Policy& p) { p.guardrails.minMarginBp = 6'550; },
        "Settings: guardrails least margin 68 % → 65.5 %");
    row(
        "new rule",
        [](model::Policy& p) {
            p.suppress.push_back({ "open_case", "true", {}, "Case" });
        },
        "Suppression open_case is new");
    row(
        "gone", [](model::Policy& p) { p.caps.clear(); }, "Cap asks_week is gone");
    row(
        "order", [](model::Policy& p) { std::swap(p.stages[0], p.stages[1]); },
        "Stages are asked in another order: old, new");
    row(
        "cell",
        [](model::Policy& p) {
            p.matrix[0].offers.push_back({ "hub", 0.5 });
        },
        "Cell new × save_time: offers + hub (0.5)");
    row(
        "holdout",
        [](model::Policy& p) {
            p.holdout = model::Holdout { "s", model::Unit::Customer, 1'000 };
        },
        "Settings: holdout none → salt s, share 10 %, unit customer");
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
    QCOMPARE(d[0].sentence, std::string("Product DOCK: price 1.00 USD → 2.50 USD"));
}

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
