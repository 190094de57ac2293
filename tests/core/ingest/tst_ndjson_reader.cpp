// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/table_source.h"

#include <QFile>

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
