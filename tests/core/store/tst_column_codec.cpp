// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "store/column_codec.h"

#include <QTest>

#include <limits>

using namespace ow;
using namespace ow::store;

namespace {

using Values = std::vector<std::int64_t>;

/// Columns of every nature: small, wide, with a common divisor, few different values, long runs, extremes.
Values randomColumn(Philox& random, std::size_t rows)
{
    const auto kind = random.below(7);
    const auto bits = random.below(65);
    const auto base = std::int64_t(random.next64());
    const auto scale = std::int64_t(1 + random.below(100'000));
    Values few;
    for (std::uint64_t i = 0; i < 1 + random.below(300); ++i)
        few.push_back(std::int64_t(random.next64() >> random.below(64)));
    Values out;
    while (out.size() < rows) {
        std::int64_t v = 0;
        const std::uint64_t any = random.next64();
        switch (kind) {
        case 0:
            v = std::int64_t(std::uint64_t(base) + (bits == 0 ? 0 : any >> (64 - bits)));
            break;
        case 1:
            v = std::int64_t(any % 1000) * scale;
            break;
        case 2:
            v = few[any % few.size()];
            break;
        case 3:
            v = std::int64_t(any);
            break;
        case 4:
            v = any % 3 == 0 ? std::numeric_limits<std::int64_t>::min()
                             : std::numeric_limits<std::int64_t>::max();
            break;
        case 5:
            v = any % 50 == 0 ? std::int64_t(any >> 20) : 0;
            break;
        default:
            v = base;
        }
        const std::size_t times = kind == 5 || random.below(4) == 0 ? 1 + random.below(40) : 1;
        for (std::size_t i = 0; i < times && out.size() < rows; ++i)
            out.push_back(v);
    }
    return out;
}

/// Reads with every function; the answers must agree with each other, whatever the bytes are.
bool readAllWays(const std::string& bytes, std::size_t rows, Values& out)
{
    out.assign(rows, 0);
    const bool good = decodeColumn(bytes, rows, out.data());
    std::vector<ValueRun> runs;
    if (decodeRuns(bytes, rows, runs) != good)
        qFatal("decodeRuns and decodeColumn disagree");
    if (!good)
        return false;
    std::size_t at = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].begin != at || runs[i].end <= at || (i > 0 && runs[i].value == runs[i - 1].value))
            qFatal("runs have gaps or equal neighbours");
        for (; at < runs[i].end; ++at)
            if (out[at] != runs[i].value)
                qFatal("a run differs from the column");
    }
    if (at != rows)
        qFatal("runs end too early");
    return true;
}

}

class TestColumnCodec : public QObject {
    Q_OBJECT

private slots:
    void whatGoesInComesOut()
    {
        for (std::uint64_t seed = 0; seed < 3000; ++seed) {
            Philox random(seed);
            const std::size_t rows = random.below(10) == 0 ? random.below(5000) : random.below(200);
            const Values column = randomColumn(random, rows);
            const std::string bytes = encodeColumn(column);
            Values back;
            QVERIFY2(readAllWays(bytes, rows, back), qPrintable(QString::number(seed)));
            QVERIFY2(back == column, qPrintable(QString::number(seed)));
            const std::size_t first = random.below(rows + 1);
            const std::size_t count = random.below(rows - first + 1);
            Values part(count);
            QVERIFY(decodeRange(bytes, rows, first, count, part.data()));
            QVERIFY(std::equal(part.begin(), part.end(), column.begin() + std::ptrdiff_t(first)));
        }
    }

    void itPays()
    {
        const std::size_t rows = 16'384;
        Philox random(1);
        Values column(rows, 7);
        QCOMPARE(encodeColumn(column).size(), std::size_t(9));
        for (auto& v : column)
            v = std::int64_t(random.below(8));
        QVERIFY(encodeColumn(column).size() <= rows * 3 / 8 + 26);
        for (auto& v : column) // whole seconds of a year, in milliseconds: 25 bits
            v = 1'700'000'000'000 + std::int64_t(random.below(31'536'000)) * 1000;
        QVERIFY(encodeColumn(column).size() <= rows * 25 / 8 + 26);
        for (auto& v : column) // five far apart
            v = std::int64_t(random.below(5)) * 123'456'789'123 + std::int64_t(random.below(5) % 1);
        QVERIFY(encodeColumn(column).size() <= rows * 3 / 8 + 100);
        for (std::size_t i = 0; i < rows; ++i) // runs of 64
            column[i] = std::int64_t(i / 64 * 7919 % 1009);
        QVERIFY(encodeColumn(column).size() < 700);
    }

    void aCutOrLongerColumnIsRefused()
    {
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            Philox random(seed, 2);
            const std::size_t rows = 1 + random.below(300);
            const std::string bytes = encodeColumn(randomColumn(random, rows));
            Values out;
            for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 20) {
                // On its own, so that a sanitizer sees a read behind it.
                const std::string cut(bytes.data(), size);
                QVERIFY(!readAllWays(std::string(cut), rows, out));
            }
            QVERIFY(!readAllWays(bytes + '\0', rows, out));
            if (bytes[0] != 0) // a constant serves any number of rows
                QVERIFY(!readAllWays(bytes, rows + 64, out));
        }
        Values none;
        none.resize(longestColumn + 1);
        QVERIFY(!decodeColumn(encodeColumn(Values { 1 }), longestColumn + 1, none.data()));
        QVERIFY(!decodeRange(encodeColumn(Values { 1, 2 }), 2, 3, 0, none.data()));
        QVERIFY(!decodeRange(encodeColumn(Values { 1, 2 }), 2, 1, 2, none.data()));
    }

    void damagedBytesAreRefusedOrRead()
    {
        int refused = 0;
        for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
            Philox random(seed, 3);
            const std::size_t rows = 1 + random.below(120);
            std::string bytes = encodeColumn(randomColumn(random, rows));
            for (std::uint64_t i = 0; i <= random.below(4); ++i) {
                // Mostly the head, where the lengths stand.
                const std::size_t at = random.below(
                    random.below(3) == 0 ? bytes.size() : std::min<std::size_t>(bytes.size(), 30));
                bytes[at] = char(random.next32());
            }
            Values out;
            refused += readAllWays(bytes, rows, out) ? 0 : 1;
        }
        QVERIFY(refused > 2000);
    }

    void texts()
    {
        for (std::uint64_t seed = 0; seed < 500; ++seed) {
            Philox random(seed, 4);
            std::vector<std::string> texts(random.below(60));
            for (std::string& text : texts)
                for (std::uint64_t i = random.below(2) * random.below(20); i > 0; --i)
                    text += char(random.next32());
            std::string bytes = encodeTexts(texts);
            std::vector<std::string_view> back;
            QVERIFY(decodeTexts(bytes, texts.size(), back));
            QVERIFY(std::equal(back.begin(), back.end(), texts.begin(), texts.end()));
            QVERIFY(!decodeTexts(bytes + 'x', texts.size(), back));
            QVERIFY(!decodeTexts(std::string(bytes.data(), random.below(bytes.size())), texts.size(), back));
            bytes[random.below(std::min<std::size_t>(bytes.size(), 30))] = char(random.next32());
            (void)decodeTexts(bytes, texts.size(), back); // must only not read outside
        }
    }
};

QTEST_GUILESS_MAIN(TestColumnCodec)
#include "tst_column_codec.moc"
