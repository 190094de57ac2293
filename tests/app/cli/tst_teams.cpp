// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <utility>

using namespace ow;
using test::Outcome;
using test::runCli;

/// The text form and merging, as people who share a repository meet them: with a real git.
class TestTeams : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project = m_folder->filePath("shop.offerwright");
        m_text = m_folder->filePath("repo/policy");
        QCOMPARE(runCli({ "new", m_project, "--name", "Shop" }).code, 0);
        const QString part = write(m_folder->filePath("part.json"), R"({
            "stages": [{"id": "new", "when": "true"}],
            "motivations": [{"id": "save", "when": "true"}, {"id": "learn", "when": "true"}],
            "matrix": [{"stage": "new", "motivation": "save", "offers": [], "benefit": "one"},
                       {"stage": "new", "motivation": "learn", "offers": [], "benefit": "two"}],
            "caps": [{"id": "week", "scope": {"all": true}, "count": "shown", "limit": 3, "window": "7d"}]})");
        const Outcome applied = runCli({ "apply", m_project, part });
        QVERIFY2(applied.code == 0, applied.err.constData());
        QVERIFY(QDir().mkpath(m_folder->filePath("repo")));
        QCOMPARE(runCli({ "export-text", m_project, m_text }).code, 0);
    }

    void textGoesBackAsOneStep()
    {
        QVERIFY(runCli({ "import-text", m_project, m_text }).out.contains("Nothing differs"));
        replace("cap/week.json", "\"limit\": 3", "\"limit\": 2");
        const Outcome read = runCli({ "import-text", m_project, m_text });
        QVERIFY2(read.code == 0 && read.out.contains("1 object changed"), read.err.constData());
        QCOMPARE(runCli({ "undo", m_project }).code, 0);
        replace("cap/week.json", "\"limit\": 2", "\"limit\": \"two\"");
        const Outcome bad = runCli({ "import-text", m_project, m_text });
        QCOMPARE(bad.code, 2);
        QVERIFY2(bad.err.contains("cap week") && bad.err.contains("limit"), bad.err.constData());
    }

    void aFolderOfOtherThingsIsLeftAlone()
    {
        QCOMPARE(runCli({ "export-text", m_project, m_folder->path() }).code, 2);
        QCOMPARE(runCli({ "import-text", m_project, m_folder->path() }).code, 2);
    }

    void twoPeopleMergeWithGit()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
            QSKIP("there is no git here");
        write(m_folder->filePath("repo/.gitattributes"), "policy/**/*.json merge=offerwright\n");
        git({ "init", "-q", "-b", "main" });
        git({ "config", "merge.offerwright.driver",
            QStringLiteral("'%1' merge %O %A %B --name %P").arg(QStringLiteral(OFFERWRIGHT_CLI)) });
        commit("base");
        git({ "checkout", "-q", "-b", "theirs" });
        replace("cell/new%7Clearn.json", "\"two\"", "\"theirs\"");
        replace("cap/week.json", "\"7d\"", "\"14d\"");
        commit("theirs");
        git({ "checkout", "-q", "main" });
        replace("cell/new%7Csave.json", "\"one\"", "\"ours\"");
        replace("cap/week.json", "\"limit\": 3", "\"limit\": 2"); // the line beside theirs
        commit("ours");
        QCOMPARE(git({ "merge", "-q", "theirs" }), 0);
        QVERIFY(read("cap/week.json").contains("\"limit\": 2") && read("cap/week.json").contains("\"14d\""));
        QVERIFY(read("cell/new%7Csave.json").contains("\"ours\""));
        QVERIFY(read("cell/new%7Clearn.json").contains("\"theirs\""));
        QCOMPARE(runCli({ "import-text", m_project, m_text }).code, 0);

        git({ "checkout", "-q", "-b", "again" });
        replace("cap/week.json", "\"limit\": 2", "\"limit\": 5");
        commit("five");
        git({ "checkout", "-q", "main" });
        replace("cap/week.json", "\"limit\": 2", "\"limit\": 4");
        commit("four");
        QByteArray said;
        QVERIFY(git({ "merge", "-q", "again" }, &said) != 0);
        QVERIFY2(
            said.contains("policy/cap/week.json: conflict in the object, limit: ours 4, theirs 5, before 2"),
            said.constData());
        const QByteArray marked = read("cap/week.json");
        QVERIFY2(
            marked.contains("<<<<<<< ours\n    \"limit\": 4,\n=======\n    \"limit\": 5,\n>>>>>>> theirs\n"),
            marked.constData());
        const Outcome refused = runCli({ "import-text", m_project, m_text });
        QCOMPARE(refused.code, 2);
        QVERIFY2(
            refused.err.contains("week.json") && refused.err.contains("conflict"), refused.err.constData());
    }

    /// The same driver on project files in a repository: cells of one matrix do not meet, a field that both
    /// changed is a conflict, which the command names, and ours stays.
    void gitMergesWholeProjects()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
            QSKIP("there is no git here");
        const QString repo = m_folder->filePath("repo");
        const QString project = repo + "/shop.offerwright";
        QVERIFY(QFile::copy(m_project, project));
        write(repo + "/.gitattributes", "*.offerwright merge=offerwright\n");
        git({ "init", "-q", "-b", "main" });
        git({ "config", "merge.offerwright.driver",
            QStringLiteral("'%1' merge %O %A %B --name %P").arg(QStringLiteral(OFFERWRIGHT_CLI)) });
        commit("base");
        const auto cell = [&](const char* motivation, const char* benefit) {
            const Json part { { "matrix",
                { { { "stage", "new" }, { "motivation", motivation }, { "offers", Json::array() },
                    { "benefit", benefit } } } } };
            const QString file
                = write(m_folder->filePath("part.json"), QByteArray::fromStdString(part.dump()));
            QCOMPARE(runCli({ "apply", project, file }).code, 0);
        };
        git({ "checkout", "-q", "-b", "theirs" });
        cell("learn", "theirs");
        commit("theirs");
        git({ "checkout", "-q", "main" });
        cell("save", "ours");
        commit("ours");
        QCOMPARE(git({ "merge", "-q", "theirs" }), 0);
        const Outcome told = runCli({ "diff", m_project, project });
        QCOMPARE(told.out,
            QByteArray(
                "cell new × learn: benefit “two” → “theirs”\ncell new × save: benefit “one” → “ours”\n"));
        QCOMPARE(runCli({ "check-file", project }).code, 0);
        QVERIFY(
            runCli({ "history", project }).out.contains("Merged with another version of shop.offerwright"));

        git({ "checkout", "-q", "-b", "again" });
        cell("save", "this");
        commit("this");
        git({ "checkout", "-q", "main" });
        cell("save", "that");
        commit("that");
        QByteArray said;
        QVERIFY(git({ "merge", "again" }, &said) != 0);
        QVERIFY2(said.contains(
                     "shop.offerwright: conflict in cell new × save, benefit: ours “that”, theirs “this”, "
                     "before “ours”"),
            said.constData());
        QVERIFY(runCli({ "diff", m_project, project }).out.contains("“one” → “that”"));
        QCOMPARE(QDir(repo).entryList({ "shop*", "*-lock", "*-wal", "*-shm" }, QDir::Files | QDir::Hidden),
            QStringList { "shop.offerwright" });
    }

    void wholeProjectsMerge()
    {
        const QString ours = m_folder->filePath("ours.offerwright");
        const QString theirs = m_folder->filePath("theirs.offerwright");
        QVERIFY(QFile::copy(m_project, ours) && QFile::copy(m_project, theirs));
        const auto limit = [&](const QString& project, const char* value) {
            const QByteArray cap
                = QByteArray(R"({"caps": [{"id": "week", "scope": {"all": true}, "count": "shown", )")
                + "\"limit\": " + value + R"(, "window": "7d"}]})";
            QCOMPARE(runCli({ "apply", project, write(m_folder->filePath("cap.json"), cap) }).code, 0);
        };
        limit(theirs, "5");
        Outcome merged = runCli({ "merge", m_project, ours, theirs });
        QVERIFY2(merged.code == 0 && merged.out.contains("0 conflicts"), merged.out.constData());
        QVERIFY(runCli({ "diff", ours, theirs }).out.contains("No difference"));
        limit(theirs, "6");
        limit(ours, "7");
        merged = runCli({ "merge", m_project, ours, theirs });
        QCOMPARE(merged.code, 1);
        QVERIFY2(merged.out.contains("cap week") && merged.out.contains("ours 7")
                && merged.out.contains("theirs 6"),
            merged.out.constData());
        merged = runCli({ "merge", m_project, ours, theirs, "--take", "theirs" });
        QCOMPARE(merged.code, 0);
        QVERIFY2(
            merged.out.contains("settled with theirs, cap week: ours 7, theirs 6, before 3\n1 object taken "
                                "from theirs, 1 conflict settled with theirs\n"),
            merged.out.constData());
        QVERIFY(runCli({ "diff", ours, theirs }).out.contains("No difference"));
        QCOMPARE(runCli({ "undo", ours }).code, 0);
        QVERIFY(runCli({ "diff", ours, theirs }).out.contains("cap week: 7 → 6"));
    }

    /// Taken away there, changed here: told by what changed, not by the whole object.
    void anObjectTakenAwayIsToldByWhatChanged()
    {
        const QString ours = m_folder->filePath("ours");
        const QString theirs = m_folder->filePath("theirs");
        QVERIFY(runCli({ "export-text", m_project, ours }).code == 0
            && runCli({ "export-text", m_project, theirs }).code == 0);
        const QString base = std::exchange(m_text, theirs);
        replace("cap/week.json", "\"limit\": 3", "\"limit\": 5");
        replace("cap/week.json", "\"7d\"", "\"14d\"");
        m_text = base;
        QVERIFY(QFile::remove(ours + "/cap/week.json"));
        const Outcome merged = runCli({ "merge", m_text, ours, theirs, "--dry-run" });
        QCOMPARE(merged.code, 1);
        QVERIFY2(merged.out.contains(
                     "conflict in cap week: ours took it away; theirs changed 3 → 5, window 7d → 14d\n"),
            merged.out.constData());
        const Outcome other = runCli({ "merge", m_text, theirs, ours, "--dry-run" });
        QVERIFY2(other.out.contains("ours changed 3 → 5, window 7d → 14d; theirs took it away\n"),
            other.out.constData());
        const Outcome files = runCli({ "merge", m_text + "/cap/week.json", theirs + "/cap/week.json",
            m_text + "/cap/week.json", "--take", "theirs" });
        QVERIFY2(files.code == 2 && files.err.contains("conflict marks"), files.err.constData());
    }

    /// One comparison for every kind of side, in any mix.
    void anySidesAreCompared()
    {
        const QString pack = m_folder->filePath("one.json");
        QCOMPARE(runCli({ "release", m_project, "-o", pack }).code, 0);
        replace("cap/week.json", "\"limit\": 3", "\"limit\": 2");
        replace("cell/new%7Csave.json", "\"one\"", "\"uno\"");
        QCOMPARE(runCli({ "import-text", m_project, m_text }).code, 0);
        const QByteArray both = "cell new × save: benefit “one” → “uno”\ncap week: 3 → 2\n";
        const QString release = m_project + "@1";
        const QString step = m_project + "@step:1";
        for (const QString& before : { pack, release, step })
            for (const QString& after : { m_project, m_text, m_project + "@step:2" }) {
                const Outcome said = runCli({ "diff", before, after });
                QCOMPARE(said.code, 0);
                QCOMPARE(said.out, both);
            }
        for (const QString& other : { release, step })
            QCOMPARE(runCli({ "diff", pack, other }).out, QByteArray("No difference in meaning.\n"));
        QCOMPARE(runCli({ "diff", m_text, m_project }).out, QByteArray("No difference in meaning.\n"));
        const Json first = runCli({ "diff", release, m_text, "--json" }).json()["differences"][1];
        QCOMPARE(first["from"].get<int>(), 3);
        QCOMPARE(first["to"].get<int>(), 2);
        QCOMPARE(first["field"].get<std::string>(), std::string("limit"));
        const QString page = m_folder->filePath("page.html");
        QCOMPARE(runCli({ "diff", release, m_project, "--html", page }).code, 0);
        QFile html(page);
        QVERIFY(html.open(QIODevice::ReadOnly));
        QVERIFY(html.readAll().contains("<bdi>cap week</bdi></th><td class=\"value\"><bdi>3 → 2</bdi>"));

        const Outcome none = runCli({ "diff", m_project + "@9", m_project });
        QCOMPARE(none.code, 2);
        QVERIFY2(none.err.contains("no release 9; it has 1"), none.err.constData());
        QCOMPARE(runCli({ "diff", m_project + "@step:99", m_project }).code, 2);
        QCOMPARE(runCli({ "diff", m_project + "@step:x", m_project }).code, 2);
        QCOMPARE(runCli({ "diff", m_folder->path(), m_project }).code, 2);
        QCOMPARE(
            runCli({ "diff", release, m_project, "--html", m_folder->filePath("no/page.html") }).code, 2);
    }

    void theHistoryFindsTheBase()
    {
        const QString theirs = m_folder->filePath("theirs.offerwright");
        QVERIFY(QFile::copy(m_project, theirs));
        const auto apply = [&](const QString& project, const QByteArray& part) {
            QCOMPARE(runCli({ "apply", project, write(m_folder->filePath("part.json"), part) }).code, 0);
        };
        apply(m_project, R"({"caps": [{"id": "week", "scope": {"all": true}, "count": "shown", "limit": 2,
            "window": "7d"}]})");
        apply(theirs, R"({"caps": [{"id": "week", "scope": {"all": true}, "count": "shown", "limit": 3,
            "window": "14d"}]})");
        const Outcome merged = runCli({ "merge", "auto", m_project, theirs });
        QVERIFY2(merged.code == 0 && merged.out.contains("0 conflicts"), merged.out.constData());
        QVERIFY2(merged.err.contains("step 1"), merged.err.constData());
        QCOMPARE(runCli({ "diff", theirs, m_project }).out, QByteArray("cap week: 3 → 2\n"));
        const QString stranger = m_folder->filePath("stranger.offerwright");
        QCOMPARE(runCli({ "new", stranger, "--name", "Other" }).code, 0);
        const Outcome refused = runCli({ "merge", "auto", m_project, stranger });
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("no history in common"), refused.err.constData());
    }

    /// Every step with its values before and after, and why.
    void theHistoryTellsWhatEachStepChanged()
    {
        replace("cap/week.json", "\"limit\": 3", "\"limit\": 2");
        replace("cell/new%7Csave.json", "\"one\"", "\"uno\"");
        QCOMPARE(runCli({ "import-text", m_project, m_text }).code, 0);
        QCOMPARE(runCli({ "undo", m_project }).code, 0);
        const Json history = runCli({ "history", m_project, "--json" }).json()["history"];
        QCOMPARE(int(history.size()), 3); // undone steps too
        QCOMPARE(history[0]["current"].get<bool>(), false);
        QVERIFY(history[0].contains("why"));
        const Json& changes = history[0]["changes"];
        QCOMPARE(int(changes.size()), 2);
        QCOMPARE(changes[0]["before"].get<std::string>(), std::string("one"));
        QCOMPARE(changes[1]["field"].get<std::string>(), std::string("limit"));
        QCOMPARE(changes[1]["from"].get<int>(), 3);
        QCOMPARE(changes[1]["to"].get<int>(), 2);
        QCOMPARE(int(history[1]["changes"].size()), 6); // a stage, two motivations, two cells, a cap
        QCOMPARE(int(history[2]["changes"].size()), 0); // the beginning
        const Outcome text = runCli({ "history", m_project, "--changes", "--limit", "1" });
        QVERIFY2(text.out.contains(
                     "           cell new × save: benefit “one” → “uno”\n           cap week: 3 → 2\n"),
            text.out.constData());
        QVERIFY(!runCli({ "history", m_project }).out.contains("3 → 2"));
    }

    void theHistoryTellsItsSize()
    {
        QVERIFY(runCli({ "info", m_project }).out.contains("History: 1 step, "));
        QVERIFY(runCli({ "history", m_project }).out.contains("History: 1 step, "));
        const Json size = runCli({ "history", m_project, "--json" }).json()["size"];
        QCOMPARE(size["steps"].get<int>(), 1);
        QVERIFY(size["bytes"].get<int>() > 100);
        QVERIFY(runCli({ "info", m_project, "--json" }).json()["history"] == size);
    }

private:
    static QString write(const QString& path, const QByteArray& text)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    QByteArray read(const QString& name) const
    {
        QFile file(m_text + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void replace(const QString& name, const QByteArray& from, const QByteArray& to) const
    {
        QByteArray text = read(name);
        if (!text.contains(from))
            qFatal("%s does not say %s", qPrintable(name), from.constData());
        write(m_text + u'/' + name, text.replace(from, to));
    }

    int git(QStringList arguments, QByteArray* said = nullptr) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->filePath("repo"));
        arguments = QStringList { "-c", "user.name=A", "-c", "user.email=a@example.org" } + arguments;
        process.start("git", arguments);
        if (!process.waitForFinished())
            qFatal("git does not end");
        if (said)
            *said = process.readAllStandardOutput() + process.readAllStandardError();
        return process.exitCode();
    }

    void commit(const QString& message) const
    {
        git({ "add", "-A" });
        git({ "commit", "-q", "-m", message });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project, m_text;
};

QTEST_GUILESS_MAIN(TestTeams)
#include "tst_teams.moc"
