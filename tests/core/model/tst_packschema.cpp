// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/model/schema_check.h"
#include "model/pack_json.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace ow;

namespace {

Json readJson(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const Result<Json> json = parseJson(file.readAll().toStdString());
    return json ? *json : Json(nullptr);
}

/// A pack with every kind of part, so that a change anywhere can be tried.
const char* const fullPack = R"json({
 "format": "offerwright.pack/1", "name": "n", "version": "1", "released_at": "2026-06-01T00:00:00Z", "currency": "EUR",
 "timezone": "Europe/Berlin",
 "attributes": {"customer": {"age": {"type": "int", "min": 0, "max": 120, "default": 30}, "seg": {"type": "string", "values": ["a"], "default": "a"},
                "rate": {"type": "double", "default": 0.5}, "ok": {"type": "bool", "default": true}}, "context": {}},
 "products": [{"sku": "A", "title": "a", "family": "f", "category": "c", "price": 100, "cost": 50, "stock": 3, "depletion": "30d", "tags": ["t"]}],
 "adjacency": [{"from": "sku:A", "to": "family:f", "kind": "substitute", "role": "", "weight": 0.5}],
 "facts": [{"id": "f", "expr": "1"}, {"id": "g", "aggregate": "sum", "types": ["purchased"], "where": "true", "of": "event.qty", "window": "1d"},
           {"id": "h", "aggregate": "min", "of": "event.qty", "window": "1d", "else": 3}, {"id": "i", "aggregate": "age", "window": "1d", "else": 3}],
 "stages": [{"id": "s", "when": "true"}], "motivations": [{"id": "m"}],
 "matrix": [{"stage": "s", "motivation": "m", "offers": [{"offer": "o", "fit": 0.5}], "benefit": "b"}],
 "channels": [{"id": "web", "consent": "true"}],
 "placements": [{"id": "cart", "channel": "web", "high_intent": true, "max_offers": 2}],
 "offers": [{"id": "o", "name": "O", "kind": "bundle", "role": "power", "status": "active", "items": [{"sku": "A", "qty": 1}], "anchors": ["A"],
   "mission": "launch", "tier": "pro", "price": 100, "term": "", "placements": ["cart"], "valid_from": null, "valid_until": "2027-01-01T00:00:00Z",
   "trigger": "false", "when": "true", "once": true, "propensity": "0.1", "priority": 7, "because": "b", "replaced_by": ""}],
 "suppress": [{"id": "s", "when": "true", "scope": {"roles": ["power"]}, "reason": "r"}],
 "caps": [{"id": "c", "scope": {"all": true}, "count": "shown", "limit": 1, "calendar": "day"}, {"id": "d", "scope": {"channels": ["web"]}, "count": "clicked", "limit": 1, "window": "1d"}],
 "cooldowns": [{"id": "c", "scope": {"offers": ["o"]}, "blocks": {"kinds": ["bundle"]}, "after": "returned", "for": "30d"}],
 "sequence": [{"id": "s", "offer": "o", "after": {"event": "search", "where": "true"}, "min": "1h", "max": "2h"}, {"id": "t", "offer": "o", "after": {"offer": "o", "outcome": "shown"}}],
 "exclusive": [{"id": "e", "offers": ["o"], "window": "14d"}],
 "substitutes": {"in_cart": true, "owned_window": "365d"}, "guardrails": {"min_margin_bp": 100, "max_discount_bp": 100, "margin_scope": "cart"},
 "rank": {"score": "1.0", "floor": 0.5, "distinct_roles": true}, "anchor_window": "30d", "holdout": {"salt": "s", "unit": "intent", "share_bp": 100},
 "experiments": [{"id": "e", "offer": "o", "salt": "s", "unit": "customer", "arms": [{"id": "a", "share_bp": 10, "because": "x", "price": 90, "name": "N"}, {"id": "w", "share_bp": 10, "withhold": true}]}],
 "guarantees": [{"id": "g", "text": "t", "never": "false"}], "vectors": [{"name": "v", "request": {}, "decision": {}}], "x": {"a": 1}})json";

/// What a schema cannot say: ids twice, calendars, ranges of one value by another.
bool beyondSchema(const Error& e)
{
    for (const char* word : { "already", "time zone", "The default", "is not a time", "too long a duration",
             "add up", "below the smallest" }) {
        if (e.message.find(word) != std::string::npos)
            return true;
    }
    return false;
}

void collect(const Json& v, const Json::json_pointer& at, std::vector<Json::json_pointer>& out)
{
    out.push_back(at);
    if (v.is_object() && !at.to_string().ends_with("/x")) {
        for (const auto& [key, item] : v.items())
            collect(item, at / key, out);
    }
    for (std::size_t i = 0; v.is_array() && i < v.size(); ++i)
        collect(v[i], at / i, out);
}

}

/// resources/schemas/pack.schema.json says what the reader does.
class TestPackSchema : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_schema = readJson(QFINDTESTDATA("../../resources/schemas/pack.schema.json"));
        QVERIFY(m_schema.is_object());
    }

    void takesTheVectorsPacks()
    {
        const QDir folder(QStringLiteral(OFFERWRIGHT_SHARED "/reference/decide"));
        const QStringList names = folder.entryList({ "*.json" }, QDir::Files);
        if (names.isEmpty())
            QSKIP("no decision vectors at " OFFERWRIGHT_SHARED "/reference/decide");
        for (const QString& name : names)
            QVERIFY2(test::SchemaCheck(m_schema).accepts(readJson(folder.filePath(name))["pack"]),
                qPrintable(name));
    }

    void agreesWithTheReaderOnChangedPacks()
    {
        const Result<Json> whole = parseJson(fullPack);
        QVERIFY2(whole.has_value(), whole ? "" : whole.error().text().c_str());
        const Result<model::Pack> read = model::readPack(*whole);
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        std::vector<Json::json_pointer> places;
        collect(*whole, Json::json_pointer(""), places);
        const Json values[] = { nullptr, true, false, 0, -1, 3, 2.5, "", "text", "Capital", "power", "30d",
            Json::array(), Json::object(), { { "all", true } }, { { "x", 1 } } };
        const test::SchemaCheck schema(m_schema);
        int refused = 0;
        std::size_t tried = 0;
        for (const Json::json_pointer& place : places) {
            for (std::size_t i = 0; i <= std::size(values) + 1; ++i) {
                if (++tried % 4
                    != 0) // a quarter of them, spread over all places and values, keeps this short
                    continue;
                Json changed = *whole;
                if (i < std::size(values))
                    changed[place] = values[i];
                else if (i == std::size(values) && !place.empty())
                    changed[place.parent_pointer()].is_object()
                        ? void(changed[place.parent_pointer()].erase(place.back()))
                        : void();
                else if (changed[place].is_object())
                    changed[place]["surprise"] = 1;
                const Result<model::Pack> pack = model::readPack(changed);
                const bool accepted = schema.accepts(changed);
                refused += accepted ? 0 : 1;
                const std::string where = place.to_string() + " = "
                    + (i < std::size(values) ? values[i].dump() : "removed or surprised");
                if (pack)
                    QVERIFY2(accepted, ("only the reader takes " + where).c_str());
                else if (!beyondSchema(pack.error()))
                    QVERIFY2(
                        !accepted, ("only the schema takes " + where + ": " + pack.error().text()).c_str());
            }
        }
        QVERIFY(refused > 500);
    }

private:
    Json m_schema;
};

QTEST_APPLESS_MAIN(TestPackSchema)
#include "tst_packschema.moc"
