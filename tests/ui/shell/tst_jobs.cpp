// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs.h"
#include "ui/shell/jobs_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <stdexcept>

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

namespace {
// Runs until it is told to stop; says so.
std::function<int(const Progress&)> endless(std::shared_ptr<std::atomic<bool>> stopped)
{
    return [stopped](const Progress& progress) {
        for (int i = 0; progress(i % 100, 100); ++i)
            QThread::msleep(1);
        *stopped = true;
        return 1;
    };
}
}

class TestJobs : public QObject {
    Q_OBJECT

private slots:
    void deliversOnThisThreadWhatWasComputedOnAnother()
    {
        JobRunner runner;
        QThread* deliveredOn = nullptr;
        QThread* workedOn = nullptr;
        runner.run<QThread*>(
            u"k"_s, u"Work"_s, this, [](const Progress&) { return QThread::currentThread(); },
            [&](QThread* thread) {
                workedOn = thread;
                deliveredOn = QThread::currentThread();
            });
        QTRY_COMPARE(deliveredOn, QThread::currentThread());
        QVERIFY(workedOn != deliveredOn);
        QCOMPARE(runner.running(), 0);
    }

    void theNewestWins()
    {
        JobRunner runner;
        auto stopped = std::make_shared<std::atomic<bool>>(false);
        QList<int> delivered;
        runner.run<int>(u"k"_s, u"Old"_s, this, endless(stopped), [&](int) { delivered << 1; });
        runner.run<int>(
            u"k"_s, u"New"_s, this, [](const Progress&) { return 2; }, [&](int n) { delivered << n; });
        QTRY_COMPARE(runner.running(), 0);
        QVERIFY(*stopped); // the older one was told to end, not left to run
        QCOMPARE(delivered, QList<int> { 2 });
    }

    void cancelledWorkEndsSoonAndDeliversNothing()
    {
        JobRunner runner;
        auto stopped = std::make_shared<std::atomic<bool>>(false);
        bool delivered = false;
        const int id
            = runner.run<int>(u"k"_s, u"Work"_s, this, endless(stopped), [&](int) { delivered = true; });
        QTRY_VERIFY(!runner.jobs().empty() && runner.jobs().front().total == 100);
        QElapsedTimer clock;
        clock.start();
        runner.cancel(id);
        QCOMPARE(runner.jobs().front().state, JobInfo::State::Cancelling);
        QTRY_VERIFY(*stopped);
        QVERIFY(clock.elapsed() < 1000);
        QTRY_COMPARE(runner.jobs().front().state, JobInfo::State::Cancelled);
        QVERIFY(!delivered);
    }

    void nothingIsDeliveredToTheDead()
    {
        JobRunner runner;
        bool delivered = false;
        auto receiver = std::make_unique<QObject>();
        runner.run<int>(
            u"k"_s, u"Work"_s, receiver.get(), [](const Progress&) { return 1; },
            [&](int) { delivered = true; });
        receiver.reset();
        QTRY_COMPARE(runner.running(), 0);
        QVERIFY(!delivered);
    }

    /// No work may take the program down: it is told, the job has ended, and others run on.
    void whatWorkThrowsIsTold()
    {
        JobRunner runner;
        QSignalSpy failed(&runner, &JobRunner::failed);
        bool delivered = false;
        runner.run<int>(
            u"k"_s, u"Importing x.csv"_s, this,
            [](const Progress&) -> int { throw std::logic_error("rows were lost"); },
            [&](int) { delivered = true; });
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(0).toString(), u"Importing x.csv"_s);
        QCOMPARE(failed.first().at(1).toString(), u"rows were lost"_s);
        QCOMPARE(runner.jobs().front().state, JobInfo::State::Failed);
        QCOMPARE(runner.running(), 0);
        QVERIFY(!delivered);
        runner.run<int>(
            u"k"_s, u"Again"_s, this, [](const Progress&) { return 1; }, [&](int) { delivered = true; });
        QTRY_VERIFY(delivered);
        QCOMPARE(failed.count(), 1);
    }

    void theDestructorEndsWhatRuns()
    {
        auto stopped = std::make_shared<std::atomic<bool>>(false);
        {
            JobRunner runner;
            runner.run<int>(
                u"k"_s, u"Work"_s, this, endless(stopped), [](int) { QFAIL("delivered after the end"); });
            QTest::qWait(20);
        }
        QVERIFY(*stopped);
    }

    void quietJobsAreNotShownWhileTheyAreShort()
    {
        JobRunner runner;
        auto stopped = std::make_shared<std::atomic<bool>>(false);
        const int id = runner.run<int>(
            u"k"_s, u"Work"_s, this, endless(stopped), [](int) {}, true);
        QVERIFY(runner.jobs().empty());
        QTRY_COMPARE_WITH_TIMEOUT(runner.jobs().size(), std::size_t(1), 3000);
        runner.cancel(id);
        QTRY_COMPARE(runner.running(), 0);
        QVERIFY(runner.jobs().empty());
    }

    void theModelFollows()
    {
        JobsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        JobInfo info;
        info.id = 7;
        info.title = u"Mining"_s;
        info.done = 62;
        info.total = 100;
        model.setJobs({ info });
        QCOMPARE(model.index(0, JobsModel::Progress).data().toString(), u"62\u00A0%"_s);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        info.done = 63;
        model.setJobs({ info }); // the same job later: the row stays
        QCOMPARE(resets.count(), 0);
        QCOMPARE(model.index(0, JobsModel::Progress).data(JobsModel::ShareRole).toDouble(), 0.63);
        info.state = JobInfo::State::Done;
        model.setJobs({ info });
        QVERIFY(!model.index(0, 0).data(JobsModel::RunningRole).toBool());
        model.setJobs({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
