// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "ui/shell/history_model.h"
#include "ui/shell/history_panel.h"
#include "ui/shell/list_delegate.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QTest>

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
