// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "base/sha256.h"
#include "base/sha256_x86.h"

#include <QTest>

#include <sodium/crypto_hash_sha256.h>

#include <algorithm>

using namespace ow;

/// Published digests, and two implementations against each other.
class TestSha256 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // NIST, "Examples with Intermediate Values: SHA-256" and the CAVS short messages; FIPS 180-2, B.3.
    void givesThePublishedDigests_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray(
                                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("one block") << QByteArray(
            "abc") << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("the length needs a second block")
            << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
            << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::newRow("a million letters") << QByteArray(
            1'000'000, 'a') << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
    void givesThePublishedDigests()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, hex);
        QCOMPARE(toHex(sha256({ text.constData(), std::size_t(text.size()) })), hex.toStdString());
    }

    void instructionsAgreeWithPortableCodeAtEveryLength()
    {
        if (!hasShaInstructions())
            QSKIP("This processor has no SHA instructions: only libsodium's code runs here");
        Philox random(1);
        std::string text;
        for (int length = 0; length < 300; ++length) {
            unsigned char expected[32];
            crypto_hash_sha256(expected, reinterpret_cast<const unsigned char*>(text.data()), text.size());
            QVERIFY2(std::ranges::equal(sha256ByInstructions(text), expected),
                qPrintable(QString::number(length)));
            text += char(random.below(256));
        }
    }
};

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"
