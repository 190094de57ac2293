// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ow;
using test::Outcome;
using test::runCli;

/// export-rejected, import --retry, mappings, import --map NAME and export-data --filter/--sort, as a shell sees
/// them: what they do, and what they say of what they cannot.
class TestDataVerbs : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(runCli({ "new", path("shop.offerwright") }).code, 0);
        write("e.csv",
            "customer,at,type,sku,qty,value\n"
            "ann,2024-01-01T10:00:00Z,purchased,A,1,3.50\n"
            "bob,2024-13-01T10:00:00Z,purchased,A,1,4.50\n"
            "cat,2024-01-03T10:00:00Z,purchased,B,x,7.00\n"
            "dan,2024-02-01T10:00:00Z,product_viewed,C,1,9.00\n");
        write("w.csv", "who,when\nann,2024-02-01\nbob,never\n");
        write("map.json",
            R"({"offerwright_mapping":1,"name":"shop","kind":"events","fields":{"customer":{"column":"who"},)"
            R"("at":{"column":"when"},"type":{"text":"page_viewed"}}})");
        write("damaged.json", "{\"offerwright_mapping\":1,\"kind\":\"events\",\n\"fields\":{");
        write("no-such-field.json",
            R"({"offerwright_mapping":1,"kind":"events","fields":{"customer":{"column":"who"},)"
            R"("when":{"column":"when"}}})");
        QCOMPARE(cli({ "import", "shop.offerwright", "e.csv" }).code, 0);
    }

    void rejectedRowsGoOutAndComeBack()
    {
        const Outcome out = cli({ "export-rejected", "shop.offerwright", "1", "-o", "mend.csv", "--json" });
        QCOMPARE(out.code, 0);
        QCOMPARE(out.json()["rows"].get<int>(), 2);
        QCOMPARE(out.json()["left_out"].get<int>(), 0);
        QByteArray mended = read("mend.csv");
        QCOMPARE(mended,
            QByteArray("rejected_row,rejected_file,rejected_line,rejected_column,rejected_reason,"
                       "customer,at,type,sku,qty,value\n"
                       "1,e.csv,3,at,is no time,bob,2024-13-01T10:00:00Z,purchased,A,1,4.50\n"
                       "2,e.csv,4,qty,is no whole number,cat,2024-01-03T10:00:00Z,purchased,B,x,7.00\n"));

        // Nothing mended: nothing is changed, and a script notices.
        const Outcome none = cli({ "import", "shop.offerwright", "--retry", "1", "mend.csv", "--json" });
        QCOMPARE(none.code, 1);
        QCOMPARE(none.json()["rejected"].get<int>(), 2);
        QCOMPARE(none.json()["still_rejected"].get<int>(), 2);

        write("mend.csv", mended.replace("2024-13-01", "2024-12-01"));
        const Outcome back = cli({ "import", "shop.offerwright", "--retry", "1", "mend.csv", "--json" });
        QCOMPARE(back.code, 0);
        QCOMPARE(back.json()["stored"].get<int>(), 1);
        QCOMPARE(back.json()["mended_from"].get<int>(), 1);
        QCOMPARE(back.json()["still_rejected"].get<int>(), 1);
        const Json imports = cli({ "export-rejected", "shop.offerwright", "--json" }).json();
        QCOMPARE(imports.size(), std::size_t(2));
        QCOMPARE(imports[0]["mended_from"].get<int>(), 1);
        QCOMPARE(imports[1]["rejected"].get<int>(), 2);
        QCOMPARE(imports[1]["still_rejected"].get<int>(), 1);

        refused({ "import", "shop.offerwright", "--retry", "1", "mend.csv" }, "mend.csv: row 2: There is no row \"1\"");
        QCOMPARE(cli({ "undo", "shop.offerwright" }).code, 0);
        QCOMPARE(cli({ "import", "shop.offerwright", "--retry", "1", "mend.csv" }).code, 0);
    }

    /// Rows of a mapped file, all at once through a better mapping: a file's, then one of the project's.
    void retriedThroughAnotherMapping()
    {
        QCOMPARE(cli({ "import", "shop.offerwright", "w.csv", "--map", "map.json" }).code, 0);
        QByteArray better = read("map.json");
        better.replace(R"("column":"when")", R"("column":"when","values":{"never":"2024-03-01"})");
        better.replace("\"shop\"", "\"better\"");
        write("better.json", better);
        refused({ "import", "shop.offerwright", "--retry", "2", "--map", "better" },
            "The project has no mapping \"better\". It has: none.");
        QCOMPARE(cli({ "mappings", "shop.offerwright", "--import", "better.json" }).code, 0);
        const Outcome done = cli({ "import", "shop.offerwright", "--retry", "2", "--map", "better", "--json" });
        QCOMPARE(done.code, 0);
        QCOMPARE(done.json()["stored"].get<int>(), 1);
        QCOMPARE(done.json()["still_rejected"].get<int>(), 0);
        // It is for other columns than those of the first import.
        refused({ "import", "shop.offerwright", "--retry", "1", "--map", "better" }, "fields.at: The file has no column \"when\".");
    }

    void mappingsOfAProject()
    {
        const Outcome saved
            = cli({ "mappings", "shop.offerwright", "--import", "map.json", "--for", "w.csv", "--json" });
        QCOMPARE(saved.code, 0);
        QCOMPARE(saved.json()[0]["name"].get<std::string>(), std::string("shop"));
        QCOMPARE(saved.json()[0]["columns"].dump(), std::string(R"(["who","when"])"));
        QCOMPARE(cli({ "mappings", "shop.offerwright", "--import", "map.json", "--as", "b" }).code, 0);
        QCOMPARE(cli({ "mappings", "shop.offerwright", "--json" }).json().size(), std::size_t(2));
        QCOMPARE(cli({ "mappings", "shop.offerwright", "--export", "shop", "out.json" }).code, 0);
        QCOMPARE(cli({ "mappings", "shop.offerwright", "--remove", "shop" }).code, 0);
        QCOMPARE(cli({ "mappings", "shop.offerwright", "--json" }).json().size(), std::size_t(1));
        // What was written says the same.
        QCOMPARE(cli({ "mappings", "shop.offerwright", "--import", "out.json" }).code, 0);
        const Json back = cli({ "mappings", "shop.offerwright", "--json" }).json();
        QCOMPARE(back.size(), std::size_t(2));
        QVERIFY(back[1]["mapping"] == saved.json()[0]["mapping"]);
        QCOMPARE(cli({ "undo", "shop.offerwright" }).code, 0);
        QCOMPARE(cli({ "mappings", "shop.offerwright", "--json" }).json().size(), std::size_t(1));
    }

    void importsByTheNameOfAMapping()
    {
        QCOMPARE(cli({ "mappings", "shop.offerwright", "--import", "map.json" }).code, 0);
        const Outcome done = cli({ "import", "shop.offerwright", "w.csv", "--map", "shop", "--json" });
        QCOMPARE(done.code, 0);
        QCOMPARE(done.json()["stored"].get<int>(), 1);
        QCOMPARE(done.json()["rejected"].get<int>(), 1);
        QCOMPARE(done.json()["files"][0]["preset"].get<std::string>(), std::string("shop"));
    }

    void whatIsWrittenIsFilteredAndSorted()
    {
        const Outcome some = cli({ "export-data", "shop.offerwright", "events", "-o", "o.csv", "--filter",
            "at=2024-01..2024-02", "--filter", "value=>=3", "--sort", "value:desc", "--json" });
        QCOMPARE(some.code, 0);
        QCOMPARE(some.json()["rows"].get<int>(), 2);
        const QList<QByteArray> lines = read("o.csv").split('\n');
        QVERIFY2(lines.value(1).startsWith("dan,2024-02-01"), lines.value(1).constData());
        QVERIFY2(lines.value(2).startsWith("ann,2024-01-01"), lines.value(2).constData());
        QCOMPARE(cli({ "export-data", "shop.offerwright", "events", "-o", "o.csv", "--filter", "sku=!A", "--json" })
                     .json()["rows"]
                     .get<int>(),
            1);
        QCOMPARE(cli({ "export-data", "shop.offerwright", "events", "-o", "o.csv", "--sort", "value" }).code, 0);
        QVERIFY(read("o.csv").split('\n').value(1).startsWith("ann"));
    }

    /// All of these change nothing, answer 2, and say where.
    void whatIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const QStringList& arguments, const char* said) {
            QTest::newRow(name) << arguments << QByteArray(said);
        };
        row("export-rejected: no such import", { "export-rejected", "shop.offerwright", "9", "-o", "x.csv" },
            "9: The project has no import of this number.");
        row("export-rejected: no number", { "export-rejected", "shop.offerwright", "one", "-o", "x.csv" }, "one");
        row("export-rejected: whereto", { "export-rejected", "shop.offerwright", "1" }, "-o FILE.csv");
        row("export-rejected: no such folder", { "export-rejected", "shop.offerwright", "1", "-o", "no/x.csv" },
            "no/x.csv: The file cannot be written: No such file or directory.");
        row("export-rejected: no project", { "export-rejected", "none.offerwright" },
            "none.offerwright: There is no such file.");
        row("retry: no such import", { "import", "shop.offerwright", "--retry", "9", "e.csv" },
            "9: The project has no import of this number.");
        row("retry: no number", { "import", "shop.offerwright", "--retry", "one", "e.csv" }, "--retry");
        row("retry: of nothing", { "import", "shop.offerwright", "--retry", "0", "e.csv" }, "--retry");
        row("retry: of less", { "import", "shop.offerwright", "--retry", "-1", "e.csv" }, "--retry");
        row("retry: neither file nor mapping", { "import", "shop.offerwright", "--retry", "1" },
            "Name the file with the mended rows");
        row("retry: no such file", { "import", "shop.offerwright", "--retry", "1", "none.csv" },
            "none.csv: There is no such file.");
        row("retry: another file", { "import", "shop.offerwright", "--retry", "1", "e.csv" },
            "e.csv: This is no file of rejected rows: the column rejected_row is missing");
        row("retry: two files", { "import", "shop.offerwright", "--retry", "1", "e.csv", "w.csv" },
            "w.csv: Rejected rows come back in one file.");
        row("retry: a mapping of another kind",
            { "import", "shop.offerwright", "--retry", "1", "--map", "customers.json" },
            "The mapping brings customers, and the rejected rows are of events.");
        row("mappings: damaged", { "mappings", "shop.offerwright", "--import", "damaged.json" },
            "damaged.json: 2:");
        row("mappings: no such file", { "mappings", "shop.offerwright", "--import", "none.json" },
            "none.json: There is no such mapping file.");
        row("mappings: no such field", { "mappings", "shop.offerwright", "--import", "no-such-field.json" },
            "no-such-field.json: fields.when: events have no such field.");
        row("mappings: for other columns",
            { "mappings", "shop.offerwright", "--import", "map.json", "--for", "e.csv" },
            "The file has no column \"when\". It has: customer, at, type, sku, qty, value.");
        row("mappings: for no file", { "mappings", "shop.offerwright", "--import", "map.json", "--for", "none.csv" },
            "none.csv: There is no such file.");
        row("mappings: out, of no such name", { "mappings", "shop.offerwright", "--export", "x", "x.json" },
            "The project has no mapping \"x\". It has: none.");
        row("mappings: away, of no such name", { "mappings", "shop.offerwright", "--remove", "x" },
            "The project has no mapping \"x\". It has: none.");
        row("mappings: under no name", { "mappings", "shop.offerwright", "--import", "map.json", "--as", "a\nb" },
            "A mapping is saved under a name");
        row("map: no such one", { "import", "shop.offerwright", "w.csv", "--map", "x" },
            "The project has no mapping \"x\". It has: none. There is no such file either.");
        row("map: damaged", { "import", "shop.offerwright", "w.csv", "--map", "damaged.json" }, "damaged.json: 2:");
        row("map: other columns", { "import", "shop.offerwright", "w.csv", "e.csv", "--map", "map.json" },
            "e.csv: fields.at: The file has no column \"when\". It has: customer, at, type, sku, qty, value.");
        row("map: no such file to read", { "import", "shop.offerwright", "none.csv", "--map", "map.json" },
            "none.csv: There is no such file.");
        const QStringList out { "export-data", "shop.offerwright", "events", "-o", "o.csv" };
        row("filter: no such column", out + QStringList { "--filter", "x=5" }, "There is no column “x”. There are: customer,");
        row("filter: no number", out + QStringList { "--filter", "value=many" }, "value: Write a number");
        row("filter: no time", out + QStringList { "--filter", "at=soon" }, "at: Write a time");
        row("filter: no expression", out + QStringList { "--filter", "value" }, "“value” is no filter");
        row("sort: no such column", out + QStringList { "--sort", "x" }, "There is no column “x”");
        row("sort: no such order", out + QStringList { "--sort", "at:up" }, "There is no column “at:up”");
        row("export-data: no such kind", { "export-data", "shop.offerwright", "x", "-o", "o.csv" }, "x not in");
        row("export-data: no such folder",
            { "export-data", "shop.offerwright", "events", "-o", "no/o.csv", "--sort", "at" },
            "no/o.csv: The file cannot be written: No such file or directory.");
    }
    void whatIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, said);
        write("customers.json",
            R"({"offerwright_mapping":1,"kind":"customers","fields":{"customer":{"column":"customer"}}})");
        const Json before = cli({ "info", "shop.offerwright", "--json" }).json();
        refused(arguments, said);
        QVERIFY(!QFile::exists(path("o.csv")) && !QFile::exists(path("x.csv")) && !QFile::exists(path("x.json")));
        QVERIFY(!before.is_null());
        QVERIFY(cli({ "info", "shop.offerwright", "--json" }).json() == before);
    }

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    /// With names of files as they lie in the folder.
    Outcome cli(QStringList arguments) const
    {
        for (QString& argument : arguments)
            if (argument.endsWith(".offerwright") || argument.endsWith(".csv") || argument.endsWith(".json"))
                argument = path(argument);
        return runCli(arguments);
    }
    void refused(const QStringList& arguments, const QByteArray& said) const
    {
        const Outcome outcome = cli(arguments);
        QVERIFY2(outcome.code == 2, outcome.err + outcome.out);
        QVERIFY2(outcome.out.isEmpty(), outcome.out);
        QVERIFY2(outcome.err.contains(said), outcome.err);
        QCOMPARE(outcome.err.count('\n'), 1);
        const Outcome json = cli(arguments + QStringList { "--json" });
        QCOMPARE(json.code, 2);
        const auto error = parseJson({ json.err.constData(), std::size_t(json.err.size()) });
        QVERIFY2(error && error->contains("error"), json.err);
        QVERIFY(!(*error)["error"]["message"].get<std::string>().empty());
    }
    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), qint64(text.size()));
    }
    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestDataVerbs)
#include "tst_data_verbs.moc"
