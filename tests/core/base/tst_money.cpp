// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"

#include <QTest>

#include <limits>

using namespace ow;

class TestMoney : public QObject {
    Q_OBJECT

private slots:
    void amountsPrintInTheirCurrency_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("text");
        QTest::newRow("dollars") << qint64(1234) << "USD" << "12.34";
        QTest::newRow("cents only") << qint64(-5) << "EUR" << "-0.05";
        QTest::newRow("yen") << qint64(1234) << "JPY" << "1234";
        QTest::newRow("dinars") << qint64(1234) << "KWD" << "1.234";
        QTest::newRow("unknown code") << qint64(100) << "XXX" << "1.00";
        QTest::newRow("the most negative") << std::numeric_limits<qint64>::min() << "USD" << "-92233720368547758.08";
    }
    void amountsPrintInTheirCurrency()
    {
        QFETCH(qint64, minor);
        QFETCH(QString, currency);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(formatMoney({ minor }, currency.toStdString())), text);
    }

    void amountsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("comma");
        QTest::addColumn<qint64>("minor");
        QTest::newRow("plain") << "12.34" << false << qint64(1234);
        QTest::newRow("comma") << "12,3" << true << qint64(1230);
        QTest::newRow("whole") << "7" << false << qint64(700);
        QTest::newRow("rounded up") << "0.125" << false << qint64(13);
        QTest::newRow("rounded away from zero") << "-0.125" << false << qint64(-13);
        QTest::newRow("rounded down") << "0.12499" << false << qint64(12);
        QTest::newRow("trailing point") << "3." << false << qint64(300);
    }
    void amountsRead()
    {
        QFETCH(QString, text);
        QFETCH(bool, comma);
        QFETCH(qint64, minor);
        const auto read = parseMoney(text.toStdString(), "USD", comma);
        QVERIFY(read.has_value());
        QCOMPARE(qint64(read->minor), minor);
    }

    void whatIsNoAmountIsRefused()
    {
        for (const char* text : { "", "-", ".", "1,2", "1.2.3", "12 ", "1e5", "99999999999999999999", "nan", "0x10" })
            QVERIFY2(!parseMoney(text, "USD").has_value(), text);
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
