// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/random.h"
#include "decide/decide.h"
#include "model/pack_json.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cmath>
#include <deque>

using namespace ow;
using namespace ow::decide;

namespace {

const QString folder = QStringLiteral(OFFERWRIGHT_SHARED "/reference/decide");

using Pack = std::shared_ptr<const CompiledPack>;

/// One file: its pack, the same pack with its lists shuffled, and its cases.
struct Vectors {
    std::string name;
    std::vector<Pack> packs;
    Json cases;
};

void shuffle(Json& list, std::uint64_t seed)
{
    Philox random(seed);
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[random.below(i)]);
}

Pack compiled(const Json& json, std::string& error)
{
    const Result<model::Pack> pack = model::readPack(json);
    const Result<Pack> out = pack ? compile(*pack) : Result<Pack>(fail(pack.error()));
    error = out ? "" : out.error().text();
    return out ? *out : nullptr;
}

bool isNothing(const Json& v)
{
    return v.is_null() || ((v.is_array() || v.is_string()) && v.empty()) || v == "";
}

/// Where `actual` differs from `expected` by the rules of the vectors' README; "" where it does not.
std::string difference(const Json& expected, const Json& actual, const std::string& path)
{
    if (isNothing(expected) && isNothing(actual))
        return {};
    if (expected.is_number() && actual.is_number()) {
        const double a = expected.get<double>();
        const double b = actual.get<double>();
        const bool same = path.ends_with(".score") ? std::abs(a - b) <= 1e-12 * std::abs(a) : a == b;
        return same ? std::string() : path + ": " + actual.dump() + ", not " + expected.dump();
    }
    if (expected.is_object() && actual.is_object()) {
        for (const auto& [key, value] : expected.items()) {
            const std::string at = path + '.' + key;
            if (std::string d = difference(value, actual.value(key, Json()), at); !d.empty())
                return d;
        }
        // The contract's own keys must not say more than expected.
        if (path.ends_with(".variants") && expected.size() != actual.size())
            return path + ": other experiments";
        return {};
    }
    if (expected.is_array() && actual.is_array() && expected.size() == actual.size()) {
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (std::string d = difference(expected[i], actual[i], path + '[' + std::to_string(i) + ']');
                !d.empty())
                return d;
        }
        return {};
    }
    return expected == actual ? std::string() : path + ": " + actual.dump() + ", not " + expected.dump();
}

/// The whole way: JSON request in, JSON answer out.
Json answer(const CompiledPack& pack, const Json& request, Scratch& scratch)
{
    const Result<Request> read = readRequest(request.dump(), pack);
    if (!read)
        return { { "error", { { "about", read.error().at } } } };
    return writeDecision(decide::decide(pack, *read, scratch, { true, true }), true);
}

}

/// DECISION.md by its vectors: each case as it stands, with events and exposures shuffled, and with the
/// pack's lists shuffled.
class TestDecide : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const QString& name : QDir(folder).entryList({ "*.json" }, QDir::Files)) {
            QFile file(folder + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<Json> json = parseJson(file.readAll().toStdString());
            QVERIFY2(json.has_value(), qPrintable(name));
            Vectors& v = m_files.emplace_back();
            v.name = QString(name).remove(".json").toStdString();
            v.cases = json->at("cases");
            for (std::uint64_t seed = 0; seed < 3; ++seed) {
                Json pack = json->at("pack");
                for (const char* key :
                    { "products", "offers", "adjacency", "matrix", "channels", "placements" }) {
                    if (seed != 0 && pack.contains(key))
                        shuffle(pack[key], seed);
                }
                std::string error;
                v.packs.push_back(compiled(pack, error));
                QVERIFY2(v.packs.back() != nullptr, (v.name + ": " + error).c_str());
            }
        }
    }

    void cases_data()
    {
        QTest::addColumn<int>("file");
        QTest::addColumn<int>("index");
        if (m_files.empty())
            QSKIP("no decision vectors at " OFFERWRIGHT_SHARED "/reference/decide");
        for (std::size_t f = 0; f < m_files.size(); ++f) {
            for (std::size_t i = 0; i < m_files[f].cases.size(); ++i) {
                const std::string name = m_files[f].name + ' ' + std::to_string(i) + ' '
                    + m_files[f].cases[i]["name"].get<std::string>();
                QTest::newRow(name.c_str()) << int(f) << int(i);
            }
        }
    }

    void cases()
    {
        QFETCH(int, file);
        QFETCH(int, index);
        const Vectors& v = m_files[std::size_t(file)];
        const Json& c = v.cases[std::size_t(index)];
        const Json expected = c.contains("error") ? Json { { "error", c["error"] } } : c["decision"];
        Scratch scratch;
        for (std::size_t variant = 0; variant < 6; ++variant) {
            Json request = c["request"];
            for (const char* key : { "events", "exposures" }) {
                // A refusal names a place in the list: there the order counts.
                if (variant % 3 != 0 && request.contains(key) && !c.contains("error"))
                    shuffle(request[key], variant);
            }
            const Json actual = answer(*v.packs[variant / 2], request, scratch);
            const std::string d = difference(expected, actual, "decision");
            QVERIFY2(d.empty(), (d + " (variant " + std::to_string(variant) + ")\n" + actual.dump()).c_str());
        }
    }

private:
    std::vector<Vectors> m_files;
};

QTEST_APPLESS_MAIN(TestDecide)
#include "tst_decide.moc"
