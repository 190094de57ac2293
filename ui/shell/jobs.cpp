// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs.h"

#include <QTimer>

#include <algorithm>
#include <atomic>
#include <exception>

namespace ow::ui {

struct JobRunner::Job {
    JobInfo info;
    QElapsedTimer clock;
    QPointer<QObject> receiver;
    bool hasReceiver = false;
    bool superseded = false;
    QString failure; ///< what the worker threw, set before finish() is called
    // Written by the worker, read by the GUI thread (and the reverse for stop).
    std::atomic<qint64> done { 0 };
    std::atomic<qint64> total { 0 };
    std::atomic<bool> stop { false };
};

namespace {
constexpr int KeptFinished = 8;

bool isRunning(const JobInfo& info)
{
    return info.state == JobInfo::State::Running || info.state == JobInfo::State::Cancelling;
}
}

JobRunner::JobRunner(QObject* parent)
    : QObject(parent)
{
    // One thread more than cores, so that a quiet lint is not stuck behind a long simulation.
    m_pool.setMaxThreadCount(QThread::idealThreadCount() + 1);
    auto* tick = new QTimer(this);
    tick->setInterval(100);
    connect(tick, &QTimer::timeout, this, [this] {
        if (running() > 0)
            emit changed();
    });
    tick->start();
}

JobRunner::~JobRunner()
{
    for (const auto& job : m_jobs)
        job->stop = true;
    m_pool.waitForDone();
}

int JobRunner::start(const QString& key, const QString& title, QObject* receiver, bool quiet, Work work)
{
    cancelKey(key);
    for (const auto& job : m_jobs)
        if (job->info.key == key)
            job->superseded = true;
    auto job = std::make_shared<Job>();
    job->info.id = m_nextId++;
    job->info.key = key;
    job->info.title = title;
    job->info.quiet = quiet;
    job->receiver = receiver;
    job->hasReceiver = receiver != nullptr;
    job->clock.start();
    m_jobs.insert(m_jobs.begin(), job);
    m_pool.start([this, job, work = std::move(work)] {
        const Progress progress = [job](std::int64_t done, std::int64_t total) {
            job->done = done;
            job->total = total;
            return !job->stop.load();
        };
        std::function<void()> deliver;
        try {
            deliver = work(progress);
        } catch (const std::exception& thrown) {
            job->failure = QString::fromUtf8(thrown.what());
            if (job->failure.isEmpty())
                job->failure = QStringLiteral("?");
        }
        // The runner outlives its pool: its destructor waits for this very function.
        QMetaObject::invokeMethod(this, [this, job, deliver = std::move(deliver)] { finish(job, deliver); });
    });
    emit changed();
    return job->info.id;
}

void JobRunner::finish(const std::shared_ptr<Job>& job, const std::function<void()>& deliver)
{
    const bool cancelled = job->stop;
    const bool threw = !cancelled && !job->failure.isEmpty();
    job->info.state = cancelled ? JobInfo::State::Cancelled
        : threw                 ? JobInfo::State::Failed
                                : JobInfo::State::Done;
    job->info.elapsedMs = job->clock.elapsed();
    job->info.done = job->done;
    job->info.total = job->total;
    int finished = 0;
    std::erase_if(m_jobs, [&finished](const std::shared_ptr<Job>& j) {
        return !ow::ui::isRunning(j->info) && (j->info.quiet || j->superseded || ++finished > KeptFinished);
    });
    const bool wanted = !cancelled && !job->superseded && (!job->hasReceiver || job->receiver);
    if (wanted && threw)
        emit failed(job->info.title, job->failure);
    else if (wanted)
        deliver();
    emit changed();
}

void JobRunner::cancel(int id)
{
    for (const auto& job : m_jobs) {
        if (job->info.id == id && job->info.state == JobInfo::State::Running) {
            job->stop = true;
            job->info.state = JobInfo::State::Cancelling;
            emit changed();
        }
    }
}

void JobRunner::cancelKey(const QString& key)
{
    for (const auto& job : m_jobs)
        if (job->info.key == key)
            cancel(job->info.id);
}

std::vector<JobInfo> JobRunner::jobs() const
{
    std::vector<JobInfo> result;
    for (const auto& job : m_jobs) {
        JobInfo info = job->info;
        if (ow::ui::isRunning(info)) {
            info.done = job->done;
            info.total = job->total;
            info.elapsedMs = job->clock.elapsed();
        }
        if (job->superseded || (info.quiet && info.elapsedMs < 500))
            continue;
        result.push_back(info);
    }
    std::ranges::stable_partition(result, ow::ui::isRunning);
    return result;
}

bool JobRunner::isRunning(const QString& key) const
{
    return std::ranges::any_of(
        m_jobs, [&key](const auto& job) { return job->info.key == key && ow::ui::isRunning(job->info); });
}

int JobRunner::running() const
{
    return int(std::ranges::count_if(m_jobs, [](const auto& job) { return ow::ui::isRunning(job->info); }));
}

}
