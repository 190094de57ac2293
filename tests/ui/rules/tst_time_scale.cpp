// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/time_scale.h"

#include <QTest>

#include <cmath>

using namespace ow;

class TestTimeScale : public QObject {
    Q_OBJECT
private slots:
    void thereAndBack()
    {
        const ow::ui::TimeScale scale(days(30), 100, 600);
        QCOMPARE(scale.x({}), 100.0);
        QCOMPARE(scale.x(days(30)), 700.0);
        for (const Duration t : { hours(1), hours(7), days(3), days(29) })
            QVERIFY(std::abs(scale.at(scale.x(t)).ms - t.ms) <= 1);
        QVERIFY(
            scale.x(hours(1)) - scale.x({}) > scale.x(days(30)) - scale.x(days(29))); // near hours get room
    }

    void outsideIsTheEdge()
    {
        const ow::ui::TimeScale scale(days(30), 100, 600);
        QCOMPARE(scale.at(0), Duration {});
        QCOMPARE(scale.at(9999).ms, days(30).ms);
    }

    void snapsToWhatPeopleSay()
    {
        const ow::ui::TimeScale scale(days(30), 0, 2000);
        for (double x = 0; x < 2000; x += 13) {
            const Duration t = scale.snapped(x);
            QVERIFY(t.ms % (15 * 60'000) == 0);
            if (t > days(5))
                QCOMPARE(t.ms % days(1).ms, 0);
        }
    }

    void ticksKeepApart()
    {
        const auto ticks = ow::ui::TimeScale(days(30), 0, 500).ticks(60);
        QVERIFY(ticks.size() > 3);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QVERIFY(ticks[i].x - ticks[i - 1].x >= 60);
    }
};

QTEST_GUILESS_MAIN(TestTimeScale)
#include "tst_time_scale.moc"
