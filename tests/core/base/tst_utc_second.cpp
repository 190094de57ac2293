// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "base/utc_second.h"

#include <QTest>

#include <string>

using namespace ow;

/// What the quick reader of instants reads is what parseTimestamp() reads.
class TestUtcSecond : public QObject {
    Q_OBJECT

private slots:
    void everyDayOfItsYears()
    {
        Philox random(22);
        std::size_t read = 0;
        for (int year = 1969; year <= 2106; ++year) {
            for (int month = 0; month <= 13; ++month) {
                for (int day = 0; day <= 32; ++day) {
                    char text[64];
                    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day,
                        int(random.below(26)), int(random.below(62)), int(random.below(62)));
                    read += agrees(text) ? 1 : 0;
                }
            }
        }
        QVERIFY(read > 40000); // of 49,674 days, but for hours, minutes and seconds that no clock shows
    }

    void anyByteAnywhere()
    {
        const std::string good = "2026-11-22T19:38:47Z";
        QVERIFY(agrees(good));
        for (std::size_t at = 0; at < good.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string text = good;
                text[at] = char(byte);
                agrees(text);
            }
        }
        Philox random(23);
        for (int round = 0; round < 100000; ++round) {
            std::string text = good;
            for (std::uint64_t times = 1 + random.below(4); times > 0; --times)
                text[random.below(text.size())]
                    = char(random.below(3) == 0 ? random.below(256) : '0' + random.below(12));
            agrees(text);
        }
        Timestamp untouched { 17 };
        QVERIFY(!parseUtcSecond(std::string_view("2026-11-22T19:38:47"), untouched));
        QVERIFY(!parseUtcSecond(std::string_view("2026-11-22T19:38:47ZZ"), untouched));
        QVERIFY(!parseUtcSecond(std::string_view("2026-11-31T19:38:47Z"), untouched));
        QCOMPARE(untouched.ms, 17);
    }

private:
    /// Whether it is read; then it must be what parseTimestamp() reads. Dates of its years are never left to
    /// that one.
    static bool agrees(const std::string& text)
    {
        Timestamp quick;
        const bool read = parseUtcSecond(std::string_view(text), quick);
        const Result<Timestamp> slow = parseTimestamp(text);
        const bool usual = text.ends_with('Z') && text[10] == 'T' && text >= "1970" && text < "2106";
        if (read ? !slow || slow->ms != quick.ms : slow.has_value() && usual)
            QTest::qFail(text.c_str(), __FILE__, __LINE__);
        return read;
    }
};

QTEST_APPLESS_MAIN(TestUtcSecond)
#include "tst_utc_second.moc"
