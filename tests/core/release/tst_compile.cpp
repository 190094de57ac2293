// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/sha256.h"
#include "model/pack_json.h"
#include "release/compile.h"

#include <QTest>

using namespace ow;

namespace {

model::Draft draft()
{
    model::Draft d;
    d.policy.name = "test";
    model::Offer offer;
    offer.id = "dock";
    offer.name = "Dock";
    offer.items = { { "DOCK", 1 } };
    offer.price = { 100 };
    d.policy.offers = { offer };
    return d;
}

model::Catalogue catalogue()
{
    model::Product dock;
    dock.sku = "DOCK";
    dock.title = "Dock";
    dock.price = { 100 };
    model::Product other;
    other.sku = "SHOE";
    other.title = "Shoe";
    return { { dock, other } };
}

const Timestamp when { 1'795'392'000'000 };

}

class TestCompile final : public QObject {
    Q_OBJECT

private slots:
    void holdsPolicyAndEveryProduct();
    void equalDraftsGiveEqualBytes();
    void bytesReadBackToThePack();
    void aReleaseNeedsAVersion();
    void doubledIdsAreNamed();
};

void TestCompile::holdsPolicyAndEveryProduct()
{
    const auto pack = release::compile(draft(), catalogue(), "12", when);
    QVERIFY(pack);
    QCOMPARE(pack->version, std::string("12"));
    QCOMPARE(pack->products.size(), std::size_t(2));
    QCOMPARE(pack->offers, draft().policy.offers);
}

void TestCompile::equalDraftsGiveEqualBytes()
{
    const auto a = release::seal(*release::compile(draft(), catalogue(), "12", when));
    const auto b = release::seal(*release::compile(draft(), catalogue(), "12", when));
    QCOMPARE(a.bytes, b.bytes);
    QCOMPARE(a.sha256, toHex(sha256(a.bytes)));
    auto other = draft();
    other.policy.offers[0].price = { 101 };
    QVERIFY(release::seal(*release::compile(other, catalogue(), "12", when)).sha256 != a.sha256);
}

void TestCompile::bytesReadBackToThePack()
{
    const auto pack = *release::compile(draft(), catalogue(), "12", when);
    const auto back = model::readPackText(release::seal(pack).bytes);
    QVERIFY(back);
    QVERIFY(static_cast<const model::Policy&>(*back) == static_cast<const model::Policy&>(pack));
    QCOMPARE(back->products, pack.products);
    QCOMPARE(back->releasedAt, pack.releasedAt);
}

void TestCompile::aReleaseNeedsAVersion()
{
    const auto pack = release::compile(draft(), catalogue(), "", when);
    QVERIFY(!pack);
    QCOMPARE(pack.error().at, std::string("version"));
}

void TestCompile::doubledIdsAreNamed()
{
    auto doubled = draft();
    doubled.policy.offers.push_back(doubled.policy.offers[0]);
    const auto pack = release::compile(doubled, catalogue(), "12", when);
    QVERIFY(!pack);
    QVERIFY2(pack.error().at.find("offers[1]") == 0, pack.error().at.c_str());
}

QTEST_GUILESS_MAIN(TestCompile)
#include "tst_compile.moc"
