// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "ingest/csv_reader.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace ow;
using namespace ow::ingest;

namespace {

constexpr std::size_t columns = 4;

struct Row {
    std::int64_t number = 0;
    std::vector<std::string> fields;
    bool isBroken = false;

    friend bool operator==(const Row&, const Row&) = default;
};

/// What stands in a file: rows of cells, and blank lines (without cells).
using Table = std::vector<std::vector<std::string>>;

std::string randomCell(Philox& random)
{
    switch (random.below(300)) {
    case 0:
        return std::string("a\0b", 3);
    case 1:
        return "\xC3"; // half a letter
    case 2:
    case 3:
        return "\xC3\xBC\xE2\x82\xAC";
    case 4:
        return std::string(random.below(5'000), 'x');
    default:
        return std::string(random.below(12), char('a' + random.below(26)));
    }
}

Table randomTable(Philox& random, std::size_t bytes)
{
    Table out;
    for (std::size_t size = 0; size < bytes;) {
        auto& row = out.emplace_back();
        if (random.below(20) == 0)
            continue;
        // Some have too few cells, or empty ones behind the last column, or too many.
        const std::size_t cells = random.below(10) == 0 ? 1 + random.below(columns + 3) : columns;
        for (std::size_t i = 0; i < cells; ++i)
            row.push_back(i >= columns && random.below(2) == 0 ? std::string() : randomCell(random));
        if (cells == 1)
            row[0] += 'x'; // else it were a blank line
        for (const std::string& cell : row)
            size += cell.size() + 1;
    }
    return out;
}

/// @param first  what each row begins with, such as a quoted cell; "" = nothing
std::string textOf(const Table& table, char separator, const std::string& lineBreak, const std::string& first)
{
    std::string out = first;
    for (std::size_t i = 0; i < columns; ++i)
        out += (out.empty() ? "" : std::string(1, separator)) + "h" + std::to_string(i);
    out += lineBreak;
    for (const auto& row : table) {
        const std::size_t begin = out.size();
        if (!row.empty())
            out += first;
        for (std::size_t i = 0; i < row.size(); ++i)
            out += (i == 0 && out.size() == begin ? "" : std::string(1, separator)) + row[i];
        out += lineBreak;
    }
    return out;
}

std::vector<Row> rowsOf(std::string text, char separator, std::size_t leading)
{
    FileForm form;
    form.separator = separator;
    const auto table = CsvReader::open(TextSource::of("table.csv", std::move(text)), form);
    if (!table)
        qFatal("%s", table.error().text().c_str());
    std::vector<Row> out;
    TableRow row;
    while ((*table)->next(row).value()) {
        out.push_back({ row.number, {}, !row.problem.empty() });
        if (row.problem.empty())
            out.back().fields.assign(row.fields.begin() + std::ptrdiff_t(leading), row.fields.end());
    }
    return out;
}

}

/// Rows without quotes are read another way than those with them, and files of CR another way than those of
/// LF: what comes out must not differ.
class TestCsvPaths : public QObject {
    Q_OBJECT

private slots:
    void bothWaysReadTheSame_data()
    {
        QTest::addColumn<char>("separator");
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 4; ++seed)
            for (const char separator : { ',', ';', '\t', '|' })
                QTest::addRow("0x%02x, %d", unsigned(separator), seed) << separator << seed;
    }
    void bothWaysReadTheSame()
    {
        QFETCH(char, separator);
        QFETCH(int, seed);
        Philox random { std::uint64_t(seed), std::uint64_t(separator) };
        const Table table = randomTable(random, 1'300'000);
        const auto plain = rowsOf(textOf(table, separator, "\n", ""), separator, 0);
        QVERIFY(plain.size() > 1'000);
        QVERIFY(plain == rowsOf(textOf(table, separator, "\r\n", ""), separator, 0));
        QVERIFY(plain == rowsOf(textOf(table, separator, "\r", ""), separator, 0));
        QVERIFY(plain == rowsOf(textOf(table, separator, "\n", "\"a quote\""), separator, 1));
        QVERIFY(plain == rowsOf(textOf(table, separator, "\r\n", "\"\""), separator, 1));
    }
    /// The rows themselves, told without a reader.
    void theRowsAreThoseOfTheTable()
    {
        Philox random(77);
        Table table = randomTable(random, 900'000);
        std::vector<Row> wanted;
        std::int64_t number = 1;
        for (auto cells : table) {
            ++number;
            if (cells.empty())
                continue;
            while (cells.size() > columns && cells.back().empty())
                cells.pop_back();
            const bool isBroken
                = cells.size() != columns || std::ranges::any_of(cells, [](const std::string& cell) {
                      return cell == "\xC3" || cell.find('\0') != std::string::npos;
                  });
            wanted.push_back({ number, isBroken ? std::vector<std::string>() : cells, isBroken });
        }
        QVERIFY(rowsOf(textOf(table, ',', "\n", ""), ',', 0) == wanted);
    }
    /// Rows of both kinds by turns.
    void quotedRowsInBetween()
    {
        std::string text = "a,b\n";
        std::vector<Row> wanted;
        Philox random(5);
        for (std::int64_t i = 0; i < 40'000; ++i) {
            const std::string number = std::to_string(i);
            const bool quoted = random.below(7) == 0;
            text += quoted ? '"' + number + ",\"\"\",x\n" : number + ",y\n";
            wanted.push_back({ i + 2, { quoted ? number + ",\"" : number, quoted ? "x" : "y" }, false });
        }
        QVERIFY(rowsOf(text, ',', 0) == wanted);
    }
    /// Each line opens a quote that 256 kB do not close: were all of them looked at for each line, this took
    /// hours.
    void quotesThatNeverCloseTakeNoHours()
    {
        constexpr std::size_t lines = 400'000;
        std::string text = "a,b,c\n";
        for (std::size_t i = 0; i < lines; ++i)
            text += "x\",\"\n";
        text += "1,2,3\n";
        QElapsedTimer timer;
        timer.start();
        const auto rows = rowsOf(text, ',', 0);
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(rows.size(), lines + 1);
        for (std::size_t i = 0; i < lines; ++i)
            QVERIFY(rows[i].isBroken && rows[i].number == std::int64_t(i) + 2);
        QCOMPARE(rows.back().fields, (std::vector<std::string> { "1", "2", "3" }));
    }
};

QTEST_GUILESS_MAIN(TestCsvPaths)
#include "tst_csv_paths.moc"
