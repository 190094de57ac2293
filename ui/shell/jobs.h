// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <vector>

namespace ow::ui {

/// What the Jobs panel shows of one piece of background work.
struct JobInfo {
    enum class State { Running, Cancelling, Done, Cancelled, Failed };
    int id = 0;
    QString key;
    QString title; ///< "Mining adjacency"
    qint64 done = 0;
    qint64 total = 0; ///< 0 = not known
    State state = State::Running;
    qint64 elapsedMs = 0;
    bool quiet = false; ///< shown only while it has run longer than half a second
};

/// Runs functions off the GUI thread and delivers their results on it. All members: GUI thread.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override; ///< cancels and waits

    /// Runs `work` on a worker thread. A job of the same `key` that still runs is cancelled and delivers
    /// nothing: newest wins. `done` gets the result on this thread, unless `receiver` is gone or the job was
    /// cancelled by a newer one or by the person. Work must copy what it needs: no `this` in it. What it
    /// throws ends the job as Failed and is told by failed(); nothing is delivered then.
    template <typename T>
    int run(const QString& key, const QString& title, QObject* receiver,
        std::function<T(const Progress&)> work, std::function<void(T)> done, bool quiet = false)
    {
        return start(key, title, receiver, quiet,
            [work = std::move(work), done = std::move(done)](
                const Progress& progress) -> std::function<void()> {
                auto result = std::make_shared<T>(work(progress));
                return [result, done] { done(std::move(*result)); };
            });
    }

    void cancel(int id);
    void cancelKey(const QString& key);
    /// Running jobs first, then the last few finished ones, newest first.
    std::vector<JobInfo> jobs() const;
    int running() const;
    /// A job of that key runs, or is being stopped; quiet ones too, which jobs() leaves out while they are
    /// short.
    bool isRunning(const QString& key) const;

signals:
    /// Something in jobs() changed (at most some ten times a second for progress).
    void changed();
    /// A job ended by an exception that nobody awaited; `what` is for whoever looks into it.
    void failed(const QString& title, const QString& what);

private:
    struct Job;
    using Work = std::function<std::function<void()>(const Progress&)>;
    int start(const QString& key, const QString& title, QObject* receiver, bool quiet, Work work);
    void finish(const std::shared_ptr<Job>& job, const std::function<void()>& deliver);

    QThreadPool m_pool;
    std::vector<std::shared_ptr<Job>> m_jobs;
    int m_nextId = 1;
};

}
