// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ow;
using test::Outcome;
using test::runCli;

/// new, info, check-file, history, undo, redo and import, as a shell sees them.
class TestProjectVerbs : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project = m_folder->filePath("shop.offerwright");
        const Outcome made = runCli({ "new", m_project, "--name", "Shop", "--currency", "EUR" });
        QCOMPARE(made.code, 0);
    }

    void newRefusesWhatItCannotMake()
    {
        QCOMPARE(runCli({ "new", m_project }).code, 2); // there already
        QCOMPARE(runCli({ "new", m_folder->filePath("a.offerwright"), "--currency", "euro" }).code, 2);
        QCOMPARE(runCli({ "new", m_folder->filePath("a.offerwright"), "--timezone", "Mars/North" }).code, 2);
        QVERIFY(!QFile::exists(m_folder->filePath("a.offerwright")));
    }

    void anImportOfNothingButFaultsIsNoSuccess()
    {
        const QString file = write("bad.csv", "customer,at,type\nc1,yesterday,purchased\n");
        const Outcome outcome = runCli({ "import", m_project, file, "--as", "events" });
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.out.contains("bad.csv:2: column at is no time"), outcome.out.constData());
    }

    void filesOfAnyFormAreImported()
    {
        const QString file = write("b.csv", "kunde;datum;was\nk1;31.12.2024;kauf\nk2;M\xE4rz;kauf\n");
        const Json seen = json({ "import", "--preview", file, "--json" });
        QCOMPARE(seen[0]["form"]["encoding"].get<std::string>(), std::string("windows-1252"));
        QCOMPARE(seen[0]["form"]["separator"].get<std::string>(), std::string(";"));
        QCOMPARE(seen[0]["form"]["dates"].get<std::string>(), std::string("dmy"));
        QCOMPARE(runCli({ "import", "--preview", file, "--encoding", "ebcdic" }).code, 2);
        QCOMPARE(runCli({ "import", "--preview", file, "--dates", "ydm" }).code, 2);

        const Outcome guessed = runCli({ "import", "--suggest-map", file, "--as", "events" });
        QCOMPARE(guessed.code, 0);
        const QString map = write("map.json", guessed.out);
        const Outcome tried = runCli({ "import", m_project, file, "--map", map, "--dry-run", "--json" });
        QCOMPARE(tried.code, 1);
        const Json dry = tried.json();
        QCOMPARE(dry[0]["stored"].get<int>(), 1);
        QCOMPARE(dry[0]["problems"].size(), 1U);
        QCOMPARE(dry[0]["problems"][0]["row"].get<int>(), 3);
        QCOMPARE(dry[0]["problems"][0]["field"].get<std::string>(), std::string("at"));
        QCOMPARE(json({ "info", m_project, "--json" })["counts"]["events"].get<int>(), 0);
        const Json report = json({ "import", m_project, file, "--map", map, "--json" });
        QCOMPARE(report["stored"].get<int>(), 1);
        QCOMPARE(report["rejected"].get<int>(), 1);

        const QString wrong = write("wrong.json", "{\"offerwright_mapping\":1,\"kind\":\"events\"}");
        const Outcome refused = runCli({ "import", m_project, file, "--map", wrong });
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("wrong.json: fields.customer"), refused.err.constData());
        QCOMPARE(runCli({ "import", m_project, file, "--map", map, "--join", "x=y.csv" }).code, 2);
    }

    void importTellsWhatBecameOfEachRow()
    {
        const QString file = write("b.csv", "basket,item\n1,a\n1,a\n2,\n2,b\n");
        const Json report = json({ "import", m_project, file, "--as", "baskets", "--json" });
        QCOMPARE(report["rows"].get<int>(), 4);
        QCOMPARE(report["stored"].get<int>(), 2);
        QCOMPARE(report["duplicates"].get<int>(), 1);
        QCOMPARE(report["rejected"].get<int>(), 1);
        QCOMPARE(report["reasons"]["is empty"].get<int>(), 1);
        const Json& rejected = report["rejected_rows"];
        QCOMPARE(rejected.size(), 1U);
        QCOMPARE(rejected[0]["file"].get<std::string>(), std::string("b.csv"));
        QCOMPARE(rejected[0]["row"].get<int>(), 4); // the header is row 1
        QCOMPARE(rejected[0]["column"].get<std::string>(), std::string("item"));
        QCOMPARE(report["after"]["basket_lines"].get<int>(), 2);
        const Json info = json({ "info", m_project, "--json" });
        QCOMPARE(info["currency"].get<std::string>(), std::string("EUR"));
        QCOMPARE(info["counts"]["products"].get<int>(), 2);
        QCOMPARE(info["imports"][0]["rejected"].get<int>(), 1);
    }

    void historyIsWalked()
    {
        QCOMPARE(runCli({ "import", m_project, write("b.csv", "basket,item\n1,a\n") }).code, 0);
        QCOMPARE(json({ "history", m_project, "--json" })["history"].size(), std::size_t(2));
        const Json undone = json({ "undo", m_project, "--json" });
        QCOMPARE(undone["head"].get<int>(), 0);
        QCOMPARE(json({ "info", m_project, "--json" })["counts"]["basket_lines"].get<int>(), 0);
        QCOMPARE(runCli({ "undo", m_project }).code, 2); // nothing left
        QCOMPARE(json({ "redo", m_project, "--steps", "9", "--json" })["redone"].size(), std::size_t(1));
        QCOMPARE(json({ "info", m_project, "--json" })["counts"]["basket_lines"].get<int>(), 1);
    }

    void badInputIsTwoAndLosesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("picture called .csv") << QByteArray("\x89PNG\r\n\x1A\n");
        QTest::newRow("no columns of ours") << QByteArray("x,y\n1,2\n");
    }
    void badInputIsTwoAndLosesNothing()
    {
        QFETCH(QByteArray, bytes);
        const Outcome outcome = runCli({ "import", m_project, write("bad.csv", bytes) });
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.err.contains("bad.csv"));
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(json({ "history", m_project, "--json" })["history"].size(), std::size_t(1));
        QCOMPARE(runCli({ "check-file", m_project }).code, 0);
    }

    void aFolderIsNeitherInputNorProject()
    {
        QCOMPARE(runCli({ "import", m_project, m_folder->path() }).code, 2);
        QCOMPARE(runCli({ "info", m_folder->path() }).code, 2);
    }

    void checkFileFindsDamage()
    {
        QCOMPARE(json({ "check-file", m_project, "--json" })["sound"].get<bool>(), true);
        QFile file(m_project);
        QVERIFY(file.resize(file.size() / 2));
        const Outcome outcome = runCli({ "check-file", m_project });
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.out.contains("missing"));
    }

    /// What is no project, pack or text form is told by its name, whatever it is given to.
    void otherFilesAreCalledByTheirName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n and so on")
                                 << QByteArray("This is a PNG picture, not ");
        QTest::newRow("document") << QByteArray("%PDF-1.7 and so on")
                                  << QByteArray("This is a PDF document, not ");
        QTest::newRow("archive") << QByteArray("PK\x03\x04 and so on")
                                 << QByteArray("This is a ZIP archive or an office document, not ");
        QTest::newRow("folder") << QByteArray() << QByteArray("This is a folder");
    }
    void otherFilesAreCalledByTheirName()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, sentence);
        QString other = m_folder->filePath("other");
        if (bytes.isEmpty())
            QVERIFY(QDir().mkpath(other));
        else
            other = write("other", bytes);
        QList<QStringList> calls { { "import", m_project, other }, { "info", other },
            { "decide", "--pack", other }, { "check-file", other },
            { "check-file", other, "--rescue", m_folder->filePath("copy") } };
        if (!bytes.isEmpty()) // a folder may be a text form
            calls << QStringList { "diff", other, m_project }
                  << QStringList { "merge", m_project, m_project, other }
                  << QStringList { "import-text", m_project, other };
        for (const QStringList& call : calls) {
            const Outcome outcome = runCli(call);
            QCOMPARE(outcome.code, 2);
            QVERIFY2(
                outcome.err.contains(sentence), (call.join(' ').toUtf8() + ": " + outcome.err).constData());
        }
        QVERIFY(!QFile::exists(m_folder->filePath("copy")));
    }

    void whatALaterVersionMadeIsSaid()
    {
        QFile file(m_project);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(60));
        QCOMPARE(file.write(QByteArray::fromHex("000003e7")), 4); // user_version 999
        file.close();
        const Outcome checked = runCli({ "check-file", m_project });
        QCOMPARE(checked.code, 0);
        QVERIFY2(checked.out.contains("file version 999") && checked.out.contains(": sound"),
            checked.out.constData());
        QVERIFY(
            json({ "check-file", m_project, "--json" })["remark"].get<std::string>().find("A later version")
            == 0);
    }

    void theNextStepAfterDamageIsACommand()
    {
        QFile file(m_project);
        QVERIFY(file.resize(file.size() / 2));
        const Outcome refused = runCli({ "undo", m_project });
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("offerwright check-file FILE --rescue COPY"), refused.err.constData());
    }

    void aDamagedFileIsRescuedIntoASoundOne()
    {
        QCOMPARE(runCli({ "import", m_project, write("b.csv", "basket,item\n1,a\n2,b\n") }).code, 0);
        QFile file(m_project);
        QVERIFY(file.resize(file.size() - 5000));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray damaged = file.readAll();
        const QString copy = m_folder->filePath("copy.offerwright");
        const Outcome rescued = runCli({ "check-file", m_project, "--rescue", copy, "--json" });
        QCOMPARE(rescued.code, 1); // something was lost
        const Json report = rescued.json()["rescue"];
        QCOMPARE(report["complete"].get<bool>(), false);
        QVERIFY(report["tables"].size() > 10);
        QCOMPARE(json({ "check-file", copy, "--json" })["sound"].get<bool>(), true);
        QCOMPARE(json({ "info", copy, "--json" })["name"].get<std::string>(), std::string("Shop"));
        QCOMPARE(runCli({ "check-file", m_project, "--rescue", copy }).code, 2); // there already
        file.seek(0);
        QCOMPARE(file.readAll(), damaged);
    }

    /// Verbs that read one project read what is left of it and say so; to compare with it would be to take
    /// what is lost for removed.
    void aDamagedFileIsReadAndNotCompared()
    {
        const QString sound = m_folder->filePath("sound.offerwright");
        QVERIFY(QFile::copy(m_project, sound));
        QFile file(m_project);
        QVERIFY(file.resize(file.size() - 5000));
        const Outcome info = runCli({ "info", m_project, "--json" });
        QCOMPARE(info.code, 0);
        QCOMPARE(info.json()["name"].get<std::string>(), std::string("Shop"));
        QVERIFY2(info.err.contains("damaged"), info.err.constData());
        QCOMPARE(runCli({ "history", m_project }).code, 0);
        QCOMPARE(runCli({ "diff", sound, m_project }).code, 2);
        QCOMPARE(runCli({ "merge", sound, sound, m_project }).code, 2);
        QCOMPARE(runCli({ "undo", m_project }).code, 2);
    }

    void aPreviewNeedsNoProject()
    {
        const Json seen
            = json({ "import", "--preview", write("p.csv", "sku;title;price\nA;Lamp;1,50\n"), "--json" });
        QCOMPARE(seen[0]["preset"].get<std::string>(), std::string("products"));
        QCOMPARE(seen[0]["separator"].get<std::string>(), std::string(";"));
        QCOMPARE(seen[0]["rows"][0][1].get<std::string>(), std::string("Lamp"));
        QVERIFY(runCli({ "import", "--presets" }).out.contains("online-retail"));
    }

private:
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    static Json json(const QStringList& arguments)
    {
        const Outcome outcome = runCli(arguments);
        const Result<Json> parsed = parseJson(outcome.out.toStdString());
        if (outcome.code != 0 || !parsed)
            qFatal("%s", (outcome.out + outcome.err).constData());
        return *parsed;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

QTEST_GUILESS_MAIN(TestProjectVerbs)
#include "tst_project_verbs.moc"
