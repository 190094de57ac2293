// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/importer.h"
#include "ui/data/data_screen.h"
#include "ui/data/signals_page.h"
#include "ui/shell/theme.h"
#include "ui/widgets/duration_edit.h"
#include "ui/widgets/spark_bars.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace ow;
using namespace ow::ui;
using How = signal::Standing::How;

/// Signals are adopted, adjusted and removed with clicks, each one step of the history, and counted over what
/// the project holds.
class TestSignalsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        Theme::instance().install(*qApp, ThemeChoice::Light);
        m_session = std::make_unique<Session>();
        QVERIFY(m_session->create(path("p.offerwright").toStdString(), { "Test", "EUR", "UTC" }));
        QFile file(path("events.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        // Three of four wished for something; one of them four weeks before the end, two in its last day.
        file.write("customer,at,type,sku,session\n"
                   "c1,2026-01-01T10:00:00Z,wishlist_added,A,s1\n"
                   "c2,2026-01-28T23:00:00Z,wishlist_added,A,s2\n"
                   "c3,2026-01-28T22:00:00Z,wishlist_added,A,s3\n"
                   "c3,2026-01-29T01:00:00Z,wishlist_added,B,s3\n"
                   "c4,2026-01-29T10:00:00Z,product_viewed,A,s4\n");
        file.close();
        const auto report
            = ingest::importFiles(*m_session->project(), "events", "", { path("events.csv").toStdString() });
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        m_session->refresh();
        m_screen = std::make_unique<DataScreen>();
        m_screen->resize(1200, 760);
        m_screen->setSession(m_session.get());
        m_screen->show();
        m_screen->showTab(DataScreen::Signals);
    }

    void countsThemNowAndWeekByWeek()
    {
        QTRY_COMPARE(text(wishes()), QStringLiteral("50.0 %|2 of 4 now"));
        const auto& bars = wishes()->findChild<SparkBars*>()->bars();
        QCOMPARE(bars.size(), std::size_t(26));
        QCOMPARE(bars[25].value, 2.0);
        QCOMPARE(bars[24].value, 0.0);
        QCOMPARE(bars[21].value, 1.0); // 2026-01-01 at ten, a day of validity
        QCOMPARE(text(card("support_tickets")), QStringLiteral("0.0 %|0 of 4 now"));
    }

    void triesBeforeAdopting()
    {
        SignalCard* card = wishes();
        QTest::mouseClick(card->findChild<QToolButton*>(), Qt::LeftButton);
        auto* threshold = card->findChild<QSpinBox*>();
        QVERIFY(threshold->isVisible());
        const auto facts = m_session->draft()->policy.facts.size();
        threshold->setValue(2);
        QTRY_COMPARE(text(card), QStringLiteral("25.0 %|1 of 4 now"));
        QCOMPARE(m_session->draft()->policy.facts.size(), facts);
        QVERIFY(card->how() == How::Absent);
    }

    void adoptsWithOneClick()
    {
        SignalCard* card = wishes();
        QTest::mouseClick(button(card, "Adopt"), Qt::LeftButton);
        QVERIFY(card->how() == How::Adopted);
        QCOMPARE(m_session->draft()->policy.facts.size(), std::size_t(3));
        QCOMPARE(m_session->draft()->policy.facts.back().id, std::string("wishlist_activity"));
        QCOMPARE(QString::fromStdString(m_session->draft()->titles.at("wishlist_activity")),
            QStringLiteral("Wishlist activity"));
        QCOMPARE(m_session->undoTitle(), QStringLiteral("Signal Wishlist activity adopted"));
        QCOMPARE(card->settings().threshold, 2);
        QVERIFY(!button(card, "Adopt")->isVisible());
    }

    void adjustsTheDraft()
    {
        SignalCard* card = wishes();
        card->findChild<QSpinBox*>()->setValue(1);
        const auto& facts = m_session->draft()->policy.facts;
        QVERIFY(QString::fromStdString(*facts.back().expr).contains(QStringLiteral(">= 1 ")));
        QTRY_COMPARE(text(card), QStringLiteral("50.0 %|2 of 4 now"));
        QVERIFY(m_session->undo());
        QCOMPARE(card->settings().threshold, 2);
        QCOMPARE(card->findChild<QSpinBox*>()->value(), 2);
        QTRY_COMPARE(text(card), QStringLiteral("25.0 %|1 of 4 now"));
        QVERIFY(m_session->redo());
        QCOMPARE(card->findChild<QSpinBox*>()->value(), 1);
    }

    void knowsWhatIsSomebodysOwn()
    {
        model::Fact fact = m_session->draft()->policy.facts.back();
        *fact.expr = "facts.wishlist_activity_count >= 0";
        QVERIFY(m_session->apply({ "By hand", { store::put(fact) }, {} }));
        SignalCard* card = wishes();
        QVERIFY(card->how() == How::Own);
        QVERIFY(!button(card, "Remove")->isVisible());
        QTRY_COMPARE(text(card), QStringLiteral("100.0 %|4 of 4 now"));
        QVERIFY(m_session->undo());
        QVERIFY(card->how() == How::Adopted);
    }

    void showsTheRule()
    {
        QSignalSpy shown(m_session.get(), &Session::screenRequested);
        QTest::mouseClick(button(wishes(), "Show in Rules"), Qt::LeftButton);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(m_session->selection().object.id, std::string("wishlist_activity"));
    }

    void removesWhole()
    {
        QTest::mouseClick(button(wishes(), "Remove"), Qt::LeftButton);
        QVERIFY(m_session->draft()->policy.facts.empty());
        QVERIFY(m_session->draft()->titles.empty());
        QVERIFY(wishes()->how() == How::Absent);
        QVERIFY(m_session->undo());
        QCOMPARE(m_session->draft()->policy.facts.size(), std::size_t(3));
    }

    /// Told on the page, and nothing goes on waiting.
    void aStoppedCountIsToldAndCountedAgain()
    {
        auto* page = m_screen->signalsPage();
        QTRY_VERIFY(page->settled());
        page->refresh();
        QVERIFY(!page->settled());
        m_session->jobs().cancelKey(QStringLiteral("data.signals"));
        QTRY_VERIFY(page->settled());
        QCOMPARE(text(wishes()), QString::fromUtf8("–|cannot be counted"));
        m_screen->showTab(DataScreen::Products);
        m_screen->showTab(DataScreen::Signals);
        QTRY_VERIFY(text(wishes()).endsWith(QStringLiteral("of 4 now")));
    }

    /// A draft that changes while another page is seen costs nothing here, and is shown when this one is.
    void cardsFollowWhenThePageIsSeen()
    {
        m_screen->showTab(DataScreen::Products);
        QVERIFY(wishes()->how() == How::Adopted);
        QVERIFY(m_session->apply({ "Removed", { store::remove("fact", "wishlist_activity") }, {} }));
        QVERIFY(wishes()->how() == How::Adopted); // not looked at yet
        QVERIFY(m_screen->signalsPage()->settled());
        m_screen->showTab(DataScreen::Signals);
        QVERIFY(wishes()->how() == How::Absent);
        QVERIFY(m_session->undo());
        QVERIFY(wishes()->how() == How::Adopted);
    }

    /// An answer about a project that was closed is not shown for the next, or for none.
    void theAnswerOfAClosedProjectIsNotShown()
    {
        auto* page = m_screen->signalsPage();
        page->refresh();
        QVERIFY(!page->settled());
        m_session->close();
        QVERIFY(page->settled());
        QTRY_VERIFY(m_session->isQuiet());
        QCOMPARE(text(wishes()), QString::fromUtf8("–|no customers yet"));
        QVERIFY(m_session->open(path("p.offerwright").toStdString()));
        m_screen->showTab(DataScreen::Signals);
        QTRY_VERIFY(text(wishes()).endsWith(QStringLiteral("of 4 now")));
    }

    void needsAGraph()
    {
        SignalCard* gravity = card("accessory_gravity");
        QVERIFY(!button(gravity, "Adopt")->isEnabled());
    }

private:
    QString path(const char* name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    SignalCard* card(const char* id) const
    {
        const auto& cards = m_screen->signalsPage()->cards();
        return *std::ranges::find_if(cards, [&](const SignalCard* c) { return c->ready().id == id; });
    }
    SignalCard* wishes() const { return card("wishlist_activity"); }
    static QPushButton* button(const SignalCard* card, const char* text)
    {
        for (QPushButton* one : card->findChildren<QPushButton*>())
            if (one->text() == QString::fromUtf8(text))
                return one;
        return nullptr;
    }
    /// The numbers on a card.
    static QString text(const SignalCard* card)
    {
        QString out = card->findChild<QLabel*>(QStringLiteral("signalShare"))->text() + QLatin1Char('|')
            + card->findChild<QLabel*>(QStringLiteral("signalNow"))->text();
        return out.replace(QChar(QChar::Nbsp), QLatin1Char(' '));
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DataScreen> m_screen;
};

QTEST_MAIN(TestSignalsPage)
#include "tst_signals_page.moc"
