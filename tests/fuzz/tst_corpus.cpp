// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace ow;

namespace {

using Target = void (*)(std::string_view);

struct Entry {
    const char* name;
    Target run;
};
constexpr Entry targets[] = {
    { "expression", fuzz::expression },
    { "pack", fuzz::pack },
    { "request", fuzz::request },
    { "csv", fuzz::csv },
    { "ndjson", fuzz::ndjson },
    { "baskets", fuzz::baskets },
    { "mapping", fuzz::mapping },
    { "import", fuzz::import },
    { "mending", fuzz::mending },
    { "project", fuzz::project },
};

}

/// Every kept file through its target: what fuzzing once found stays found, without a fuzzer.
class TestCorpus : public QObject {
    Q_OBJECT

private slots:
    void everyFileIsSurvived_data()
    {
        QTest::addColumn<int>("target");
        QTest::addColumn<QString>("file");
        for (int i = 0; i < int(std::size(targets)); ++i) {
            const QDir folder(
                QString::fromUtf8(OFFERWRIGHT_FUZZ_CORPUS) + '/' + QLatin1String(targets[i].name));
            const QStringList files = folder.entryList(QDir::Files, QDir::Name);
            QVERIFY2(!files.isEmpty(), targets[i].name); // a wrong path would test nothing and pass
            for (const QString& name : files)
                QTest::addRow("%s/%s", targets[i].name, qPrintable(name)) << i << folder.filePath(name);
        }
    }
    void everyFileIsSurvived()
    {
        QFETCH(int, target);
        QFETCH(QString, file);
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const QByteArray bytes = in.readAll();
        try {
            targets[target].run({ bytes.constData(), std::size_t(bytes.size()) });
        } catch (const fuzz::Broken& broken) {
            QFAIL(broken.what());
        }
    }
};

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
