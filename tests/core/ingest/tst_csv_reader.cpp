// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "ingest/csv_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace ow;
using namespace ow::ingest;

namespace {

/// A table as text: fields joined by '|', rows by '/', "!" for a row with a problem.
QString drawn(TableSource& table)
{
    QStringList rows;
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

class TestCsvReader : public QObject {
    Q_OBJECT

private slots:
    void tablesAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rows");
        // RFC 4180, section 2, rules 1 to 7.
        QTest::newRow("1: lines") << QByteArray("a,b,c\r\naaa,bbb,ccc\r\nzzz,yyy,xxx\r\n")
                                  << "aaa|bbb|ccc/zzz|yyy|xxx";
        QTest::newRow("2: no last break") << QByteArray("a,b,c\r\nzzz,yyy,xxx") << "zzz|yyy|xxx";
        QTest::newRow("4: spaces belong to fields") << QByteArray("a,b\n x ,y\n") << " x |y";
        QTest::newRow("5: quoted fields") << QByteArray("a,b\n\"aaa\",\"b b\"\n") << "aaa|b b";
        QTest::newRow("6: breaks and separators in quotes")
            << QByteArray("a,b\n\"x\r\ny\",\"1,2\"\nz,w\n") << "x\r\ny|1,2/z|w";
        QTest::newRow("7: doubled quotes") << QByteArray("a,b\n\"b\"\"bb\",\"\"\"\"\n") << "b\"bb|\"";
        // What people do.
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "a,b\n1,2\n")
                                         << "1|2";
        QTest::newRow("semicolons") << QByteArray("a;b\n1,5;2\n") << "1,5|2";
        QTest::newRow("tabs") << QByteArray("a\tb\n1\t\n") << "1|";
        QTest::newRow("bars") << QByteArray("a|b\n1|2\n") << "1|2";
        QTest::newRow("old Mac") << QByteArray("a,b\r1,2\r3,4") << "1|2/3|4";
        QTest::newRow("one column") << QByteArray("a\n1\n2\n") << "1/2";
        QTest::newRow("empty fields") << QByteArray("a,b,c\n,,\n\"\",x,\"\"\n") << "||/|x|";
        QTest::newRow("blank lines") << QByteArray("a,b\n\n1,2\n\r\n\n3,4\n\n") << "1|2/3|4";
        QTest::newRow("blank lines first") << QByteArray("\n\na,b\n1,2\n") << "1|2";
        QTest::newRow("header alone") << QByteArray("a,b") << "";
        QTest::newRow("a quote inside a field")
            << QByteArray("a,b\n5\" nail,x\n6\" nail,y\n") << "5\" nail|x/6\" nail|y";
        QTest::newRow("quoted header") << QByteArray("\"a,1\",\"b\"\n1,2\n") << "1|2";
        QTest::newRow("umlauts") << QByteArray("a,b\n\xC3\xBC,\xE2\x82\xAC\n") << QString::fromUtf8("ü|€");
        // Broken rows are rows with a problem, and their neighbours are whole.
        QTest::newRow("too few fields") << QByteArray("a,b\n1\n2,3\n") << "!/2|3";
        QTest::newRow("too many fields") << QByteArray("a,b\n1,2,3\n2,3\n") << "!/2|3";
        QTest::newRow("text behind a quote") << QByteArray("a,b\n\"1\"x,2\n2,3\n") << "!/2|3";
        QTest::newRow("never closed, last line") << QByteArray("a,b\n1,2\n\"3,4\n") << "1|2/!";
        QTest::newRow("never closed, in the middle") << QByteArray("a,b\n\"1,2\n2,3\n3,4\n") << "!/2|3/3|4";
        QTest::newRow("Latin-1") << QByteArray("a,b\n\xFC,1\n2,3\n") << QString::fromUtf8("ü|1/2|3");
        QTest::newRow("a byte that is no text among letters that are")
            << QByteArray("a,b\n\xFC,1\n\xC3\xBC,\xC3\xA4\n2,3\n") << QString::fromUtf8("!/ü|ä/2|3");
        QTest::newRow("Excel names its separator") << QByteArray("sep=;\na;b\n1,5;2\n") << "1,5|2";
        QTest::newRow("cut inside a character")
            << QByteArray("a,b\n\xC3\xBC,\xC3\xBC\n1,\xE2\x82") << QString::fromUtf8("ü|ü/!");
        QTest::newRow("a zero byte behind the start")
            << QByteArray("a,b\n") + QByteArray("1,2\n").repeated(1100) + QByteArray("1,\0\n", 4) + "5,6\n"
            << QString("1|2/").repeated(1100) + "!/5|6";
    }
    void tablesAreRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, rows);
        const auto table = openTable(write(bytes));
        QVERIFY2(table.has_value(), table ? "" : table.error().text().c_str());
        QCOMPARE(drawn(**table), rows);
        const auto packed = openTable(gzip(bytes));
        QVERIFY(packed.has_value());
        QCOMPARE(drawn(**packed), rows);
    }

    void whatIsNoTableIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << "empty";
        QTest::newRow("blank lines alone") << QByteArray("\n\n\n") << "header";
        QTest::newRow("separators alone") << QByteArray(",,,\n1,2,3,4\n") << "names no column";
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n,,,") << "PNG";
        QTest::newRow("office document") << QByteArray("PK\x03\x04rest") << "office";
        QTest::newRow("zero bytes") << QByteArray("a,b\n\0\0\0", 7) << "no text";
        QTest::newRow("workbook") << QByteArray("PK\x03\x04..[Content_Types].xml") << "CSV (UTF-8)";
        QTest::newRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") << "CSV";
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html>") << "web page";
        QTest::newRow("UTF-32") << QByteArray("\xFF\xFE\0\0a\0\0\0", 8) << "UTF-32";
        QTest::newRow("header never closed") << QByteArray("\"a,b\n1,2\n") << "header";
    }
    void whatIsNoTableIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        const auto table = openTable(write(bytes));
        QVERIFY(!table);
        QVERIFY2(QString::fromStdString(table.error().message).contains(word), table.error().message.c_str());
        QVERIFY(!table.error().at.empty());
    }

    void aFolderAndAMissingFileAreSaid()
    {
        const auto folder = openTable(m_folder.path().toStdString());
        QVERIFY(!folder && folder.error().code == ErrorCode::InvalidInput);
        const auto missing = openTable(m_folder.filePath("none.csv").toStdString());
        QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
    }

    void aCutGzipFileIsAnError()
    {
        QByteArray bytes = "a,b\n";
        Philox random(7);
        for (int i = 0; i < 50'000; ++i)
            bytes += QByteArray::number(random.next32()) + ",2\n";
        const auto whole = gzip(bytes);
        QFile file(QString::fromStdString(whole.string()));
        QVERIFY(file.resize(file.size() / 2));
        const auto table = openTable(whole);
        QVERIFY(table.has_value());
        QVERIFY(drawn(**table).startsWith("error"));
    }

    void rowNumbersAreThoseOfASpreadsheet()
    {
        const auto table = openTable(write("a,b\n\n\"x\ny\",2\n3,4\n"));
        TableRow row;
        QVERIFY((*table)->next(row).value());
        QCOMPARE(row.number, 3);
        QVERIFY((*table)->next(row).value());
        QCOMPARE(row.number, 4);
    }

    void longRowsEndInAProblemNotInMemory()
    {
        const QByteArray longField(3'000'000, 'x');
        const auto table = openTable(write("a,b\n" + longField + ",1\n2,3\n\"" + longField + "\",4\n5,6\n"));
        QCOMPARE(drawn(**table), QString("!/2|3/!/5|6"));
    }

    void recordsAcrossReadsStayWhole()
    {
        // The buffer is read in pieces of 256 kB; rows of changing length put every kind of break at its
        // edge.
        QByteArray bytes = "a,b,c\n";
        QStringList expected;
        for (int i = 0; i < 60'000; ++i) {
            const QByteArray text(i % 23, 'q');
            bytes += QByteArray::number(i) + ",\"" + text + "\"\"\r\n" + text + "\",z\n";
            expected << QString::number(i) + '|' + text + "\"\r\n" + text + "|z";
        }
        const auto table = openTable(write(bytes));
        QCOMPARE(drawn(**table), expected.join('/'));
    }

    /// Whatever the bytes, reading ends, and every line that is not blank is in exactly one row.
    void anyBytesAreSurvived()
    {
        const QByteArray alphabet = "ab1,;\"\"\"\n\n\r\t|\xC3\xBC\xFF ";
        for (std::uint64_t seed = 0; seed < 3000; ++seed) {
            Philox random(seed);
            QByteArray bytes = "h1,h2\n";
            const auto length = random.below(80);
            for (std::uint64_t i = 0; i < length; ++i)
                bytes += alphabet[qsizetype(random.below(std::uint64_t(alphabet.size())))];
            TableOptions said; // so that the bytes come back as they are
            said.encoding = Encoding::Utf8;
            said.format = FileFormat::Csv;
            said.header = true;
            said.skip = 0;
            const auto table = openTable(write(bytes), said);
            QVERIFY(table.has_value());
            TableRow row;
            QByteArray seen;
            while (true) {
                const auto more = (*table)->next(row);
                QVERIFY(more.has_value());
                if (!*more)
                    break;
                seen.append(row.text.data(), qsizetype(row.text.size()));
                QVERIFY(!row.problem.empty() || row.fields.size() == 2);
            }
            const auto solid = [](QByteArray text) { return text.replace('\n', "").replace('\r', ""); };
            QCOMPARE(solid(seen), solid(bytes.mid(6)));
        }
    }

private:
    std::filesystem::path write(const QByteArray& bytes)
    {
        QFile file(m_folder.filePath("table.csv"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }
    std::filesystem::path gzip(const QByteArray& bytes)
    {
        const std::string name = m_folder.filePath("table.csv.gz").toStdString();
        gzFile out = gzopen(name.c_str(), "wb");
        if (gzwrite(out, bytes.data(), unsigned(bytes.size())) != int(bytes.size()))
            qFatal("cannot write");
        gzclose(out);
        return name;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csv_reader.moc"
