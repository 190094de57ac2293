// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_writer.h"
#include "ui/data/customer_panel.h"
#include "ui/data/data_screen.h"
#include "ui/data/filter_header.h"
#include "ui/data/rows_view.h"
#include "ui/shell/theme.h"
#include "ui/widgets/data_table.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ow;
using namespace ow::ui;

namespace {

enum Column { Customer, Time, What, Product, Pieces, Value };

}

class TestRowsView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Theme::instance().install(*qApp, ThemeChoice::Light);
        m_session = std::make_unique<Session>();
        QVERIFY(m_session->create(m_dir.filePath(QStringLiteral("p.offerwright")).toStdString(),
            { "Test", "EUR", "Europe/Berlin" }));
        importEvents(0, 3000);
        m_screen = std::make_unique<DataScreen>();
        m_screen->resize(1200, 760);
        m_screen->setSession(m_session.get());
        m_screen->show();
        m_screen->showTab(DataScreen::Events);
        m_view = m_screen->rowsView();
        QTRY_VERIFY(m_screen->settled());
        QCOMPARE(countText(), QStringLiteral("3,000 rows"));
    }
    void init()
    {
        m_view->clear();
        QTRY_VERIFY(m_view->settled());
    }

    void lettersInALineFilter()
    {
        QAbstractItemModelTester tester(
            m_view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTest::keyClicks(m_view->header()->field(What), QStringLiteral("bought"));
        QTRY_COMPARE(countText(), QStringLiteral("1,500 of 3,000 rows"));
        QTest::keyClicks(m_view->header()->field(Value), QStringLiteral(">= 20"));
        QTRY_COMPARE(countText(), QStringLiteral("500 of 3,000 rows"));
        QTRY_COMPARE(cell(0, What), QStringLiteral("Bought"));
        QTRY_VERIFY(m_view->settled());
        auto* clear = m_view->findChild<QPushButton*>(QStringLiteral("clearFilters"));
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(countText(), QStringLiteral("3,000 rows"));
        QVERIFY(!clear->isVisible());
    }

    /// While the rows change, the header has no columns for a moment.
    void theLinesStayBelowTheTitles()
    {
        const auto top = [&] { return m_view->header()->field(What)->y(); };
        const int before = top();
        QVERIFY(before > 15);
        for (const char* text : { "bought", "nothing at all", "" }) {
            m_view->setFilter(What, QString::fromUtf8(text));
            QTRY_VERIFY(m_view->settled());
            QCOMPARE(top(), before);
            m_view->header()->place();
            QCOMPARE(top(), before);
        }
    }

    /// A search by letters would read all rows.
    void lettersInTheTableBeginAFilter()
    {
        m_view->table()->setFocus();
        m_view->table()->setCurrentIndex(m_view->model()->index(0, What));
        QTest::keyClicks(m_view->table(), QStringLiteral("b"));
        QCOMPARE(m_view->header()->text(What), QStringLiteral("b"));
        QTest::keyClicks(m_view->header()->field(What), QStringLiteral("ought"));
        QTRY_COMPARE(countText(), QStringLiteral("1,500 of 3,000 rows"));
    }

    void whatIsWrongStandsAtTheLine()
    {
        QTest::keyClicks(m_view->header()->field(What), QStringLiteral("bought"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1500);
        m_view->header()->field(Time)->setFocus();
        QTest::keyClicks(m_view->header()->field(Time), QStringLiteral("soon"));
        QTRY_VERIFY(m_view->table()->findChild<QLabel*>(QStringLiteral("filterWrong")));
        auto* why = m_view->table()->findChild<QLabel*>(QStringLiteral("filterWrong"));
        QTRY_VERIFY(why->isVisible());
        QVERIFY(why->text().contains(QStringLiteral("2026-05-17")));
        QCOMPARE(m_view->model()->rowCount(), 1500); // the rows of before
        QTest::keyClick(m_view->header()->field(Time), Qt::Key_Escape);
        QTRY_VERIFY(!why->isVisible());
        QCOMPARE(m_view->header()->text(Time), QString());
    }

    void aTitleSorts()
    {
        const auto click = [this](int column) {
            const int x = m_view->header()->sectionViewportPosition(column) + 20;
            QTest::mouseClick(m_view->header()->viewport(), Qt::LeftButton, {}, { x, 12 });
            QTRY_VERIFY(m_view->settled());
        };
        const QString first = shownCell(0, Value);
        click(Value);
        QCOMPARE(m_view->header()->sortIndicatorOrder(), Qt::AscendingOrder);
        QCOMPARE(shownCell(0, Customer), QStringLiteral("c1")); // the first who paid nothing
        QCOMPARE(shownCell(0, Value), QString());
        QCOMPARE(m_view->model()->rowCount(), 3000);
        click(Value);
        QVERIFY2(shownCell(0, Value).contains(QStringLiteral("29")), qPrintable(shownCell(0, Value)));
        QCOMPARE(m_view->header()->sortIndicatorOrder(), Qt::DescendingOrder);
        click(Value);
        QCOMPARE(shownCell(0, Value), first);
        QCOMPARE(m_view->header()->sortIndicatorSection(), -1);
        QVERIFY(!m_view->isNarrowed());
    }

    void rowsThatWereNeverReadAreCopied()
    {
        QTRY_VERIFY(m_view->settled());
        QVERIFY(!m_view->model()->isLoaded(2900));
        m_view->setFilter(Pieces, QStringLiteral("0..1"));
        QTRY_COMPARE(m_view->model()->rowCount(), 2000);
        m_view->table()->setFocus();
        m_view->table()->selectAll();
        QGuiApplication::clipboard()->setText({});
        QTest::keyClick(m_view->table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2002); // titles, rows, and nothing behind the last
        QVERIFY(lines[0].startsWith(QStringLiteral("Customer\tTime\tWhat")));
        for (const QString& line : lines)
            QVERIFY(!line.contains(QStringLiteral("…")));
        QCOMPARE(lines[2000].split(u'\t').size(), lines[0].split(u'\t').size());
    }

    void keysLeadToTheLineAndBack()
    {
        m_view->activateWindow();
        m_view->table()->setFocus();
        m_view->table()->setCurrentIndex(m_view->model()->index(3, Pieces));
        QTest::keyClick(m_view->table(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(m_view->header()->field(Pieces)->hasFocus());
        QTest::keyClicks(m_view->header()->field(Pieces), QStringLiteral("1"));
        QTest::keyClick(m_view->header()->field(Pieces), Qt::Key_Escape);
        QCOMPARE(m_view->header()->text(Pieces), QString());
        QVERIFY(m_view->header()->field(Pieces)->hasFocus());
        QTest::keyClick(m_view->header()->field(Pieces), Qt::Key_Escape);
        QTRY_VERIFY(m_view->table()->hasFocus());
    }

    void aCellOffersItsValue()
    {
        QTRY_COMPARE(cell(0, What).isEmpty() || cell(0, What) == QStringLiteral("…"), false);
        const QModelIndex index = m_view->model()->index(0, What);
        emit m_view->table()->customContextMenuRequested(m_view->table()->visualRect(index).center());
        auto* menu = m_view->findChild<QMenu*>(QStringLiteral("cellMenu"));
        QVERIFY(menu);
        QCOMPARE(menu->actions().at(0)->text(), QStringLiteral("Only rows with this value"));
        menu->actions().at(1)->trigger();
        menu->close();
        QTRY_COMPARE(m_view->model()->rowCount(), 1500);
        QCOMPARE(m_view->header()->text(What),
            QStringLiteral("!=") + cell(0, What).replace(0, 99, QStringLiteral("Bought")));
    }

    void theCustomerOfAFilteredRowOpens()
    {
        m_view->setFilter(Customer, QStringLiteral("=c7"));
        QTRY_COMPARE(m_view->model()->rowCount(), 300);
        QTRY_COMPARE(cell(0, Customer), QStringLiteral("c7"));
        m_view->table()->setFocus();
        m_view->table()->setCurrentIndex(m_view->model()->index(0, Customer));
        QTest::keyClick(m_view->table(), Qt::Key_Return);
        QTRY_VERIFY(m_screen->customerPanel()->isVisible());
        QCOMPARE(m_screen->customerPanel()->customer(), std::string("c7"));
    }

    /// Another import, and its undoing, while a filter stands.
    void newDataAreSearchedAnew()
    {
        m_view->setFilter(Pieces, QStringLiteral("2"));
        QTRY_COMPARE(m_view->model()->rowCount(), 1000);
        importEvents(3000, 600);
        QTRY_COMPARE(countText(), QStringLiteral("1,200 of 3,600 rows"));
        QCOMPARE(m_view->header()->text(Pieces), QStringLiteral("2"));
        QVERIFY(m_session->undo());
        QTRY_COMPARE(countText(), QStringLiteral("1,000 of 3,000 rows"));
        // Another table and back.
        m_screen->showTab(DataScreen::Customers);
        QTRY_COMPARE(countText(), QStringLiteral("10 rows"));
        m_screen->showTab(DataScreen::Events);
        QTRY_COMPARE(countText(), QStringLiteral("1,000 of 3,000 rows"));
    }

    void basketsAreATable()
    {
        {
            auto writer = m_session->project()->openWriter();
            QVERIFY(writer);
            for (int i = 0; i < 30; ++i)
                QVERIFY((*writer)->addBasketLine("b" + std::to_string(i / 3), "P" + std::to_string(i % 3)));
            QVERIFY((*writer)->commit("Baskets", "baskets", "b.csv"));
        }
        m_session->refresh();
        m_screen->showTab(DataScreen::Baskets);
        QTRY_COMPARE(countText(), QStringLiteral("30 rows"));
        m_view->setFilter(1, QStringLiteral("p2"));
        QTRY_COMPARE(countText(), QStringLiteral("10 of 30 rows"));
        QTRY_COMPARE(cell(9, 0), QStringLiteral("b9"));
    }

private:
    /// Half of them bought; pieces 0, 1, 2 and values 9, 19, 29 in turn.
    void importEvents(int first, int rows)
    {
        {
            auto writer = m_session->project()->openWriter();
            QVERIFY(writer);
            for (int i = first; i < first + rows; ++i) {
                model::Event e;
                e.at = { 1'760'000'000'000 + i * 60'000LL };
                e.type = i % 2 == 0 ? "purchased" : "product_viewed";
                e.qty = i % 3;
                e.value = i % 2 == 0 ? 900 + i % 3 * 1000 : 0;
                QVERIFY((*writer)->add("c" + std::to_string(i % 10), e));
            }
            QVERIFY((*writer)->commit("Events", "events", "e.csv"));
        }
        m_session->refresh();
    }
    QString countText() const { return m_view->findChild<QLabel*>(QStringLiteral("rowCount"))->text(); }
    QString cell(int row, int column) const { return m_view->model()->index(row, column).data().toString(); }
    QString shownCell(int row, int column) const
    {
        (void)cell(row, column);
        (void)QTest::qWaitFor([&] { return m_view->model()->isLoaded(row); });
        return cell(row, column);
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DataScreen> m_screen;
    RowsView* m_view = nullptr;
};

QTEST_MAIN(TestRowsView)
#include "tst_rows_view.moc"
