// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "ui/shell/history_model.h"
#include "ui/shell/history_panel.h"
#include "ui/shell/list_delegate.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

class TestHistoryPanel : public QObject {
    Q_OBJECT

    std::unique_ptr<AuthoringFixture> m_fixture;
    std::unique_ptr<HistoryPanel> m_panel;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    Session& session() { return m_fixture->session(); }
    QListView* list() { return m_panel->findChild<QListView*>(); }

    void price(std::int64_t minor)
    {
        model::Offer offer = session().draft()->policy.offers.front();
        offer.price = { minor };
        QVERIFY(session().apply({ "Price " + std::to_string(minor), { store::put(offer) }, {} }));
    }

private slots:
    void initTestCase() { Theme::instance().install(*qApp, ThemeChoice::Light); }

    void init()
    {
        m_fixture = std::make_unique<AuthoringFixture>();
        m_panel = std::make_unique<HistoryPanel>(&session());
        m_tester = std::make_unique<QAbstractItemModelTester>(list()->model());
        m_panel->resize(800, 240);
        m_panel->show();
    }

    void cleanup()
    {
        m_tester.reset();
        m_panel.reset();
        m_fixture.reset();
    }

    void anUndoneBranchIsOneDoubleClickAway()
    {
        price(100);
        QVERIFY(session().undo());
        price(200);
        const QAbstractItemModel* model = list()->model();
        int undone = -1;
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == u"Price 100"_s)
                undone = row;
        QVERIFY(undone >= 0);
        const QModelIndex index = model->index(undone, 0);
        QVERIFY(index.data(listrole::Faded).toBool());
        list()->scrollTo(index);
        const QPoint at = list()->visualRect(index).center();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(session().draft()->policy.offers.front().price.minor, 100);
    }

    QTreeView* changes() { return m_panel->findChild<QTreeView*>(); }

    /// All cells of the tree, row by row.
    QStringList shown(const QModelIndex& parent = {})
    {
        QStringList out;
        const QAbstractItemModel* model = changes()->model();
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            out << index.data().toString() + u'|' + index.siblingAtColumn(1).data().toString() + u'|'
                    + index.siblingAtColumn(2).data().toString();
            out << shown(index);
        }
        return out;
    }

    void click(const QString& title)
    {
        const QAbstractItemModel* model = list()->model();
        const auto found = model->match(model->index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchExactly);
        QVERIFY(!found.isEmpty());
        list()->scrollTo(found.front());
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(found.front()).center());
    }

    void aStepShowsWhatItChanged()
    {
        price(100'00);
        price(200'00);
        QTRY_VERIFY(changes()->isVisible());
        const auto row = [](const char* before, const char* after) {
            return u"Price · USB-C dock|%1\u00A0USD|%2\u00A0USD"_s.arg(
                QLatin1String(before), QLatin1String(after));
        };
        QVERIFY2(shown().contains(row("100.00", "200.00")), qPrintable(shown().join(u'\n')));
        click(u"Price 10000"_s);
        QVERIFY2(shown().contains(row("199.00", "100.00")), qPrintable(shown().join(u'\n')));
        price(300'00); // who looks at an old step stays there
        QVERIFY(shown().contains(row("199.00", "100.00")));
        QVERIFY(session().apply({ "Gone", { store::remove("offer", "dock") }, {} }));
        click(u"Gone"_s);
        QVERIFY2(shown().join(u'\n').contains(u"Offer · USB-C dock (removed)|"_s),
            qPrintable(shown().join(u'\n')));
        click(u"Products"_s); // an import
        auto* nothing = m_panel->findChild<QLabel*>(u"noChanges"_s);
        QVERIFY(nothing->isVisible() && !nothing->text().isEmpty());
        QVERIFY(!changes()->isVisible());
    }

    void whyIsSaidWhenItIsKnown()
    {
        price(100'00);
        price(200'00);
        click(u"Price 10000"_s);
        auto* why = m_panel->findChild<QLineEdit*>(u"why"_s);
        QTest::mouseClick(why, Qt::LeftButton);
        QTest::keyClicks(why, u"the shop asked"_s);
        QTest::keyClick(why, Qt::Key_Return);
        QCOMPARE(session().project()->history()[1].why, std::string("the shop asked"));
        QTest::keyClicks(why, u" twice"_s);
        click(u"Price 20000"_s); // leaving the field is enough
        QCOMPARE(session().project()->history()[1].why, std::string("the shop asked twice"));
        QVERIFY(why->text().isEmpty());
        click(u"Price 10000"_s);
        QCOMPARE(why->text(), u"the shop asked twice"_s);
        QVERIFY(session().project()->history()[0].why.empty());
    }

    void aButtonLeadsToAnUndoneBranch()
    {
        price(100);
        QVERIFY(session().undo());
        price(200);
        auto* go = m_panel->findChild<QPushButton*>(u"go"_s);
        QVERIFY(!go->isVisible()); // the project stands here
        click(u"Price 100"_s);
        QVERIFY(go->isVisible() && go->isEnabled());
        QTest::mouseClick(go, Qt::LeftButton);
        QCOMPARE(session().draft()->policy.offers.front().price.minor, 100);
        QVERIFY(!go->isVisible());
    }

    void itTellsItsSize()
    {
        auto* size = m_panel->findChild<QLabel*>(u"size"_s);
        QVERIFY(size);
        const auto steps = session().project()->historySize().steps;
        QVERIFY2(size->text().startsWith(QString::number(steps) + u' '), qPrintable(size->text()));
        price(100);
        QVERIFY2(size->text().startsWith(QString::number(steps + 1) + u' '), qPrintable(size->text()));
        session().close();
        QVERIFY(!size->isVisible());
    }

    void aLongHistoryIsReadOnAsOneScrolls()
    {
        for (int i = 0; i < 1100; ++i)
            price(1000 + i);
        QCOMPARE(list()->model()->rowCount(), 1000);
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum());
        const int all = int(session().project()->historySize().steps) + 1; // and the beginning
        QCOMPARE(list()->model()->rowCount(), all);
        QCOMPARE(list()->model()->index(all - 1, 0).data().toString(), u"Project created"_s);
    }
};

QTEST_MAIN(TestHistoryPanel)
#include "tst_history_panel.moc"
