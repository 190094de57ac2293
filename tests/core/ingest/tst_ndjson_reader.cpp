// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/table_source.h"

#include <QFile>

#include <algorithm>
#include <zlib.h>

using namespace ow;
using namespace ow::ingest;

namespace {

/// "a|b" the columns, then rows behind '/', "!" for a row with a problem.
QString drawn(TableSource& table)
{
    QStringList rows;
    QStringList columns;
    for (const std::string& column : table.columns())
        columns << QString::fromStdString(column);
    rows << columns.join('|');
    TableRow row;
    while (true) {
        const auto more = table.next(row);
        if (!more)
            return "error: " + QString::fromStdString(more.error().text());
        if (!*more)
            return rows.join('/');
        QStringList fields;
        for (const auto field : row.fields)
            fields << QString::fromUtf8(field.data(), qsizetype(field.size()));
        rows << (row.problem.empty() ? fields.join('|') : QString("!"));
    }
}

}

class TestNdjsonReader : public QObject {
    Q_OBJECT

private slots:
    void tables_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("table");
        const auto row = [](const char* name, const char* text, const char* table) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(table);
        };
        row("members", "{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\",\"a\":2.5}\n", "a|b/1|x/2.5|y");
        row("members of members", "{\"a\":{\"b\":{\"c\":true}},\"d\":null}\n", "a.b.c|d/true|");
        row("what is not there is empty", "{\"a\":1}\n{\"b\":2}\n", "a|b/1|/|2");
        row("a list of things", "{\"o\":7,\"items\":[{\"s\":\"A\"},{\"s\":\"B\",\"q\":2}]}\n",
            "o|items[].s|items[].q/7|A|/7|B|2");
        row("no things: one row", "{\"o\":7,\"items\":[{\"s\":\"A\"}]}\n{\"o\":8,\"items\":[]}\n{\"o\":9}\n",
            "o|items[].s/7|A/8|/9|");
        row("things further in", "{\"p\":{\"products\":[{\"s\":\"A\",\"x\":{\"y\":1}}],\"t\":5}}\n",
            "p.products[].s|p.products[].x.y|p.t/A|1|5");
        row("pairs",
            "{\"params\":[{\"key\":\"page\",\"value\":{\"string_value\":\"/a\",\"int_value\":null}},"
            "{\"key\":\"n\",\"value\":{\"int_value\":\"3\"}},{\"key\":\"plain\",\"value\":4}]}\n",
            "params.page|params.n|params.plain//a|3|4");
        row("lists of values", "{\"tags\":[\"a\",\"b\",3]}\n{\"tags\":[]}\n", "tags/a, b, 3/");
        row("other lists are JSON", "{\"addresses\":[{\"c\":\"X\"}]}\n", "addresses/[{\"c\":\"X\"}]");
        row("letters", "{\"a\":\"\\u00fc\\n\\\"\xC3\xA4\"}\n", "a/ü\n\"ä");
        row("blank lines and CRLF", "\r\n{\"a\":1}\r\n\r\n{\"a\":2}\r\n", "a/1/2");
        row("big numbers stay whole", "{\"a\":18446744073709551615,\"b\":-9223372036854775808}\n",
            "a|b/18446744073709551615|-9223372036854775808");
        row("a value that is an object elsewhere", "{\"a\":1}\n{\"a\":{\"b\":2}}\n", "a|a.b/1|/|2");
        row("keys with points", "{\"a.b\":1}\n", "a.b/1");
        // One array of objects, as programming interfaces give it.
        row("an array", "[{\"a\":1},{\"a\":2}]", "a/1/2");
        row("an array over many lines",
            "[\n  {\n    \"a\": 1,\n    \"b\": \"], }\\\"\"\n  },\n  {\"a\": 2}\n]\n", "a|b/1|], }\"/2|");
        row("things in an array", "[\n{\"o\":1,\"items\":[{\"s\":\"A\"},{\"s\":\"B\"}]},\n{\"o\":2}]",
            "o|items[].s/1|A/1|B/2|");
        row("an array with other elements", "[{\"a\":1}, 7, \"x,y\", null, {\"a\":2}]", "a/1/!/!/!/2");
        row("an array that is cut", "[{\"a\":1},{\"a\":2},{\"a\":", "a/1/2/!");
        row("something behind an array", "[{\"a\":1}] {\"a\":2}", "a/1/2");
        // Broken lines leave their neighbours whole.
        row("cut", "{\"a\":1}\n{\"a\":\n{\"a\":3}\n", "a/1/!/3");
        row("no object", "{\"a\":1}\n[1]\n7\nnull\nhello\n{\"a\":3}", "a/1/!/!/!/!/3");
        row("two on a line", "{\"a\":1}\n{\"a\":1}{\"a\":2}\n", "a/1/!");
        row("no UTF-8", "{\"a\":\"\xC3\xA4\xC3\xA4\"}\n{\"a\":\"\xFF\"}\n", "a/ää/!");
        row("an element that is no object", "{\"o\":1,\"items\":[{\"s\":\"A\"},5]}\n", "o|items[].s/1|A/!");
        row("too big a number", "{\"a\":1}\n{\"a\":1e999}\n", "a/1/!");
    }
    void tables()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, table);
        const auto plain = openTable(write(text));
        OW_OK(plain);
        QCOMPARE(drawn(**plain), table);
        const auto packed = openTable(gzip(text));
        OW_OK(packed);
        QCOMPARE(drawn(**packed), table);
    }

    void depthAndLengthAreLimited()
    {
        const QByteArray deep
            = "{\"a\":" + QByteArray("[").repeated(100'000) + QByteArray("]").repeated(100'000) + "}\n";
        const QByteArray nested
            = QByteArray("{\"a\":").repeated(5'000) + "1" + QByteArray("}").repeated(5'000) + "\n";
        const QByteArray longLine = "{\"a\":\"" + QByteArray(3'000'000, 'x') + "\"}\n";
        const auto table = openTable(write("{\"a\":1}\n" + deep + nested + longLine + "{\"a\":2}\n"));
        OW_OK(table);
        QCOMPARE(drawn(**table), QString("a/1/!/!/!/2"));
    }

    void aLaterMemberIsTold()
    {
        QByteArray text;
        while (text.size() < 1'200'000)
            text += "{\"a\":\"0123456789012345678901234567890123456789\"}\n";
        text += "{\"a\":\"z\",\"late\":1,\"deep\":{\"er\":2}}\n";
        const auto table = openTable(write(text));
        OW_OK(table);
        QVERIFY((*table)->notes().empty());
        QVERIFY(drawn(**table).endsWith("/z"));
        QCOMPARE((*table)->notes().size(), std::size_t(1));
        QVERIFY2((*table)->notes().front().find("deep, late") != std::string::npos,
            (*table)->notes().front().c_str());
    }

    /// What was null or [] for a megabyte and is filled then: told and counted, or the row is refused; what
    /// presets read is read.
    void aLaterFillingIsNotLost_data()
    {
        QTest::addColumn<QByteArray>("early");
        QTest::addColumn<QByteArray>("late");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("note");
        const auto row = [](const char* name, const char* early, const char* late, const char* end,
                             const char* note) {
            QTest::newRow(name) << QByteArray(early) << QByteArray(late) << QString(end) << QString(note);
        };
        row("a list of values", R"("tags":[])", R"("tags":["a","b"])", "/z", "tags (1 value in all)");
        row("null that becomes an object", R"("o":null)", R"("o":{"x":1})", R"(/z|{"x":1})",
            "o (1 value in all)");
        row("a list of pairs", R"("params":[])", R"("params":[{"key":"k","value":1}])", "/z",
            "params (1 value");
        row("an object where a list was", R"("o":{"x":1})", R"("o":["y"])", "/z|", "o (1 value");
        row("things", R"("items":[])", R"("items":[{"s":"A"}])", "/!", "items");
        row("things that were null", R"("items":null)", R"("items":[{"s":"A"}])", "/!", "items");
        row("things that were not there", R"("b":1)", R"("b":1,"items":[{"s":"A"}])", "/!", "items");
        row("things further in", R"("p":null)", R"("p":{"items":[{"s":"A"}]})", "/!", "p (1 value");
        row("nothing", R"("tags":[],"n":null)", R"("tags":null,"n":[],"m":null)", "/z|", "");
    }
    void aLaterFillingIsNotLost()
    {
        QFETCH(QByteArray, early);
        QFETCH(QByteArray, late);
        QFETCH(QString, end);
        QFETCH(QString, note);
        const auto table
            = openTable(write(megabyteOf("{\"a\":\"x\"," + early + "}\n") + "{\"a\":\"z\"," + late + "}\n"));
        OW_OK(table);
        const QString rows = drawn(**table);
        QVERIFY2(rows.endsWith(end), qPrintable(rows.right(80)));
        const auto notes = (*table)->notes();
        QCOMPARE(notes.size(), std::size_t(note.isEmpty() ? 0 : 1));
        if (!notes.empty())
            QVERIFY2(QString::fromStdString(notes.front()).contains(note), notes.front().c_str());
    }

    /// A night without orders at the front of a Google Analytics file.
    void knownMembersAreReadWhereverTheyCome()
    {
        const QByteArray early = R"({"event_name":"page_view","event_timestamp":1,"user_pseudo_id":"u",)"
                                 R"("event_params":[],"ecommerce":null,"items":[]})"
                                 "\n";
        const QByteArray late = R"({"event_name":"purchase","event_timestamp":2,"user_pseudo_id":"u",)"
                                R"("event_params":[{"key":"currency","value":{"string_value":"EUR"}}],)"
                                R"("ecommerce":{"transaction_id":"T1"},)"
                                R"("items":[{"item_id":"A","price":5},{"item_id":"B","price":7}]})"
                                "\n";
        const auto table = openTable(write(megabyteOf(early) + late));
        OW_OK(table);
        QStringList found;
        const auto& columns = (*table)->columns();
        TableRow row;
        while ((*table)->next(row).value()) {
            QVERIFY(row.problem.empty());
            if (row.fields[0] != "purchase")
                continue;
            for (const char* name :
                { "items[].item_id", "items[].price", "ecommerce.transaction_id", "event_params.currency" }) {
                const auto at = std::ranges::find(columns, name);
                QVERIFY2(at != columns.end(), name);
                const auto field = row.fields[std::size_t(at - columns.begin())];
                found << QString::fromUtf8(field.data(), qsizetype(field.size()));
            }
        }
        QCOMPARE(found, (QStringList { "A", "5", "T1", "EUR", "B", "7", "T1", "EUR" }));
        QVERIFY((*table)->notes().empty());
    }

    /// Each member knows its whole path: half a megabyte of name above 25,000 members was 12 GB.
    void namesAreLimited()
    {
        QByteArray line = "{\"a\":1,\"" + QByteArray(500'000, 'k') + "\":{";
        for (int i = 0; i < 25'000; ++i)
            line += "\"" + QByteArray::number(i) + "\":1,";
        line.back() = '}';
        QByteArray many = "{";
        for (int i = 0; i < 20'000; ++i)
            many += "\"m" + QByteArray::number(i) + "\":1,";
        many.back() = '}';
        const auto table = openTable(write("{\"a\":1}\n" + line + "}\n" + many + "\n{\"a\":2}\n"));
        OW_OK(table);
        QVERIFY((*table)->columns().size() <= 2000);
        TableRow row;
        QStringList problems;
        while ((*table)->next(row).value())
            problems << QString::fromStdString(row.problem);
        QCOMPARE(problems.size(), 4);
        QVERIFY(problems[0].isEmpty() && problems[3].isEmpty());
        QVERIFY2(problems[1].contains("4000 bytes"), qPrintable(problems[1]));
        QVERIFY2(problems[2].contains("10000"), qPrintable(problems[2]));
    }

    void rowsKnowTheirLine()
    {
        const auto table
            = openTable(write("\n{\"o\":1,\"items\":[{\"s\":\"A\"},{\"s\":\"B\"}]}\n{\"o\":2}\n"));
        OW_OK(table);
        TableRow row;
        for (const int line : { 2, 2, 3 }) {
            QVERIFY((*table)->next(row).value());
            QCOMPARE(row.number, line);
            QVERIFY(row.text.starts_with("{\"o\""));
        }
    }

    void whatHasNoObjectIsRefused()
    {
        for (const char* text : { "{\n\"a\":1\n}\n", "{}\n", "{\"a\"\n{\"b\"\n" }) {
            const auto table = openTable(write(text));
            QVERIFY2(!table, text);
            QVERIFY(!table.error().message.empty());
        }
    }

private:
    static QByteArray megabyteOf(const QByteArray& line) { return line.repeated(1'200'000 / line.size()); }
    std::filesystem::path write(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath("table.json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }
    std::filesystem::path gzip(const QByteArray& bytes)
    {
        const std::string name = m_folder.filePath("table.json.gz").toStdString();
        gzFile out = gzopen(name.c_str(), "wb");
        if (gzwrite(out, bytes.data(), unsigned(bytes.size())) != int(bytes.size()))
            qFatal("cannot write");
        gzclose(out);
        return name;
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestNdjsonReader)
#include "tst_ndjson_reader.moc"
