// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <QTest>

using namespace ow;

class TestText : public QObject {
    Q_OBJECT

private slots:
    void readable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* name, QByteArray bytes, int limit, QByteArray shown) {
            QTest::newRow(name) << std::move(bytes) << limit << std::move(shown);
        };
        row("fits", "h\u00f6he", 5, "h\u00f6he");
        row("cut before the character that would not fit", "h\u00f6he", 2, "h\u2026");
        row("nothing fits", "abc", 0, "\u2026");
        row("empty", "", 0, "");
        row("a lonely byte",
            "a\xff"
            "b",
            99, "a\uFFFDb");
        row("cut in the middle of a character", "a\xe2\x82", 99, "a\uFFFD\uFFFD");
        row("overlong slash", "\xc0\xaf", 99, "\uFFFD\uFFFD");
        row("surrogate", "\xed\xa0\x80", 99, "\uFFFD\uFFFD\uFFFD");
        row("beyond the last character", "\xf4\x90\x80\x80", 99, "\uFFFD\uFFFD\uFFFD\uFFFD");
        row("the last character", "\xf4\x8f\xbf\xbf", 99, "\xf4\x8f\xbf\xbf");
    }

    void readable()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, limit);
        QFETCH(QByteArray, shown);
        const std::string got = ow::readable(bytes.toStdString(), std::size_t(limit));
        QCOMPARE(QByteArray::fromStdString(got), shown);
        QVERIFY(isUtf8(got));
        // Qt's decoder is the second opinion on what is UTF-8.
        QCOMPARE(
            isUtf8(bytes.toStdString()), !QString::fromUtf8(bytes).contains(QChar::ReplacementCharacter));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
