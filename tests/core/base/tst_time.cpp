// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/time.h"

#include <QTest>

using namespace ow;

class TestTime : public QObject {
    Q_OBJECT

private slots:
    void timestampsReadAndPrint_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("printed");
        // Unix times from GNU date -u -d '…' +%s
        QTest::newRow("epoch") << "1970-01-01T00:00:00Z" << qint64(0) << "1970-01-01T00:00:00Z";
        QTest::newRow("noon") << "2026-11-22T12:00:00Z" << qint64(1795348800000) << "2026-11-22T12:00:00Z";
        QTest::newRow("milliseconds") << "2026-11-22T12:00:00.25Z" << qint64(1795348800250) << "2026-11-22T12:00:00.250Z";
        QTest::newRow("offset") << "2026-11-22T13:30:00+01:30" << qint64(1795348800000) << "2026-11-22T12:00:00Z";
        QTest::newRow("leap day") << "2024-02-29T00:00:00Z" << qint64(1709164800000) << "2024-02-29T00:00:00Z";
        QTest::newRow("before the epoch") << "1969-12-31T23:59:59.999Z" << qint64(-1) << "1969-12-31T23:59:59.999Z";
    }
    void timestampsReadAndPrint()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        QFETCH(QString, printed);
        const auto t = parseTimestamp(text.toStdString());
        QVERIFY(t.has_value());
        QCOMPARE(qint64(t->ms), ms);
        QCOMPARE(QString::fromStdString(formatTimestamp(*t)), printed);
    }

    void whatNoCalendarHasIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : { "", "2026", "2026-11-22", "2026-11-22T12:00:00", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z",
                 "2026-11-22T24:00:00Z", "2026-11-22T12:60:00Z", "2026-11-22T12:00:00.Z", "2026-11-22T12:00:00Zx",
                 "2026-11-22 12:00:00Z", "0000-01-01T00:00:00Z", "2026-11-22T12:00:00+1:00" })
            QTest::newRow(*text != 0 ? text : "empty") << text;
    }
    void whatNoCalendarHasIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!parseTimestamp(text.toStdString()).has_value());
    }

    void durationsReadAndPrint_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("0s") << "0s" << qint64(0);
        QTest::newRow("90s") << "90s" << qint64(90'000);
        QTest::newRow("30m") << "30m" << qint64(1'800'000);
        QTest::newRow("36h") << "36h" << qint64(129'600'000);
        QTest::newRow("14d") << "14d" << qint64(1'209'600'000);
    }
    void durationsReadAndPrint()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        const auto d = parseDuration(text.toStdString());
        QVERIFY(d.has_value());
        QCOMPARE(qint64(d->ms), ms);
        QCOMPARE(QString::fromStdString(formatDuration(*d)), text);
        QVERIFY(!parseDuration(text.toStdString() + "x").has_value());
        QVERIFY(!parseDuration("-" + text.toStdString()).has_value());
    }

    // Clock changes: Berlin sprang forward on 2026-03-29 at 01:00Z and falls back on 2026-10-25 at 01:00Z;
    // Santiago changes at midnight, so that its day starts at 01:00 (IANA tzdata).
    void calendarUnitsStartWhereTheClockSays_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("start");
        const auto hour = int(CalendarUnit::Hour);
        const auto day = int(CalendarUnit::Day);
        const auto week = int(CalendarUnit::Week);
        const auto month = int(CalendarUnit::Month);
        QTest::newRow("day, winter") << "2026-01-15T23:30:00Z" << day << "Europe/Berlin" << "2026-01-15T23:00:00Z";
        QTest::newRow("day, summer") << "2026-07-15T21:30:00Z" << day << "Europe/Berlin" << "2026-07-14T22:00:00Z";
        QTest::newRow("day of the change") << "2026-03-29T12:00:00Z" << day << "Europe/Berlin" << "2026-03-28T23:00:00Z";
        QTest::newRow("a day that starts at one") << "2026-09-06T12:00:00Z" << day << "America/Santiago" << "2026-09-06T04:00:00Z";
        QTest::newRow("week starts on Monday") << "2026-11-22T12:00:00Z" << week << "UTC" << "2026-11-16T00:00:00Z";
        QTest::newRow("Monday itself") << "2026-11-16T00:00:00Z" << week << "UTC" << "2026-11-16T00:00:00Z";
        QTest::newRow("month") << "2026-03-29T12:00:00Z" << month << "Europe/Berlin" << "2026-02-28T23:00:00Z";
        QTest::newRow("repeated hour, first") << "2026-10-25T00:30:00Z" << hour << "Europe/Berlin" << "2026-10-25T00:00:00Z";
        QTest::newRow("repeated hour, second") << "2026-10-25T01:30:00Z" << hour << "Europe/Berlin" << "2026-10-25T01:00:00Z";
        QTest::newRow("half-hour zone") << "2026-01-01T10:10:00Z" << hour << "Asia/Kolkata" << "2026-01-01T09:30:00Z";
    }
    void calendarUnitsStartWhereTheClockSays()
    {
        QFETCH(QString, at);
        QFETCH(int, unit);
        QFETCH(QString, zone);
        QFETCH(QString, start);
        const auto got = calendarStart(*parseTimestamp(at.toStdString()), CalendarUnit(unit), zone.toStdString());
        QVERIFY(got.has_value());
        QCOMPARE(QString::fromStdString(formatTimestamp(*got)), start);
    }

    void anUnknownZoneIsAnError()
    {
        QVERIFY(!isTimeZone("Mars/Olympus"));
        QVERIFY(isTimeZone("Europe/Berlin"));
        QVERIFY(!calendarStart({}, CalendarUnit::Day, "Mars/Olympus").has_value());
    }

    void civilTimeGoesBothWays()
    {
        const Timestamp t = *parseTimestamp("2026-07-15T21:30:15.250Z");
        const CivilTime c = *civilTime(t, "Europe/Berlin");
        QCOMPARE(c.day, 15);
        QCOMPARE(c.hour, 23);
        QCOMPARE(c.weekday, 3);
        QCOMPARE(c.dayOfYear, 196);
        QCOMPARE(qint64(fromCivil(c, "Europe/Berlin")->ms), qint64(t.ms));
    }
};

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
