// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/saved_mappings.h"
#include "ui/data/data_screen.h"
#include "ui/data/import_page.h"
#include "ui/data/import_summary.h"
#include "ui/data/mend_view.h"
#include "ui/shell/theme.h"
#include "ui/widgets/data_table.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace ow;
using namespace ow::ui;

/// Rejected rows, mended where they are shown.
class TestMendView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        Theme::instance().install(*qApp, ThemeChoice::Light);
        m_session = std::make_unique<Session>();
        QVERIFY(m_session->create(path("p.offerwright").toStdString(), { "Test", "EUR", "UTC" }));
        m_screen = std::make_unique<DataScreen>();
        m_screen->resize(1200, 760);
        m_screen->setSession(m_session.get());
        m_screen->show();
        QFile file(path("events.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("customer,at,type,sku,qty,value\n"
                   "c1,2026-01-05 10:00,purchased,A,1,10\n"
                   "c2,the day after,purchased,A,1,10\n"
                   "c3,2026-01-06 10:00,purchased,B,two,10\n"
                   "c4,2026-01-07 10:00,purchased,B,two,10\n"
                   "c5,2026-01-08\n");
        file.close();
        m_screen->importFiles({ path("events.csv") });
        QTRY_VERIFY(!m_screen->importPage()->files().empty() && m_screen->importPage()->files()[0].ready());
        click("importButton");
        QTRY_VERIFY(m_screen->summary()->isVisible());
        QCOMPARE(m_session->counts().events, 1);
        QCOMPARE(m_session->counts().rejectedRows, 4);
        click("mendRows");
        m_view = m_screen->summary()->mendView();
        QTRY_VERIFY(m_view->isVisible() && m_view->settled() && m_view->model()->rowCount() == 4);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void theCellAtFaultSaysWhatIsWrong()
    {
        MendModel* model = m_view->model();
        const QModelIndex at = model->index(0, MendModel::FirstCell + 1);
        QCOMPARE(at.data().toString(), QStringLiteral("the day after"));
        QVERIFY(at.data(Qt::ToolTipRole).toString().contains(QStringLiteral("no time")));
        QVERIFY(at.data(Qt::FontRole).value<QFont>().underline());
        QVERIFY(!model->index(0, MendModel::FirstCell).data(Qt::FontRole).isValid());
        QCOMPARE(model->index(0, MendModel::State).data().toString(), QStringLiteral("rejected"));
        QVERIFY(!find<QPushButton>("mendTake")->isEnabled());
        QVERIFY((model->flags(model->index(0, MendModel::Complaint)) & Qt::ItemIsEditable) == 0);
    }

    /// One of the project's, one in a file, and back; what is taken in is read by it.
    void rowsAreReadByAnotherMapping()
    {
        const char* const words = R"({"offerwright_mapping":1,"kind":"events","fields":{"customer":{"column":"customer"},
            "at":{"column":"at","values":{"the day after":"2026-01-09"}},"type":{"column":"type"},
            "sku":{"column":"sku"},"qty":{"column":"qty","values":{"two":"2"}}}})";
        const char* const people
            = R"({"offerwright_mapping":1,"kind":"customers","fields":{"customer":{"column":"customer"}}})";
        QVERIFY(ingest::saveMapping(*m_session->project(), { "words", *ingest::parseMapping(words), {} }));
        QVERIFY(ingest::saveMapping(*m_session->project(), { "people", *ingest::parseMapping(people), {} }));
        m_session->refresh();
        QTRY_VERIFY(m_view->settled() && m_view->model()->rowCount() == 4);
        const auto about = [this] { return find<QLabel>("mendAbout")->text(); };

        click("mendMapping");
        pick(QStringLiteral("words"));
        for (int row = 0; row < 3; ++row)
            QTRY_COMPARE(state(row), QStringLiteral("would now be taken"));
        QCOMPARE(state(3), QStringLiteral("rejected")); // torn
        QVERIFY2(about().contains(QStringLiteral("“words”")), qPrintable(about()));
        click("mendMapping"); // back
        QTRY_COMPARE(state(0), QStringLiteral("rejected"));
        QTRY_VERIFY(m_view->settled());
        QVERIFY(!about().contains(QStringLiteral("words")));

        click("mendMapping");
        pick(QStringLiteral("people")); // brings something else: nothing is read by it
        QTRY_VERIFY(m_view->settled());
        QCOMPARE(state(0), QStringLiteral("rejected"));
        QVERIFY(!about().contains(QStringLiteral("people")));

        QFile file(path("better.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(words);
        file.close();
        click("mendMapping");
        chooseFile(path("better.json"));
        pick(QStringLiteral("From a file"));
        QTRY_COMPARE(find<QPushButton>("mendTake")->text(), QStringLiteral("Take in 3 rows"));
        QVERIFY(about().contains(QStringLiteral("better.json")));
        QTRY_VERIFY(find<QPushButton>("mendTake")->isEnabled());
        click("mendTake");
        QTRY_COMPARE(m_session->counts().events, 4);
        QCOMPARE(m_session->counts().rejectedRows, 1);
        const auto taken = (*m_session->project()->openReader())->customer("c2");
        QVERIFY(taken.has_value());
        QCOMPARE(formatTimestamp(taken->second.events.at(0).at), std::string("2026-01-09T00:00:00Z"));

        for (int i = 0; i < 3; ++i) // the rows, the mappings
            QVERIFY(m_session->undo());
        QTRY_VERIFY(m_view->settled() && m_view->model()->rowCount() == 4);
        click("mendMapping");
        QTRY_COMPARE(state(0), QStringLiteral("rejected"));
        QTRY_VERIFY(m_view->settled());
    }

    /// While it is typed, before the cell is left; Escape takes it back.
    void whatIsTypedIsTriedAtOnce()
    {
        auto* table = find<DataTable>("mendTable");
        const QModelIndex at = m_view->model()->index(0, MendModel::FirstCell + 1);
        table->setCurrentIndex(at);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        auto* editor = table->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("2026-01-09 11:00"));
        QTRY_COMPARE(state(0), QStringLiteral("would now be taken"));
        QVERIFY(editor->isVisible());
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_COMPARE(state(0), QStringLiteral("rejected"));
        QCOMPARE(at.data().toString(), QStringLiteral("the day after"));
        table->setCurrentIndex(at);
        QTest::keyClick(table, Qt::Key_Return);
        editor = table->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("2026-01-09 11:00"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(state(0), QStringLiteral("would now be taken"));
    }

    void oneTextIsReplacedInAColumn()
    {
        find<QComboBox>("mendColumn")->setCurrentText(QStringLiteral("qty"));
        find<QLineEdit>("mendFrom")->setText(QStringLiteral("two"));
        find<QLineEdit>("mendTo")->clear();
        QTest::keyClicks(find<QLineEdit>("mendTo"), QStringLiteral("2"));
        click("mendReplace");
        QTRY_COMPARE(state(1), QStringLiteral("would now be taken"));
        QTRY_COMPARE(state(2), QStringLiteral("would now be taken"));
        QCOMPARE(state(3), QStringLiteral("rejected")); // torn, and nobody has looked at it
        QTRY_COMPARE(find<QPushButton>("mendTake")->text(), QStringLiteral("Take in 3 rows"));
    }

    void whatIsRightGoesInAndComesOutAgain()
    {
        click("mendTake");
        QTRY_COMPARE(m_session->counts().events, 4);
        QCOMPARE(m_session->counts().rejectedRows, 1);
        QTRY_VERIFY(m_view->settled() && m_view->model()->rowCount() == 1);
        QVERIFY(m_view->isVisible());
        QVERIFY(m_session->undo());
        QCOMPARE(m_session->counts().events, 1);
        QTRY_VERIFY(m_view->settled() && m_view->model()->rowCount() == 4);
        QVERIFY(m_session->redo());
        QTRY_VERIFY(m_view->settled() && m_view->model()->rowCount() == 1);
    }

    void anUndoneImportSaysSo()
    {
        QVERIFY(m_session->undo());
        QVERIFY(m_session->undo());
        QTRY_VERIFY(!m_view->isVisible());
        const auto labels = m_screen->summary()->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("Undone:"));
        }));
        QVERIFY(!find<QPushButton>("mendRows")->isVisible());
        QVERIFY(m_session->redo());
        QTRY_VERIFY(find<QPushButton>("mendRows")->isVisible());
    }

private:
    QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QString state(int row) const { return m_view->model()->index(row, MendModel::State).data().toString(); }
    template <typename T>
    T* find(const char* name) const
    {
        return m_screen->findChild<T*>(QString::fromLatin1(name));
    }
    /// In the menu that is about to come.
    void pick(const QString& text) const
    {
        QMenu* menu = nullptr;
        QTRY_VERIFY((menu = visibleMenu()) != nullptr);
        for (QAction* action : menu->actions())
            if (action->text().startsWith(text)) {
                QVERIFY(action->isEnabled());
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        QFAIL(qPrintable(text));
    }
    QMenu* visibleMenu() const
    {
        for (QMenu* menu : m_view->findChildren<QMenu*>(QStringLiteral("mappingMenu")))
            if (menu->isVisible())
                return menu;
        return nullptr;
    }
    /// In the dialog that is about to come.
    static void chooseFile(const QString& file)
    {
        QTimer::singleShot(300, qApp, [file] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr)
                return;
            dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(file);
            QTest::keyClick(dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit")), Qt::Key_Return);
        });
    }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    QTemporaryDir m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DataScreen> m_screen;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    MendView* m_view = nullptr;
};

QTEST_MAIN(TestMendView)
#include "tst_mend_view.moc"
