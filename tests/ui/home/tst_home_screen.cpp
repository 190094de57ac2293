// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "store/bulk_reader.h"
#include "ui/home/home_screen.h"
#include "ui/home/next_step.h"
#include "ui/home/project_facts.h"
#include "ui/shell/settings.h"
#include "ui/widgets/kpi_tile.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

class TestHomeScreen : public QObject {
    Q_OBJECT

    static bool shows(const QWidget& widget, const QString& text)
    {
        for (const QLabel* label : widget.findChildren<QLabel*>())
            if (label->isVisibleTo(&widget) && label->text().contains(text))
                return true;
        return false;
    }

    static void addExposures(Session& session, int shown, int accepted, int withheld)
    {
        auto writer = session.project()->openWriter();
        QVERIFY(writer.has_value());
        for (int i = 0; i < shown + withheld; ++i) {
            model::LoggedExposure exposure;
            exposure.at = { days(20'000).ms + i * 1000 };
            exposure.offer = "dock";
            exposure.placement = "cart";
            exposure.customer = "c" + std::to_string(i);
            exposure.arm = i < shown ? "treatment" : "holdout";
            exposure.withheld = i >= shown;
            if (i < accepted)
                exposure.acceptedAt = exposure.at;
            QVERIFY((*writer)->add(exposure).has_value());
        }
        QVERIFY((*writer)->commit("Exposures", "exposures", "test").has_value());
        writer->reset();
        session.refresh();
    }

private slots:
    void initTestCase()
    {
        Settings::forget();
        Theme::instance().install(*qApp, ThemeChoice::Light);
    }

    void withoutAProjectItOffersTheSample()
    {
        Session session;
        HomeScreen home;
        home.setSession(&session);
        home.resize(900, 700);
        home.show();
        QSignalSpy asked(&session, &Session::commandAsked);
        auto* button = home.findChild<QPushButton*>(u"openSample"_s);
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<FrameCommand>(), FrameCommand::OpenSample);
    }

    void itCountsWhatIsThere()
    {
        AuthoringFixture fixture;
        addExposures(fixture.session(), 100, 20, 30);
        HomeScreen home;
        home.setSession(&fixture.session());
        home.resize(900, 700);
        home.show();
        home.activate();
        QVERIFY(shows(home, u"3 products"_s));
        // 20 of 100 shown; the 30 withheld ones were not shown. Wilson's 95 % interval of 20/100 is 13.3 %
        // to 28.9 % (Newcombe 1998, table of single proportions), so half of it is 7.8 points.
        QTRY_VERIFY(shows(home, u"20.0"_s));
        QTRY_VERIFY(shows(home, u"± 7.8"_s));
        QVERIFY(shows(home, u"1 of 4"_s)); // cells
    }

    void factsCountOnlyFourWeeks()
    {
        AuthoringFixture fixture;
        auto writer = fixture.session().project()->openWriter();
        QVERIFY(writer.has_value());
        for (const int day : { 100, 140, 141 }) { // the first is 41 days before the last
            model::LoggedExposure exposure;
            exposure.at = { days(day).ms };
            exposure.offer = "dock";
            exposure.placement = "cart";
            exposure.customer = "c";
            QVERIFY((*writer)->add(exposure).has_value());
        }
        QVERIFY((*writer)->commit("Exposures", "exposures", "test").has_value());
        writer->reset();
        fixture.session().refresh();
        auto reader = fixture.session().project()->openReader();
        QVERIFY(reader.has_value());
        const ProjectFacts facts
            = projectFacts(**reader, *fixture.session().draft(), *fixture.session().catalogue(), {});
        QVERIFY(facts.read);
        QCOMPARE(facts.shown, 2);
        QCOMPARE(facts.accepted, 0);
        QCOMPARE(facts.allCells, 4);
        QCOMPARE(facts.filledCells, 1);
    }

    void theNextStepIsTheFirstOneNotMade()
    {
        model::Draft draft;
        store::Counts counts;
        const auto screen
            = [&](bool released, int errors) { return nextStep(draft, counts, released, errors).screen; };
        counts.products = 3;
        QCOMPARE(screen(false, 0), u"adjacency"_s);
        model::Edge edge;
        draft.edges["e"] = { edge, { model::EdgeState::Rejected, false, {} } };
        QCOMPARE(screen(false, 0), u"adjacency"_s); // a rejected edge is none
        draft.edges["e"].second.state = model::EdgeState::Accepted;
        QCOMPARE(screen(false, 0), u"offers"_s);
        draft.policy.offers.push_back({});
        QCOMPARE(screen(false, 0), u"needs"_s);
        draft.policy.matrix.push_back({});
    }

    void anEditIsSeenAtOnce()
    {
        AuthoringFixture fixture;
        HomeScreen home;
        home.setSession(&fixture.session());
        home.resize(900, 700);
        home.show();
        home.activate();
        model::Offer offer = fixture.session().draft()->policy.offers.front();
        offer.name = "Other";
        QVERIFY(fixture.session().apply({ "Renamed the dock", { store::put(offer) }, {} }));
        QTRY_VERIFY(shows(home, u"Renamed the dock"_s));
    }
};

QTEST_MAIN(TestHomeScreen)
#include "tst_home_screen.moc"
