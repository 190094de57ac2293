// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/decide/naive_request.h"
#include "core/decide/request_lines.h"
#include "decide/answer.h"
#include "decide/decide.h"
#include "model/pack_json.h"

#include <QTest>

using namespace ow;
using namespace ow::decide;

namespace {

std::shared_ptr<const CompiledPack> compiledPack()
{
    const auto pack = model::readPackText(test::shopPack);
    if (!pack)
        qFatal("%s", pack.error().text().c_str());
    const auto out = compile(*pack);
    if (!out)
        qFatal("%s", out.error().text().c_str());
    return *out;
}

/// The request's `about`; "ok" for one that is taken, "no JSON" for "".
std::string verdict(const Result<Request>& read)
{
    return read ? "ok" : read.error().at.empty() ? "no JSON" : read.error().at;
}

}

/// Every way in which a line can be bad, and the odd ways in which it can be good.
class TestRequestReader : public QObject {
    Q_OBJECT

private slots:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        test::hostileLines([](const char* name, const std::string& text, const char* expected) {
            QTest::newRow(name) << QByteArray(text.data(), qsizetype(text.size())) << QByteArray(expected);
        });
    }

    void lines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const std::string_view view(text.constData(), std::size_t(text.size()));
        QCOMPARE(QByteArray::fromStdString(verdict(readRequest(std::string(view), *m_pack))), expected);
        QCOMPARE(QByteArray::fromStdString(verdict(test::naiveRequest(view, *m_pack))), expected);
        agree(view, m_scratch);
    }

    /// Bytes and pieces of good requests turned over at random: the same verdict as over a tree, and where it
    /// is taken, the same decision with every fact. One scratch for all: what a bad line leaves is never
    /// felt.
    void turnedOver()
    {
        const std::string good = test::goodRequest();
        agree(good, m_scratch);
        QCOMPARE(verdict(readRequest(good, *m_pack)), std::string("ok"));
        constexpr std::string_view bytes = "\"\\{}[]:,0123456789-+.eEtrufalsn xXTZ\n\t\xC3\xA9\x80\xFF";
        Philox random(20261122);
        std::size_t taken = 0;
        for (int round = 0; round < 20000; ++round) {
            std::string text = good;
            for (std::uint64_t times = 1 + random.below(3); times > 0; --times) {
                const std::size_t at = random.below(text.size());
                const std::size_t other = random.below(text.size());
                const std::size_t length = 1 + random.below(random.below(4) == 0 ? 60 : 3);
                switch (random.below(5)) {
                case 0:
                    text[at] = bytes[random.below(bytes.size())];
                    break;
                case 1:
                    text.insert(at, 1, bytes[random.below(bytes.size())]);
                    break;
                case 2:
                    text.erase(at, length);
                    break;
                case 3:
                    text.insert(at, text.substr(other, length));
                    break;
                default:
                    text.resize(std::max<std::size_t>(at, 1));
                }
                if (text.empty())
                    text = "{";
            }
            taken += agree(text, m_scratch) ? 1 : 0;
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%zu of 20000 taken", taken);
        QVERIFY(taken > 300); // most of what is turned over is refused: see that not all is
    }

private:
    /// Whether it was taken.
    bool agree(std::string_view text, Scratch& scratch)
    {
        const Result<Request> naive = test::naiveRequest(text, *m_pack);
        const Result<void> fast = m_reader.read(text, *m_pack, m_request);
        std::string answered;
        const bool isAnswered = answer(text, *m_pack, false, scratch, answered).has_value();
        const std::string shown(text.substr(0, 2000));
        if (naive.has_value() != fast.has_value()) {
            QTest::qFail(((fast ? "taken, but over a tree: " + naive.error().text()
                                : "refused: " + fast.error().text())
                             + "\n" + shown)
                             .c_str(),
                __FILE__, __LINE__);
        } else if (!naive) {
            if (naive.error().at != fast.error().at)
                QTest::qFail((fast.error().at + " is named, not " + naive.error().at + "\n" + shown).c_str(),
                    __FILE__, __LINE__);
        } else {
            const auto ours = [&](const Request& request, bool explain) {
                return writeDecision(decide::decide(*m_pack, request, m_other, { explain, true }), explain);
            };
            const Json decision = ours(*naive, true);
            if (ours(m_request, true) != decision || !isAnswered
                || Json::parse(answered) != ours(*naive, false))
                QTest::qFail((answered + "\nbut over a tree " + decision.dump() + "\n" + shown).c_str(),
                    __FILE__, __LINE__);
        }
        return fast.has_value();
    }

    std::shared_ptr<const CompiledPack> m_pack = compiledPack();
    Scratch m_scratch, m_other;
    RequestReader m_reader;
    Request m_request { *m_pack };
};

QTEST_APPLESS_MAIN(TestRequestReader)
#include "tst_request_reader.moc"
