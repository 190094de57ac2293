// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/values.h"

#include <QTest>

#include <fmt/format.h>

using namespace ow;
using namespace ow::ingest;

class TestValues : public QObject {
    Q_OBJECT

private slots:
    void amounts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<bool>("ok");
        QTest::newRow("plain") << QByteArray("2.55") << qint64(255) << true;
        QTest::newRow("blanks") << QByteArray(" 2.55 ") << qint64(255) << true;
        QTest::newRow("dollars") << QByteArray("$25.00") << qint64(2500) << true;
        QTest::newRow("euros behind") << QByteArray("12,50 €") << qint64(1250) << true;
        QTest::newRow("code") << QByteArray("USD 3") << qint64(300) << true;
        QTest::newRow("negative") << QByteArray("-11062.06") << qint64(-1106206) << true;
        QTest::newRow("thousands, English") << QByteArray("$1,250.00") << qint64(125000) << true;
        QTest::newRow("thousands, German") << QByteArray("1.250,5") << qint64(125050) << true;
        QTest::newRow("millions") << QByteArray("1,234,567.89") << qint64(123456789) << true;
        QTest::newRow("millions, German") << QByteArray("1.234.567") << qint64(123456700) << true;
        QTest::newRow("a group is no decimal") << QByteArray("1,250") << qint64(125000) << true;
        QTest::newRow("three decimals behind a point") << QByteArray("1.250") << qint64(125) << true;
        QTest::newRow("almost nothing") << QByteArray("4.440892e-16") << qint64(0) << true;
        QTest::newRow("range") << QByteArray("$25 - $50") << qint64(0) << false;
        QTest::newRow("broken groups") << QByteArray("1,2500.00") << qint64(0) << false;
        QTest::newRow("Indian groups") << QByteArray("1,25,000.00") << qint64(12500000) << true;
        QTest::newRow("text") << QByteArray("free") << qint64(0) << false;
        QTest::newRow("empty") << QByteArray("") << qint64(0) << false;
        QTest::newRow("infinity") << QByteArray("1e400") << qint64(0) << false;
        QTest::newRow("too much") << QByteArray("99999999999999999999") << qint64(0) << false;
    }
    void amounts()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, cents);
        QFETCH(bool, ok);
        const auto money = toMoney(text.toStdString(), "USD");
        QCOMPARE(money.has_value(), ok);
        if (ok)
            QCOMPARE(qint64(money->minor), cents);
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("utc"); // "" = no time
        QTest::newRow("winter in Berlin")
            << QByteArray("2010-12-01 08:26:00") << QByteArray("2010-12-01T07:26:00Z");
        QTest::newRow("summer in Berlin")
            << QByteArray("2011-07-01 08:16") << QByteArray("2011-07-01T06:16:00Z");
        QTest::newRow("with T") << QByteArray("2011-07-01T08:16:05") << QByteArray("2011-07-01T06:16:05Z");
        QTest::newRow("fraction") << QByteArray("2011-07-01 08:16:05.25")
                                  << QByteArray("2011-07-01T06:16:05.250Z");
        QTest::newRow("date") << QByteArray("2017-03-03") << QByteArray("2017-03-02T23:00:00Z");
        QTest::newRow("zone named") << QByteArray("2017-03-03T10:00:00+05:00")
                                    << QByteArray("2017-03-03T05:00:00Z");
        QTest::newRow("UTC") << QByteArray("2017-03-03T10:00:00Z") << QByteArray("2017-03-03T10:00:00Z");
        QTest::newRow("Unix seconds") << QByteArray("1511544070") << QByteArray("2017-11-24T17:21:10Z");
        QTest::newRow("Unix milliseconds")
            << QByteArray("1511544070123") << QByteArray("2017-11-24T17:21:10.123Z");
        QTest::newRow("Unix microseconds")
            << QByteArray("1511544070123456") << QByteArray("2017-11-24T17:21:10.123Z");
        QTest::newRow("no such day") << QByteArray("2017-02-30") << QByteArray("");
        QTest::newRow("no such hour") << QByteArray("2017-02-03 24:10:00") << QByteArray("");
        QTest::newRow("American") << QByteArray("12/1/2010 8:26") << QByteArray("");
        QTest::newRow("text") << QByteArray("yesterday at ten") << QByteArray("");
        QTest::newRow("tail") << QByteArray("2017-03-03 10:00:00 x") << QByteArray("");
        QTest::newRow("empty") << QByteArray("") << QByteArray("");
    }
    void times()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, utc);
        TimeReader reader("Europe/Berlin");
        for (int again = 0; again < 2; ++again) { // the second time from memory
            const auto at = reader.read(text.toStdString());
            QCOMPARE(at.has_value(), !utc.isEmpty());
            if (at)
                QCOMPARE(QByteArray::fromStdString(formatTimestamp(*at)), utc);
        }
    }

    /// Every minute of days on which clocks are changed, beside the plain conversion: hours are remembered.
    void minutesOfOddDays_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("day");
        QTest::newRow("spring") << QByteArray("Europe/Berlin") << 3 << 26;
        QTest::newRow("autumn") << QByteArray("Europe/Berlin") << 10 << 29;
        QTest::newRow("half an hour") << QByteArray("Australia/Lord_Howe") << 4 << 2;
        QTest::newRow("half an hour, spring") << QByteArray("Australia/Lord_Howe") << 10 << 1;
        QTest::newRow("quarters") << QByteArray("Asia/Kathmandu") << 2 << 28;
        QTest::newRow("UTC") << QByteArray("UTC") << 12 << 31;
    }
    void minutesOfOddDays()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, month);
        QFETCH(int, day);
        TimeReader reader(zone.toStdString());
        int differences = 0;
        for (int d : { day, day + 8, day }) // of which some do not exist
            for (int minute = 0; minute < 24 * 60; ++minute) {
                CivilTime civil;
                civil.year = 2017;
                civil.month = month;
                civil.day = d;
                civil.hour = minute / 60;
                civil.minute = minute % 60;
                const auto expected = fromCivil(civil, zone.toStdString());
                const auto got = reader.read(
                    fmt::format("2017-{:02}-{:02} {:02}:{:02}", month, d, civil.hour, civil.minute));
                if (expected.has_value() != got.has_value() || (got && got->ms != expected->ms))
                    ++differences;
            }
        QCOMPARE(differences, 0);
    }

    void wholeNumbers()
    {
        QCOMPARE(toInteger(" 12 ").value(), 12);
        QCOMPARE(toInteger("-3").value(), -3);
        QCOMPARE(toInteger("+3").value(), 3);
        QCOMPARE(toInteger("6.00").value(), 6);
        for (const char* text : { "", "-", "1.5", "1e3", "0x1", "99999999999999999999", "1 2", "." })
            QVERIFY2(!toInteger(text), text);
    }

    void namesOfColumns()
    {
        QCOMPARE(plainName("Customer ID"), plainName("customer_id"));
        QCOMPARE(plainName("CustomerId"), plainName("customer-id"));
        QCOMPARE(toIdentifier("Household size (band)"), std::string("household_size_band"));
        QCOMPARE(toIdentifier("2nd home"), std::string("_2nd_home"));
        QCOMPARE(toIdentifier("in"), std::string("_in"));
        QCOMPARE(toIdentifier("€"), std::string("_"));
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
