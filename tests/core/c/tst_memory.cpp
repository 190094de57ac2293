// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/c/handles.h"
#include "core/c/small_pack.h"

#include <QTest>

#include <cstdlib>
#include <new>

namespace {

/// How many more large pieces of memory this thread gets; below zero: all. Small ones are always there: where
/// nothing at all is left, the JSON library cannot even free a document (its destructor keeps a stack in
/// memory) and ends the program.
thread_local long left = -1;
constexpr std::size_t large = 64 * 1024;

void* get(std::size_t size)
{
    if (size >= large && left == 0)
        return nullptr;
    if (size >= large && left > 0)
        --left;
    return std::malloc(size == 0 ? 1 : size);
}

}

// This program's operator new, and that of every library in it.
void* operator new(std::size_t size)
{
    if (void* const p = get(size))
        return p;
    throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return get(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return get(size); }
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }

using namespace ow;

/// Large memory that is not there is an error value, wherever it was wanted: nothing leaves the library,
/// nothing breaks.
class TestMemory : public QObject {
    Q_OBJECT

private slots:
    void loadingSurvives()
    {
        std::string text(test::smallPack);
        text.insert(text.rfind('}'), R"(, "x": {"note": ")" + std::string(300000, 'n') + R"("})");
        QVERIFY(test::load(text) != nullptr);
        int failed = 0;
        for (;; ++failed) {
            test::Outcome got;
            left = failed;
            const test::PackHandle pack = test::load(text, &got);
            left = -1;
            if (got.status == OW_OK)
                break;
            QVERIFY(pack == nullptr);
            QCOMPARE(got.status, OW_NO_MEMORY);
            QCOMPARE(got.code, "no_memory");
        }
        QVERIFY(failed > 2);
    }

    void decidingSurvives_data()
    {
        QTest::addColumn<QByteArray>("request");
        std::string request = test::request(4);
        request.insert(request.find("c-4"), std::string(300000, 'c'));
        QTest::newRow("decision") << QByteArray::fromStdString(request);
        request.insert(request.rfind('}'), R"(, "surprise": 1)");
        QTest::newRow("refusal") << QByteArray::fromStdString(request);
        QTest::newRow("no JSON") << QByteArray("[\"" + QByteArray(300000, 'c'));
    }

    void decidingSurvives()
    {
        QFETCH(QByteArray, request);
        const std::string text = request.toStdString();
        const test::PackHandle pack = test::load(test::smallPack);
        const test::Outcome whole = test::decide(test::load(test::smallPack).get(), text, OW_EXPLAIN);
        int failed = 0;
        for (;; ++failed) {
            left = failed;
            const test::Outcome got = test::decide(pack.get(), text, OW_EXPLAIN);
            left = -1;
            if (got.status == whole.status) { // all that failed before left no trace
                QCOMPARE(got.answer, whole.answer);
                QCOMPARE(got.json, whole.json);
                break;
            }
            QCOMPARE(got.status, OW_NO_MEMORY);
            QCOMPARE(got.code, "no_memory");
            QCOMPARE(got.answer, "NULL");
        }
        QVERIFY(failed > 0);
    }
};

QTEST_APPLESS_MAIN(TestMemory)
#include "tst_memory.moc"
