// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "decide/compiled_pack.h"
#include "decide/validate.h"
#include "model/pack_json.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace ow;

/// Packs with one fault each: refused, with the place of the fault or one below it.
class TestInvalidPacks : public QObject {
    Q_OBJECT

private slots:
    void refused_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(OFFERWRIGHT_SHARED "/reference/decide/invalid"));
        const QStringList names = folder.entryList({ "*.json" }, QDir::Files);
        if (names.isEmpty())
            QSKIP("no invalid packs at " OFFERWRIGHT_SHARED "/reference/decide/invalid");
        for (const QString& name : names)
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    void refused()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Json> json = parseJson(file.readAll().toStdString());
        QVERIFY(json.has_value());
        const std::string about = json->at("error").at("about").get<std::string>();
        const Result<model::Pack> pack = model::readPack(json->at("pack"));
        if (!pack) {
            QVERIFY2(below(pack.error().at, about), pack.error().text().c_str());
            return;
        }
        const std::vector<Error> errors = decide::validate(*pack);
        QCOMPARE(errors.size(), std::size_t(1)); // one fault, said once
        QVERIFY2(below(errors.front().at, about), errors.front().text().c_str());
        QVERIFY(!decide::compile(*pack).has_value());
    }

private:
    static bool below(const std::string& at, const std::string& about)
    {
        return at == about || at.starts_with(about + '.') || at.starts_with(about + '[');
    }
};

QTEST_APPLESS_MAIN(TestInvalidPacks)
#include "tst_invalid_packs.moc"
