// SPDX-License-Identifier: GPL-3.0-or-later
// Every estimator against reference/stats: numbers computed by scipy, statsmodels, mpmath and R, not by us.
#include "base/json.h"
#include "stats/json.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>

using ow::Json;

namespace {

struct Tolerance {
    double rel = 0;
    double abs = 0;
};

QString folder() { return QStringLiteral(OFFERWRIGHT_SHARED "/reference/stats"); }

bool closeEnough(double a, double b, const Tolerance& t)
{
    return std::abs(a - b) <= t.abs + t.rel * std::max(std::abs(a), std::abs(b));
}

/// The first difference, or empty. The rules are those of reference/stats/README.md.
std::string difference(const Json& want, const Json& got, const Tolerance& t, const std::string& path)
{
    const auto differs = [&] { return path + ": want " + want.dump() + ", got " + got.dump(); };
    if (want.is_object()) {
        if (!got.is_object())
            return differs();
        for (const auto& [key, value] : want.items()) {
            if (!got.contains(key))
                return path + "." + key + ": missing";
            if (auto d = difference(value, got[key], t, path + "." + key); !d.empty())
                return d;
        }
        return {};
    }
    if (want.is_array()) {
        if (!got.is_array() || got.size() != want.size())
            return differs();
        for (std::size_t i = 0; i < want.size(); ++i) {
            if (auto d = difference(want[i], got[i], t, path + "[" + std::to_string(i) + "]"); !d.empty())
                return d;
        }
        return {};
    }
    if (want.is_number_float())
        return got.is_number() && closeEnough(want.get<double>(), got.get<double>(), t) ? std::string()
                                                                                        : differs();
    return want == got ? std::string() : differs();
}

std::vector<std::string> notes(const Json& answer)
{
    auto list = answer.value("notes", std::vector<std::string> {});
    std::sort(list.begin(), list.end());
    return list;
}

}

class TestVectors : public QObject {
    Q_OBJECT
private slots:
    void vectors_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<double>("rel");
        QTest::addColumn<double>("abs");
        const auto known = ow::stats::estimatorNames();
        const QStringList files
            = QDir(folder()).entryList({ QStringLiteral("*.json") }, QDir::Files, QDir::Name);
        if (files.isEmpty())
            QTest::newRow("reference vectors absent")
                << QByteArray("?") << QByteArray() << QByteArray() << 0. << 0.;
        for (const QString& name : files) {
            if (name == QLatin1String("stop_loss_simulation.json"))
                continue; // simulated rates: tst_stoplosssimulation.cpp
            QFile file(folder() + QLatin1Char('/') + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto document = ow::parseJson(file.readAll().toStdString());
            QVERIFY(document.has_value());
            const auto estimator = document->at("estimator").get<std::string>();
            if (std::find(known.begin(), known.end(), estimator) == known.end()) {
                QTest::newRow(estimator.c_str())
                    << QByteArray() << QByteArray::fromStdString(estimator) << QByteArray() << 0. << 0.;
                continue;
            }
            for (const Json& c : document->at("cases")) {
                QTest::newRow(c.at("id").get<std::string>().c_str())
                    << QByteArray::fromStdString(estimator) << QByteArray::fromStdString(c.at("input").dump())
                    << QByteArray::fromStdString(c.at("expected").dump())
                    << document->at("tolerance").at("rel").get<double>()
                    << document->at("tolerance").at("abs").get<double>();
            }
        }
    }

    void vectors()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, expected);
        QFETCH(double, rel);
        QFETCH(double, abs);
        if (name == "?")
            QSKIP("the reference vectors are not here: nothing was compared");
        if (name.isEmpty())
            QSKIP(("not implemented yet: " + input).constData());
        const auto in = ow::parseJson(input.toStdString());
        const auto want = ow::parseJson(expected.toStdString());
        QVERIFY(in && want);
        const auto got = ow::stats::estimate(name.toStdString(), *in);
        QVERIFY2(got, got ? "" : got.error().text().c_str());
        Json comparable = *want;
        comparable.erase("notes");
        const std::string d = difference(comparable, *got, { rel, abs }, "");
        QVERIFY2(d.empty(), d.c_str());
        QCOMPARE(notes(*got), notes(*want));
        if (want->at("status") != "ok")
            QVERIFY(got->contains("reason"));
    }
};

QTEST_APPLESS_MAIN(TestVectors)
#include "tst_vectors.moc"
