// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/calendar_span.h"
#include "base/random.h"

#include <QTest>

using namespace ow;

/// A span may be remembered instead of asking for each of its times.
class TestCalendarSpan : public QObject {
    Q_OBJECT

private slots:
    void allItsTimesHaveItsStart_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<qint64>("days");
        QTest::newRow("no changes") << "UTC"
                                    << "2026-01-01T00:00:00Z" << qint64(400);
        QTest::newRow("changes by night") << "Europe/Berlin"
                                          << "2026-01-01T00:00:00Z" << qint64(400);
        QTest::newRow("half an hour") << "Australia/Lord_Howe"
                                      << "2026-01-01T00:00:00Z" << qint64(400);
        QTest::newRow("no midnight") << "America/Sao_Paulo"
                                     << "2018-01-01T00:00:00Z" << qint64(400);
        QTest::newRow("a minute past midnight") << "America/St_Johns"
                                                << "2009-10-25T00:00:00Z" << qint64(12);
        QTest::newRow("a day left out") << "Pacific/Apia"
                                        << "2011-12-20T00:00:00Z" << qint64(20);
        QTest::newRow("before the epoch") << "Europe/Berlin"
                                          << "1945-03-20T00:00:00Z" << qint64(200);
    }

    void allItsTimesHaveItsStart()
    {
        QFETCH(QString, zone);
        QFETCH(QString, from);
        QFETCH(qint64, days);
        const std::string name = zone.toStdString();
        const std::int64_t begin = parseTimestamp(from.toStdString())->ms;
        Philox random(1);
        for (const CalendarUnit unit :
            { CalendarUnit::Hour, CalendarUnit::Day, CalendarUnit::Week, CalendarUnit::Month }) {
            for (int i = 0; i < 500; ++i) {
                const Timestamp t { begin + std::int64_t(random.below(std::uint64_t(days) * 86'400'000)) };
                const Result<CalendarSpan> span = calendarSpan(t, unit, name);
                QVERIFY(span.has_value());
                QVERIFY(span->first <= t && t <= span->last);
                const std::int64_t length = span->last.ms - span->first.ms;
                QVERIFY(length < 33LL * 86'400'000);
                for (const std::int64_t at : { std::int64_t(0), length, length / 2,
                         std::int64_t(random.below(std::uint64_t(length) + 1)) })
                    QCOMPARE(calendarStart({ span->first.ms + at }, unit, name)->ms, span->start.ms);
            }
        }
    }

    void itIsAsLongAsItsUnit()
    {
        const Timestamp t = *parseTimestamp("2026-11-22T12:34:56.789Z");
        const auto span = [&](CalendarUnit unit) { return *calendarSpan(t, unit, "Europe/Berlin"); };
        QCOMPARE(formatTimestamp(span(CalendarUnit::Hour).start), std::string("2026-11-22T12:00:00Z"));
        QCOMPARE(formatTimestamp(span(CalendarUnit::Hour).last), std::string("2026-11-22T12:59:59.999Z"));
        QCOMPARE(formatTimestamp(span(CalendarUnit::Day).first), std::string("2026-11-21T23:00:00Z"));
        QCOMPARE(formatTimestamp(span(CalendarUnit::Day).last), std::string("2026-11-22T22:59:59.999Z"));
        QCOMPARE(formatTimestamp(span(CalendarUnit::Week).last), std::string("2026-11-22T22:59:59.999Z"));
        QCOMPARE(formatTimestamp(span(CalendarUnit::Month).last), std::string("2026-11-30T22:59:59.999Z"));
    }

    void noSuchZone() { QVERIFY(!calendarSpan({ 0 }, CalendarUnit::Day, "Nowhere/Land").has_value()); }
};

QTEST_APPLESS_MAIN(TestCalendarSpan)
#include "tst_calendar_span.moc"
