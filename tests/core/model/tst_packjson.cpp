// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "model/pack_json.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace ow;
using namespace ow::model;

namespace {

const QString vectorFolder = QStringLiteral(OFFERWRIGHT_SHARED "/reference/decide");

/// A vector file's JSON; null where it cannot be read.
Json readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const Result<Json> json = parseJson(file.readAll().toStdString());
    return json ? *json : Json(nullptr);
}

/// A small pack that uses most parts of the format.
const char* const smallPack = R"({
 "format": "offerwright.pack/1", "name": "n", "version": "1", "currency": "EUR",
 "attributes": {"customer": {"age": {"type": "int", "min": 0, "max": 120, "default": 30, "x": 1}}},
 "products": [{"sku": "A", "title": "a", "family": "f", "category": "c", "price": 100, "cost": 50}],
 "channels": [{"id": "web", "consent": "true"}],
 "placements": [{"id": "cart", "channel": "web"}],
 "offers": [{"id": "o", "name": "O", "kind": "single", "role": "power", "status": "active", "price": 100,
             "items": [{"sku": "A", "qty": 1, "x": {"from": "another tool"}}], "placements": ["cart"], "propensity": "0.1"}],
 "caps": [{"id": "c", "scope": {"all": true}, "count": "shown", "limit": 1, "calendar": "day"}],
 "sequence": [{"id": "s", "offer": "o", "after": {"event": "search"}, "max": "14d"}],
 "vectors": [{"name": "v", "request": {}, "decision": {}}],
 "x": {"note": [1, 2]}})";

}

class TestPackJson : public QObject {
    Q_OBJECT

private slots:
    void roundTrip_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = QDir(vectorFolder).entryList({ "*.json" }, QDir::Files);
        if (files.isEmpty())
            QSKIP("no decision vectors at " OFFERWRIGHT_SHARED "/reference/decide");
        for (const QString& name : files)
            QTest::newRow(qPrintable(name)) << vectorFolder + u'/' + name;
    }

    void roundTrip()
    {
        QFETCH(QString, file);
        const Json json = readFile(file);
        QVERIFY(json.is_object());
        const Result<Pack> first = readPack(json["pack"]);
        QVERIFY2(first.has_value(), first ? "" : first.error().text().c_str());
        const std::string written = canonicalJson(writePack(*first));
        const Result<Pack> second = readPackText(written);
        QVERIFY2(second.has_value(), second ? "" : second.error().text().c_str());
        QVERIFY(static_cast<const Policy&>(*first) == static_cast<const Policy&>(*second));
        QVERIFY(first->products == second->products);
        QCOMPARE(first->version, second->version);
        QVERIFY(first->releasedAt == second->releasedAt);
        QVERIFY(first->extras == second->extras);
        QCOMPARE(canonicalJson(writePack(*second)), written);
    }

    void keepsTheRoomOfOthers()
    {
        const Result<Pack> pack = readPackText(smallPack);
        QVERIFY2(pack.has_value(), pack ? "" : pack.error().text().c_str());
        const Json out = writePack(*pack);
        QCOMPARE(out["x"].dump(), std::string(R"({"note":[1,2]})"));
        QCOMPARE(out["offers"][0]["items"][0]["x"].dump(), std::string(R"({"from":"another tool"})"));
        QCOMPARE(out["attributes"]["customer"]["age"]["x"].dump(), std::string("1"));
        QCOMPARE(out["vectors"].size(), std::size_t(1));
        QCOMPARE(canonicalJson(out), canonicalJson(*parseJson(smallPack)));
    }

    void defaults()
    {
        const Result<Pack> pack = readPackText(smallPack);
        QVERIFY(pack.has_value());
        const Offer& offer = pack->offers.front();
        QCOMPARE(offer.when, std::string("true"));
        QCOMPARE(offer.trigger, std::string("false"));
        QCOMPARE(offer.priority, std::int64_t(100));
        QVERIFY(!offer.once && !offer.validFrom && !offer.validUntil);
        QCOMPARE(pack->placements.front().maxOffers, 1);
        QVERIFY(!pack->placements.front().highIntent);
        QCOMPARE(pack->timezone, std::string("UTC"));
        QCOMPARE(pack->rank.score, std::string("candidate.propensity * candidate.fit"));
        QVERIFY(!pack->rank.floor && !pack->holdout && !pack->guardrails.minMarginBp);
        QVERIFY(pack->sequence.front().max == Duration { 14 * days(1).ms });
    }

    void theLargestIntSurvives()
    {
        const Json json { { "type", "int" }, { "min", std::numeric_limits<std::int64_t>::min() },
            { "max", std::numeric_limits<std::int64_t>::max() }, { "default", 0 } };
        const Result<Attribute> attribute = readAttribute("n", json);
        QVERIFY(attribute.has_value());
        QCOMPARE(writeAttribute(*attribute).dump(), json.dump());
    }

    /// Faults in the form of a pack, each with its place.
    void faults_data()
    {
        QTest::addColumn<QString>("pointer"); // JSON pointer of what is replaced
        QTest::addColumn<QString>("value"); // by this; empty = removed
        QTest::addColumn<QString>("at");
        const auto row = [](const char* name, const char* pointer, const char* value, const char* at) {
            QTest::newRow(name) << pointer << value << at;
        };
        row("an id in capitals", "/offers/0/id", "\"Dock\"", "offers[0].id");
        row("an empty id", "/caps/0/id", "\"\"", "caps[0].id");
        row("a fact without kind", "/facts", R"([{"id": "f"}])", "facts[0]");
        row("a fact whose id no expression can say", "/facts", R"([{"id": "a-b", "expr": "1"}])",
            "facts[0].id");
        row("distinct of nothing", "/facts", R"([{"id": "f", "aggregate": "distinct", "window": "1d"}])",
            "facts[0].of");
        row("a name in capitals", "/attributes/customer", R"({"Age": {"type": "bool", "default": true}})",
            "attributes.customer.Age");
        row("a name that is reserved", "/attributes/customer", R"({"in": {"type": "bool", "default": true}})",
            "attributes.customer.in");
        row("a default of another type", "/attributes/customer/age/default", "\"30\"",
            "attributes.customer.age.default");
        row("a default outside the range", "/attributes/customer/age/default", "121",
            "attributes.customer.age.default");
        row("a kind nobody knows", "/offers/0/kind", "\"gift\"", "offers[0].kind");
        row("a price that is a fraction", "/offers/0/price", "1.5", "offers[0].price");
        row("a window and a calendar", "/caps/0/window", "\"1d\"", "caps[0]");
        row("a cap that counts returns", "/caps/0/count", "\"returned\"", "caps[0].count");
        row("a scope of nothing", "/caps/0/scope", "{}", "caps[0].scope");
        row("a scope of two", "/caps/0/scope", R"({"all": true, "roles": ["power"]})", "caps[0].scope");
        row("a scope of an unknown role", "/caps/0/scope", R"({"roles": ["power", "might"]})",
            "caps[0].scope.roles[1]");
        row("a scope misspelt", "/caps/0/scope", R"({"role": ["power"]})", "caps[0].scope.role");
        row("after two things", "/sequence/0/after", R"({"event": "search", "offer": "o"})",
            "sequence[0].after");
        row("no list", "/products", "{}", "products");
        row("the same sku twice", "/products",
            R"([{"sku":"A","title":"","family":"","category":"","price":1,"cost":1},{"sku":"A","title":"","family":"","category":"","price":1,"cost":1}])",
            "products[1].sku");
        row("no currency", "/currency", "", "currency");
        row("an edge from nowhere", "/adjacency",
            R"([{"from": "A", "to": "sku:A", "kind": "complement", "weight": 1}])", "adjacency[0].from");
        row("a weight of nothing", "/adjacency",
            R"([{"from": "sku:A", "to": "sku:A", "kind": "complement", "weight": 0}])",
            "adjacency[0].weight");
        row("a vector without request", "/vectors/0/request", "", "vectors[0].request");
        row("a key of another place", "/rank", R"({"scope": 1})", "rank.scope");
    }

    void faults()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, at);
        Json json = *parseJson(smallPack);
        const Json::json_pointer place(pointer.toStdString());
        if (value.isEmpty())
            json.at(place.parent_pointer()).erase(place.back());
        else
            json[place] = *parseJson(value.toStdString());
        const Result<Pack> pack = readPack(json);
        QVERIFY(!pack.has_value());
        QCOMPARE(QString::fromStdString(pack.error().at), at);
        QVERIFY(!pack.error().message.empty());
    }

    /// The vectors' faults in form, which reading alone must find; those of meaning are decide's.
    void invalidVectors_data()
    {
        QTest::addColumn<QString>("file");
        if (!QDir(vectorFolder + "/invalid").exists())
            QSKIP("no decision vectors at " OFFERWRIGHT_SHARED "/reference/decide");
        for (const char* name : { "bad-duration", "cap-without-window-and-calendar", "default-outside-values",
                 "duplicate-offer-id", "missing-key", "shares-above-10000", "unknown-key-at-the-top",
                 "unknown-key-in-an-offer", "unknown-time-zone", "weight-above-one", "withhold-with-a-text",
                 "wrong-format", "wrong-type-price" })
            QTest::newRow(name) << vectorFolder + "/invalid/" + name + ".json";
    }

    void invalidVectors()
    {
        QFETCH(QString, file);
        const Json json = readFile(file);
        QVERIFY(json.is_object());
        const Result<Pack> pack = readPack(json["pack"]);
        QVERIFY(!pack.has_value());
        QCOMPARE(pack.error().at, json["error"]["about"].get<std::string>());
    }
};

QTEST_APPLESS_MAIN(TestPackJson)
#include "tst_packjson.moc"
