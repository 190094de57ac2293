// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "decide/request_fields.h"
#include "decide/usual_forms.h"

#include <QTest>

#include <string>

using namespace ow;
using namespace ow::decide;

/// What is read as words is what the cursor reads byte by byte; nothing behind the text's end is looked at
/// (the sanitizers watch: each text has memory of its own size).
class TestUsualForms : public QObject {
    Q_OBJECT

private slots:
    void plainTextEndsWhereABytewiseLookSays()
    {
        for (std::size_t size = 0; size < 70; ++size) {
            for (std::size_t at = 0; at <= size; ++at) {
                for (const int special : { 0, 1, 31, 32, 33, int('"'), int('\\'), 127, 128, 195, 255 }) {
                    std::string text(size, 'a');
                    if (at < size)
                        text[at] = char(special);
                    const bool ends = special < 32 || special > 127 || special == '"' || special == '\\';
                    const char* const expected = text.data() + (at < size && ends ? at : size);
                    const char* const end = text.data() + text.size();
                    QVERIFY(JsonCursor::plainEnd(text.data(), end) == expected);
                    QVERIFY(JsonCursor::plainEndByBytes(text.data(), end) == expected);
                }
            }
        }
    }

    void numbers()
    {
        Philox random(1);
        int quick = 0;
        for (int round = 0; round < 200000; ++round) {
            std::string text;
            for (std::uint64_t n = random.below(12); n > 0; --n)
                text += random.below(12) == 0 ? "-.eE+,}] \"x/:"[random.below(13)]
                                              : char('0' + random.below(10));
            if (random.below(2) == 0)
                text.insert(0, "-");
            text += std::string(1, ",}] x"[random.below(5)]) + std::string(random.below(10), ' ');
            std::int64_t read = 0;
            const char* const behind = usual::integer(text.data(), text.data() + text.size(), read);
            if (behind == nullptr)
                continue;
            ++quick;
            JsonNumber number;
            QVERIFY2(
                careful(text, [&](JsonCursor& in) { return in.number(number); }) == behind, text.c_str());
            QVERIFY2(number.whole && number.integer == read, text.c_str());
        }
        QVERIFY(quick > 20000);
        for (const std::string written : { "0,", "7}", "-7]", "1234567,", "-1234567,", "10,", "-0," }) {
            const std::string text = written + "         ";
            std::int64_t read = 1;
            QVERIFY2(usual::integer(text.data(), text.data() + text.size(), read) != nullptr, text.c_str());
            QCOMPARE(read, std::stoll(written));
        }
    }

    void wordsTextsAndTimes()
    {
        Philox random(2);
        const std::array<std::string, 8> seeds { "true,", "false}", "\"\",", "\"pro\"",
            "\"what goes with it\",", "\"2026-11-22T19:38:47Z\",", "\"2026-02-29T19:38:47Z\"",
            "\"longer than sixteen bytes, far longer\"" };
        std::array<int, 3> quick {};
        for (int round = 0; round < 200000; ++round) {
            std::string text = seeds[random.below(seeds.size())];
            if (random.below(3) != 0)
                text[random.below(text.size())]
                    = char(random.below(3) == 0 ? random.below(256) : 32 + random.below(95));
            if (random.below(4) == 0)
                text.resize(random.below(text.size() + 1));
            text.shrink_to_fit();
            const char* const end = text.data() + text.size();
            bool yes = false;
            if (const char* const behind = usual::boolean(text.data(), end, yes)) {
                bool read = !yes;
                QVERIFY(careful(text, [&](JsonCursor& in) { return in.boolean(read); }) == behind);
                QCOMPARE(read, yes);
                ++quick[0];
            }
            std::string_view view;
            if (const char* const behind = usual::string(text.data(), end, view)) {
                std::string_view read;
                QVERIFY(careful(text, [&](JsonCursor& in) { return in.string(read); }) == behind);
                QVERIFY(read == view);
                ++quick[1];
            }
            Timestamp time;
            if (const char* const behind = usual::time(text.data(), end, time)) {
                std::string_view read;
                QVERIFY(careful(text, [&](JsonCursor& in) { return in.string(read); }) == behind);
                const Result<Timestamp> slow = parseTimestamp(read);
                QVERIFY(slow.has_value());
                QCOMPARE(slow->ms, time.ms);
                ++quick[2];
            }
        }
        for (const int n : quick)
            QVERIFY(n > 5000);
    }

    void keysAreThoseOfTheirFields()
    {
        eachField(request::topFields);
        eachField(request::customerFields);
        eachField(request::cartFields);
        eachField(request::eventFields);
        eachField(request::exposureFields);
    }

    void aKeyIsHeldAgainstAllOfItsBytes()
    {
        using Key = QuotedKey<4>;
        for (std::size_t size = 0; size < 40; ++size) {
            const std::string name(size, 'k');
            const Key key(name);
            const std::string quoted = '"' + name + "\":";
            QCOMPARE(key.size(), quoted.size() <= Key::room ? quoted.size() : 0);
            const std::string text = quoted + std::string(Key::room, '1');
            QCOMPARE(key.isAt(text.data()), key.size() != 0);
            for (std::size_t at = 0; at < quoted.size(); ++at) {
                std::string other = text;
                other[at] = char(other[at] ^ 1);
                QVERIFY(!key.isAt(other.data()));
            }
        }
        const std::string zeros(Key::room, '\0');
        for (const char* name : { "a\"b", "a\\b", "h\xC3\xBC", "a\nb" })
            QVERIFY(Key(name).size() == 0 && !Key(name).isAt(zeros.data()));
        QVERIFY(!Key().isAt(zeros.data()));
    }

private:
    /// Where the cursor stands behind a value; null where it refuses it.
    template <typename Read>
    const char* careful(const std::string& text, Read read)
    {
        m_arena.reset();
        JsonCursor in(text, m_arena, m_keys);
        return read(in) ? in.at() : nullptr;
    }

    template <typename Fields>
    static void eachField(const Fields& fields)
    {
        for (const request::Field& field : fields.list()) {
            const std::string text = '"' + std::string(field.name) + "\":1";
            const std::string padded = text + std::string(16, ' ');
            const std::uint8_t f = fields.usualKey(padded.data(), padded.data() + padded.size());
            QVERIFY(f < fields.list().size() && &fields.list()[f] == &field);
            QCOMPARE(fields.keySize(f), text.size() - 1);
            QVERIFY(fields.find(field.name) == f);
            for (std::size_t at = 0; at + 1 < text.size(); ++at) {
                std::string other = padded;
                other[at] = '~';
                QVERIFY(fields.usualKey(other.data(), other.data() + other.size()) == request::unknownField);
            }
            const std::string cut = padded.substr(0, 15);
            QVERIFY(fields.usualKey(cut.data(), cut.data() + cut.size()) == request::unknownField);
        }
    }

    expr::Arena m_arena;
    std::vector<std::string_view> m_keys;
};

QTEST_APPLESS_MAIN(TestUsualForms)
#include "tst_usual_forms.moc"
