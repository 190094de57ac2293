// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "ingest/csv_marks.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace ow;
using namespace ow::ingest;

namespace {

/// In memory of exactly its size: reading behind it is seen by a sanitizer.
std::unique_ptr<char[]> exactly(const std::string& text)
{
    auto out = std::make_unique<char[]>(text.size());
    std::ranges::copy(text, out.get());
    return out;
}

std::vector<std::uint32_t> marksOf(const std::string& text, char separator)
{
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == separator || text[i] == '\n' || text[i] == '"')
            out.push_back(std::uint32_t(i));
    return out;
}

bool isOdd(const std::string& text, std::size_t begin, std::size_t end)
{
    return std::any_of(text.begin() + std::ptrdiff_t(begin), text.begin() + std::ptrdiff_t(end),
        [](char c) { return c == '\0' || (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

/// All bytes, or those that matter.
std::string madeUp(Philox& random, std::size_t length, bool all)
{
    std::string out(length, '\0');
    for (char& c : out)
        c = all ? char(random.below(256)) : ",;\n\"abc \r\t"[random.below(10)];
    return out;
}

}

class TestCsvMarks : public QObject {
    Q_OBJECT

private slots:
    void marksAreThoseOfALoop_data()
    {
        QTest::addColumn<char>("separator");
        for (const char separator : { ',', ';', '\t', '|', ' ', '^', '\x01', '\xA7', '"' })
            QTest::addRow("0x%02x", unsigned(static_cast<unsigned char>(separator))) << separator;
    }
    void marksAreThoseOfALoop()
    {
        QFETCH(char, separator);
        Philox random(41, static_cast<unsigned char>(separator));
        CsvMarks marks; // one for all: a longer piece of before must not show
        for (std::size_t round = 0; round < 4; ++round)
            for (std::size_t length = 0; length < 64 * 4; ++length) {
                const std::string text = madeUp(random, length, round % 2 == 0);
                marks.look({ exactly(text).get(), 0 }, separator);
                QCOMPARE(marks.size(), std::size_t(0));
                const auto memory = exactly(text);
                marks.look({ memory.get(), text.size() }, separator);
                const auto wanted = marksOf(text, separator);
                QCOMPARE(marks.size(), wanted.size());
                for (std::size_t i = 0; i < wanted.size(); ++i)
                    QCOMPARE(marks[i], wanted[i]);
            }
    }
    void greatPieces()
    {
        Philox random(42);
        CsvMarks marks;
        for (const std::size_t length : { 1'000'000UL, 262'144UL, 262'145UL, 524'287UL }) {
            const std::string text = madeUp(random, length, false);
            marks.look(text, ',');
            const auto wanted = marksOf(text, ',');
            QCOMPARE(marks.size(), wanted.size());
            bool same = true;
            for (std::size_t i = 0; i < wanted.size(); ++i)
                same = same && marks[i] == wanted[i];
            QVERIFY(same);
        }
    }
    /// Nothing but marks: the list must have room for 64 of each 64 bytes.
    void nothingButMarks()
    {
        CsvMarks marks;
        const std::string text(1'000, '\n');
        marks.look(text, ',');
        QCOMPARE(marks.size(), text.size());
        QCOMPARE(marks[999], 999U);
    }
    /// It may say so of others, but must not miss one; and what is far from an odd byte is not odd.
    void oddBytesAreFound()
    {
        for (const char odd : { '\0', '\x80', '\xFF', '\xC3' })
            for (const std::size_t length : { 64UL, 65UL, 127UL, 128UL, 200UL, 320UL })
                for (std::size_t at = 0; at < length; ++at) {
                    std::string text(length, 'x');
                    text[at] = odd;
                    CsvMarks marks;
                    marks.look(text, ',');
                    for (std::size_t begin = 0; begin < length; begin += 7)
                        for (std::size_t end = begin + 1; end <= length; end += 13) {
                            if (isOdd(text, begin, end))
                                QVERIFY(marks.mayBeOdd(begin, end));
                            if (end + 64 < at || begin > at + 64)
                                QVERIFY(!marks.mayBeOdd(begin, end));
                        }
                }
    }
    void plainTextIsNotOdd()
    {
        std::string text;
        for (int c = 1; c < 128; ++c)
            text += char(c);
        CsvMarks marks;
        marks.look(text, ',');
        QVERIFY(!marks.mayBeOdd(0, text.size()));
    }
};

QTEST_GUILESS_MAIN(TestCsvMarks)
#include "tst_csv_marks.moc"
