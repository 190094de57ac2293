// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/mapping.h"
#include "ingest/mending.h"
#include "ingest/preset.h"
#include "ingest/saved_mappings.h"
#include "store/check_file.h"
#include "store/project.h"
#include "store/rescue.h"
#include "ui/shell/core_text.h"
#include "ui/shell/damage.h"
#include "ui/shell/text.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

/// What core says, in German. Sentences are asked of core itself, so that one that is reworded there and not
/// here fails.
class TestCoreText : public QObject {
    Q_OBJECT

    static void isGerman(const std::string& english)
    {
        const QString german = coreText(english);
        static const QRegularExpression left(
            u"\\b(the|is|and|of|not|file|project|opened|read|with|cannot)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(german != qs(english), english.c_str());
        QVERIFY2(!left.match(german).hasMatch(), qPrintable(german));
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_german.load(u":/translations/offerwright_de.qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&m_german));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    }

    /// Each has its German, with the same arguments.
    void everyTemplateIsTranslated()
    {
        static const QRegularExpression argument(u"%[1-9]"_s);
        const auto arguments = [](const QString& text) {
            QStringList out;
            for (auto it = argument.globalMatch(text); it.hasNext();)
                out << it.next().captured();
            out.sort();
            return out;
        };
        const QStringList templates = coreTemplates();
        QVERIFY(templates.size() > 100);
        for (const QString& english : templates) {
            const QString german = m_german.translate("core", english.toUtf8().constData());
            QVERIFY2(!german.isEmpty(), qPrintable(english));
            QCOMPARE(arguments(german), arguments(english));
        }
    }

    void whyAProjectCannotBeEdited()
    {
        const std::filesystem::path file = m_folder.filePath(u"p.offerwright"_s).toStdString();
        const auto mine = store::Project::create(file, { "P", "EUR", "UTC" });
        QVERIFY(mine.has_value());
        const auto theirs = store::Project::open(file);
        QVERIFY(theirs.has_value());
        isGerman((*theirs)->readOnlyReason());
        isGerman((*theirs)->undo().error().message); // nothing to undo
        isGerman((*theirs)->apply({ "x", { store::remove("offer", "o") }, {} }).error().message);
        isGerman((*mine)->history().front().title);
        std::filesystem::rename(file, m_folder.filePath(u"elsewhere"_s).toStdString());
        QVERIFY(!(*mine)->isInPlace());
        isGerman((*mine)->readOnlyReason());
        isGerman((*mine)->apply({ "x", { store::remove("offer", "o") }, {} }).error().message);
        isGerman((*mine)->saveCopy(m_folder.filePath(u"elsewhere"_s).toStdString()).error().message);
    }

    /// What is wrong with a mapping, and why rows cannot be mended.
    void mappings()
    {
        const auto wrong = [](const QByteArray& rest) {
            const auto read = ingest::parseMapping(
                (R"({"offerwright_mapping": 1, "kind": "events", "fields": {"customer": {"column": "c"}, )"
                    R"("at": {"column": "t"}, "type": {"constant": "purchased"})"
                    + rest + "}")
                    .toStdString());
            return read ? std::string("nothing is wrong with it") : read.error().message;
        };
        isGerman(ingest::parseMapping("[]").error().message);
        isGerman(ingest::parseMapping(R"({"offerwright_mapping": 99, "kind": "events"})").error().message);
        for (const char* rest : { R"(, "sku": 3})", R"(, "sku": {}})", R"(, "colour": {"column": "x"}})",
                 R"(, "sku": {"column": "x", "otherwise": "y"}})", R"(, "sku": {"column": "x", "values": 7}})",
                 R"(}, "file": {"encoding": "klingon"})", R"(}, "file": {"timezone": "Mars"})",
                 R"(}, "attributes": {"a": {"column": "x"}})", R"(}, "negative_quantity": "maybe")" })
            isGerman(wrong(rest));
        isGerman(ingest::readMapping("/no/such/mapping.json").error().message);
        const std::filesystem::path file = m_folder.filePath(u"m.offerwright"_s).toStdString();
        const auto project = store::Project::create(file, { "P", "EUR", "UTC" });
        QVERIFY(project.has_value());
        const auto reader = (*project)->openReader();
        QVERIFY(reader.has_value());
        isGerman(ingest::Mending::open(**reader, 7).error().message);
    }

    void whatAFileIs()
    {
        const auto refused = [this](const QByteArray& bytes) {
            QFile file(m_folder.filePath(u"some"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("cannot write");
            file.close();
            return store::Project::open(file.fileName().toStdString()).error().message;
        };
        for (const char* bytes : { "", "a,b\n1,2\n", "{\"a\": 1}", "<html>", "\x89PNG...", "\xFF\xD8\xFF",
                 "%PDF-1.7", "PK\x03\x04...", "\x1F\x8B...", "BZh91", "PAR1" })
            isGerman(refused(bytes));
        isGerman(store::Project::open(m_folder.path().toStdString()).error().message);
        isGerman(store::Project::open("/no/such/file").error().message);
    }

    void damage()
    {
        const std::filesystem::path path = m_folder.filePath(u"damaged.offerwright"_s).toStdString();
        {
            const auto made = store::Project::create(path, { "P", "EUR", "UTC" });
            QVERIFY(made.has_value());
        }
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = file.readAll();
        const auto with = [&](const QByteArray& bytes) {
            file.resize(0);
            file.seek(0);
            file.write(bytes);
            file.flush();
            return store::Project::open(path).error().message;
        };
        isGerman(with(whole.left(whole.size() / 2)));
        QByteArray headless = whole;
        headless.replace(0, 100, QByteArray(100, '\0'));
        isGerman(with(headless));
        for (qsizetype page = 5; page < 8; ++page) {
            QByteArray holed = whole;
            holed.replace(page * 4096, 4096, QByteArray(4096, 'x'));
            isGerman(with(holed));
        }
    }

    void presets()
    {
        for (const ingest::Preset& preset : ingest::presets())
            QVERIFY2(coreTemplates().contains(qs(preset.title)), preset.title.data());
    }

    void argumentsAreTranslatedToo()
    {
        QCOMPARE(coreText("Imported a%2b.csv (12,345 rows)"), u"a%2b.csv importiert (12.345 Zeilen)"_s);
        QCOMPARE(coreText("Imported e.csv (1 row)"), u"e.csv importiert (1 Zeile)"_s);
        QCOMPARE(coreText("page 1,234 of the index of the table of events is damaged"),
            u"Seite 1.234 ist beschädigt (Index: Tabelle der Ereignisse)"_s);
        QCOMPARE(coreText("is no whole number"), u"ist keine ganze Zahl"_s);
        QCOMPARE(coreText("Price of the dock: 3 → 2"), u"Price of the dock: 3 → 2"_s); // a person's own words
        QCOMPARE(coreText(""), QString());
    }

    /// One of a thing is no plural, neither in German nor in English.
    void oneOfAThing()
    {
        store::RescueReport report;
        report.tables = { { "events", 7, 1, true, 1, "table of events" } };
        QCOMPARE(damageProblems(report).front().text, u"Etwa 1 Zeile ließ sich nicht lesen, 7 schon"_s);
        report.tables[0].lost = 214;
        QCOMPARE(damageProblems(report).front().text, u"Etwa 214 Zeilen ließen sich nicht lesen, 7 schon"_s);
        QTranslator english;
        QVERIFY(english.load(u":/translations/offerwright_en.qm"_s));
        const auto say = [](const QTranslator& language, const char* text, int n) {
            return language.translate("ow::ui::HomeProject", text, nullptr, n);
        };
        for (const char* thing : { "%Ln products", "%Ln offers", "%Ln events" })
            for (const QTranslator* language : { &english, &m_german }) {
                QVERIFY2(!say(*language, thing, 1).isEmpty(), thing);
                QVERIFY2(say(*language, thing, 1) != say(*language, thing, 2), thing);
            }
    }

private:
    QTranslator m_german;
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestCoreText)
#include "tst_core_text.moc"
