// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "release/vectors.h"
#include "store/text_form.h"
#include "ui/merge/field_row.h"
#include "ui/merge/merge_list_model.h"
#include "ui/merge/merge_screen.h"
#include "ui/merge/value_box.h"
#include "ui/widgets/labels.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

/// The three panes, worked as a person does: with clicks and keys on a real project and a real copy of it.
class TestMergeScreen : public QObject {
    Q_OBJECT

    std::unique_ptr<AuthoringFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MergeScreen> m_screen;
    std::unique_ptr<QAbstractItemModelTester> m_modelTester, m_filterTester;
    QString m_theirs;

    Session& session() { return m_fixture->session(); }

    template <typename T>
    T* child(const QString& name)
    {
        T* found = m_screen->findChild<T*>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }

    QTreeView* list() { return m_screen->findChild<QTreeView*>(); }
    bool atStart() { return child<QPushButton>(u"compare"_s)->isVisible(); }

    static void put(store::Project& project, const char* title, const store::Edit& edit)
    {
        if (!project.apply({ title, { edit }, {} }))
            qFatal("a step failed");
    }

    static store::Edit cap(const model::Draft& draft, int limit, Duration window)
    {
        model::Cap changed = draft.policy.caps.front();
        changed.limit = limit;
        changed.window = window;
        return store::put(changed);
    }

    static store::Edit cell(const model::Draft& draft, double dock, const char* benefit)
    {
        model::Cell changed = draft.policy.matrix.front();
        changed.offers.front().fit = dock;
        changed.benefit = benefit;
        return store::put(changed);
    }

    static store::Edit price(const model::Draft& draft, std::int64_t minor)
    {
        model::Offer changed = draft.policy.offers.front();
        changed.price = { minor };
        return store::put(changed);
    }

    /// Ours: cap 2, fit 0.5, price 189. Theirs: cap 4 within 14 days, benefit anew, price 179.
    void part()
    {
        m_theirs = m_folder->filePath(u"theirs.offerwright"_s);
        const auto saved = session().project()->saveCopy(m_theirs.toStdString());
        QVERIFY(saved);
        auto theirs = store::Project::open(m_theirs.toStdString());
        QVERIFY(theirs);
        const auto base = session().draft();
        put(**theirs, "Cap", cap(*base, 4, days(14)));
        put(**theirs, "Cell", cell(*base, 1.0, "Two cables."));
        put(**theirs, "Price", price(*base, 179'00));
        put(*session().project(), "Cap", cap(*base, 2, days(7)));
        put(*session().project(), "Cell", cell(*base, 0.5, "One cable."));
        put(*session().project(), "Price", price(*base, 189'00));
    }

    void compare()
    {
        child<QLineEdit>(u"theirs-path"_s)->setText(m_theirs);
        QTest::mouseClick(child<QPushButton>(u"compare"_s), Qt::LeftButton);
        QTRY_VERIFY(m_screen->settled());
    }

    void settle() { QTRY_VERIFY(m_screen->settled() && session().isQuiet()); }

    const store::MergePlan::Item& item(const std::string& path)
    {
        for (const auto& found : m_screen->plan()->items())
            if (found.difference.field.path == path)
                return found;
        qFatal("no difference at %s", path.c_str());
    }
    std::size_t number(const std::string& path)
    {
        return std::size_t(&item(path) - m_screen->plan()->items().data());
    }

    /// The list's line of the field, brought in front as by a click.
    void click(const std::string& path)
    {
        const auto* filter = static_cast<QSortFilterProxyModel*>(list()->model());
        const auto* model = static_cast<MergeListModel*>(filter->sourceModel());
        const QModelIndex index = filter->mapFromSource(model->indexOf(number(path)));
        QVERIFY(index.isValid());
        list()->scrollTo(index);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(index).center());
    }

    FieldRow* row(const std::string& path)
    {
        QCoreApplication::processEvents(); // what a layout got is shown from the event loop
        for (FieldRow* found : m_screen->findChildren<FieldRow*>())
            if (found->item() == number(path) && found->isVisible())
                return found;
        qFatal("no row for %s", path.c_str());
    }

    void press(FieldRow* row, const QString& name)
    {
        auto* button = row->findChild<QAbstractButton*>(name);
        QVERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
    }

private slots:
    void initTestCase() { Theme::instance().install(*qApp, ThemeChoice::Light); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fixture = std::make_unique<AuthoringFixture>();
        m_screen = std::make_unique<MergeScreen>();
        m_screen->setSession(&session());
        m_screen->resize(1220, 740);
        m_screen->show();
        m_screen->activate();
        m_filterTester = std::make_unique<QAbstractItemModelTester>(list()->model());
        m_modelTester = std::make_unique<QAbstractItemModelTester>(
            static_cast<QSortFilterProxyModel*>(list()->model())->sourceModel());
        part();
    }

    void cleanup()
    {
        m_modelTester.reset();
        m_filterTester.reset();
        m_screen.reset();
        m_fixture.reset();
        m_folder.reset();
    }

    void conflictsStandFirstAndTheRestIsSettled()
    {
        compare();
        QVERIFY(!atStart());
        const auto* plan = m_screen->plan();
        QVERIFY(plan);
        QCOMPARE(int(plan->items().size()), 5);
        QCOMPARE(int(plan->left()), 2); // the limit and the price
        const QModelIndex first = list()->currentIndex();
        QVERIFY(first.data(MergeListModel::OpenRole).toBool());
        QVERIFY(!child<QPushButton>(u"apply"_s)->isEnabled());
        for (const auto& [button, rows] :
            { std::pair { u"show-conflicts"_s, 2 }, { u"show-automatic"_s, 3 }, { u"show-all"_s, 5 } }) {
            QTest::mouseClick(child<QToolButton>(button), Qt::LeftButton);
            int shown = 0;
            for (int group = 0; group < list()->model()->rowCount(); ++group)
                shown += list()->model()->rowCount(list()->model()->index(group, 0));
            QCOMPARE(shown, rows);
        }
    }

    void clicksSettleAndApplyIsOneStep()
    {
        compare();
        const std::size_t before = m_fixture->rows();
        const auto draft = session().draft();
        click("limit");
        press(row("limit"), u"theirs"_s);
        QCOMPARE(int(m_screen->plan()->left()), 1);
        click("price");
        press(row("price"), u"base"_s);
        settle();
        QCOMPARE(int(m_screen->plan()->left()), 0);
        QCOMPARE(*session().draft() == *draft, true); // nothing is changed before Apply
        QCOMPARE(m_fixture->rows(), before);
        QTest::keyClicks(child<QLineEdit>(u"why"_s), u"the shop's week"_s);
        auto* apply = child<QPushButton>(u"apply"_s);
        QVERIFY(apply->isEnabled());
        QVERIFY2(apply->text().contains(u'3'), qPrintable(apply->text())); // cap, cell, offer
        QTest::mouseClick(apply, Qt::LeftButton);
        const auto& now = session().draft()->policy;
        QCOMPARE(now.caps.front().limit, 4);
        QVERIFY(now.caps.front().window == days(14));
        QCOMPARE(now.matrix.front().offers.front().fit, 0.5); // only ours changed it
        QCOMPARE(now.matrix.front().benefit, std::string("Two cables.")); // only theirs did
        QCOMPARE(now.offers.front().price.minor, 199'00);
        QCOMPARE(m_fixture->rows(), before + 1);
        QCOMPARE(m_fixture->newest(), std::string("Merged with theirs.offerwright"));
        QCOMPARE(session().project()->history(1).front().why, std::string("the shop's week"));
        QVERIFY(atStart());
        QVERIFY(session().undo());
        QVERIFY(*session().draft() == *draft);
    }

    void keysDoAllOfIt()
    {
        compare();
        list()->setFocus();
        QVERIFY(list()->currentIndex().data(MergeListModel::OpenRole).toBool());
        const int first = list()->currentIndex().data(MergeListModel::ItemRole).toInt();
        QTest::keyClick(list(), Qt::Key_F8);
        const int second = list()->currentIndex().data(MergeListModel::ItemRole).toInt();
        QVERIFY(second != first && list()->currentIndex().data(MergeListModel::OpenRole).toBool());
        QTest::keyClick(list(), Qt::Key_F8);
        QCOMPARE(list()->currentIndex().data(MergeListModel::ItemRole).toInt(), first); // around the end
        QTest::keyClick(list(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(list()->currentIndex().data(MergeListModel::ItemRole).toInt(), second);
        QTest::keyClick(list(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_screen->plan()->items()[std::size_t(second)].choice, store::MergePlan::Choice::Theirs);
        QTest::keyClick(list(), Qt::Key_F8);
        QCOMPARE(list()->currentIndex().data(MergeListModel::ItemRole).toInt(), first);
        QTest::keyClick(list(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_screen->plan()->items()[std::size_t(first)].choice, store::MergePlan::Choice::Ours);
        settle();
        const std::size_t before = m_fixture->rows();
        QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_fixture->rows(), before + 1);
    }

    void aValueCanBeEdited()
    {
        compare();
        click("price");
        QTest::keyClick(list(), Qt::Key_F2);
        FieldRow* price = row("price");
        QVERIFY(price->isEditing());
        auto* editor = price->findChild<QPlainTextEdit*>(u"editor"_s);
        editor->setPlainText(u"cheap"_s);
        press(price, u"use"_s);
        QVERIFY(price->isEditing()); // no price: it says so and waits
        QCOMPARE(editor->property("invalid").toBool(), true);
        auto* why = price->findChild<QLabel*>(u"invalid"_s);
        QVERIFY(why->isVisible());
        QVERIFY2(why->text().contains(u"cheap"_s) && why->text().contains(u"USD"_s), qPrintable(why->text()));
        QCOMPARE(item("price").choice, store::MergePlan::Choice::None);
        editor->setPlainText(u"184.50"_s);
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!price->isEditing());
        QCOMPARE(item("price").choice, store::MergePlan::Choice::Edited);
        QVERIFY(item("price").edited == Json(184'50));
        // A value of its type that the draft refuses: said below, and nothing can be applied.
        click("limit");
        press(row("limit"), u"edit"_s);
        editor = row("limit")->findChild<QPlainTextEdit*>(u"editor"_s);
        editor->setPlainText(u"-7"_s);
        press(row("limit"), u"use"_s);
        settle();
        QCOMPARE(int(m_screen->plan()->left()), 0);
        QVERIFY(!child<QPushButton>(u"apply"_s)->isEnabled());
        press(row("limit"), u"ours"_s);
        settle();
        QVERIFY(child<QPushButton>(u"apply"_s)->isEnabled());
    }

    void theFirstPageIsAsHighAsWhatIsInIt()
    {
        m_screen->resize(1600, 1300);
        QCoreApplication::processEvents();
        auto* compare = child<QPushButton>(u"compare"_s);
        const QWidget* card = compare->parentWidget();
        const int below = card->height() - compare->geometry().bottom();
        QVERIFY2(below < 24, qPrintable(QString::number(below)));
    }

    /// F2, a value, Enter, F8: the keys never lose what was typed, and end in the list.
    void theEditorIsWorkedByKeys()
    {
        compare();
        click("price");
        QTest::keyClick(list(), Qt::Key_F2);
        auto* editor = row("price")->findChild<QPlainTextEdit*>(u"editor"_s);
        QCOMPARE(m_screen->focusWidget(), editor);
        QTest::keyClicks(editor, u"184.50"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(item("price").edited == Json(184'50));
        QVERIFY(!row("price")->isEditing());
        QCOMPARE(m_screen->focusWidget(), list());
        // F8 hands over what was typed, and Escape nothing.
        click("limit");
        QTest::keyClick(list(), Qt::Key_F2);
        editor = row("limit")->findChild<QPlainTextEdit*>(u"editor"_s);
        QTest::keyClicks(editor, u"9"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(m_screen->focusWidget(), list());
        QCOMPARE(item("limit").choice, store::MergePlan::Choice::None);
        QTest::keyClick(list(), Qt::Key_F2);
        QTest::keyClicks(editor, u"5"_s);
        QTest::keyClick(editor, Qt::Key_F8);
        QVERIFY(item("limit").edited == Json(5));
        QCOMPARE(m_screen->focusWidget(), list());
        // F8 with nothing typed settles nothing.
        click("price");
        press(row("price"), u"base"_s);
        m_screen->activate();
        click("limit");
        QTest::keyClick(list(), Qt::Key_F2);
        QTest::keyClick(row("limit")->findChild<QPlainTextEdit*>(u"editor"_s), Qt::Key_F8);
        QVERIFY(item("limit").edited == Json(5));
    }

    /// What is no value keeps its editor open, whichever way one wants to leave it.
    void whatIsNoValueIsNotLeft()
    {
        compare();
        click("limit");
        QTest::keyClick(list(), Qt::Key_F2);
        FieldRow* limit = row("limit");
        auto* editor = limit->findChild<QPlainTextEdit*>(u"editor"_s);
        QTest::keyClicks(editor, u"many"_s);
        QTest::keyClick(editor, Qt::Key_F8);
        QVERIFY(limit->isEditing() && limit->findChild<QLabel*>(u"invalid"_s)->isVisible());
        click("price");
        QTRY_COMPARE(list()->currentIndex().data(MergeListModel::ItemRole).toInt(), int(number("limit")));
        QVERIFY(limit->isEditing());
        QCOMPARE(editor->toPlainText(), u"many"_s);
        editor->selectAll();
        QTest::keyClicks(editor, u"6"_s);
        QVERIFY(!limit->findChild<QLabel*>(u"invalid"_s)->isVisible());
        click("price"); // a click elsewhere hands over what was typed
        QVERIFY(item("limit").edited == Json(6));
        QCOMPARE(list()->currentIndex().data(MergeListModel::ItemRole).toInt(), int(number("price")));
    }

    void applyTakesWhatIsBeingTyped()
    {
        compare();
        click("price");
        press(row("price"), u"ours"_s);
        click("limit");
        press(row("limit"), u"theirs"_s);
        settle();
        press(row("limit"), u"edit"_s);
        QTest::keyClicks(row("limit")->findChild<QPlainTextEdit*>(u"editor"_s), u"8"_s);
        QTest::mouseClick(child<QPushButton>(u"apply"_s), Qt::LeftButton);
        QTRY_VERIFY(atStart());
        QCOMPARE(session().draft()->policy.caps.front().limit, 8);
    }

    /// The whole object shows no value in the result where none was chosen.
    void theWholeObjectSaysWhatIsOpen()
    {
        compare();
        settle();
        click("limit");
        const auto result = [this] { return child<QLabel>(u"all-result"_s)->text(); };
        QVERIFY2(result().contains(u"Not settled yet"_s), qPrintable(result()));
        QVERIFY2(result().contains(u"14 days"_s), qPrintable(result())); // what merged by itself
        press(row("limit"), u"theirs"_s);
        settle();
        QVERIFY2(!result().contains(u"Not settled yet"_s), qPrintable(result()));
    }

    /// Taken away there, changed here: one conflict about the whole, told by what changed.
    void aRemovedObjectIsAConflictOfTheWhole()
    {
        const auto draft = session().draft();
        model::Cooldown longer = draft->policy.cooldowns.front();
        longer.length = days(45);
        put(*session().project(), "Longer", store::put(longer));
        {
            const auto theirs = store::Project::open(m_theirs.toStdString());
            QVERIFY(theirs);
            put(**theirs, "Gone", store::remove("cooldown", longer.id));
        }
        compare();
        click("");
        FieldRow* whole = row("");
        QCOMPARE(whole->findChild<ValueBox*>(u"ours"_s)->valueText(), u"Length: 45 days"_s);
        QCOMPARE(whole->findChild<ValueBox*>(u"theirs"_s)->valueText(), u"Taken away"_s);
        QVERIFY(!whole->findChild<QPushButton*>(u"edit"_s)->isVisible());
        QCOMPARE(whole->findChild<QLabel*>(u"before-lines"_s)->text(), u"Before:\nLength: 30 days"_s);
        settle();
        const QString result = child<QLabel>(u"all-result"_s)->text();
        QVERIFY2(result.count(u"Not settled yet"_s) == 1 && !result.contains(u"45 days"_s), qPrintable(result));
        press(whole, u"theirs"_s);
        for (const char* path : { "limit", "price" }) {
            click(path);
            press(row(path), u"ours"_s);
        }
        settle();
        QTest::mouseClick(child<QPushButton>(u"apply"_s), Qt::LeftButton);
        QVERIFY(session().draft()->policy.cooldowns.empty());
        QVERIFY(session().undo());
        QVERIFY(session().draft()->policy.cooldowns.front().length == days(45));
    }

    void cancelLosesNothing()
    {
        compare();
        click("limit");
        press(row("limit"), u"theirs"_s);
        settle();
        const std::size_t before = m_fixture->rows();
        QTest::mouseClick(child<QPushButton>(u"cancel"_s), Qt::LeftButton);
        QVERIFY(atStart());
        QCOMPARE(m_fixture->rows(), before);
        auto* resume = child<QPushButton>(u"resume"_s);
        QVERIFY(resume->isVisible());
        QTest::mouseClick(resume, Qt::LeftButton);
        QVERIFY(!atStart());
        QCOMPARE(item("limit").choice, store::MergePlan::Choice::Theirs);
    }

    void theBaseIsWhereTheTwoParted()
    {
        compare();
        QVERIFY(item("limit").difference.field.base == Json(3));
        // A text form has no history: the page says so and takes a folder or a release for it.
        const auto theirs = store::Project::open(m_theirs.toStdString(), store::Access::View);
        QVERIFY(theirs);
        const auto objects = store::objectSet((*theirs)->objects().value());
        const QString text = m_folder->filePath(u"text"_s);
        QVERIFY(store::writeTextForm(text.toStdString(), *objects));
        QTest::mouseClick(child<QPushButton>(u"cancel"_s), Qt::LeftButton);
        child<QLineEdit>(u"theirs-path"_s)->setText(text);
        QTest::mouseClick(child<QPushButton>(u"compare"_s), Qt::LeftButton);
        settle();
        QVERIFY(atStart());
        QVERIFY(child<QLabel>(u"error"_s)->isVisible());
        auto* base = child<QComboBox>(u"base-kind"_s);
        base->setCurrentIndex(base->findData(u"nothing"_s));
        QTest::mouseClick(child<QPushButton>(u"compare"_s), Qt::LeftButton);
        settle();
        QVERIFY(!atStart());
        QVERIFY(!item("limit").difference.field.base);
        // Each difference is a conflict but the fit: theirs leaves it at its default, as nothing does.
        QCOMPARE(int(m_screen->plan()->left()), 4); // no base: each difference is a conflict
    }

    /// A release knows no titles and evidence: of those, what differs looks like a conflict, and the screen
    /// says why.
    void aReleaseAsBaseSaysWhatItLacks()
    {
        const auto pack = release::makeRelease(
            *session().draft(), *session().catalogue(), "1", Timestamp { 1'700'000'000'000 });
        QVERIFY(pack);
        QVERIFY(session().addRelease("1", {}, pack->bytes));
        m_screen->activate();
        auto* base = child<QComboBox>(u"base-kind"_s);
        base->setCurrentIndex(base->findData(u"release:1"_s));
        compare();
        QVERIFY(!atStart());
        const QString said = child<ElidedLabel>(u"from"_s)->fullText();
        QVERIFY2(said.contains(u"p.offerwright@1"_s) && said.contains(u"evidence"_s), qPrintable(said));
    }

    void ourOwnFileAndNonsenseAreRefused()
    {
        for (const QString& path : { QString::fromStdString(session().project()->file().string()),
                 m_folder->filePath(u"nothing"_s), m_folder->path() }) {
            child<QLineEdit>(u"theirs-path"_s)->setText(path);
            QTest::mouseClick(child<QPushButton>(u"compare"_s), Qt::LeftButton);
            settle();
            QVERIFY(atStart());
            QVERIFY2(child<QLabel>(u"error"_s)->isVisible(), qPrintable(path));
        }
    }

    void anEditUnderTheMergeIsTakenIn()
    {
        compare();
        click("limit");
        press(row("limit"), u"theirs"_s);
        settle();
        put(*session().project(), "Price", price(*session().draft(), 175'00));
        settle();
        QVERIFY(!atStart());
        QCOMPARE(item("limit").choice, store::MergePlan::Choice::Theirs);
        QVERIFY(item("price").difference.field.ours == Json(175'00));
        session().close();
        QVERIFY(!m_screen->plan());
    }
};

QTEST_MAIN(TestMergeScreen)
#include "tst_merge_screen.moc"
