// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/byte_source.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace ow;
using namespace ow::ingest;

/// Files that change while they are read.
class TestByteSource : public QObject {
    Q_OBJECT

private slots:
    void changes_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("readBefore");
        QTest::addColumn<int>("sizeThen");
        QTest::addColumn<bool>("ok");
        const int large = 3 << 20;
        QTest::newRow("as it was") << large << (1 << 20) << large << true;
        QTest::newRow("grows") << large << (1 << 20) << large + 70'000 << true;
        QTest::newRow("shorter") << large << (1 << 20) << large - 70'000 << false;
        QTest::newRow("shorter by a byte") << large << (1 << 20) << large - 1 << false;
        QTest::newRow("shorter than what was read") << large << (1 << 20) << 10 << false;
        QTest::newRow("shorter before it was read") << large << 0 << (1 << 20) << false;
        QTest::newRow("empty before it was read") << large << 0 << 0 << false;
        QTest::newRow("a small one") << 5'000 << 0 << 4'000 << false;
    }
    void changes()
    {
        QFETCH(int, size);
        QFETCH(int, readBefore);
        QFETCH(int, sizeThen);
        QFETCH(bool, ok);
        QFile file(m_folder.filePath("table.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(size, 'x')), qint64(size));
        file.close();
        auto source = ByteSource::open(file.fileName().toStdString());
        QVERIFY(source.has_value());
        std::vector<char> piece(1 << 16);
        std::int64_t seen = 0;
        while (seen < readBefore) {
            const auto got = source->read(piece.data(), piece.size());
            QVERIFY(got.has_value());
            seen += std::int64_t(*got);
        }
        QVERIFY(file.resize(sizeThen));
        for (std::size_t last = 1; last > 0;) {
            const auto got = source->read(piece.data(), piece.size());
            if (!got) {
                QVERIFY(!ok);
                QCOMPARE(got.error().code, ErrorCode::Io);
                QCOMPARE(got.error().message,
                    std::string(
                        "The file became shorter while it was read; nothing was imported. Import it again "
                        "when it is complete."));
                // Who asks again is told again.
                QVERIFY(!source->read(piece.data(), piece.size()));
                return;
            }
            last = *got;
            seen += std::int64_t(last);
        }
        QVERIFY(ok);
        QCOMPARE(seen, std::int64_t(sizeThen));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestByteSource)
#include "tst_byte_source.moc"
