// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "ui/needs/matrix_model.h"
#include "ui/needs/matrix_view.h"
#include "ui/needs/needs_screen.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/pick_popup.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace ow;
using namespace ow::ui;

class TestNeedsScreen : public QObject {
    Q_OBJECT

    std::unique_ptr<AuthoringFixture> m_fixture;
    std::unique_ptr<NeedsScreen> m_screen;

    Session& session() { return m_fixture->session(); }
    QModelIndex cell(int row, int column) { return m_screen->matrix()->index(row, column); }
    void click(const QModelIndex& index)
    {
        QTest::mouseClick(
            m_screen->view()->viewport(), Qt::LeftButton, {}, m_screen->view()->visualRect(index).center());
    }
    template <typename T>
    T* inInspector()
    {
        QWidget* page = m_screen->inspector();
        return page ? page->findChild<T*>() : nullptr;
    }

private slots:
    void initTestCase() { Theme::instance().install(*qApp, ThemeChoice::Light); }

    void init()
    {
        m_fixture = std::make_unique<AuthoringFixture>();
        m_screen = std::make_unique<NeedsScreen>();
        m_screen->setSession(&session());
        m_screen->resize(900, 600);
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_screen.get()));
    }

    void cleanup()
    {
        m_screen.reset();
        m_fixture.reset();
    }

    void theModelIsOne()
    {
        QAbstractItemModelTester tester(
            m_screen->matrix(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_screen->matrix()->rowCount(), 2);
        QCOMPARE(m_screen->matrix()->columnCount(), 2);
        session().undo();
        session().redo();
    }

    void aCardShowsOfferBenefitAndFallbacks()
    {
        QCOMPARE(cell(0, 0).data().toString(), QStringLiteral("USB-C dock"));
        QCOMPARE(cell(0, 0).data(MatrixModel::BenefitRole).toString(), QStringLiteral("One cable."));
        QCOMPARE(cell(0, 0).data(MatrixModel::FallbacksRole).toStringList(),
            QStringList { QStringLiteral("Travel hub") });
        QCOMPARE(cell(0, 0).data(MatrixModel::ShareRole).toDouble(), -1.0); // nobody was counted: not shown
        QVERIFY(cell(1, 1).data().toString().isEmpty());
    }

    void benefitIsEditedInTheInspectorAndUndone()
    {
        click(cell(0, 0));
        QCOMPARE(session().selection().object.id, std::string("onboarding|save_time"));
        auto* benefit = inInspector<CommitText>();
        QVERIFY(benefit);
        const auto before = m_fixture->rows();
        benefit->setFocus();
        benefit->selectAll();
        QTest::keyClicks(benefit, QStringLiteral("Plug in once."));
        QTest::keyClick(benefit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_fixture->rows(), before + 1);
        QCOMPARE(m_fixture->newest(), std::string("Onboarding × Save time: benefit “Plug in once.”"));
        QCOMPARE(cell(0, 0).data(MatrixModel::BenefitRole).toString(), QStringLiteral("Plug in once."));
        QVERIFY(session().undo());
        QCOMPARE(cell(0, 0).data(MatrixModel::BenefitRole).toString(), QStringLiteral("One cable."));
        QCOMPARE(m_fixture->rows(), before);
    }

    /// In a narrow panel too each kind of evidence and its source can be read whole.
    void evidenceIsNotCut()
    {
        model::Cell filled = session().draft()->policy.matrix.front();
        QVERIFY(session().apply({ "Seen",
            { store::put(filled, { { "clicks", "They click thrice.", "Site search, last 8 weeks" } }) },
            {} }));
        click(cell(0, 0));
        QWidget* page = m_screen->inspector();
        page->setParent(nullptr);
        page->resize(320, 700);
        page->show();
        QCoreApplication::processEvents();
        QComboBox* kind = nullptr;
        for (auto* box : page->findChildren<QComboBox*>())
            if (box->currentText() == QStringLiteral("Click sequence"))
                kind = box;
        QVERIFY(kind);
        QVERIFY(kind->width() >= kind->sizeHint().width());
        QLineEdit* source = nullptr;
        for (auto* line : page->findChildren<QLineEdit*>())
            if (line->text().startsWith(QStringLiteral("Site search")))
                source = line;
        QVERIFY(source);
        QVERIFY(source->width() > source->fontMetrics().horizontalAdvance(source->text()) + 16);
        page->setParent(m_screen.get());
    }

    void enterPicksAnOfferFromTheSearchableList()
    {
        m_screen->view()->setCurrentIndex(cell(1, 1));
        m_screen->view()->setFocus();
        QTest::keyClick(m_screen->view(), Qt::Key_Return);
        auto* popup = m_screen->findChild<PickPopup*>();
        QVERIFY(popup);
        auto* search = popup->findChild<QLineEdit*>();
        QTest::keyClicks(search, QStringLiteral("hub"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(cell(1, 1).data().toString(), QStringLiteral("Travel hub"));
        QCOMPARE(m_fixture->newest(), std::string("Using × Reduce risk: nothing → Travel hub"));
    }

    void deleteClearsAndUndoBringsBack()
    {
        const auto draft = *session().draft();
        m_screen->view()->setCurrentIndex(cell(0, 0));
        QTest::keyClick(m_screen->view(), Qt::Key_Delete);
        QVERIFY(cell(0, 0).data().toString().isEmpty());
        QVERIFY(session().undo());
        QVERIFY(*session().draft() == draft);
    }

    void aCellIsCopiedAndPasted()
    {
        m_screen->view()->setCurrentIndex(cell(0, 0));
        QTest::keyClick(m_screen->view(), Qt::Key_C, Qt::ControlModifier);
        m_screen->view()->setCurrentIndex(cell(1, 0));
        QTest::keyClick(m_screen->view(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(cell(1, 0).data().toString(), QStringLiteral("USB-C dock"));
        QCOMPARE(cell(1, 0).data(MatrixModel::BenefitRole).toString(), QStringLiteral("One cable."));
    }

    void anOfferIsDroppedIntoACell()
    {
        QMimeData data;
        data.setData(QString::fromLatin1(OfferMime), "hub");
        QVERIFY(m_screen->matrix()->dropMimeData(&data, Qt::CopyAction, -1, -1, cell(0, 0)));
        QCOMPARE(cell(0, 0).data().toString(), QStringLiteral("Travel hub")); // first now
        QCOMPARE(cell(0, 0).data(MatrixModel::FallbacksRole).toStringList(),
            QStringList { QStringLiteral("USB-C dock") });
    }

    void stagesMoveByKeyboard()
    {
        m_screen->view()->setCurrentIndex(cell(0, 0));
        QTest::keyClick(m_screen->view(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(session().draft()->policy.stages.front().id, std::string("using"));
        QCOMPARE(m_screen->view()->currentIndex().row(), 1); // the selection goes with its stage
    }

    void aHeaderOpensItsCondition()
    {
        QHeaderView* header = m_screen->view()->verticalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
            QPoint(40, header->sectionViewportPosition(0) + header->sectionSize(0) / 2));
        QCOMPARE(session().selection().object.kind, std::string("stage"));
        auto* title = inInspector<CommitLine>();
        QVERIFY(title);
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("First weeks"));
        QTest::keyClick(title, Qt::Key_Return);
        QCOMPARE(m_fixture->newest(), std::string("Onboarding renamed to First weeks"));
    }

    void anEmptyProjectStartsWithTheUsualAxes()
    {
        store::Command command { "Empty", {}, {} };
        for (const char* id : { "onboarding", "using" })
            command.edits.push_back(store::remove("stage", id));
        command.edits.push_back(store::remove("cell", "onboarding|save_time"));
        QVERIFY(session().apply(command));
        auto* start = m_screen->findChild<QPushButton*>();
        QVERIFY(start && start->isVisible());
        QTest::mouseClick(start, Qt::LeftButton);
        QCOMPARE(m_screen->matrix()->rowCount(), 3);
    }
};

QTEST_MAIN(TestNeedsScreen)
#include "tst_needs_screen.moc"
