// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/text.h"
#include "core/c/handles.h"
#include "core/c/small_pack.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <limits>
#include <thread>
#include <vector>

using namespace ow;
using test::Outcome;

namespace {

constexpr std::size_t length(const char* text) { return std::string_view(text).size(); }

std::vector<std::string> chosen(const Outcome& outcome)
{
    std::vector<std::string> out;
    if (outcome.status != OW_OK)
        out.push_back(outcome.json);
    const Result<Json> decision = parseJson(outcome.answer);
    for (const Json& offer : decision ? decision->at("offers") : Json::array())
        out.push_back(offer.at("offer"));
    return out;
}

}

/// offerwright.h, clause by clause.
class TestOfferwright : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Outcome outcome;
        m_pack = test::load(test::smallPack, &outcome);
        QVERIFY2(m_pack != nullptr, (outcome.path + ": " + outcome.message).c_str());
        QCOMPARE(outcome.status, OW_OK);
    }

    void decides()
    {
        QCOMPARE(
            chosen(test::decide(pack(), test::request(0))), (std::vector<std::string> { "dock", "sleeve" }));
        QCOMPARE(
            chosen(test::decide(pack(), test::request(1))), std::vector<std::string> { "sleeve" }); // new
        QCOMPARE(chosen(test::decide(pack(), test::request(6))), std::vector<std::string> {}); // the cap
        const Outcome two = test::decide(pack(), test::request(2));
        QCOMPARE(two.status, OW_OK);
        QVERIFY2(two.answer.find("You looked 2 times.") != std::string::npos, two.answer.c_str());
        QCOMPARE(two.code + two.message + two.path + two.json, "");
    }

    void explainsWhenAsked()
    {
        const auto has = [&](unsigned flags) {
            return parseJson(test::decide(pack(), test::request(1), flags).answer)->contains("considered");
        };
        QVERIFY(!has(0));
        QVERIFY(has(OW_EXPLAIN));
    }

    void answersLines()
    {
        const std::string lines = test::request(0) + "\n \t\r\n{\"now\": 1}\r\n\n" + std::string("\0\n", 2)
            + test::request(6); // the last line needs no newline
        const Outcome got = test::decide(pack(), lines, 0, ow_decide_lines);
        QCOMPARE(got.status, OW_OK);
        const auto refused = [&](std::string_view line, int number) {
            std::string json = test::decide(pack(), line).json;
            return json.insert(json.find("\"message\""), "\"line\":" + std::to_string(number) + ',') + '\n';
        };
        const std::string expected = test::decide(pack(), test::request(0)).answer + '\n'
            + refused(" \t\r", 2) + refused("{\"now\": 1}\r", 3) + refused("", 4)
            + refused(std::string_view("\0", 1), 5) + test::decide(pack(), test::request(6)).answer + '\n';
        QVERIFY2(got.answer == expected, (got.answer + expected).c_str());
        QCOMPARE(test::decide(pack(), "", 0, ow_decide_lines).answer, "");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* name, QByteArray request, const char* path) {
            QTest::newRow(name) << std::move(request) << path;
        };
        row("empty", "", "");
        row("no JSON", "decide!", "");
        row("NUL", QByteArray(1, '\0'), "");
        row("NUL after the request", QByteArray::fromStdString(test::request(0)) + '\0', "");
        row("no UTF-8", "\"\xff\"", "");
        row("nested without end", QByteArray(100000, '['), "");
        row("not an object", "[]", "");
        row("a key twice", R"({"now": 1, "now": 1})", "");
        row("unknown attribute", R"({"now": "2026-06-10T12:00:00Z", "placement": "cart",
            "customer": {"id": "c", "attributes": {"shoe": 1}}})",
            "customer.attributes.shoe");
        row("unknown placement",
            R"({"now": "2026-06-10T12:00:00Z", "placement": "attic", "customer": {"id": "c"}})", "placement");
    }

    void refuses()
    {
        QFETCH(QByteArray, request);
        QFETCH(QString, path);
        const Outcome got = test::decide(pack(), request.toStdString());
        QCOMPARE(got.status, OW_REFUSED);
        QCOMPARE(got.answer, "NULL");
        QCOMPARE(got.code, "invalid_input");
        QCOMPARE(got.path, path.toStdString());
        QVERIFY(!got.message.empty() && got.message.size() < 400 && isUtf8(got.message));
        QCOMPARE(parseJson(got.json)->at("error").at("about").get<std::string>(), got.path);
    }

    void refusesPacks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        const QByteArray good = QByteArray::fromStdString(std::string(test::smallPack));
        const auto with = [&](const char* before, const char* after) {
            QByteArray text = good;
            return text.replace(before, after);
        };
        QTest::newRow("empty") << QByteArray() << "1:1";
        QTest::newRow("no JSON") << QByteArray("{\n  pack}") << "2:3";
        QTest::newRow("no UTF-8") << with("Sleeve", "Sl\xff") << "7:32";
        QTest::newRow("NUL") << with("Sleeve", QByteArray(1, '\0').constData()) + '\0' << "";
        QTest::newRow("a reference that leads nowhere")
            << with("{\"sku\": \"SLV-1\", \"qty\"", "{\"sku\": \"NO\", \"qty\"") << "offers[1].items[0].sku";
        QTest::newRow("an expression that does not check")
            << with("facts.views >= 0", "facts.views >= 'a'") << "offers[0].when";
        QTest::newRow("another format") << with("pack/1", "pack/99") << "format";
    }

    void refusesPacks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        Outcome got;
        QVERIFY(test::load(text.toStdString(), &got) == nullptr);
        QCOMPARE(got.status, OW_REFUSED);
        QCOMPARE(got.code, "invalid_input");
        QVERIFY(!got.message.empty() && isUtf8(got.message));
        if (!path.isEmpty())
            QCOMPARE(QString::fromStdString(got.path), path);
    }

    void nullsAreAnswered()
    {
        char* answer = nullptr;
        ow_pack* loaded = nullptr;
        ow_error* error = nullptr;
        const std::string text = test::request(0);
        for (const test::Decide function : { &ow_decide, &ow_decide_lines }) {
            QCOMPARE(function(nullptr, text.data(), text.size(), 0, &answer, nullptr, &error), OW_MISUSE);
            misused(error, "pack");
            QCOMPARE(function(pack(), nullptr, 5, 0, &answer, nullptr, &error), OW_MISUSE);
            misused(error, "request");
            QCOMPARE(function(pack(), nullptr, 0, 0, &answer, nullptr, nullptr), OW_MISUSE);
            QCOMPARE(function(pack(), text.data(), text.size(), 0, nullptr, nullptr, &error), OW_MISUSE);
            misused(error, "answer");
            QCOMPARE(function(pack(), text.data(), text.size(), 6, &answer, nullptr, &error), OW_MISUSE);
            misused(error, "flags");
            const std::size_t minusOne = std::numeric_limits<std::size_t>::max();
            QCOMPARE(function(pack(), text.data(), minusOne, 0, &answer, nullptr, &error), OW_MISUSE);
            misused(error, "length");
            QVERIFY(answer == nullptr);
        }
        QCOMPARE(ow_pack_load(nullptr, 3, &loaded, &error), OW_MISUSE);
        misused(error, "json");
        QCOMPARE(ow_pack_load("{}", 2, nullptr, &error), OW_MISUSE);
        misused(error, "pack");
        QCOMPARE(ow_pack_load("{}", std::numeric_limits<std::size_t>::max(), &loaded, &error), OW_MISUSE);
        misused(error, "length");
        QCOMPARE(ow_pack_load("{}", 2, &loaded, nullptr), OW_REFUSED); // nobody asks why
        QCOMPARE(ow_decide(pack(), text.data(), text.size(), 0, &answer, nullptr, nullptr), OW_OK);
        QCOMPARE(std::string_view(answer).back(), '}'); // ends in NUL
        ow_text_free(answer);
        QCOMPARE(QByteArray(ow_pack_identity(nullptr)), "");
        for (const auto say : { &ow_error_code, &ow_error_message, &ow_error_path, &ow_error_json })
            QCOMPARE(QByteArray(say(nullptr)), "");
        ow_text_free(nullptr);
        ow_error_free(nullptr);
        ow_pack_free(nullptr);
    }

    void identity()
    {
        const QByteArray whole(ow_pack_identity(pack()));
        QCOMPARE(whole.size(), 64);
        // Another spelling of the same document is the same pack.
        const std::string respelt = parseJson(test::smallPack)->dump(3);
        QCOMPARE(QByteArray(ow_pack_identity(test::load(respelt).get())), whole);
        std::string other(test::smallPack);
        other.replace(other.find("0.8"), 3, "0.7");
        QVERIFY(QByteArray(ow_pack_identity(test::load(other).get())) != whole);
    }

    void anyThreadOnePack()
    {
        constexpr int different = 35;
        std::vector<std::string> expected;
        for (int n = 0; n < different; ++n)
            expected.push_back(test::decide(pack(), test::request(n), OW_EXPLAIN).answer);
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 200; ++i) {
                    const int n = (i * 8 + t) % different;
                    if (test::decide(pack(), test::request(n), OW_EXPLAIN).answer != expected[std::size_t(n)])
                        ++wrong;
                    if (i % 50 == t && test::load(test::smallPack) == nullptr) // packs come and go beside it
                        ++wrong;
                    if (i % 10 == 0 && test::decide(pack(), "{").status != OW_REFUSED)
                        ++wrong;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }

private:
    const ow_pack* pack() const { return m_pack.get(); }

    static void misused(ow_error*& error, const char* argument)
    {
        QCOMPARE(QByteArray(ow_error_code(error)), "misuse");
        QCOMPARE(QByteArray(ow_error_path(error)), QByteArray(argument));
        QVERIFY(length(ow_error_message(error)) > 0);
        ow_error_free(error);
        error = nullptr;
    }

    test::PackHandle m_pack;
};

QTEST_APPLESS_MAIN(TestOfferwright)
#include "tst_offerwright.moc"
