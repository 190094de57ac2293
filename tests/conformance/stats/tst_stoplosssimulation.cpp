// SPDX-License-Identifier: GPL-3.0-or-later
// Error rates of the stop-loss rule against reference/stats/stop_loss_simulation.json (200,000 replications
// each, by another program), compared as that file says.
#include "base/json.h"
#include "stats/stop_loss_simulation.h"

#include <QFile>
#include <QTest>

#include <cmath>

using ow::Json;
using namespace ow::stats;

namespace {

constexpr std::int64_t replications = 20000;

StopLossConfig configOf(const Json& c, const std::string& mode)
{
    StopLossConfig config;
    config.mode = mode == "always_valid" ? StopLossMode::AlwaysValid : StopLossMode::Planned;
    config.lift = config.margin = { c.at("threshold"), c.at("worthwhile") };
    config.guardrails = { { "core", c.at("guardrail_margin"), true } };
    config.alphaKeep = c.at("alpha_keep");
    config.alphaKill = c.at("alpha_kill");
    config.alphaHarm = c.at("alpha_harm");
    config.minCycles = c.at("min_cycles");
    config.maxCycles = c.at("cycles");
    config.plannedUnits = c.at("planned_units");
    config.nStar = c.at("n_star");
    return config;
}

}

class TestStopLossSimulation : public QObject {
    Q_OBJECT

private slots:
    void rates_data()
    {
        QTest::addColumn<QByteArray>("id");
        QFile file(QStringLiteral(OFFERWRIGHT_SHARED "/reference/stats/stop_loss_simulation.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            QTest::newRow("reference absent") << QByteArray();
            return;
        }
        m_reference = *ow::parseJson(file.readAll().toStdString());
        for (const Json& c : m_reference.at("cases")) {
            const auto id = QByteArray::fromStdString(c.at("id").get<std::string>());
            QTest::newRow(id.constData()) << id;
        }
    }

    void rates()
    {
        QFETCH(QByteArray, id);
        if (id.isEmpty())
            QSKIP("the reference simulation is not here");
        Json c;
        for (const Json& one : m_reference.at("cases")) {
            if (one.at("id") == id.toStdString())
                c = one;
        }
        const auto mode = c.at("mode").get<std::string>();
        const auto rule = mode == "point_at_two" ? StopRule::PointAtTwo
            : mode == "weekly_z"                 ? StopRule::WeeklyZ
                                                 : StopRule::StopLoss;
        StopLossWorld world;
        world.lift = c.at("effect").at("lift");
        world.margin = c.at("effect").at("margin");
        world.guardrail = c.at("effect").at("guardrail");
        world.unitsPerArm = m_reference.at("config").at("units_per_arm_per_cycle");
        const auto got
            = simulateStopLoss(rule, configOf(m_reference.at("config"), mode), world, replications, 20251122);
        QVERIFY(got.has_value());
        const Json& want = c.at("expected");
        compare("keep", got->keep, want);
        compare("kill_below", got->killBelow, want);
        compare("kill_guardrail", got->killGuardrail, want);
        compare("not_proven", got->notProven, want);
        const double cycles = want.at("mean_cycles");
        QVERIFY2(std::abs(got->meanCycles - cycles) <= 0.03, qPrintable(QString::number(got->meanCycles)));
    }

    void anyNumberOfThreadsAgrees()
    {
        StopLossConfig config;
        config.lift = config.margin = { 0, 0.06 };
        config.plannedUnits = 16000;
        const auto one = simulateStopLoss(StopRule::StopLoss, config, {}, 1500, 3, 1);
        const auto three = simulateStopLoss(StopRule::StopLoss, config, {}, 1500, 3, 3);
        QVERIFY(one->keep == three->keep && one->killBelow == three->killBelow
            && one->meanCycles == three->meanCycles);
        config.plannedUnits = 0;
        QVERIFY(!simulateStopLoss(StopRule::StopLoss, config, {}, 10, 3));
    }

private:
    void compare(const char* key, double got, const Json& want)
    {
        const double p = want.at(key), theirs = m_reference.at("replications");
        const double slack = 4 * std::sqrt(p * (1 - p) * (1 / theirs + 1.0 / replications)) + 0.0005;
        QVERIFY2(std::abs(got - p) <= slack,
            qPrintable(QStringLiteral("%1: want %2, got %3").arg(key).arg(p).arg(got)));
    }

    Json m_reference;
};

QTEST_APPLESS_MAIN(TestStopLossSimulation)
#include "tst_stoplosssimulation.moc"
