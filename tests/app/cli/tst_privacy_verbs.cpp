// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ow;
using test::Outcome;
using test::runCli;

/// privacy and erase-customer, as a shell sees them.
class TestPrivacyVerbs : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project = m_folder->filePath("shop.offerwright");
        QCOMPARE(runCli({ "new", m_project }).code, 0);
        m_events = m_folder->filePath("events.csv");
        write(m_events,
            "customer,at,type,sku\nada@example.org,2025-01-01T10:00:00Z,purchased,A\n"
            "bob@example.org,2025-01-02T10:00:00Z,purchased,A\n");
    }

    void withoutYesNothingIsErased()
    {
        QCOMPARE(runCli({ "import", m_project, m_events }).code, 0);
        const Outcome shown = runCli({ "erase-customer", m_project, "ada@example.org", "--json" });
        QCOMPARE(shown.code, 0);
        QCOMPARE(shown.json()["would_erase"][0]["events"].get<int>(), 1);
        QCOMPARE(runCli({ "erase-customer", m_project, "eve@example.org" }).code, 1);
        QCOMPARE(runCli({ "erase-customer", m_project, "eve@example.org", "--yes" }).code, 2);
        QCOMPARE(runCli({ "privacy", m_project, "--json" }).json()["customers"].get<int>(), 2);
    }

    void idsComeFromAFileToo()
    {
        QCOMPARE(runCli({ "import", m_project, m_events }).code, 0);
        const Outcome done = runCli({ "erase-customer", m_project, "--ids-from", "-", "--why",
                                        "ada@example.org asked", "--yes", "--json" },
            "ada@example.org\r\n\nbob@example.org\n");
        QCOMPARE(done.code, 0);
        QCOMPARE(done.json()["counts"]["customers"].get<int>(), 2);
        const Json report = runCli({ "privacy", m_project, "--json" }).json();
        QCOMPARE(report["customers"].get<int>(), 0);
        QCOMPARE(report["erasures"].size(), std::size_t(1));
        QVERIFY(!read(m_project).contains("ada@example.org"));
        QCOMPARE(runCli({ "check-file", m_project }).code, 0);
    }

    void aPseudonymIsFoundByItsOriginal()
    {
        const QString key = m_folder->filePath("key");
        QCOMPARE(runCli({ "import", m_project, m_events, "--pseudonymize", key }).code, 0);
        QCOMPARE(runCli({ "privacy", m_project, "--json" }).json()["pseudonyms"].get<int>(), 2);
        const QString other = m_folder->filePath("no-key");
        QCOMPARE(
            runCli({ "erase-customer", m_project, "ada@example.org", "--pseudonymize", other, "--yes" }).code,
            2);
        QVERIFY(!QFile::exists(other)); // a new key would find nobody
        const Outcome done = runCli(
            { "erase-customer", m_project, "ada@example.org", "--pseudonymize", key, "--yes", "--json" });
        QCOMPARE(done.code, 0);
        QCOMPARE(done.json()["counts"]["events"].get<int>(), 1);
        QCOMPARE(runCli({ "privacy", m_project, "--json" }).json()["pseudonyms"].get<int>(), 1);
    }

private:
    static void write(const QString& path, const QByteArray& text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), qint64(text.size()));
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project, m_events;
};

QTEST_APPLESS_MAIN(TestPrivacyVerbs)
#include "tst_privacy_verbs.moc"
