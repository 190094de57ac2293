// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/money_input.h"

#include <QTest>

using namespace ow;

class TestMoneyInput : public QObject {
    Q_OBJECT
private slots:
    void read_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("minor"); // -1 = refused
        QTest::newRow("plain") << "189"
                               << "USD" << qint64(18900);
        QTest::newRow("point") << "189.5"
                               << "USD" << qint64(18950);
        QTest::newRow("comma") << "189,50"
                               << "EUR" << qint64(18950);
        QTest::newRow("grouped by comma") << "1,299.00"
                                          << "USD" << qint64(129900);
        QTest::newRow("grouped by point") << "1.299,00"
                                          << "EUR" << qint64(129900);
        QTest::newRow("grouped only") << "1,299"
                                      << "USD" << qint64(129900);
        QTest::newRow("two groups") << "1,299,000"
                                    << "USD" << qint64(129900000);
        QTest::newRow("Swiss") << "1'299.00"
                               << "CHF" << qint64(129900);
        QTest::newRow("with the code") << "usd 20"
                                       << "USD" << qint64(2000);
        QTest::newRow("no decimals") << "1,299"
                                     << "JPY" << qint64(1299);
        QTest::newRow("three decimals") << "1.299"
                                        << "KWD" << qint64(1299);
        QTest::newRow("negative") << "-5"
                                  << "USD" << qint64(-1);
        QTest::newRow("words") << "cheap"
                               << "USD" << qint64(-1);
        QTest::newRow("nothing") << ""
                                 << "USD" << qint64(-1);
        QTest::newRow("too much") << "99999999999999999"
                                  << "USD" << qint64(-1);
    }
    void read()
    {
        QFETCH(QString, text);
        QFETCH(QString, currency);
        const auto money = ow::ui::readMoney(text, currency.toStdString());
        QTEST(money ? qint64(money->minor) : qint64(-1), "minor");
    }
};

QTEST_GUILESS_MAIN(TestMoneyInput)
#include "tst_money_input.moc"
