// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "release/compile.h"
#include "ui/shell/title_bar.h"

#include <QAction>
#include <QLabel>
#include <QTest>

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

/// What the title row says of the draft.
class TestTitleBar : public QObject {
    Q_OBJECT

    std::unique_ptr<AuthoringFixture> m_fixture;
    std::unique_ptr<TitleBar> m_bar;
    QAction m_undo, m_redo, m_inspector;

    Session& session() { return m_fixture->session(); }

    QString said()
    {
        for (const QLabel* label : m_bar->findChildren<QLabel*>())
            if (label->textFormat() == Qt::RichText)
                return label->text().section(u" <"_s, 0, 0);
        return {};
    }

    void price(std::int64_t minor)
    {
        model::Offer offer = session().draft()->policy.offers.front();
        offer.price = { minor };
        QVERIFY(session().apply({ "Price", { store::put(offer) }, {} }));
    }

    void release(const char* version)
    {
        const auto pack = release::compile(*session().draft(), *session().catalogue(), version, systemNow());
        QVERIFY(pack);
        QVERIFY(session().addRelease(version, "", release::seal(*pack).bytes));
    }

private slots:
    void initTestCase() { Theme::instance().install(*qApp, ThemeChoice::Light); }

    void init()
    {
        m_fixture = std::make_unique<AuthoringFixture>();
        m_bar = std::make_unique<TitleBar>(&session(), &m_undo, &m_redo, &m_inspector);
    }

    void cleanup()
    {
        m_bar.reset();
        m_fixture.reset();
    }

    void releasedIsWhatTheLastReleaseHolds()
    {
        QVERIFY(said().startsWith(u"draft"_s));
        price(150'00);
        release("1");
        QCOMPARE(said(), u"released"_s);
        QTest::qSleep(2); // edits count by their time
        price(140'00);
        QCOMPARE(said(), u"draft 1"_s);
        price(150'00); // back by hand: it holds the same again
        QCOMPARE(said(), u"released"_s);
    }

    /// Undone past the release nothing is newer than it, and yet no release holds this.
    void undoingPastAReleaseIsNoRelease()
    {
        price(150'00);
        release("1");
        QVERIFY(session().undo());
        QCOMPARE(said(), u"draft"_s);
        QVERIFY(session().redo());
        QCOMPARE(said(), u"released"_s);
    }
};

QTEST_MAIN(TestTitleBar)
#include "tst_title_bar.moc"
