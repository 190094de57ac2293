// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "ui/offers/offer_editor.h"
#include "ui/offers/offer_library.h"
#include "ui/offers/library_model.h"
#include "ui/offers/offers_screen.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/expression_field.h"
#include "ui/widgets/form_parts.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QTest>

using namespace ow;
using namespace ow::ui;

class TestOffersScreen : public QObject {
    Q_OBJECT

    std::unique_ptr<AuthoringFixture> m_fixture;
    std::unique_ptr<OffersScreen> m_screen;

    Session& session() { return m_fixture->session(); }
    const model::Offer& offer(int i) { return session().draft()->policy.offers.at(std::size_t(i)); }
    void retype(QWidget* field, const QString& text, Qt::Key end = Qt::Key_Return)
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, end);
    }

private slots:
    void initTestCase() { Theme::instance().install(*qApp, ThemeChoice::Light); }

    void init()
    {
        m_fixture = std::make_unique<AuthoringFixture>();
        m_screen = std::make_unique<OffersScreen>();
        m_screen->setSession(&session());
        m_screen->resize(1200, 700);
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_screen.get()));
    }

    void cleanup()
    {
        m_screen.reset();
        m_fixture.reset();
    }

    void theModelsAreModels()
    {
        OfferFilter filter;
        filter.setSourceModel(m_screen->library()->model());
        QAbstractItemModelTester source(
            m_screen->library()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester filtered(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setWords(QStringLiteral("hub travel"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setStatus(model::OfferStatus::Paused);
        QCOMPARE(filter.rowCount(), 0);
        session().undo();
        session().redo();
    }

    void aPriceIsOneCommandWithASentence()
    {
        const auto before = m_fixture->rows();
        retype(m_screen->editor()->priceLine(), QStringLiteral("189"));
        QCOMPARE(offer(0).price, Money { 189'00 });
        QCOMPARE(m_fixture->newest(), std::string("Price of USB-C dock: 199.00 → 189.00"));
        QCOMPARE(m_fixture->rows(), before + 1);
        QVERIFY(session().undo());
        QCOMPARE(offer(0).price, Money { 199'00 });
        QCOMPARE(m_screen->editor()->priceLine()->text(), QStringLiteral("199.00"));
    }

    void whatIsNoPriceIsSaidAndNotCommitted()
    {
        const auto before = m_fixture->rows();
        retype(m_screen->editor()->priceLine(), QStringLiteral("cheap"));
        QCOMPARE(m_fixture->rows(), before);
        QCOMPARE(offer(0).price, Money { 199'00 });
    }

    void aWrongExpressionIsUnderlinedHintedAndNotCommitted()
    {
        const auto before = m_fixture->rows();
        ExpressionEdit* when = m_screen->editor()->whenEdit();
        retype(when->field(), QStringLiteral("customer.segmen == 'pro'"));
        QVERIFY(!when->isValid());
        QCOMPARE(when->problem()->start, qsizetype(0));
        QVERIFY2(when->problem()->hint.contains(QStringLiteral("customer.segment")),
            qPrintable(when->problem()->hint));
        QCOMPARE(when->field()->extraSelections().size(), 1);
        QCOMPARE(when->field()->extraSelections().front().cursor.selectedText(),
            QStringLiteral("customer.segmen"));
        QCOMPARE(m_fixture->rows(), before);
        QCOMPARE(offer(0).when, std::string("true"));
    }

    void aRightExpressionIsCommitted()
    {
        ExpressionEdit* when = m_screen->editor()->whenEdit();
        retype(when->field(), QStringLiteral("customer.segment == 'pro'"));
        QVERIFY(when->isValid());
        QCOMPARE(offer(0).when, std::string("customer.segment == 'pro'"));
        QVERIFY(when->field()->extraSelections().isEmpty());
    }

    void escapeGivesUp()
    {
        ExpressionEdit* when = m_screen->editor()->whenEdit();
        retype(when->field(), QStringLiteral("fals"), Qt::Key_Escape);
        QCOMPARE(when->text(), QStringLiteral("true"));
    }

    void namesAreCompleted()
    {
        ExpressionEdit* when = m_screen->editor()->whenEdit();
        when->field()->setFocus();
        QTest::keyClick(when->field(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(when->field(), QStringLiteral("customer.seg"));
        QWidget* popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(when->text(), QStringLiteral("customer.segment"));
    }

    void deletingTakesTheOfferOutOfEverythingInOneStep()
    {
        const auto before = *session().draft();
        m_screen->library()->list()->setFocus();
        QTest::keyClick(m_screen->library()->list(), Qt::Key_Delete);
        const auto& policy = session().draft()->policy;
        QCOMPARE(policy.offers.size(), std::size_t(1));
        QCOMPARE(policy.matrix.front().offers, (std::vector<model::CellOffer> { { "hub", 0.5 } }));
        QVERIFY(policy.cooldowns.empty() && policy.sequence.empty() && policy.exclusive.empty());
        QVERIFY(session().undo());
        QVERIFY(*session().draft() == before);
    }

    void aCopyIsADraftOfItsOwn()
    {
        m_screen->library()->list()->setFocus();
        QTest::keyClick(m_screen->library()->list(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(session().draft()->policy.offers.size(), std::size_t(3));
        QCOMPARE(offer(2).status, model::OfferStatus::Draft);
        QVERIFY(offer(2).id != offer(0).id);
        QCOMPARE(session().selection().object.id, offer(2).id);
    }
};

QTEST_MAIN(TestOffersScreen)
#include "tst_offers_screen.moc"
