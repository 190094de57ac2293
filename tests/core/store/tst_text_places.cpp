// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "store/shared_texts.h"
#include "store/text_places.h"

#include <QTest>

#include <unordered_map>

using namespace ow;
using namespace ow::store;

namespace {

/// Of few different bytes, zeros among them, so that many are alike but for their ends.
std::string madeUp(Philox& random, std::size_t longest)
{
    std::string out(random.below(longest + 1), '\0');
    for (char& c : out)
        c = std::string_view("\0ab\xFF", 4)[random.below(4)];
    return out;
}

}

class TestTextPlaces : public QObject {
    Q_OBJECT

private slots:
    void placesAreThoseOfAMap()
    {
        Philox random(20);
        TextPlaces places;
        std::unordered_map<std::string, std::uint32_t> known;
        for (int i = 0; i < 300'000; ++i) {
            const std::string text = madeUp(random, 40);
            const std::uint64_t hash = places.expect(text);
            QCOMPARE(hash, places.hash(text));
            const std::uint32_t found = places.find(text, hash);
            if (text.empty()) {
                QCOMPARE(found, 0U);
                continue;
            }
            const auto there = known.find(text);
            QCOMPARE(found, there == known.end() ? 0U : there->second);
            if (there == known.end()) {
                const std::uint32_t place = places.add(text, hash);
                QCOMPARE(std::size_t(place), known.size() + 1);
                known.emplace(text, place);
            }
        }
        QCOMPARE(places.size(), known.size() + 1);
        for (const auto& [text, place] : known) {
            QCOMPARE(places.find(text, places.hash(text)), place);
            QVERIFY(places.entries()[place].key == text);
        }
    }
    void keysStayWhereTheyAre()
    {
        TextPlaces places;
        const auto add = [&](const std::string& text) { return places.add(text, places.hash(text)); };
        const std::uint32_t place = add("first");
        const std::string_view first = places.entries()[place].key;
        const char* const memory = first.data();
        for (int i = 0; i < 100'000; ++i)
            add("text number " + std::to_string(i));
        QVERIFY(places.entries()[1].key.data() == memory);
        QVERIFY(first == "first");
    }
    /// Of more than 254 bytes a slot does not know the length; pieces of memory are of 256 kB.
    void longOnesAreToldApart()
    {
        TextPlaces places;
        std::vector<std::string> texts;
        for (const std::size_t length :
            { 8, 9, 16, 17, 253, 254, 255, 256, 257, 5'000, 262'140, 262'144, 700'000 }) {
            texts.emplace_back(length, 'x');
            texts.push_back(std::string(length - 1, 'x') + 'y');
            texts.push_back('y' + std::string(length - 1, 'x'));
            texts.push_back(std::string(length - 1, 'x') + '\0');
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QCOMPARE(places.find(texts[i], places.hash(texts[i])), 0U);
            QCOMPARE(std::size_t(places.add(texts[i], places.hash(texts[i]))), i + 1);
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QCOMPARE(std::size_t(places.find(texts[i], places.hash(texts[i]))), i + 1);
            QVERIFY(places.entries()[i + 1].key == texts[i]);
        }
    }
    void codesAreToldOnce()
    {
        Philox random(21);
        SharedTexts giver;
        std::vector<std::string> told { "" }; // what the other side knows, by code
        for (int i = 0; i < 50'000; ++i) {
            const std::string text = madeUp(random, 6);
            std::vector<std::string> fresh;
            const std::uint32_t code = giver.codeOf(text, fresh);
            told.insert(told.end(), fresh.begin(), fresh.end());
            QVERIFY(fresh.size() <= 1);
            QVERIFY(code < told.size());
            QVERIFY(told[code] == text);
        }
    }
    void tooManyAreHandedOnAsTheyAre()
    {
        SharedTexts giver;
        std::vector<std::string> fresh;
        std::uint32_t last = 0;
        for (int i = 0; i < 150'000 && last != SharedTexts::unshared; ++i)
            last = giver.codeOf("sku" + std::to_string(i), fresh);
        QCOMPARE(last, SharedTexts::unshared);
        const std::size_t told = fresh.size();
        QCOMPARE(giver.codeOf("sku0", fresh), 1U); // the first ones are known still
        QCOMPARE(giver.codeOf("another", fresh), SharedTexts::unshared);
        QCOMPARE(fresh.size(), told);
    }
};

QTEST_GUILESS_MAIN(TestTextPlaces)
#include "tst_text_places.moc"
