// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/write.h"
#include "ui/shell/theme.h"
#include "ui/simulate/decision_view.h"
#include "ui/simulate/offer_results_model.h"
#include "ui/simulate/person_view.h"
#include "ui/simulate/simulate_screen.h"
#include "ui/simulate/why_words.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/timeline_axis.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace ow;
using namespace ow::ui;

class TestSimulateScreen : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        Theme::instance().install(*qApp, ThemeChoice::Light);
        const auto file = std::filesystem::path(m_dir.path().toStdString()) / "s.offerwright";
        const auto made = sample::writeSample(file, 3, 300);
        QVERIFY2(made.has_value(), made ? "" : made.error().text().c_str());
        m_session = std::make_unique<Session>();
        connect(m_session.get(), &Session::messageRaised, this,
            [this](Tone, const QString& text, const QString& more) { m_messages << text << more; });
        QVERIFY(m_session->open(file));
        m_screen = std::make_unique<SimulateScreen>();
        m_screen->resize(1200, 760);
        m_screen->setSession(m_session.get());
        m_screen->show();
    }

    void runReplaysTheCustomersAndTheNumbersAddUp()
    {
        m_screen->findChild<QSpinBox*>(QStringLiteral("simDays"))->setValue(60);
        QTest::mouseClick(m_screen->findChild<QPushButton*>(QStringLiteral("simRun")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_screen->run() && m_screen->settled(), 60000);
        const auto& result = m_screen->run()->result;
        QCOMPARE(result.customers, 300);
        QCOMPARE(result.options.days, 60);
        QVERIFY(result.shown > 0);
        std::int64_t shown = 0;
        std::int64_t byPerson = 0;
        for (const auto& offer : result.offers)
            shown += offer.shown;
        for (const auto& person : result.people)
            byPerson += person.shown;
        QCOMPARE(shown, result.shown);
        QCOMPARE(byPerson, result.shown);
    }

    void theTablesAreProperModelsThatSortByNumber()
    {
        OfferResultsModel offers;
        PeopleModel people;
        QAbstractItemModelTester first(&offers, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester second(&people, QAbstractItemModelTester::FailureReportingMode::QtTest);
        offers.setRun(m_screen->run());
        people.setRun(m_screen->run());
        QCOMPARE(people.rowCount(), 300);
        auto* table = m_screen->findChild<DataTable*>(QStringLiteral("simPeople"));
        table->sortByColumn(PeopleModel::Shown, Qt::DescendingOrder);
        qlonglong before = 1 << 30;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const qlonglong shown
                = table->model()->index(row, PeopleModel::Shown).data(PeopleModel::SortRole).toLongLong();
            QVERIFY(shown <= before);
            before = shown;
        }
    }

    void enterOpensACustomerAndArrowsStepThroughTheMoments()
    {
        auto* table = m_screen->findChild<DataTable*>(QStringLiteral("simPeople"));
        table->setCurrentIndex(table->model()->index(0, 0));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        PersonView* person = m_screen->person();
        QTRY_VERIFY(person->isVisible() && !person->moments().empty());
        // It starts at the first moment at which something was asked or withheld.
        const int first = person->current();
        QVERIFY(first >= 0 && !person->moments()[std::size_t(first)].outcome.empty());
        QCOMPARE(person->timeline()->current(), first);
        if (first + 1 < int(person->moments().size())) {
            QTest::mouseClick(person->findChild<QPushButton*>(QStringLiteral("nextMoment")), Qt::LeftButton);
            QCOMPARE(person->current(), first + 1);
            QTest::mouseClick(
                person->findChild<QPushButton*>(QStringLiteral("previousMoment")), Qt::LeftButton);
        }
        QCOMPARE(person->current(), first);
        QTest::keyClick(person, Qt::Key_Escape);
        QVERIFY(!person->isVisible());
    }

    void aMomentSaysWhatWasReadAndWhatWouldHaveToChange()
    {
        auto* table = m_screen->findChild<DataTable*>(QStringLiteral("simPeople"));
        table->setCurrentIndex(table->model()->index(0, 0));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        PersonView* person = m_screen->person();
        QTRY_VERIFY(person->isVisible() && !person->moments().empty());
        // Through the moments by clicks until one has something that was not chosen.
        auto* next = person->findChild<QPushButton*>(QStringLiteral("nextMoment"));
        for (;;) {
            QTRY_VERIFY_WITH_TIMEOUT(person->settled(), 20000);
            const auto decision = readDecision(person->moments()[std::size_t(person->current())].decision);
            QVERIFY(decision.has_value());
            const auto changes = person->findChildren<QLabel*>(QStringLiteral("whatIf"));
            QCOMPARE(changes.size(), qsizetype(decision->blocked.size())); // one for each that was not chosen
            for (const QLabel* label : changes)
                QVERIFY2(label->text().size() > 40, qPrintable(label->text()));
            if (!person->findChildren<QLabel*>(QStringLiteral("whyDetails")).isEmpty() || !next->isEnabled())
                break;
            QTest::mouseClick(next, Qt::LeftButton);
        }
        QVERIFY(!person->findChildren<QLabel*>(QStringLiteral("whyDetails")).isEmpty());
        QTest::keyClick(person, Qt::Key_Escape);
    }

    void everyWhyNotHasWords()
    {
        const auto& draft = *m_session->draft();
        std::set<std::string> reasons { "outranked" };
        for (const auto& offer : m_screen->run()->result.offers)
            for (const auto& [reason, times] : offer.blockedBy)
                reasons.insert(reason);
        QVERIFY(reasons.size() > 3);
        for (const std::string& reason : reasons) {
            const QString words = whyNot(reason, draft, draft.policy.offers.front().id);
            QVERIFY2(words != QString::fromStdString(reason) && words.contains(u' '), reason.c_str());
        }
    }

    void aDecisionIsReadAsTheContractHasIt()
    {
        const auto decision
            = readDecision(R"({"arm":"treatment","stage":"onboarding","motivation":"save_time",
            "offers":[{"offer":"dock","score":652.4,"price":19900,"origin":"matrix","fit":1.0,"propensity":0.07,
            "anchor":"LAP-1","benefit":"One cable.","because":"Because you chose it.","variants":{}}],"withheld":[],
            "considered":[{"offer":"dock","verdict":"chosen","blocked_by":[]},
            {"offer":"hub","verdict":"blocked","blocked_by":["when","cap:asks_week"]},
            {"offer":"setup","verdict":"outranked","blocked_by":[]}],"none_because":"","warnings":[]})");
        QVERIFY(decision.has_value());
        QCOMPARE(decision->offers.size(), std::size_t(1));
        QCOMPARE(decision->offers[0].price, 19900);
        QCOMPARE(decision->blocked.size(), std::size_t(2));
        QCOMPARE(
            decision->blocked[0].reasons, std::vector<std::string> { "outranked" }); // fewest reasons first
        QCOMPARE(decision->blocked[1].reasons.size(), std::size_t(2));
    }

    void theTimelineStepsByKeyAndZoomsAtThePointer()
    {
        Timeline timeline;
        timeline.resize(700, 200);
        const auto at = [](int day) { return Timestamp { 1'760'000'000'000 + day * 86'400'000LL }; };
        using Kind = TimelineItem::Kind;
        timeline.setContent({ QStringLiteral("web"), QStringLiteral("email") },
            { { at(9), 0, Kind::Shown, QStringLiteral("b"), 1 },
                { at(1), 0, Kind::Event, QStringLiteral("e"), -1 },
                { at(3), 1, Kind::Withheld, QStringLiteral("a"), 0 } });
        QCOMPARE(timeline.choosable(), (std::vector<int> { 0, 1 }));
        std::vector<int> chosen;
        connect(&timeline, &Timeline::chosen, &timeline, [&](int id) { chosen.push_back(id); });
        timeline.show();
        timeline.setFocus();
        QTest::keyClick(&timeline, Qt::Key_Right);
        QTest::keyClick(&timeline, Qt::Key_Right);
        QTest::keyClick(&timeline, Qt::Key_Left);
        QCOMPARE(chosen, (std::vector<int> { 0, 1, 0 }));
    }

    void axisTicksAreRoundAndApart()
    {
        const double from = 1'769'900'000'000; // 31 January 2026
        constexpr double day = 86'400'000;
        for (const double span : { day / 24, day, 10 * day, 90 * day, 900 * day }) {
            const auto ticks = axisTicks(from, from + span, span / 8, "Europe/Berlin");
            QVERIFY2(ticks.size() >= 1 && ticks.size() <= 9, qPrintable(QString::number(ticks.size())));
            for (std::size_t i = 1; i < ticks.size(); ++i)
                QVERIFY(double((ticks[i].at - ticks[i - 1].at).ms) > span / 8 * 0.95);
        }
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SimulateScreen> m_screen;
    QStringList m_messages;
};

QTEST_MAIN(TestSimulateScreen)
#include "tst_simulate_screen.moc"
