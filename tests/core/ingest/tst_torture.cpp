// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/store/scratch.h"
#include "ingest/importer.h"

#include <QDir>
#include <QFile>
#include <QStringEncoder>

#include <optional>
#include <zlib.h>

using namespace ow;
using namespace ow::ingest;

/// Files of every kind, broken in every way that files break, by seed. Whatever comes: the program lives,
/// every row read is stored, rejected or a duplicate, the rejected ones are kept, and what fails leaves no
/// trace.
class TestTorture : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_bases = {
            { "events.csv",
                "customer,at,type,sku,qty,value,channel,session,text\n"
                "k1,2024-01-01 10:00,purchased,A,2,12.50,web,s1,\nk2,2024-01-02 10:00,search,,,,web,s2,\"a, "
                "b\"\n"
                "k3,2024-01-03 10:00,survey,,,9,mail,,\nk1,2024-01-04,product_viewed,B,,,app,s3,\n" },
            { "german.csv",
                "kunde;datum;was;artikel\nk1;31.12.2024 10:00;kauf;A\nk2;01.02.2025;blick;L\xC3\xBC"
                "fter\n" },
            { "products.csv",
                "sku,title,family,category,price,cost,stock,depletion,tags\nA,Lamp,Lamps,Home,\"1,250.00\",3,"
                "4,2w,\"a,b\"\n"
                "B,Desk,Desks,Home,20,3,,,\nA,Lamp,Lamps,Home,\"1,250.00\",3,4,2w,\"a,b\"\n" },
            { "customers.csv",
                "customer,segment,age,member,zip\n1,a,30,yes,01234\n2,b,40,no,99999\n2,b,40,no,99999\n" },
            { "exposures.csv",
                "customer,offer,placement,at,arm,withheld,clicked_at,accepted_at\nk,o,cart,2024-01-01,"
                "holdout,,,\n"
                "k,o,cart,2024-01-02,treatment,no,2024-01-02 "
                "10:00,2024-01-03\nk,o,cart,2024-01-01,holdout,,,\n" },
            { "invoices.csv",
                "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
                "536365,85123A,HEART,6,12/1/2010 8:26,2.55,17850,UK\nC536379,D,Discount,-1,12/31/2010 "
                "9:41,27.5,14527,UK\n"
                "536414,22139,,56,12/1/2010 11:52,0,,UK\n536415,22140,BOX,1,12/1/2010 11:53,3,,UK\n" },
            { "taobao.csv",
                "user_id,item_id,category_id,event,timestamp\n1,2,3,pv,1511544070\n1,2,3,buy,1511544071\n" },
            { "journey.csv",
                "household_id,store_id,basket_id,product_id,quantity,sales_value,transaction_timestamp\n"
                "1,2,3,4,1,3.86,2017-01-28 14:06:53\n1,2,3,5,1,3.86,2017-01-28 14:06:53\n" },
            { "clicks.json",
                "{\"session\":1,\"ts\":1511544070,\"events\":[{\"aid\":5,\"type\":\"clicks\"},{\"aid\":6}]}"
                "\n" },
        };
        const QString folder = QFINDTESTDATA("ingest/fixtures");
        QVERIFY(!folder.isEmpty());
        for (const QString& name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
            QFile file(folder + '/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_bases.append({ name, file.readAll() });
        }
        QVERIFY(m_bases.size() >= 17);
    }

    void everyBrokenFileIsAccountedFor_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isWhole"); // its quotes are as they should be
        int seed = 0;
        for (const auto& [name, bytes] : m_bases)
            for (int way = 0; way < ways; ++way, ++seed)
                QTest::addRow("%s %d", qPrintable(name), way)
                    << name << broken(bytes, way, std::uint64_t(seed))
                    << (way == 0 || (way >= 6 && way <= 8));
        QVERIFY(seed >= 200);
    }
    void everyBrokenFileIsAccountedFor()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isWhole);
        if (!m_project) {
            m_scratch = std::make_unique<test::Scratch>();
            m_project = m_scratch->create();
        }
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();

        const QStringList before = state();
        const auto report = importFiles(*m_project, "", "", { file.fileName().toStdString() });
        if (!report) {
            QVERIFY(!report.error().message.empty());
            QCOMPARE(state(), before);
            ++m_refused;
            return;
        }
        ++m_read;
        QCOMPARE(report->stored + report->rejected + report->duplicates, report->rows);
        QVERIFY(report->stored >= 0 && report->rejected >= 0 && report->duplicates >= 0);
        std::int64_t because = 0;
        for (const auto& [reason, count] : report->reasons)
            because += count;
        QCOMPARE(because, report->rejected);
        if (report->record.id == 0) // the same bytes were there before
            return;
        const auto reader = m_project->openReader();
        QVERIFY(reader.has_value());
        const auto kept = (*reader)->rejected(report->record.id, 0, 100'000);
        QCOMPARE(std::int64_t(kept.size()), report->rejected);
        for (const store::RejectedRow& row : kept)
            QVERIFY(row.row >= 1 && !row.reason.empty());
        // An independent count, where lines are records: each that is not blank is at least one row.
        if (name.endsWith("json") && !bytes.isEmpty() && bytes.startsWith('{') && isPlain(bytes)) {
            int lines = 0;
            for (const QByteArray& line : bytes.split('\n'))
                lines += !line.trimmed().isEmpty();
            QVERIFY2(report->rows >= lines, qPrintable(QString::number(lines)));
        }
        const bool isTable = name.endsWith("csv") && !name.startsWith("baskets"); // a row for each item
        if (const auto records = isTable ? recordsOf(bytes, isWhole) : std::nullopt) {
            ++m_counted;
            // The first record is the header, which may be broken so far that it passes for a row.
            const qsizetype header = isWhole || report->rows < *records ? 1 : 0;
            QCOMPARE(report->rows, *records - header);
        }
        OW_OK(m_project->undo()); // and it can be taken back whole
        QCOMPARE(state().first(1), before.first(1));
    }

    void bothEndsWereMet()
    {
        QVERIFY2(m_read > 100, qPrintable(QString::number(m_read))); // or nothing was tortured
        QVERIFY2(m_refused > 5, qPrintable(QString::number(m_refused)));
        QVERIFY2(m_counted > 80, qPrintable(QString::number(m_counted)));
    }

private:
    static constexpr int ways = 17;

    static bool isPlain(const QByteArray& bytes) { return !bytes.contains('\0') && !bytes.contains('\r'); }

    /// Records of a CSV file, counted by a few lines of our own; nothing where that is not so easy.
    static std::optional<std::int64_t> recordsOf(QByteArray bytes, bool isWhole)
    {
        bytes.replace("\r\n", "\n");
        if (!isPlain(bytes) || bytes.startsWith("\x1F\x8B") || (!isWhole && bytes.contains('"')))
            return std::nullopt;
        std::int64_t records = 0;
        bool quoted = false, any = false;
        for (const char c : bytes + '\n') {
            quoted = quoted != (c == '"');
            if (c == '\n' && !quoted) {
                records += any;
                any = false;
            } else {
                any = true;
            }
        }
        return records;
    }

    /// What a project holds, and how long its history is.
    QStringList state() const
    {
        const store::Counts c = m_project->counts();
        return { QString("%1 %2 %3 %4 %5")
                     .arg(c.products)
                     .arg(c.customers)
                     .arg(c.events)
                     .arg(c.exposures)
                     .arg(c.basketLines),
            QString::number(m_project->history(100'000).size()) };
    }

    static QByteArray broken(QByteArray bytes, int way, std::uint64_t seed)
    {
        Philox random(seed);
        const auto place = [&] { return qsizetype(random.below(std::uint64_t(bytes.size() + 1))); };
        switch (way) {
        case 0:
            return bytes;
        case 1: // cut anywhere
            return bytes.left(place());
        case 2: // bytes lost
            for (int i = 0; i < 6; ++i)
                bytes.remove(place(), 1);
            return bytes;
        case 3: // bytes added
            for (int i = 0; i < 8; ++i)
                bytes.insert(place(), char(random.below(256)));
            return bytes;
        case 4: // marks added
            for (int i = 0; i < 6; ++i)
                bytes.insert(place(), "\",;\t\n{}[]:|"[random.below(12)]);
            return bytes;
        case 5: // letters changed
            for (int i = 0; i < 10 && !bytes.isEmpty(); ++i)
                bytes[qsizetype(random.below(std::uint64_t(bytes.size())))]
                    = "09aZ-+.,/: \"'"[random.below(13)];
            return bytes;
        case 6: // lines doubled
            return bytes + bytes.mid(bytes.indexOf('\n') + 1);
        case 7: // the header again
            return bytes + bytes;
        case 8:
            return bytes.replace('\n', "\r\n");
        case 9:
            return bytes.replace('\n', '\r');
        case 10: { // UTF-16, maybe with half a letter at the end
            QStringEncoder encoder(QStringConverter::Utf16LE);
            QByteArray out = QByteArray("\xFF\xFE") + QByteArray(encoder.encode(QString::fromUtf8(bytes)));
            return out.left(out.size() - qsizetype(random.below(3)));
        }
        case 11: // Latin-1 letters
            for (int i = 0; i < 5; ++i)
                bytes.insert(place(), "\xE4\xF6\xFC\xDF\x80"[random.below(5)]);
            return bytes;
        case 12: // zeros
            for (int i = 0; i < 3; ++i)
                bytes.insert(std::min(bytes.size(), place() + 60), '\0');
            return bytes;
        case 13: // a field without end
            return bytes.insert(bytes.indexOf('\n') + 1, QByteArray(400'000, 'x'));
        case 14: // packed, and cut
        case 15: { // packed, with a byte changed
            QByteArray packed = gzip(bytes);
            if (way == 14)
                return packed.left(
                    packed.size() / 2 + qsizetype(random.below(std::uint64_t(packed.size() / 2))));
            packed[packed.size() / 2] = char(random.below(256));
            return packed;
        }
        default: // anything at all behind a good beginning
            for (int i = 0; i < 400; ++i)
                bytes += char(random.below(256));
            return bytes;
        }
    }

    static QByteArray gzip(const QByteArray& bytes)
    {
        const QTemporaryDir folder;
        const std::string name = folder.filePath("packed.gz").toStdString();
        gzFile out = gzopen(name.c_str(), "wb");
        if (gzwrite(out, bytes.data(), unsigned(bytes.size())) != int(bytes.size()))
            qFatal("cannot write");
        gzclose(out);
        QFile file(QString::fromStdString(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QList<std::pair<QString, QByteArray>> m_bases;
    QTemporaryDir m_folder;
    std::unique_ptr<test::Scratch> m_scratch;
    std::unique_ptr<store::Project> m_project;
    int m_read = 0;
    int m_refused = 0;
    int m_counted = 0; ///< whose records were counted here too
};

QTEST_GUILESS_MAIN(TestTorture)
#include "tst_torture.moc"
