// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hand_over.h"

#include <QTest>

#include <atomic>
#include <future>
#include <memory>
#include <stdexcept>
#include <utility>

using namespace ow::store;

namespace {

using Pieces = HandOver<std::vector<int>>;

/// Lets a thread go on when it is told to, at the latest when the test is over.
class Gate {
public:
    ~Gate() { open(); }
    void open()
    {
        if (!std::exchange(m_isOpen, true))
            m_promise.set_value();
    }
    void pass() const { m_future.wait(); }

private:
    std::promise<void> m_promise;
    std::shared_future<void> m_future = m_promise.get_future().share();
    bool m_isOpen = false;
};

/// Opens a gate before what waits for it is destroyed.
struct AtEnd {
    ~AtEnd() { gate.open(); }
    Gate& gate;
};

}

class TestHandOver : public QObject {
    Q_OBJECT

private slots:
    void allIsWorkedOnInOrder()
    {
        constexpr int many = 5'000;
        std::vector<int> seen; // of the other thread until drain()
        Pieces pieces(
            3, [&](std::vector<int>& piece) { seen.insert(seen.end(), piece.begin(), piece.end()); }, {});
        std::vector<int> piece;
        for (int i = 0; i < many; ++i) {
            piece.assign({ 2 * i, 2 * i + 1 });
            piece = pieces.give(std::move(piece));
            if (i % 999 == 0) {
                pieces.drain();
                QCOMPARE(int(seen.size()), 2 * (i + 1));
            }
        }
        pieces.drain();
        QCOMPARE(int(seen.size()), 2 * many);
        for (int i = 0; i < 2 * many; ++i)
            QCOMPARE(seen[std::size_t(i)], i);
    }
    void nothingGivenIsNothingToDrain()
    {
        Pieces pieces(
            1, [](std::vector<int>&) {}, [] { return false; });
        pieces.drain();
    }
    void theMemoryComesBack()
    {
        Pieces pieces(1, [](std::vector<int>&) {}, {});
        std::vector<int> piece(1'000);
        const int* const memory = piece.data();
        QVERIFY(pieces.give(std::move(piece)).empty()); // nothing was worked on before
        pieces.drain();
        const std::vector<int> again = pieces.give({});
        QCOMPARE(again.data(), memory);
    }
    void notMoreWaitThanMay()
    {
        Gate gate;
        std::atomic<int> given = 0;
        Pieces pieces(2, [&](std::vector<int>&) { gate.pass(); }, {});
        const auto giver = std::async(std::launch::async, [&] {
            for (; given < 4; ++given)
                (void)pieces.give({ given.load() });
        });
        const AtEnd atEnd { gate };
        // One is worked on and two wait: the fourth is held up.
        QTRY_COMPARE(given.load(), 3);
        QCOMPARE(giver.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
        QCOMPARE(given.load(), 3);
        gate.open();
        giver.wait();
        QCOMPARE(given.load(), 4);
        pieces.drain();
    }
    void whatFailsComesOutOfDrain()
    {
        std::atomic<int> worked = 0;
        Pieces pieces(8,
            [&](std::vector<int>& piece) {
                ++worked;
                if (piece.front() == 2)
                    throw std::runtime_error("two");
            },
            {});
        for (int i = 0; i < 3; ++i)
            (void)pieces.give({ i });
        QVERIFY_EXCEPTION_THROWN(pieces.drain(), std::runtime_error);
        // And again: nothing is worked on afterwards.
        QVERIFY_EXCEPTION_THROWN(pieces.drain(), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN((void)pieces.give({ 9 }), std::runtime_error);
        QCOMPARE(worked.load(), 3);
    }
    void whatFailsFreesTheGiverThatWaits()
    {
        Gate gate;
        Pieces pieces(1,
            [&](std::vector<int>&) {
                gate.pass();
                throw std::runtime_error("disk full");
            },
            {});
        const auto giver = std::async(std::launch::async, [&] {
            try {
                for (int i = 0;; ++i)
                    (void)pieces.give({ i });
            } catch (const std::runtime_error& failure) {
                return std::string(failure.what());
            }
        });
        const AtEnd atEnd { gate };
        QCOMPARE(giver.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
        gate.open();
        QCOMPARE(giver.wait_for(std::chrono::seconds(30)), std::future_status::ready);
    }
    void theEndDropsWhatWaits()
    {
        Gate gate;
        std::atomic<int> worked = 0;
        std::future<void> end;
        const AtEnd atEnd { gate };
        {
            auto pieces = std::make_unique<Pieces>(
                4,
                [&](std::vector<int>&) {
                    ++worked;
                    gate.pass();
                },
                std::function<bool()>());
            for (int i = 0; i < 4; ++i)
                (void)pieces->give({ i });
            QTRY_COMPARE(worked.load(), 1);
            end = std::async(std::launch::async, [held = std::move(pieces)]() mutable { held.reset(); });
        }
        // It waits for the piece under way, which lives on its memory.
        QCOMPARE(end.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
        gate.open();
        end.wait();
        QCOMPARE(worked.load(), 1);
    }
    void whereNothingWaitsSomethingElseIsDone()
    {
        std::atomic<int> idled = 0;
        Pieces pieces(
            2, [](std::vector<int>&) {}, [&] { return ++idled % 5 != 0; });
        (void)pieces.give({ 1 });
        QTRY_COMPARE(idled.load(), 5); // until it says that there is no more
        QTest::qWait(20);
        QCOMPARE(idled.load(), 5);
        (void)pieces.give({ 2 });
        QTRY_COMPARE(idled.load(), 10);
    }
    void drainDoesNotWaitForAllThatIsIdle()
    {
        std::atomic<int> idled = 0;
        Pieces pieces(
            2, [](std::vector<int>&) {},
            [&] {
                ++idled;
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                return true; // there is always more
            });
        (void)pieces.give({ 1 });
        QTRY_VERIFY(idled > 2);
        auto drained = std::async(std::launch::async, [&] { pieces.drain(); });
        QCOMPARE(drained.wait_for(std::chrono::seconds(30)), std::future_status::ready);
        const int then = idled; // and from now on the other thread touches nothing
        QTest::qWait(20);
        QCOMPARE(idled.load(), then);
        (void)pieces.give({ 2 });
        QTRY_VERIFY(idled > then);
    }
    void whatFailsIdlyComesOut()
    {
        Pieces pieces(
            2, [](std::vector<int>&) {}, []() -> bool { throw std::runtime_error("idle"); });
        (void)pieces.give({ 1 });
        const auto fails = [&] {
            try {
                (void)pieces.give({ 2 });
                return false;
            } catch (const std::runtime_error&) {
                return true;
            }
        };
        QTRY_VERIFY(fails());
    }
};

QTEST_GUILESS_MAIN(TestHandOver)
#include "tst_hand_over.moc"
