// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/dry_run.h"
#include "ingest/importer.h"
#include "ingest/loose_time.h"
#include "ingest/number_text.h"
#include "ingest/values.h"

#include <QFile>
#include <QStringEncoder>

#include <algorithm>
#include <zlib.h>

using namespace ow;
using namespace ow::ingest;

/// How a file is written is found from its first megabyte, and can be said.
class TestFileForms : public QObject {
    Q_OBJECT

private slots:
    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("encoding");
        // Qt's codecs say what the bytes are, not ours.
        const QString text = QString::fromUtf8("item;name\nA;Müller\nB;Zoë \U0001F600\n");
        QStringEncoder le(QStringConverter::Utf16LE);
        QStringEncoder be(QStringConverter::Utf16BE);
        const QByteArray little = le.encode(text);
        const QByteArray big = be.encode(text);
        QTest::newRow("UTF-8") << text.toUtf8() << QByteArray("utf-8");
        QTest::newRow("UTF-8, marked") << "\xEF\xBB\xBF" + text.toUtf8() << QByteArray("utf-8");
        QTest::newRow("UTF-16 LE, marked") << "\xFF\xFE" + little << QByteArray("utf-16le");
        QTest::newRow("UTF-16 BE, marked") << "\xFE\xFF" + big << QByteArray("utf-16be");
        QTest::newRow("UTF-16 LE") << little << QByteArray("utf-16le");
        QTest::newRow("UTF-16 BE") << big << QByteArray("utf-16be");
    }
    void encodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, encoding);
        const auto seen = preview(write("any.csv", bytes));
        OW_OK(seen);
        QCOMPARE(QByteArray::fromStdString(std::string(wordOf(seen->form.encoding))), encoding);
        QCOMPARE(seen->columns, (std::vector<std::string> { "item", "name" }));
        QCOMPARE(QString::fromStdString(seen->rows.at(0).at(1)), QString::fromUtf8("Müller"));
        QCOMPARE(QString::fromStdString(seen->rows.at(1).at(1)), QString::fromUtf8("Zoë \U0001F600"));
        QVERIFY(seen->problems.empty());
    }

    void windowsLetters()
    {
        // 80, 93, 94, DC of https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
        const auto file = write("any.csv", "item;name\nA;\x80 5 \x93\xDC\x94\n");
        const auto found = preview(file);
        OW_OK(found);
        QCOMPARE(found->form.encoding, Encoding::Windows1252);
        QCOMPARE(QString::fromStdString(found->rows.at(0).at(1)), QString::fromUtf8("€ 5 “Ü”"));
        QVERIFY(!found->form.reasons.empty());
        ImportOptions said;
        said.encoding = Encoding::Latin1;
        const auto latin = preview(file, said);
        OW_OK(latin);
        QCOMPARE(QString::fromStdString(latin->rows.at(0).at(1)).at(0).unicode(), char16_t(0x80));
    }

    void aLetterAcrossPieces()
    {
        // Over a megabyte of UTF-16, with letters of two units everywhere: every cut is met.
        QString text = "item,name\n";
        for (int i = 0; i < 90'000; ++i)
            text += QString::number(i) + QString::fromUtf8(",\U0001F600ä\n");
        QStringEncoder le(QStringConverter::Utf16LE);
        const auto table = openTable(write("long.csv", QByteArray("\xFF\xFE") + QByteArray(le.encode(text))));
        OW_OK(table);
        TableRow row;
        int rows = 0;
        while (true) {
            const auto more = (*table)->next(row);
            OW_OK(more);
            if (!*more)
                break;
            QVERIFY2(row.problem.empty(), row.problem.c_str());
            QCOMPARE(QString::fromUtf8(row.fields[1].data(), qsizetype(row.fields[1].size())),
                QString::fromUtf8("\U0001F600ä"));
            QCOMPARE(row.fields[0], std::string_view(std::to_string(rows)));
            ++rows;
        }
        QCOMPARE(rows, 90'000);
    }

    void brokenUtf16IsABrokenRow()
    {
        QByteArray bytes("\xFF\xFE"
                         "a\0,\0b\0\n\0"
                         "\x00\xD8,\0"
                         "1\0\n\0"
                         "2\0,\0"
                         "3\0\n\0",
            26);
        const auto seen = preview(write("any.csv", bytes));
        OW_OK(seen);
        QCOMPARE(seen->problems.size(), std::size_t(1)); // half a surrogate pair
        QCOMPARE(seen->rows.at(1), (std::vector<std::string> { "2", "3" }));
    }

    void forms_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("form"); // decimals dates
        const auto row = [](const char* name, const char* text, const char* form, const char* zone = "") {
            QTest::newRow(name) << QByteArray(text) << QByteArray(zone) << QByteArray(form);
        };
        row("plain", "sku,price,at\nA,1.50,2024-12-31\n", "point ymd");
        row("German", "sku;price;at\nA;1,50;31.12.2024\nB;1.250,00;1.2.2024\n", "comma dmy");
        row("a comma among groups", "sku;price\nA;1.250\nB;1.000\nC;0,99\n", "comma ymd");
        row("groups of points between semicolons", "sku;price\nA;1.250\nB;899\nC;2.499\n", "comma ymd");
        row("groups of points between commas", "sku,price\nA,1.250\nB,899\nC,2.499\n", "point ymd");
        row("groups of commas between semicolons", "sku;price\nA;1,250\nB;899\n", "point ymd");
        row("a point that is one", "sku;price\nA;1.250\nB;8.50\n", "point ymd");
        row("below one", "sku;weight\nA;1.250\nB;0.125\n", "point ymd");
        row("below one, with a comma", "sku;weight\nA;1,250\nB;0,125\n", "comma ymd");
        row("codes beside a comma", "sku;price\nA;12,50 CHF\nB;1.250 CHF\n", "comma ymd");
        row("brackets", "sku;price\nA;(12,50 €)\nB;1.250 €\n", "comma ymd");
        row("American", "sku,price,at\nA,\"$1,250.00\",12/31/2024 11:59 PM\nB,2,1/2/2024 1:00 AM\n",
            "point mdy");
        row("British", "sku,price,at\nA,2.50,31/12/2024\nB,2,1/2/2024\n", "point dmy");
        row("no value tells: points", "sku,price,at\nA,2.50,1.2.2024\n", "point dmy");
        row("no value tells: slashes", "sku,price,at\nA,2.50,1/2/2024\n", "point dmy");
        row("no value tells: slashes in New York", "sku,price,at\nA,2.50,1/2/2024\n", "point mdy",
            "America/New_York");
        row("years first", "sku,price,at\nA,2.50,2024/1/2\n", "point ymd");
        row("words with commas are no numbers", "sku,title\nA,\"1,5 l\"\nB,\"a,b\"\n", "point ymd");
        row("lists among words are no numbers", "sku,title\nA,\"1,5\"\nB,lamp\nC,desk\n", "point ymd");
        row("two digits of a year", "sku,at\nA,12/31/10 8:26\n", "point mdy");
        row("JSON", "{\"sku\":\"A\",\"price\":\"1,50 €\",\"at\":\"31.12.2024\"}\n", "comma dmy");
    }
    void forms()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, form);
        ImportOptions options;
        options.timezone = zone.toStdString();
        const auto seen = preview(write("any.csv", text), options);
        OW_OK(seen);
        QCOMPARE(QByteArray::fromStdString(std::string(wordOf(seen->form.values.decimals)) + ' '
                     + std::string(wordOf(seen->form.values.dates))),
            form);
        ImportOptions said;
        said.decimals = DecimalMark::Comma;
        said.dates = DateOrder::Mdy;
        const auto other = preview(write("any.csv", text), said);
        QCOMPARE(other->form.values, (ValueForms { DecimalMark::Comma, DateOrder::Mdy }));
    }

    void doubts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("doubts");
        const auto row = [](const char* name, const char* text, const char* doubts) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(doubts);
        };
        row("nothing to doubt", "sku;price;at\nA;1.250,00;31.12.2024\n", "");
        row("no date tells", "sku,price,at\nA,2.50,4/4/2024 8:26\nB,1.50,3/4/2024 8:26\n",
            "No date tells day and month apart; 3/4/2024 was read as 2024-04-03. Say otherwise with --dates "
            "mdy.");
        row("dates contradict each other", "sku,price,at\nA,2.50,2/14/2024 8:26\nB,2.50,13/2/2024 8:26\n",
            "Dates contradict each other: 13/2/2024 has the day first, 2/14/2024 the month. They were read "
            "as day, "
            "month, year. Say otherwise with --dates mdy.");
        row("most are one way", "sku,at\nA,2/14/2024\nB,13/2/2024\nC,2/15/2024\n",
            "Dates are read as month, day, year: 2 of 3 can be nothing else, but 1 would be the other way "
            "round.");
        row("points between semicolons", "sku;price\nA;899\nB;2.499\n",
            "No number tells decimal marks from those of thousands; 2.499 was read as 2499. Say otherwise "
            "with "
            "--decimals point.");
        row("points between commas", "sku,price\nA,899\nB,2.499\n",
            "No number tells decimal marks from those of thousands; 2.499 was read as 2.499. Say otherwise "
            "with "
            "--decimals comma.");
        row("numbers of JSON", "{\"sku\":\"A\",\"price\":1.250}\n", "");
    }
    void doubts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, doubts);
        const auto file = write("any.csv", text);
        const auto seen = preview(file);
        OW_OK(seen);
        const auto joined = [](const std::vector<std::string>& sentences) {
            QByteArray out;
            for (const std::string& sentence : sentences)
                out += QByteArray::fromStdString(sentence);
            return out;
        };
        QCOMPARE(joined(seen->form.doubts), doubts);
        for (const std::string& doubt : seen->form.doubts)
            QVERIFY(std::ranges::find(seen->form.reasons, doubt) != seen->form.reasons.end());
        ImportOptions said;
        said.decimals = DecimalMark::Point;
        said.dates = DateOrder::Dmy;
        const auto other = preview(file, said);
        OW_OK(other);
        QCOMPARE(joined(other->form.doubts), QByteArray());
    }

    void datesFurtherDown_data()
    {
        QTest::addColumn<QByteArray>("early");
        QTest::addColumn<QByteArray>("late");
        QTest::addColumn<bool>("packed");
        QTest::addColumn<QByteArray>("order");
        QTest::addColumn<int>("doubts");
        const QByteArray first("12/1/2010 8:26");
        QTest::newRow("American") << first << QByteArray("12/13/2010 9:02") << false << QByteArray("mdy")
                                  << 0;
        QTest::newRow("British") << first << QByteArray("13/12/2010 9:02") << false << QByteArray("dmy") << 0;
        QTest::newRow("packed") << first << QByteArray("12/13/2010 9:02") << true << QByteArray("mdy") << 0;
        QTest::newRow("nothing tells")
            << first << QByteArray("12/2/2010 9:02") << false << QByteArray("dmy") << 1;
        QTest::newRow("the first tell") << QByteArray("13/1/2010 8:26") << QByteArray("12/13/2010 9:02")
                                        << false << QByteArray("dmy") << 0;
    }
    /// A date that decides, far behind what is looked at first.
    void datesFurtherDown()
    {
        QFETCH(QByteArray, early);
        QFETCH(QByteArray, late);
        QFETCH(bool, packed);
        QFETCH(QByteArray, order);
        QFETCH(int, doubts);
        QByteArray text("customer_id,sku,quantity,price,ordered_at,note\n");
        while (text.size() < 3 << 20)
            // In a column of words a date says nothing.
            text += "C1,A,1,2.50," + early + ",\"seen 1/31/2010\"\n";
        text += "C2,A,1,2.50," + late + ",no\n";
        const auto file = packed ? gzip(text) : write("orders.csv", text);
        const auto seen = preview(file);
        OW_OK(seen);
        QCOMPARE(QByteArray::fromStdString(std::string(wordOf(seen->form.values.dates))), order);
        QCOMPARE(int(seen->form.doubts.size()), doubts);
        // Told where a person looks: of a trial, and of the import.
        const auto tried = dryRun(emptyContext(), "", "", file);
        OW_OK(tried);
        const auto isDoubt = [](const std::string& note) { return note.starts_with("No date tells"); };
        QCOMPARE(int(std::ranges::count_if(tried->notes, isDoubt)), doubts);
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = importFiles(*project, "", "", { file });
        OW_OK(report);
        QCOMPARE(int(std::ranges::count_if(report->notes, isDoubt)), doubts);
        QCOMPARE(report->rejected, early.startsWith("13") ? 1 : 0);
    }

    void inFront_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("columns");
        QTest::addColumn<int>("skip");
        QTest::addColumn<int>("rows");
        const auto row = [](const char* name, const char* text, const char* columns, int skip, int rows) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(columns) << skip << rows;
        };
        row("titles of a report", "Sales report\nMarch 2024\n\nsku,price,qty\nA,1.50,1\nB,2.50,2\n",
            "sku|price|qty", 2, 2);
        row("titles with empty cells", "Sales report;;\n;;\nsku;price;qty\nA;1,50;1\n", "sku|price|qty", 2,
            1);
        row("remarks", "# made today\nsku\tprice\nA\t1.50\nB\t1.50\n", "sku|price", 1, 2);
        row("none", "sku,price\nA,1.50\nB,2.50\n", "sku|price", 0, 2);
        row("a short header", "sku,price\nA,1.50,x\nB,2.50,x\n", "sku|price", 0, 2);
        row("a total behind", "sku,price\nA,1.50\nB,2.50\nTotal\n", "sku|price", 0, 3);
        row("carets", "sku^price\nA^1.50\n", "sku|price", 0, 1);
        row("Excel's separator in quotes", "\"sep=;\"\nsku;price\nA;1,50\n", "sku|price", 0, 1);
        row("two of a name", "sku,price,price\nA,1.50,2\n", "sku|price|price (2)", 0, 1);
        row("separators behind", "sku,price\nA,1.50,,\n", "sku|price", 0, 1);
    }
    void inFront()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, columns);
        QFETCH(int, skip);
        QFETCH(int, rows);
        const auto seen = preview(write("any.csv", text), {});
        OW_OK(seen);
        QByteArrayList names;
        for (const std::string& name : seen->columns)
            names << QByteArray::fromStdString(name);
        QCOMPARE(names.join('|'), columns);
        QCOMPARE(seen->form.skip, skip);
        QCOMPARE(int(seen->rows.size()), rows);
        QVERIFY(skip == 0 || !seen->form.reasons.empty());
        // What is found can be said otherwise.
        ImportOptions said;
        said.skip = 0;
        QCOMPARE(preview(write("any.csv", text), said)->form.skip, 0);
    }

    void numbersOfDays()
    {
        // 45382 is 2024-03-31 by the count of spreadsheets, .5 its noon; beside an id of that size.
        const auto seen
            = preview(write("any.csv", "customer,at,type\n45111,45382.5,buy\n45112,45383,buy\n"), {});
        OW_OK(seen);
        QVERIFY(seen->form.values.serials);
        TimeReader reader("Europe/Berlin");
        reader.setForms(seen->form.values);
        QCOMPARE(QByteArray::fromStdString(formatTimestamp(*reader.read("45382.5"))),
            QByteArray("2024-03-31T10:00:00Z"));
        QVERIFY(!preview(write("any.csv", "sku,zip\nA,45382\nB,45383\n"), {})->form.values.serials);
    }

    void aBlankBeforeAQuote()
    {
        const auto seen
            = preview(write("any.csv", "sku, title , price\nA, \"a, b\" , 1\nB, 5\" nail, 2\n"), {});
        OW_OK(seen);
        QVERIFY(seen->problems.empty());
        QCOMPARE(seen->rows[0][1], std::string("a, b"));
        QCOMPARE(QByteArray::fromStdString(seen->rows[1][1]).trimmed(), QByteArray("5\" nail"));
    }

    void formats_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("columns");
        const auto row = [](const char* name, const char* text, const char* format, const char* columns) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(format) << QByteArray(columns);
        };
        row("CSV", "a,b\n1,2\n", "csv", "a|b");
        row("JSON lines", "\n {\"a\":1,\"b\":{\"c\":2}}\n", "ndjson", "a|b.c");
        row("FIMI", "1 2 3\n4 5\n2 3 \n", "baskets", "basket|item");
        row("names between commas", "milk,bread\nbread\nmilk,bread,tea\n", "baskets", "basket|item");
        row("a ragged table is a table", "a,b\n1\n2,3\n4,5,6\n", "csv", "a|b");
        row("no header", "1,2268318,2520377,see,1511544070\n1,2333346,2520771,pv,1511561733\n", "csv",
            "column 1|column 2|column 3|column 4|column 5");
        row("years as names", "shop,2019,2020\nA,1,2\n", "csv", "shop|2019|2020");
    }
    void formats()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, columns);
        const auto seen = preview(write("any.csv", text));
        OW_OK(seen);
        QCOMPARE(QByteArray::fromStdString(std::string(wordOf(seen->form.format))), format);
        QByteArrayList names;
        for (const std::string& name : seen->columns)
            names << QByteArray::fromStdString(name);
        QCOMPARE(names.join('|'), columns);
    }

    void aTableWithoutHeaderLosesNoRow()
    {
        const auto seen = preview(write("any.csv", "2024-01-01,A\n2024-01-02,B\n2024-01-03,C\n"));
        OW_OK(seen);
        QCOMPARE(seen->rows.size(), std::size_t(3));
        QCOMPARE(seen->rows.at(0).at(1), std::string("A"));
    }

    void times_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("order");
        QTest::addColumn<QByteArray>("utc"); // read in Berlin; "" = no time
        const auto row = [](const char* text, DateOrder order, const char* utc) {
            QTest::newRow(text) << QByteArray(text) << int(order) << QByteArray(utc);
        };
        using enum DateOrder;
        row("31.12.2024", Dmy, "2024-12-30T23:00:00Z");
        row("31.12.2024 08:05", Dmy, "2024-12-31T07:05:00Z");
        row("1.7.24 8:05", Dmy, "2024-07-01T06:05:00Z");
        row("12/31/2024 11:59:58 PM", Mdy, "2024-12-31T22:59:58Z");
        row("12/31/2024 12:00 AM", Mdy, "2024-12-30T23:00:00Z");
        row("12/31/2024, 12:30 p.m.", Mdy, "2024-12-31T11:30:00Z");
        row("12/1/2010 8:26", Mdy, "2010-12-01T07:26:00Z");
        row("12/1/10 8:26", Dmy, "2010-01-12T07:26:00Z");
        row("2024-12-31 23:59:59 UTC", Ymd, "2024-12-31T23:59:59Z");
        row("2024-12-31 23:59:59.123456 UTC", Ymd, "2024-12-31T23:59:59.123Z");
        row("2024-12-31 23:59:59 -0500", Ymd, "2025-01-01T04:59:59Z");
        row("2024-12-31 23:59:59 +01:00", Ymd, "2024-12-31T22:59:59Z");
        row("2024-12-31 23:59:59+00", Ymd, "2024-12-31T23:59:59Z");
        row("2024-12-31T23:59:59.5+0200", Ymd, "2024-12-31T21:59:59.500Z");
        row("2024-12-31 11:59 PM", Ymd, "2024-12-31T22:59:00Z");
        row("2024/1/2 3:04", Ymd, "2024-01-02T02:04:00Z");
        row("20241231", Ymd, "2024-12-30T23:00:00Z");
        row("20241231T235959Z", Ymd, "2024-12-31T23:59:59Z");
        row("Dec 31, 2024", Ymd, "2024-12-30T23:00:00Z");
        row("31 Dec 2024 10:00", Ymd, "2024-12-31T09:00:00Z");
        row("31-Dec-24", Ymd, "2024-12-30T23:00:00Z");
        row("Tue, 31 Dec 2024 10:00:00 GMT", Ymd, "2024-12-31T10:00:00Z");
        row("1511544070.25", Ymd, "2017-11-24T17:21:10.250Z");
        row("1511544070123456789", Ymd, "2017-11-24T17:21:10.123Z");
        row("31. März 2024 10:00", Ymd, "2024-03-31T08:00:00Z");
        row("31 décembre 2024", Ymd, "2024-12-30T23:00:00Z");
        row("31 de diciembre de 2024", Ymd, "2024-12-30T23:00:00Z");
        row("1 août 2024", Ymd, "2024-07-31T22:00:00Z");
        row("1 gennaio 2024", Ymd, "2023-12-31T23:00:00Z");
        row("31 maart 2024", Ymd, "2024-03-30T23:00:00Z");
        row("31-Okt-2024", Ymd, "2024-10-30T23:00:00Z");
        row("31.12.2024 10.00", Dmy, "2024-12-31T09:00:00Z");
        row("31.12.2024, 10:00 Uhr", Dmy, "2024-12-31T09:00:00Z");
        row("31/Dec/2024:10:00:00 +0200", Ymd, "2024-12-31T08:00:00Z");
        row("2024-12-31 10:00:00 +0000 UTC", Ymd, "2024-12-31T10:00:00Z");
        row("20241231100000", Ymd, "2024-12-31T09:00:00Z"); // and not the year 2611
        row("2024-12-31 10", Ymd, "2024-12-31T09:00:00Z");
        row("45657", Dmy, ""); // a spreadsheet's number, where nothing says that it is one
        row("2024-W01", Ymd, "");
        row("31.12.2024", Ymd, "");
        row("31.12.2024", Mdy, "");
        row("12/31/2024", Dmy, "");
        row("30.2.2024", Dmy, "");
        row("12/31/2024 13:00 PM", Mdy, "");
        row("12/31/2024 25:00", Mdy, "");
        row("2024-12-31 23:59:59 CEST", Ymd, "");
        row("32 Dec 2024", Ymd, "");
        row("31 Foo 2024", Ymd, "");
        row("1/2/3/4", Dmy, "");
        row("31.12.", Dmy, "");
    }
    void times()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, order);
        QFETCH(QByteArray, utc);
        TimeReader reader("Europe/Berlin");
        reader.setOrder(DateOrder(order));
        const auto at = reader.read(text.toStdString());
        QCOMPARE(at ? QByteArray::fromStdString(formatTimestamp(*at)) : QByteArray(), utc);
    }

    void amounts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("mark");
        QTest::addColumn<qint64>("cents"); // -1 = no amount
        const auto row = [](const char* text, DecimalMark mark, qint64 cents) {
            QTest::newRow(text) << QByteArray(text) << int(mark) << cents;
        };
        using enum DecimalMark;
        row("1.250", Comma, 125000);
        row("1.250", Point, 125);
        row("1,250", Point, 125000);
        row("1,250", Comma, 125);
        row("1.250,50", Comma, 125050);
        row("12,50 €", Comma, 1250);
        row("1 250,50", Comma, 125050);
        row("1\xC2\xA0"
            "250,50 €",
            Comma, 125050);
        row("1'250.50", Point, 125050);
        row("CHF 1", Point, -1); // not the project's currency
        row("($20.00)", Point, -2000);
        row("-$20.00", Point, -2000);
        row("$(20.00)", Point, -2000);
        row("( $ 20.00 )", Point, -2000);
        row("-USD 20.00", Point, -2000);
        row("USD -20.00", Point, -2000);
        row("\xE2\x88\x92$20.00", Point, -2000);
        row("(20,00 USD)", Comma, -2000);
        row("(20,00 EUR)", Comma, -1);
        row("-20,00 Kč", Comma, -2000);
        row("20.00- USD", Point, -2000);
        row("USD 1'234.50", Point, 123450);
        row("CHF 1'234.50", Point, -1);
        row("1'234.50", Point, 123450);
        row("1\xE2\x80\x99"
            "234.50 Fr.",
            Point, 123450);
        row("Rs. 1234.00", Point, 123400);
        row("Rs.1,23,456.00", Point, 12345600);
        row("1.250 USD", Comma, 125000);
        row("1.250 PLN", Comma, -1);
        row("($1e2)", Point, -10000);
        row("-(20.00)", Point, -1); // two signs: what they mean is anybody's guess
        row("$", Point, -1);
        row("()", Point, -1);
        row("-", Point, -1);
        row("CHF", Point, -1);
        row("XYZ 1", Point, -1);
        row("(12.50)", Point, -1250);
        row("12.50-", Point, -1250);
        row("-$3.00", Point, -300);
        row("$-3.00", Point, -300);
        row("£1,234,567.89", Point, 123456789);
        row("12,34,567.89", Point, 123456789); // as India groups
        row("$12,34,567", Point, 123456700);
        row("12,34,56", Point, -1);
        row("12,-", Comma, 1200);
        row("12,– $", Comma, 1200);
        row("1 2", Point, -1);
        row("1'25.00", Point, -1);
    }
    void amounts()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, mark);
        QFETCH(qint64, cents);
        const auto money = toMoney(text.toStdString(), "USD", DecimalMark(mark));
        QCOMPARE(money ? money->minor : qint64(-1), cents);
    }

    void groupsFurtherDown_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("bare") << QByteArray("12,50") << QByteArray("1.250");
        QTest::newRow("with a code") << QByteArray("12,50 EUR") << QByteArray("1.250 EUR");
        QTest::newRow("with a code in front") << QByteArray("EUR 12,50") << QByteArray("EUR 1.250");
    }
    void groupsFurtherDown()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, last);
        QByteArray text("sku;title;price\n");
        for (int i = 0; text.size() < 3 << 19; ++i)
            text += "S" + QByteArray::number(i) + ";A lamp of some kind;" + first + "\n";
        text += "Z;Desk;" + last + "\n";
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = importFiles(*project, "products", "", { write("products.csv", text) });
        OW_OK(report);
        QCOMPARE(report->rejected, 0);
        QCOMPARE((*project->catalogue())->find("Z")->price.minor, 125000);
        QCOMPARE((*project->catalogue())->find("S7")->price.minor, 1250);
    }

    void numbers()
    {
        QCOMPARE(toInteger("1,250").value(), 1250);
        QCOMPARE(toInteger("1.250", DecimalMark::Comma).value(), 1250);
        QCOMPARE(toInteger("3,0", DecimalMark::Comma).value(), 3);
        QCOMPARE(toInteger("(3)").value(), -3);
        QVERIFY(!toInteger("1,25"));
        QCOMPARE(toNumber("1,5", DecimalMark::Comma).value(), 1.5);
        QCOMPARE(toNumber("1.234,5", DecimalMark::Comma).value(), 1234.5);
        QCOMPARE(toNumber("1,234.5").value(), 1234.5);
        QVERIFY(!toNumber("1,5"));
        QVERIFY(!toNumber("nan"));
    }

    void aGermanFileIsImportedRight()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto file = write("Katalog.csv",
            "sku;title;price;cost;stock\nA;L\xFC"
            "fter;1.250,00;999,90;1.200\nB;Kabel;3,50;1,25;12\n");
        const auto report = importFiles(*project, "products", "", { file });
        OW_OK(report);
        QCOMPARE(report->stored, 2);
        const auto catalogue = *project->catalogue();
        QCOMPARE(QString::fromStdString(catalogue->find("A")->title), QString::fromUtf8("Lüfter"));
        QCOMPARE(catalogue->find("A")->price.minor, 125000);
        QCOMPARE(catalogue->find("A")->cost.minor, 99990);
        QCOMPARE(catalogue->find("A")->stock.value(), 1200);
        QCOMPARE(catalogue->find("B")->price.minor, 350);
    }

private:
    std::filesystem::path write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }
    std::filesystem::path gzip(const QByteArray& bytes) const
    {
        const std::string name = m_folder.filePath("packed.csv.gz").toStdString();
        gzFile out = gzopen(name.c_str(), "wb");
        if (gzwrite(out, bytes.data(), unsigned(bytes.size())) != int(bytes.size()))
            qFatal("cannot write");
        gzclose(out);
        return name;
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestFileForms)
#include "tst_file_forms.moc"
