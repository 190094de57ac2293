// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs on one project: an editor in a process of its own, which works as fast as it can, and this
// one, which opens the same file, follows, and takes over when the editor is killed.
#include "core/store/random_command.h"
#include "crash/fingerprint.h"
#include "store/check_file.h"

#include <QElapsedTimer>
#include <QProcess>

#include <functional>
#include <set>

using namespace ow;
using namespace ow::store;

namespace {

constexpr int patience = 20'000; ///< milliseconds, on a busy machine

/// The editor, and every state that it has said is in the file.
class Editor {
public:
    Editor(const std::filesystem::path& file, int seed)
    {
        m_process.start(QStringLiteral(OFFERWRIGHT_CRASH_EDITOR),
            { QString::fromStdString(file.string()), QString::number(seed), QStringLiteral("0") });
        if (!m_process.waitForStarted())
            qFatal("the editor does not start");
    }
    ~Editor() { kill(); }

    /// Waits until it has said `more` states in addition, or this one.
    bool says(std::size_t more)
    {
        const std::size_t wanted = m_said.size() + more;
        QElapsedTimer timer;
        timer.start();
        while (m_count < wanted && timer.elapsed() < patience)
            read(50);
        return m_count >= wanted;
    }
    bool says(const std::string& state)
    {
        QElapsedTimer timer;
        timer.start();
        while (!m_said.contains(state) && timer.elapsed() < patience)
            read(50);
        return m_said.contains(state);
    }
    qint64 pid() const { return m_process.processId(); }
    std::string last() const { return m_last; }

    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill(); // SIGKILL: it cannot tidy up
        m_process.waitForFinished();
        read(0);
    }

private:
    void read(int wait)
    {
        if (wait > 0)
            m_process.waitForReadyRead(wait);
        while (m_process.canReadLine()) {
            m_last = m_process.readLine().trimmed().toStdString();
            m_said.insert(m_last);
            ++m_count;
        }
    }

    QProcess m_process;
    std::set<std::string> m_said;
    std::size_t m_count = 0;
    std::string m_last;
};

/// What stands beside the project.
QStringList leftBeside(const std::filesystem::path& file)
{
    QStringList out;
    for (const auto& entry : std::filesystem::directory_iterator(file.parent_path()))
        if (entry.path() != file && entry.path().filename().string().starts_with(file.filename().string()))
            out << QString::fromStdString(entry.path().filename().string());
    return out;
}

bool within(const std::function<bool()>& done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > patience)
            return false;
        QTest::qSleep(5);
    }
    return true;
}

}

class TestSecondInstance : public QObject {
    Q_OBJECT

private slots:
    void itFollowsLiveAndTakesOverWhenTheFirstIsKilled()
    {
        for (int seed = 1; seed <= 8; ++seed) {
            test::Scratch scratch;
            (void)scratch.create();
            Editor first(scratch.path(), seed);
            QVERIFY(first.says(3));
            const auto second = scratch.open();
            QVERIFY(second->isHeldElsewhere());
            QVERIFY2(second->readOnlyReason().find("open in crash_editor since") != std::string::npos,
                second->readOnlyReason().c_str());
            QVERIFY(!second->apply({ "mine", { put(test::offer("mine")) }, "" }));

            // Whatever it shows, the first has acknowledged; and it shows new things again and again.
            std::set<std::string> seen;
            QVERIFY(within([&] {
                second->refresh();
                const std::string state = crash::fingerprint(*second);
                if (!first.says(state))
                    return false;
                seen.insert(state);
                return seen.size() >= 5;
            }));
            QVERIFY(!second->tryToEdit());

            QTest::qSleep(seed * 7); // in the middle of something else each time
            first.kill();
            QVERIFY(within([&] { return second->tryToEdit(); }));
            QVERIFY(!second->isHeldElsewhere() && second->readOnlyReason().empty());
            // The last acknowledged state, or the one that was on the disk and could not be said any more.
            const auto now = crash::fingerprint(*second);
            OW_OK(second->apply({ "mine", { put(test::offer("mine", 4711)) }, "" }));
            OW_OK(second->undo());
            QCOMPARE(crash::fingerprint(*second), now);
            OW_OK(second->redo());
        }
    }

    void nothingStaleRemains()
    {
        test::Scratch scratch;
        (void)scratch.create();
        {
            Editor first(scratch.path(), 99);
            QVERIFY(first.says(10));
        }
        QVERIFY(!leftBeside(scratch.path()).isEmpty()); // the log at least, and the lock's file
        {
            const auto next = scratch.open(); // as if nothing had been
            QVERIFY2(next->readOnlyReason().empty(), next->readOnlyReason().c_str());
            OW_OK(next->apply({ "mine", { put(test::offer("mine")) }, "" }));
        }
        QCOMPARE(leftBeside(scratch.path()), QStringList());
        const auto faults = checkFile(scratch.path());
        OW_OK(faults);
        QVERIFY2(faults->empty(), faults->empty() ? "" : faults->front().c_str());
    }

    void ofTwoThatWaitOneTakesOver()
    {
        test::Scratch scratch;
        (void)scratch.create();
        Editor first(scratch.path(), 7);
        QVERIFY(first.says(3));
        auto second = scratch.open();
        auto third = scratch.open();
        QVERIFY(second->isHeldElsewhere() && third->isHeldElsewhere());
        first.kill();
        QVERIFY(within([&] { return second->tryToEdit(); }));
        QVERIFY(!third->tryToEdit());
        OW_OK(second->apply({ "second", { put(test::offer("second")) }, "" }));
        third->refresh();
        QCOMPARE(crash::fingerprint(*third), crash::fingerprint(*second));
        // The editor comes back, and is the one that only reads now.
        Editor again(scratch.path(), 8);
        QTest::qSleep(300);
        third->refresh();
        QCOMPARE(crash::fingerprint(*third), crash::fingerprint(*second));
        second.reset();
        QVERIFY(within([&] { return third->tryToEdit(); }));
    }
};

QTEST_GUILESS_MAIN(TestSecondInstance)
#include "tst_second_instance.moc"
