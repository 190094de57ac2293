// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/customer_panel.h"
#include "ui/data/data_screen.h"
#include "ui/data/import_page.h"
#include "ui/data/import_summary.h"
#include "ui/data/imports_model.h"
#include "ui/data/text_table_model.h"
#include "ui/shell/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/timeline.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <string_view>

using namespace ow;
using namespace ow::ui;

class TestDataScreen : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        Theme::instance().install(*qApp, ThemeChoice::Light);
        m_session = std::make_unique<Session>();
        QVERIFY(m_session->create(path("p.offerwright").toStdString(), { "Test", "EUR", "Europe/Berlin" }));
        m_screen = std::make_unique<DataScreen>();
        m_screen->resize(1200, 760);
        m_screen->setSession(m_session.get());
        m_screen->show();
        connect(m_session.get(), &Session::messageRaised, this,
            [this](Tone, const QString& text, const QString&) { m_messages << text; });
    }

    void filesThatAreDroppedArePreviewedAndImported()
    {
        write("events.csv",
            "customer,at,type,sku,qty,value,channel,session\n"
            "c1,2026-01-05T10:00:00Z,product_viewed,A-1,1,0,web,s1\n"
            "c1,2026-01-05T10:05:00Z,purchased,A-1,2,19.90,web,o1\n"
            "c2,2026-01-06T09:00:00Z,product_viewed,B-2,1,0,app,s2\n"
            "c2,the day after,product_viewed,B-2,1,0,app,s2\n"
            "c1,2026-02-01T08:30:00Z,survey,,1,9,email,\n");
        write("products.csv",
            "sku;title;family;price;cost\nA-1;Blue lamp;lamps;19,90;9,50\nB-2;Green "
            "lamp;lamps;24,90;11,00\n");
        QMimeData mime;
        mime.setUrls({ QUrl::fromLocalFile(path("events.csv")), QUrl::fromLocalFile(path("products.csv")) });
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_screen.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_screen.get(), &drop);

        ImportPage* page = m_screen->importPage();
        QTRY_VERIFY(page->files().size() == 2 && page->files()[0].ready() && page->files()[1].ready());
        QCOMPARE(page->files()[0].preset, std::string("events"));
        QCOMPARE(page->files()[1].preview->separator, ';');
        auto* preset = page->findChild<QComboBox*>(QStringLiteral("importPreset"));
        QCOMPARE(preset->currentData().toString(), QStringLiteral("events"));

        auto* button = page->findChild<QPushButton*>(QStringLiteral("importButton"));
        QCOMPARE(button->text(), QStringLiteral("Import 2 files"));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY2(m_screen->summary()->isVisible(), qPrintable(m_messages.join(u'|')));
        QCOMPARE(m_session->counts().products, 2);
        QCOMPARE(m_session->counts().events, 4);
        // Products go first: what refers to them comes later in the history.
        QVERIFY(m_session->project()->history(2).size() == 2);
        PagedModel* rejected = m_screen->summary()->rejected();
        QCOMPARE(rejected->rowCount(), 1);
        rejected->index(0, 0).data();
        QTRY_COMPARE(rejected->index(0, 1).data().toString(), QStringLiteral("5"));
        QCOMPARE(rejected->index(0, 2).data().toString(), QStringLiteral("at"));
        QVERIFY(rejected->index(0, 4).data().toString().contains(QStringLiteral("the day after")));
    }

    void theTablesShowWhatWasImported()
    {
        m_screen->showTab(DataScreen::Products);
        PagedModel* model = m_screen->table();
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->rowCount(), 2);
        QTRY_COMPARE(model->index(0, 1).data().toString(), QStringLiteral("Blue lamp"));
        m_screen->showTab(DataScreen::Events);
        QCOMPARE(model->rowCount(), 4);
        QTRY_COMPARE(model->index(0, 0).data().toString(), QStringLiteral("c1"));
        QCOMPARE(model->index(0, 1).data().toString(), QStringLiteral("2026-01-05 11:00")); // Berlin's clocks
        QVERIFY(model->index(1, 5).data().toString().contains(QStringLiteral("19.90")));
    }

    void enterOnACustomerShowsTheirTimeline()
    {
        m_screen->showTab(DataScreen::Customers);
        auto* table = m_screen->findChild<DataTable*>(QStringLiteral("dataTable"));
        QTRY_COMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("c1"));
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(m_session->selection() == Selection::customer("c1"));
        QTRY_VERIFY(m_screen->customerPanel()->isVisible());
        auto* list = m_screen->customerPanel()->findChild<DataTable*>();
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QVERIFY(list->model()->index(0, 2).data().toString().contains(QStringLiteral("Survey")));
        QVERIFY(list->model()->index(1, 2).data().toString().contains(QStringLiteral("Blue lamp")));
    }

    /// One customer's marks and the list of them choose one another; the list's newest is its first.
    void thePictureAndTheListGoTogether()
    {
        auto* list = m_screen->customerPanel()->findChild<DataTable*>();
        Timeline* picture = m_screen->customerPanel()->timeline();
        list->setCurrentIndex(list->model()->index(1, 0));
        QCOMPARE(picture->current(), 1);
        picture->setFocus();
        QTest::keyClick(picture, Qt::Key_Left); // to what happened before
        QCOMPARE(picture->current(), 2);
        QCOMPARE(list->currentIndex().row(), 2);
        QVERIFY(list->model()->index(2, 2).data().toString().contains(QStringLiteral("Viewed")));
        QTest::keyClick(picture, Qt::Key_Right);
        QTest::keyClick(picture, Qt::Key_Right);
        QCOMPARE(list->currentIndex().row(), 0);
        // Tools that have to do with a table go where there is none.
        auto* tools = m_screen->titleTools();
        QVERIFY(!tools->isVisible()); // no title row took them
        m_screen->showTab(DataScreen::Privacy);
        QCOMPARE(std::ranges::count_if(tools->findChildren<QPushButton*>(),
                     [](const QPushButton* button) { return !button->isHidden(); }),
            1);
        m_screen->showTab(DataScreen::Events);
        QCOMPARE(std::ranges::count_if(tools->findChildren<QPushButton*>(),
                     [](const QPushButton* button) { return !button->isHidden(); }),
            2);
        m_screen->showTab(DataScreen::Customers);
    }

    void anImportIsOneStepThatCanBeUndone()
    {
        QVERIFY(m_session->undo()); // the events
        QCOMPARE(m_session->counts().events, 0);
        QCOMPARE(m_session->counts().products, 2);
        QVERIFY(m_session->redo());
        QCOMPARE(m_session->counts().events, 4);
        m_screen->showTab(DataScreen::Imports);
        auto* imports = m_screen->findChild<ImportsModel*>();
        QAbstractItemModelTester tester(imports, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(imports->rowCount(), 2);
        QCOMPARE(imports->import(0).kind, std::string("events"));
        QCOMPARE(imports->import(0).rejected, 1);
    }

    void aFileThatIsNoTableSaysSoAndIsNotImported()
    {
        write("picture.csv", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        m_screen->importFiles({ path("picture.csv") });
        ImportPage* page = m_screen->importPage();
        QTRY_VERIFY(!page->files().empty() && !page->files()[0].problem.isEmpty());
        QVERIFY(!page->findChild<QPushButton*>(QStringLiteral("importButton"))->isEnabled());
    }

    /// The last step of an import cannot be stopped: what is said is what is true.
    void aStopThatComesTooLateSaysSo()
    {
        plan({ "late.csv" });
        m_messages.clear();
        const int events = int(m_session->counts().events);
        startAndWaitFor(1); // imported, and this thread does not know yet
        m_session->jobs().cancelKey(QStringLiteral("data.import"));
        QTRY_VERIFY(!m_screen->importPage()->importing());
        QCOMPARE(m_session->counts().events, events + 1);
        QVERIFY2(m_messages.join(u'|').contains(QStringLiteral("too late for late.csv")),
            qPrintable(m_messages.join(u'|')));
        QVERIFY(!m_messages.join(u'|').contains(QStringLiteral("Nothing of it was kept")));
        QVERIFY(m_screen->importPage()->files().empty());
    }

    /// An import goes into the project it was started in, or nowhere.
    void anImportEndsWithItsProject()
    {
        plan({ "first.csv", "second.csv" });
        m_messages.clear();
        startAndWaitFor(1);
        QVERIFY(m_session->create(path("other.offerwright").toStdString(), { "Other", "EUR", "UTC" }));
        QVERIFY(!m_screen->importPage()->importing());
        QTRY_VERIFY(m_session->isQuiet());
        QCOMPARE(m_session->counts().events, 0);
        QCOMPARE(m_session->counts().products, 0);
        QVERIFY(m_messages.join(u'|').contains(QStringLiteral("the import into it was stopped")));

        plan({ "first.csv", "second.csv" });
        startAndWaitFor(1);
        m_session->close();
        QTRY_VERIFY(m_session->isQuiet());
        QVERIFY(!m_session->isOpen());
        // Files that wait on the page cannot go anywhere.
        QVERIFY(
            !m_screen->importPage()->findChild<QPushButton*>(QStringLiteral("importButton"))->isEnabled());
        QVERIFY(m_session->open(path("p.offerwright").toStdString()));
    }

    void aMillionRowsScrollWithoutBeingRead()
    {
        PagedModel model;
        auto reader = std::make_shared<SharedReader>();
        reader->reader = std::move(*m_session->project()->openReader());
        PagedSource source;
        source.name = QStringLiteral("million");
        source.rows = 1'000'000;
        source.columns = { { QStringLiteral("n"), true, 80 } };
        auto reads = std::make_shared<std::atomic<int>>(0);
        source.fetch = [reads](const store::BulkReader&, std::int64_t first, std::int64_t limit) {
            ++*reads;
            std::vector<PagedSource::Row> rows;
            for (std::int64_t i = first; i < first + limit; ++i)
                rows.push_back({ QString::number(i) });
            return rows;
        };
        model.setSource(m_session.get(), reader, source);
        QCOMPARE(model.rowCount(), 1'000'000);
        DataTable table;
        table.setModel(&model);
        table.resize(400, 400);
        table.show();
        QElapsedTimer scrolled;
        scrolled.start();
        for (int row = 0; row < 1'000'000; row += 5000) {
            table.scrollTo(model.index(row, 0));
            QCoreApplication::processEvents();
        }
        table.scrollToBottom();
        QTRY_COMPARE(model.index(999'999, 0).data().toString(), QStringLiteral("999999"));
        QVERIFY2(scrolled.elapsed() < 20000, qPrintable(QString::number(scrolled.elapsed())));
        QVERIFY2(*reads < 400, qPrintable(QString::number(*reads)));
    }

    /// Rows that cannot be read are no empty table.
    void missingRowsAreTold()
    {
        PagedModel model;
        QSignalSpy told(&model, &PagedModel::unreadable);
        auto reader = std::make_shared<SharedReader>();
        reader->reader = std::move(*m_session->project()->openReader());
        PagedSource source;
        source.name = QStringLiteral("short");
        source.columns = { { QStringLiteral("n"), true, 80 } };
        for (const int there : { 250, 249 }) {
            source.rows = 250;
            source.fetch = [there](const store::BulkReader&, std::int64_t first, std::int64_t limit) {
                return std::vector<PagedSource::Row>(
                    std::size_t(std::clamp<std::int64_t>(there - first, 0, limit)),
                    PagedSource::Row { QStringLiteral("x") });
            };
            told.clear();
            model.setSource(m_session.get(), reader, source);
            (void)model.index(0, 0).data();
            (void)model.index(249, 0).data();
            QTRY_COMPARE(model.index(200, 0).data().toString(), QStringLiteral("x"));
            QTRY_VERIFY(model.settled());
            QCOMPARE(told.size(), there == 250 ? 0 : 1);
        }
    }

    void textTablesAreProperModels()
    {
        TextTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({ QStringLiteral("a"), QStringLiteral("b") },
            { { QStringLiteral("1") }, { QStringLiteral("2"), QStringLiteral("3") } }, { 1 });
        QCOMPARE(model.index(0, 1).data().toString(), QString()); // a row that is too short
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("3"));
    }

private:
    QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    /// Onto the page, ready to be imported: products "first.csv", or events of their own.
    void plan(const std::vector<const char*>& names)
    {
        QStringList paths;
        for (const char* name : names) {
            if (std::string_view(name) == "first.csv")
                write(name, "sku,title,family,price,cost\nZ-1,A lamp,lamps,19.90,9.50\n");
            else
                write(name,
                    QByteArray("customer,at,type,sku\n") + name
                        + ",2026-03-05T10:00:00Z,product_viewed,A-1\n");
            paths << path(name);
        }
        ImportPage* page = m_screen->importPage();
        page->setFiles(paths);
        QTRY_VERIFY(std::ranges::all_of(page->files(), &PlannedFile::ready));
    }

    /// Clicks Import and waits, with this thread standing still, until so many more imports are in the file.
    void startAndWaitFor(std::size_t more)
    {
        const auto imports = [this] { return (*m_session->project()->openReader())->imports().size(); };
        const std::size_t before = imports();
        QTest::mouseClick(
            m_screen->importPage()->findChild<QPushButton*>(QStringLiteral("importButton")), Qt::LeftButton);
        QElapsedTimer clock;
        for (clock.start(); imports() < before + more && clock.elapsed() < 10000;)
            QThread::msleep(5);
        QCOMPARE(imports(), before + more);
        QThread::msleep(50); // the job's own end
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DataScreen> m_screen;
    QStringList m_messages;
};

QTEST_MAIN(TestDataScreen)
#include "tst_data_screen.moc"
