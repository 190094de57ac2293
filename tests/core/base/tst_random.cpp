// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <QTest>

using namespace ow;

class TestRandom : public QObject {
    Q_OBJECT

private slots:
    // Known answers of the authors' Random123 distribution (kat_vectors, philox4x32 with 10 rounds).
    void blocksMatchTheAuthorsVectors()
    {
        using Block = std::array<std::uint32_t, 4>;
        QVERIFY(Philox::block({ 0, 0, 0, 0 }, { 0, 0 }) == (Block { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 }));
        constexpr std::uint32_t f = 0xffffffff;
        QVERIFY(Philox::block({ f, f, f, f }, { f, f }) == (Block { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd }));
        QVERIFY(Philox::block({ 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 }, { 0xa4093822, 0x299f31d0 })
            == (Block { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 }));
    }

    void streamsAreIndependentOfEachOther()
    {
        Philox a(7, 1);
        Philox b(7, 2);
        Philox again(7, 1);
        const auto first = a.next64();
        QVERIFY(first != b.next64());
        QCOMPARE(again.next64(), first);
    }

    void uniformHasTheMeanAndVarianceOfTheUniform()
    {
        Philox r(42);
        double sum = 0;
        double squares = 0;
        constexpr int n = 200'000;
        for (int i = 0; i < n; ++i) {
            const double u = r.uniform();
            QVERIFY(u >= 0 && u < 1);
            sum += u;
            squares += u * u;
        }
        // Six standard errors: 6·sqrt(1/12/n) for the mean, and likewise for E[u²] with variance 4/45.
        QVERIFY(std::abs(sum / n - 0.5) < 6 * std::sqrt(1.0 / 12 / n));
        QVERIFY(std::abs(squares / n - 1.0 / 3) < 6 * std::sqrt(4.0 / 45 / n));
    }

    void belowReachesEveryValueEqually()
    {
        Philox r(3);
        std::array<int, 7> seen {};
        for (int i = 0; i < 70'000; ++i)
            ++seen[r.below(7)];
        for (const int count : seen)
            QVERIFY(std::abs(count - 10'000) < 600);
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
