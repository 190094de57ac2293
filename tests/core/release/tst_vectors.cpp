// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "model/pack_json.h"
#include "release/compile.h"
#include "release/vectors.h"

#include <QTest>

using namespace ow;

namespace {

model::Pack pack()
{
    const auto read
        = model::readPackText(R"({"format":"offerwright.pack/1","name":"t","version":"1","currency":"USD",
        "released_at":"2026-11-22T10:00:00Z",
        "products":[{"sku":"BULB","title":"Bulb","family":"bulbs","category":"light","price":1000,"cost":200},
                    {"sku":"LAMP","title":"Lamp","family":"lamps","category":"light","price":5000,"cost":3000}],
        "adjacency":[{"from":"family:lamps","to":"sku:BULB","kind":"complement","weight":0.5}],
        "channels":[{"id":"web","consent":"true"}],
        "placements":[{"id":"cart","channel":"web"}],
        "offers":[{"id":"bulb","name":"Bulb","kind":"single","role":"power","status":"active",
                   "items":[{"sku":"BULB","qty":1}],"price":1000,"placements":["cart"],"propensity":"0.1",
                   "because":"Because of {anchor.title}."},
                  {"id":"old","name":"Old","kind":"single","role":"power","status":"killed",
                   "items":[{"sku":"BULB","qty":1}],"price":1000,"placements":["cart"],"propensity":"0.1"}]})");
    if (!read)
        qFatal("%s", read.error().text().c_str());
    return *read;
}

std::string withVectors()
{
    auto p = pack();
    release::attachVectors(p, *release::makeVectors(p));
    return release::seal(p).bytes;
}

}

class TestVectors final : public QObject {
    Q_OBJECT

private slots:
    void oneForEachActiveOffer();
    void aFreshPackVerifies();
    void aChangedRuleIsFound();
    void spacesAreNoDifferenceButAreSeen();
    void whatIsNoPackIsRefused();
};

void TestVectors::oneForEachActiveOffer()
{
    const auto vectors = *release::makeVectors(pack());
    QCOMPARE(vectors.size(), std::size_t(1));
    QCOMPARE(vectors[0]["name"].get<std::string>(), std::string("bulb"));
    const auto& offer = vectors[0]["decision"]["offers"].at(0);
    QCOMPARE(offer["because"].get<std::string>(), std::string("Because of Lamp."));
    QVERIFY(!vectors[0]["decision"].contains("facts"));
}

void TestVectors::aFreshPackVerifies()
{
    const auto v = release::verify(withVectors());
    QVERIFY(v);
    QVERIFY(v->ok());
    QVERIFY(v->canonical);
    QCOMPARE(v->vectors.size(), std::size_t(1));
    QCOMPARE(v->sha256, [] {
        auto p = pack();
        release::attachVectors(p, *release::makeVectors(p));
        return release::seal(p).sha256;
    }());
}

void TestVectors::aChangedRuleIsFound()
{
    auto text = withVectors();
    text.replace(text.find("0.1"), 3, "0.2"); // somebody touched the propensity
    const auto v = release::verify(text);
    QVERIFY(v);
    QVERIFY(!v->ok());
    QVERIFY(!v->vectors.at(0).passed);
}

void TestVectors::spacesAreNoDifferenceButAreSeen()
{
    const auto v = release::verify(withVectors() + "\n");
    QVERIFY(v);
    QVERIFY(v->ok());
    QVERIFY(!v->canonical);
    QCOMPARE(v->sha256, release::verify(withVectors())->sha256);
}

void TestVectors::whatIsNoPackIsRefused()
{
    QVERIFY(!release::verify("PNG"));
    const auto empty = release::verify("{}"); // JSON, but no pack: something to mend, as lint says too
    QVERIFY(empty);
    QVERIFY(!empty->ok());
    QCOMPARE(empty->problems.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestVectors)
#include "tst_vectors.moc"
