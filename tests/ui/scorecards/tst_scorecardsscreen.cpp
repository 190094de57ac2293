// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/write.h"
#include "store/bulk_writer.h"
#include "store/project.h"
#include "ui/scorecards/measure_model.h"
#include "ui/scorecards/verdict_list_model.h"
#include "ui/scorecards/scorecards_screen.h"
#include "ui/shell/session.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"
#include "ui/widgets/plot.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

/// The screen on the sample project, with real clicks.
class TestScorecardsScreen : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void saysWhatIsMissing();
    void showsEveryOfferWithItsVerdict();
    void clickShowsTheOffer();
    void keyboardWalksOverHeadings();
    void segmentsCanBeChosen();
    void reportIsWritten();
    void chosenOfferIsRemembered();
    void followsTheSelectionOfOthers();
    void pictures();

private:
    ScorecardsScreen* open(Session& session, const QString& file);
    QTemporaryDir m_folder;
    QString m_sample;
};

namespace {

QListView* offers(ScorecardsScreen* screen) { return screen->findChild<QListView*>(u"offers"_s); }

QModelIndex row(ScorecardsScreen* screen, const char* offer)
{
    const auto* model = qobject_cast<VerdictListModel*>(offers(screen)->model());
    return model->index(model->rowOf(offer));
}

void click(ScorecardsScreen* screen, const char* offer)
{
    QListView* list = offers(screen);
    list->scrollTo(row(screen, offer));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row(screen, offer)).center());
}

}

void TestScorecardsScreen::initTestCase()
{
    Settings::forget();
    Theme::instance().install(*qApp, ThemeChoice::Light);
    m_sample = m_folder.filePath(u"sample.offerwright"_s);
    const auto written = sample::writeSample(m_sample.toStdString());
    QVERIFY2(written.has_value(), written ? "" : written.error().text().c_str());
}

ScorecardsScreen* TestScorecardsScreen::open(Session& session, const QString& file)
{
    auto* screen = new ScorecardsScreen;
    screen->setSession(&session);
    screen->resize(1200, 760);
    screen->QWidget::show();
    if (!session.open(file.toStdString()))
        qFatal("the sample project does not open");
    screen->activate();
    if (!QTest::qWaitFor([&] { return screen->settled(); }, 20'000))
        qFatal("scoring did not end");
    return screen;
}

void TestScorecardsScreen::saysWhatIsMissing()
{
    const QString empty = m_folder.filePath(u"empty.offerwright"_s);
    QVERIFY(store::Project::create(empty.toStdString(), { "Empty", "USD", "UTC" }).has_value());
    Session session;
    const std::unique_ptr<ScorecardsScreen> screen(open(session, empty));
    QVERIFY(!screen->card());
    const auto labels = screen->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](QLabel* l) { return l->isVisible() && l->text() == u"No exposures to score"; }));
    QSignalSpy wanted(&session, &Session::screenRequested);
    for (QPushButton* button : screen->findChildren<QPushButton*>())
        if (button->isVisible() && button->text() == u"Import exposures")
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), u"data"_s);
}

void TestScorecardsScreen::showsEveryOfferWithItsVerdict()
{
    Session session;
    const std::unique_ptr<ScorecardsScreen> screen(open(session, m_sample));
    QVERIFY(screen->card());
    auto* model = qobject_cast<VerdictListModel*>(offers(screen.get())->model());
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    int cards = 0;
    for (int i = 0; i < model->rowCount(); ++i)
        cards += model->offerAt(model->index(i)) ? 1 : 0;
    QCOMPARE(cards, int(screen->card()->offers.size()) + 1);
    QVERIFY(row(screen.get(), "care_plan").data(Qt::ToolTipRole).toString().contains(u"Kill"_s));
    QVERIFY(row(screen.get(), "care_plan").row() < row(screen.get(), "dock").row()); // decided ones first
    QVERIFY(row(screen.get(), "dock").row() < row(screen.get(), "sleeve").row()); // too few customers last
}

void TestScorecardsScreen::clickShowsTheOffer()
{
    Session session;
    const std::unique_ptr<ScorecardsScreen> screen(open(session, m_sample));
    click(screen.get(), "dock");
    QCOMPARE(screen->findChild<QLabel*>(u"offerName"_s)->text(), u"USB-C dock"_s);
    QVERIFY(screen->findChild<QLabel*>(u"sentence"_s)->text().contains(u"valid at any time"_s));
    QCOMPARE(session.selection().object.id, std::string("dock")); // the inspector shows it
    auto* table = screen->findChild<QTableView*>(u"measures"_s);
    auto* measures = qobject_cast<MeasureModel*>(table->model());
    QAbstractItemModelTester tester(measures, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QModelIndex lift = measures->index(0, MeasureModel::Interval);
    QVERIFY(lift.data().toString().startsWith(u'+')); // it helps
    QVERIFY(lift.data(Qt::ToolTipRole).toString().contains(u"standard error"_s)); // exact on hover
    QVERIFY(!screen->findChild<Plot*>(u"weekly"_s)->accessibleDescription().isEmpty());

    click(screen.get(), "care_plan");
    QVERIFY(screen->findChild<QLabel*>(u"sentence"_s)->text().contains(u"core sale"_s));
    QVERIFY(measures->index(2, MeasureModel::Guardrail).data().toString().startsWith(u"Breached"_s));
    measures->setOffer(nullptr, -1);
    QCOMPARE(measures->rowCount(), 0);
}

void TestScorecardsScreen::keyboardWalksOverHeadings()
{
    Session session;
    const std::unique_ptr<ScorecardsScreen> screen(open(session, m_sample));
    QListView* list = offers(screen.get());
    list->setCurrentIndex(row(screen.get(), ""));
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(screen->findChild<QLabel*>(u"offerName"_s)->text(), u"Care plan, two years"_s);
}

void TestScorecardsScreen::segmentsCanBeChosen()
{
    Session session;
    const std::unique_ptr<ScorecardsScreen> screen(open(session, m_sample));
    auto* box = screen->findChild<QComboBox*>(u"dimension"_s);
    QCOMPARE(box->currentText(), u"segment"_s);
    box->setFocus();
    box->setCurrentText(u"region"_s);
    emit box->textActivated(u"region"_s); // what a click in the list does
    QTRY_VERIFY_WITH_TIMEOUT(screen->settled() && screen->card()->options.by == "region", 20'000);
    QCOMPARE(screen->card()->overall.forest->by, std::string("region"));
    QCOMPARE(box->currentText(), u"region"_s);
    Settings::file().setValue(u"scorecards/by"_s, u"segment"_s);
}

void TestScorecardsScreen::reportIsWritten()
{
    Session session;
    const std::unique_ptr<ScorecardsScreen> screen(open(session, m_sample));
    QVERIFY(screen->findChild<QPushButton*>(u"exportReport"_s)->isEnabled());
    const QString file = m_folder.filePath(u"report.html"_s);
    QVERIFY(screen->exportReport(file));
    QFile report(file);
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().contains("USB-C dock"));
    QSignalSpy said(&session, &Session::messageRaised);
    QVERIFY(!screen->exportReport(m_folder.filePath(u"no/such/folder/report.html"_s)));
    QCOMPARE(said.size(), 1);
}

void TestScorecardsScreen::chosenOfferIsRemembered()
{
    {
        Session session;
        const std::unique_ptr<ScorecardsScreen> screen(open(session, m_sample));
        click(screen.get(), "bottle_trio");
    }
    Session session;
    const std::unique_ptr<ScorecardsScreen> screen(open(session, m_sample));
    QCOMPARE(screen->findChild<QLabel*>(u"offerName"_s)->text(), u"To-go bottles, three for the week"_s);
}

void TestScorecardsScreen::followsTheSelectionOfOthers()
{
    Session session;
    const std::unique_ptr<ScorecardsScreen> screen(open(session, m_sample));
    session.select(Selection::of("offer", "dock"));
    QCOMPARE(screen->findChild<QLabel*>(u"offerName"_s)->text(), u"USB-C dock"_s);
}

void TestScorecardsScreen::pictures()
{
    const QByteArray folder = qgetenv("OFFERWRIGHT_PICTURES");
    if (folder.isEmpty())
        QSKIP("set OFFERWRIGHT_PICTURES to a folder to look at the screen");
    Session session;
    const std::unique_ptr<ScorecardsScreen> screen(open(session, m_sample));
    for (const auto choice : { ThemeChoice::Light, ThemeChoice::Dark }) {
        Theme::instance().choose(choice);
        for (const char* offer : { "dock", "care_plan", "bottle_trio", "sleeve" }) {
            click(screen.get(), offer);
            screen->resize(1200, 1500);
            QTest::qWait(50);
            const QString name = QString::fromLatin1(folder) + u'/' + QString::fromLatin1(offer)
                + (choice == ThemeChoice::Dark ? u"-dark.png"_s : u"-light.png"_s);
            QVERIFY(screen->grab().save(name));
        }
    }
    Theme::instance().choose(ThemeChoice::Light);
}

QTEST_MAIN(TestScorecardsScreen)
#include "tst_scorecardsscreen.moc"
