// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is ever lost: an editor is killed at random moments, its disk fails, cuts a write or loses its
// power, and every step it has acknowledged must be in the file, the file sound, and undo must lead back to
// the start.
#include "core/store/random_command.h"
#include "crash/fingerprint.h"
#include "store/check_file.h"

#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <map>
#include <optional>
#include <spawn.h>
#include <thread>
#include <unistd.h>

using namespace ow;
using namespace ow::store;

namespace {

constexpr int perSeries = 20; ///< rounds on one project

int rounds()
{
    const int asked = qEnvironmentVariableIntValue("OFFERWRIGHT_CRASH_ROUNDS");
    return asked > 0 ? asked : 500;
}

struct Ended {
    std::vector<std::string> acknowledged; ///< fingerprints, oldest first
    int status = 0;
};

/// When to kill: so long after so many acknowledged lines. By steps, so that a busy machine kills no less
/// deep in the work.
struct Kill {
    std::size_t lines = 0;
    std::chrono::microseconds later {};
};

/// Starts the editor, reads what it acknowledges, and kills it in time (without `kill`: lets it end by
/// itself).
Ended runEditor(std::vector<std::string> arguments, std::optional<Kill> kill = {})
{
    arguments.insert(arguments.begin(), OFFERWRIGHT_CRASH_EDITOR);
    std::vector<char*> argv;
    for (auto& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    int ends[2] {};
    if (::pipe(ends) != 0)
        qFatal("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    pid_t child = 0;
    if (posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ) != 0)
        qFatal("the editor cannot be started");
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::string said;
    std::size_t lines = 0;
    char buffer[4096];
    for (bool more = true; more;) {
        if (kill && lines >= kill->lines) {
            std::this_thread::sleep_for(kill->later);
            ::kill(child, SIGKILL);
            kill.reset();
        }
        const ssize_t got = ::read(ends[0], buffer, sizeof buffer);
        more = got > 0;
        said.append(buffer, std::size_t(std::max<ssize_t>(got, 0)));
        lines = std::size_t(std::ranges::count(said, '\n'));
    }
    ::close(ends[0]);
    Ended out;
    ::waitpid(child, &out.status, 0);
    for (std::size_t at = 0, end = 0; (end = said.find('\n', at)) != std::string::npos; at = end + 1)
        out.acknowledged.push_back(said.substr(at, end - at));
    return out;
}

std::int64_t headOf(const std::string& fingerprint) { return std::stoll(fingerprint); }

/// One project and all that was ever acknowledged of it.
class Series {
public:
    Series()
    {
        const auto project = m_scratch.create();
        m_last = crash::fingerprint(*project);
        m_states[project->head()] = m_last;
    }

    std::string path() const { return m_scratch.path().string(); }

    void acknowledged(const Ended& ended)
    {
        for (const std::string& line : ended.acknowledged) {
            m_states[headOf(line)] = line;
            m_last = line;
        }
        m_count += ended.acknowledged.size();
    }

    /// The last acknowledged state, or the one of the step that was under way when the editor died.
    void check()
    {
        const auto faults = checkFile(m_scratch.path());
        QVERIFY2(faults.has_value(), faults ? "" : faults.error().text().c_str());
        QVERIFY2(faults->empty(), faults->empty() ? "" : faults->front().c_str());
        const auto project = m_scratch.open();
        QVERIFY2(project->readOnlyReason().empty(), project->readOnlyReason().c_str());
        const std::string now = crash::fingerprint(*project);
        if (now != m_last) {
            const auto known = m_states.find(project->head());
            // The step under way may be a new row, or a walk to a row that was acknowledged before.
            if (known != m_states.end())
                QCOMPARE(now, known->second);
            else
                QVERIFY2(project->head() > m_states.rbegin()->first, now.c_str());
            m_states[project->head()] = now;
            OW_OK(project->goTo(headOf(m_last)));
            QCOMPARE(crash::fingerprint(*project), m_last);
        }
        m_last = crash::fingerprint(*project);
    }

    /// Every state that was ever acknowledged is there, and undo walks back to the start.
    void checkAll()
    {
        const auto project = m_scratch.open();
        for (const auto& [head, state] : m_states) {
            OW_OK(project->goTo(head));
            QCOMPARE(crash::fingerprint(*project), state);
        }
        int undone = 0;
        while (!project->undoTitle().empty()) {
            OW_OK(project->undo());
            ++undone;
        }
        QVERIFY(undone > 0);
        QVERIFY(project->undo().error().code == ErrorCode::NotFound);
        QVERIFY(project->draft()->policy.offers.empty());
        QCOMPARE(project->counts().events, std::int64_t(0));
        m_last = crash::fingerprint(*project);
    }

    std::size_t count() const { return m_count; }

private:
    test::Scratch m_scratch;
    std::map<std::int64_t, std::string> m_states;
    std::string m_last;
    std::size_t m_count = 0;
};

}

class TestCrashes : public QObject {
    Q_OBJECT

private slots:
    /// In memory where it can be: what a killed process leaves does not depend on the disk, and syncing a
    /// real one takes milliseconds.
    void initTestCase()
    {
        if (::access("/dev/shm", W_OK) == 0)
            qputenv("TMPDIR", "/dev/shm");
    }

    void killedAtARandomMoment()
    {
        Philox random(1);
        std::size_t steps = 0;
        int rounded = 0;
        for (int left = rounds(); left > 0; left -= perSeries) {
            Series series;
            for (int i = 0; i < std::min(left, perSeries); ++i, ++rounded) {
                const Kill kill { random.below(40), std::chrono::microseconds(random.below(4000)) };
                const Ended ended = runEditor({ series.path(), std::to_string(random.next32()), "0" }, kill);
                QVERIFY(WIFSIGNALED(ended.status) && WTERMSIG(ended.status) == SIGKILL);
                series.acknowledged(ended);
                if (random.bernoulli(0.7)) { // else the next editor finds what this one left
                    series.check();
                    if (QTest::currentTestFailed())
                        return;
                }
            }
            series.check();
            if (!QTest::currentTestFailed())
                series.checkAll();
            if (QTest::currentTestFailed())
                return;
            steps += series.count();
        }
        std::printf("killed %d times; %zu acknowledged steps, none lost\n", rounded, steps);
        QVERIFY(steps > std::size_t(rounded));
    }

    void theDiskFails_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a call fails") << QStringLiteral("fail");
        QTest::newRow("a write is cut") << QStringLiteral("cut");
        QTest::newRow("the power goes") << QStringLiteral("power");
    }

    void theDiskFails()
    {
        QFETCH(const QString, kind);
        Philox random(2, std::uint64_t(kind.front().unicode()));
        std::size_t steps = 0;
        int died = 0;
        const int all = std::max(rounds() / 5, 1);
        for (int left = all; left > 0; left -= perSeries) {
            Series series;
            for (int i = 0; i < std::min(left, perSeries); ++i) {
                const Ended ended
                    = runEditor({ series.path(), std::to_string(random.next32()), "30", kind.toStdString(),
                        std::to_string(1 + random.below(150)), std::to_string(1 + random.below(6)) });
                QVERIFY(WIFEXITED(ended.status));
                const int code = WEXITSTATUS(ended.status);
                QVERIFY2(code == 0 || (code == 9 && kind != QStringLiteral("fail")),
                    qPrintable(QString::number(code)));
                died += code == 9 ? 1 : 0;
                series.acknowledged(ended);
                series.check();
                if (QTest::currentTestFailed())
                    return;
            }
            series.checkAll();
            if (QTest::currentTestFailed())
                return;
            steps += series.count();
        }
        std::printf("%s: %d runs, %d of them died; %zu acknowledged steps, none lost\n", qPrintable(kind),
            all, died, steps);
        if (kind != QStringLiteral("fail"))
            QVERIFY(died > all / 2);
    }
};

QTEST_GUILESS_MAIN(TestCrashes)
#include "tst_crashes.moc"
