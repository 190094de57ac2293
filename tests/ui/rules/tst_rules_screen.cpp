// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "ui/rules/condition_builder.h"
#include "ui/rules/condition_edit.h"
#include "ui/rules/rule_editor.h"
#include "ui/rules/rule_sentences.h"
#include "ui/rules/rule_tree_model.h"
#include "ui/rules/rules_screen.h"
#include "ui/rules/sequence_editor.h"
#include "ui/rules/sequence_lanes.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/expression_field.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace ow;
using namespace ow::ui;

class TestRulesScreen : public QObject {
    Q_OBJECT

    std::unique_ptr<AuthoringFixture> m_fixture;
    std::unique_ptr<RulesScreen> m_screen;

    Session& session() { return m_fixture->session(); }
    const model::Policy& policy() { return session().draft()->policy; }
    void open(const char* kind, const char* id) { session().select(Selection::of(kind, id)); }
    template <typename T>
    T* inEditor()
    {
        return m_screen->editor()->findChild<T*>();
    }

private slots:
    void initTestCase() { Theme::instance().install(*qApp, ThemeChoice::Light); }

    void init()
    {
        m_fixture = std::make_unique<AuthoringFixture>();
        m_screen = std::make_unique<RulesScreen>();
        m_screen->setSession(&session());
        m_screen->resize(1100, 700);
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_screen.get()));
    }

    void cleanup()
    {
        m_screen.reset();
        m_fixture.reset();
    }

    void theTreeIsAModel()
    {
        QAbstractItemModelTester tester(
            m_screen->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(session().undo());
        QVERIFY(session().redo());
        open("cap", "week");
        QTest::keyClick(m_screen->list(), Qt::Key_Delete);
        QVERIFY(policy().caps.empty());
        QVERIFY(session().undo());
        QCOMPARE(policy().caps.size(), std::size_t(1));
    }

    void capsAndCooldownsReadAsSentences()
    {
        const model::Draft& draft = *session().draft();
        QCOMPARE(sentence(policy().caps.front(), draft),
            QStringLiteral("Per customer, all offers together may be shown at most 3 times within 7 days."));
        QCOMPARE(sentence(policy().cooldowns.front(), draft),
            QStringLiteral("When USB-C dock was declined, it rests for 30 days."));
        QCOMPARE(sentence(policy().sequence.front(), draft),
            QStringLiteral("USB-C dock only 2 hours to 4 hours after a support case is resolved."));
        QCOMPARE(sentence(policy().exclusive.front(), draft),
            QStringLiteral("Of USB-C dock and Travel hub, only one within 2 weeks."));
        QCOMPARE(sentence(policy().guardrails),
            QStringLiteral("Margin at least 68\u202F%, discount at most 15\u202F%."));
    }

    void aLimitIsOneCommandAndOneUndo()
    {
        open("cap", "week");
        auto* limit = inEditor<QSpinBox>();
        QVERIFY(limit);
        limit->setFocus();
        limit->selectAll();
        QTest::keyClicks(limit, QStringLiteral("2"));
        QTest::keyClick(limit, Qt::Key_Return);
        QCOMPARE(policy().caps.front().limit, 2);
        QCOMPARE(m_fixture->newest(),
            std::string(
                "Cap week: Per customer, all offers together may be shown at most 2 times within 7 days."));
        QVERIFY(session().undo());
        QCOMPARE(policy().caps.front().limit, 3);
        QCOMPARE(limit->value(), 3);
    }

    void aWrongConditionIsUnderlinedHintedAndNotCommitted()
    {
        open("suppression", "case");
        auto* edit = inEditor<ExpressionEdit>();
        const auto before = m_fixture->rows();
        edit->field()->setFocus();
        QTest::keyClick(edit->field(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit->field(), QStringLiteral("facts.view > 2"));
        QTest::keyClick(edit->field(), Qt::Key_Escape); // closes the names
        if (edit->text() != QStringLiteral("facts.view > 2")) {
            QTest::keyClick(edit->field(), Qt::Key_A, Qt::ControlModifier);
            edit->field()->insertPlainText(QStringLiteral("facts.view > 2"));
        }
        QTest::keyClick(edit->field(), Qt::Key_Return);
        QVERIFY(!edit->isValid());
        QCOMPARE(
            edit->field()->extraSelections().front().cursor.selectedText(), QStringLiteral("facts.view"));
        QVERIFY2(
            edit->problem()->hint.contains(QStringLiteral("facts.views")), qPrintable(edit->problem()->hint));
        QCOMPARE(m_fixture->rows(), before);
        QCOMPARE(policy().suppress.front().when, std::string("customer.segment == 'new'"));
    }

    void whatIsHalfTypedIsThereAgain()
    {
        open("suppression", "case");
        auto* edit = inEditor<ExpressionEdit>();
        edit->field()->setFocus();
        edit->field()->selectAll();
        edit->field()->insertPlainText(QStringLiteral("customer.segment == "));
        m_screen->list()->setFocus();
        QTest::keyClick(m_screen->list(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(policy().suppress.size(), std::size_t(2));
        QCOMPARE(edit->text(), QStringLiteral("customer.segment == 'new'")); // the copy's
        open("cap", "week");
        open("suppression", "case");
        QCOMPARE(edit->field()->toPlainText(), QStringLiteral("customer.segment == "));
        QVERIFY(!edit->isValid());
        edit->field()->setFocus();
        QTest::keyClick(edit->field(), Qt::Key_Escape); // gives it up
        QTest::keyClick(edit->field(), Qt::Key_Escape);
        QCOMPARE(edit->text(), QStringLiteral("customer.segment == 'new'"));
        open("cap", "week");
        open("suppression", "case");
        QCOMPARE(edit->text(), QStringLiteral("customer.segment == 'new'"));
        QVERIFY(edit->isValid());
    }

    void builderAndTextStayInStep()
    {
        open("suppression", "case");
        auto* builder = inEditor<ConditionBuilder>();
        auto* edit = inEditor<ExpressionEdit>();
        QCOMPARE(builder->tree().children.size(), std::size_t(1));
        QCOMPARE(builder->tree().children.front().name, std::string("customer.segment"));
        // text -> builder
        edit->field()->setFocus();
        edit->field()->selectAll();
        edit->field()->insertPlainText(QStringLiteral("customer.segment == 'new' && facts.views > 2"));
        QTest::keyClick(edit->field(), Qt::Key_Return);
        QCOMPARE(builder->tree().children.size(), std::size_t(2));
        // builder -> text: any instead of all
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // of the rows before
        auto* kind = builder->findChild<QComboBox*>();
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QCOMPARE(QString::fromStdString(policy().suppress.front().when),
            QStringLiteral("customer.segment == \"new\" || facts.views > 2"));
        QCOMPARE(edit->text(), QStringLiteral("customer.segment == \"new\" || facts.views > 2"));
    }

    void theSequenceWindowIsDraggedInOneStep()
    {
        open("sequence", "after_case");
        SequenceLanes* lanes = m_screen->sequences()->lanes();
        QTRY_VERIFY(lanes->isVisible());
        const auto before = m_fixture->rows();
        const QPoint from = *lanes->laterEnd(0);
        QTest::mousePress(lanes, Qt::LeftButton, {}, from);
        QTest::mouseMove(lanes, from + QPoint(20, 0));
        QTest::mouseMove(lanes, from + QPoint(60, 0));
        QTest::mouseRelease(lanes, Qt::LeftButton, {}, from + QPoint(60, 0));
        const auto max = policy().sequence.front().max;
        QVERIFY(max && *max > hours(4));
        QCOMPARE(max->ms % hours(1).ms, 0); // rounded to what a person would say
        QCOMPARE(policy().sequence.front().min, hours(2));
        QCOMPARE(m_fixture->rows(), before + 1); // many moves, one history row
        QVERIFY(session().undo());
        QCOMPARE(*policy().sequence.front().max, hours(4));
    }

    void theSequenceWindowIsMovedByKeys()
    {
        open("sequence", "after_case");
        SequenceLanes* lanes = m_screen->sequences()->lanes();
        lanes->setFocus();
        QTest::keyClick(lanes, Qt::Key_Right);
        QCOMPARE(*policy().sequence.front().max, hours(5));
        QTest::keyClick(lanes, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(policy().sequence.front().min, (Duration { hours(2).ms - 15 * 60'000 }));
    }

    void everyKindCanBeAddedCopiedAndDeleted()
    {
        const auto before = *session().draft();
        for (int i = 0; i < RuleKinds; ++i) {
            const auto kind = RuleKind(i);
            if (kind == RuleKind::Settings)
                continue;
            std::string id;
            QVERIFY(session().apply(addRule(kind, *session().draft(), id)));
            std::string copy;
            QVERIFY(session().apply(copyRule(kind, id, *session().draft(), copy)));
            QVERIFY(copy != id);
            open(storeKind(kind), copy.c_str());
            QCOMPARE(m_screen->editor()->rule(), copy);
            QVERIFY(session().apply(removeRule(kind, copy, *session().draft())));
            QVERIFY(session().apply(removeRule(kind, id, *session().draft())));
        }
        QVERIFY(*session().draft() == before);
    }
};

QTEST_MAIN(TestRulesScreen)
#include "tst_rules_screen.moc"
