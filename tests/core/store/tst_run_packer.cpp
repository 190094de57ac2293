// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "store/run_packer.h"

#include <QTest>

#include <algorithm>

using namespace ow;
using namespace ow::store;

namespace {

/// Customers in no order, "" in front as dictionaries have it.
struct Customers {
    explicit Customers(std::size_t count)
    {
        keys.reserve(count);
        entries.push_back({});
        for (std::size_t i = 1; i < count; ++i)
            entries.push_back(
                { keys.emplace_back("c" + std::to_string(i * 7919 % 100'003)), std::int64_t(3 * i) });
    }
    std::vector<std::string> keys;
    std::vector<KeyAndId> entries;
};

BulkRow randomRow(Philox& random, std::size_t customers)
{
    BulkRow row;
    for (std::size_t c = 1; c < eventKind.columns.size(); ++c)
        row.values[c] = std::int64_t(random.below(c * 1'000));
    row.values[event_column::Customer] = std::int64_t(1 + random.below(customers - 1));
    row.text = random.below(50) == 0 ? "text " + std::to_string(random.below(9)) : "";
    return row;
}

bool isSame(const EncodedSegment& a, const EncodedSegment& b)
{
    return a.rows == b.rows && a.firstKey == b.firstKey && a.lastKey == b.lastKey
        && std::ranges::equal(
            a.columns, b.columns, [](const EncodedColumn& left, const EncodedColumn& right) {
                return left.column == right.column && left.low == right.low && left.high == right.high
                    && left.bytes == right.bytes;
            });
}

}

class TestRunPacker : public QObject {
    Q_OBJECT

private slots:
    /// One packer for all runs, as an import has it: what is left of a run must not show in the next one.
    void packsWhatEncodingPacks()
    {
        Philox random(31);
        const Customers customers(5'000);
        RunPacker packer;
        for (const std::size_t size :
            { 1UL, 2UL, segmentRows - 1, segmentRows, segmentRows + 1, 100'000UL, 3'000UL }) {
            for (const std::uint64_t leftOutOf : { 0UL, 2UL, 1'000UL }) { // one of so many; 0 = none
                RowBuffer all(eventKind), kept(eventKind);
                std::vector<bool> leftOut(size);
                for (std::size_t i = 0; i < size; ++i) {
                    const BulkRow row = randomRow(random, customers.entries.size());
                    leftOut[i] = i > 0 && leftOutOf > 0 && random.below(leftOutOf) == 0;
                    all.add(row);
                    if (!leftOut[i])
                        kept.add(row);
                }
                // A buffer that has texts packs them for every segment.
                QCOMPARE(all.hasTexts() || !kept.hasTexts(), true);
                if (all.hasTexts() != kept.hasTexts())
                    continue;
                const std::vector<EncodedSegment> wanted = encodeRun(std::move(kept), customers.entries);
                packer.begin(std::move(all), customers.entries,
                    leftOutOf == 0 ? std::vector<bool>() : std::move(leftOut));
                std::size_t at = 0;
                for (; packer.isBusy(); ++at) {
                    auto segment = at % 3 == 0 ? packer.take() : std::nullopt;
                    const EncodedSegment got = segment ? std::move(*segment) : packer.wait();
                    QVERIFY(at < wanted.size());
                    QVERIFY(isSame(got, wanted[at]));
                }
                QCOMPARE(at, wanted.size());
                const RowBuffer memory = packer.takeBuffer();
                QCOMPARE(memory.size(), std::size_t(0));
                QCOMPARE(memory.columns(), eventKind.columns.size());
            }
        }
    }
    /// New customers may come while a run is packed: the list moves, the keys do not.
    void theListMayGrowMeanwhile()
    {
        Philox random(32);
        Customers customers(2'000);
        std::vector<KeyAndId> list = customers.entries;
        RowBuffer rows(eventKind), same(eventKind);
        for (std::size_t i = 0; i < 60'000; ++i) {
            const BulkRow row = randomRow(random, list.size());
            rows.add(row);
            same.add(row);
        }
        const std::vector<EncodedSegment> wanted = encodeRun(std::move(same), customers.entries);
        RunPacker packer;
        packer.begin(std::move(rows), list, {});
        list.clear();
        list.shrink_to_fit();
        for (const EncodedSegment& segment : wanted)
            QVERIFY(isSame(packer.wait(), segment));
        QVERIFY(!packer.isBusy());
    }
    void endsMidway_data()
    {
        QTest::addColumn<int>("taken");
        for (const int taken : { 0, 1, 40, 59 })
            QTest::addRow("%d taken", taken) << taken;
    }
    /// Of 60 segments 32 are packed ahead: the thread waits for room or packs when its user goes.
    void endsMidway()
    {
        QFETCH(int, taken);
        Philox random(33);
        const Customers customers(500);
        RowBuffer rows(eventKind);
        for (std::size_t i = 0; i < 60 * segmentRows; ++i)
            rows.add(randomRow(random, customers.entries.size()));
        RunPacker packer;
        packer.begin(std::move(rows), customers.entries, {});
        for (int i = 0; i < taken; ++i)
            QCOMPARE(packer.wait().rows, segmentRows);
        QVERIFY(packer.isBusy());
    }
};

QTEST_GUILESS_MAIN(TestRunPacker)
#include "tst_run_packer.moc"
