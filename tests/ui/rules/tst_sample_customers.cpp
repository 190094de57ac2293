// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "ui/rules/sample_customers.h"

#include <QSignalSpy>
#include <QTest>

using namespace ow;
using namespace ow::ui;

class TestSampleCustomers : public QObject {
    Q_OBJECT

    std::unique_ptr<AuthoringFixture> m_fixture;

    Session& session() { return m_fixture->session(); }

    // Four customers: two of them pro; of these, one has viewed five times within 48 hours of the data's end.
    void addCustomers()
    {
        auto writer = session().project()->openWriter();
        QVERIFY(writer.has_value());
        const Timestamp end { 1'790'000'000'000 };
        for (const auto& [id, segment] :
            { std::pair("a", "pro"), std::pair("b", "pro"), std::pair("c", "new"), std::pair("d", "new") })
            QVERIFY(
                (*writer)->add(model::Customer { id, { { "segment", std::string(segment) } } }).has_value());
        for (int i = 0; i < 5; ++i)
            QVERIFY((*writer)
                        ->add("a",
                            model::Event { end - hours(i), "product_viewed", "DOCK", 1, 0, "web", "s", "" })
                        .has_value());
        QVERIFY((*writer)->commit("Customers", "customers", "test").has_value());
        writer->reset();
        session().refresh();
    }

    std::optional<Matches> ask(const QString& expression, expr::Place place, const std::string& offer = {})
    {
        std::optional<Matches> result;
        bool answered = false;
        SampleCustomers::of(&session())
            .count(
                QStringLiteral("test"), this, expression, place, offer, [&](std::optional<Matches> matches) {
                    result = matches;
                    answered = true;
                });
        if (!QTest::qWaitFor([&] { return answered; }, 20'000))
            QTest::qFail("no answer", __FILE__, __LINE__);
        return result;
    }

private slots:
    void init() { m_fixture = std::make_unique<AuthoringFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void withoutCustomersThereIsNoCount() { QVERIFY(!ask(QStringLiteral("true"), expr::Place::Suppress)); }

    void conditionsAreCountedByTheEngine()
    {
        addCustomers();
        const auto pros = ask(QStringLiteral("customer.segment == 'pro'"), expr::Place::Suppress);
        QVERIFY(pros);
        QCOMPARE(pros->matched, 2);
        QCOMPARE(pros->total, 4);
        QCOMPARE(ask(QStringLiteral("facts.views > 3"), expr::Place::Condition)->matched, 1);
        QCOMPARE(
            ask(QStringLiteral("focus.sku == 'DOCK'"), expr::Place::Condition)->matched, 1); // viewed last
        QCOMPARE(ask(QStringLiteral("offer.price == 19900"), expr::Place::Offer, "dock")->matched, 4);
        QCOMPARE(ask(QStringLiteral("1 / facts.views > 0"), expr::Place::Condition)->failed,
            3); // division by zero
        QVERIFY(!ask(QStringLiteral("facts.nothing > 3"), expr::Place::Condition));
    }

    void cellsAddUpToEverybody()
    {
        addCustomers();
        SampleCustomers::Cells cells;
        SampleCustomers::of(&session()).countCells(this, [&](SampleCustomers::Cells counted) {
            cells = counted;
        });
        QTRY_VERIFY_WITH_TIMEOUT(!cells.empty(), 20'000);
        const SampleCustomers::Cells expected { { { "onboarding", "save_time" }, 1 },
            { { "using", "save_time" }, 1 }, { { "using", "reduce_risk" }, 2 } };
        QCOMPARE(cells, expected);
    }
};

QTEST_MAIN(TestSampleCustomers)
#include "tst_sample_customers.moc"
