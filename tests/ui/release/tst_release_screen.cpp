// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "base/sha256.h"
#include "model/pack_json.h"
#include "ui/release/checklist.h"
#include "ui/release/diff_model.h"
#include "ui/release/release_details.h"
#include "ui/release/release_list_model.h"
#include "ui/release/release_screen.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

class TestReleaseScreen : public QObject {
    Q_OBJECT

    std::unique_ptr<AuthoringFixture> m_fixture;
    std::unique_ptr<ReleaseScreen> m_screen;

    Session& session() { return m_fixture->session(); }
    QPushButton* button() { return m_screen->findChild<QPushButton*>(u"release"_s); }
    QAbstractItemModel* diff() { return m_screen->findChild<QTreeView*>()->model(); }
    void rename(const std::string& name)
    {
        model::Offer offer = session().draft()->policy.offers.front();
        offer.name = name;
        QVERIFY(session().apply({ "Renamed", { store::put(offer) }, {} }));
    }

private slots:
    void initTestCase() { Theme::instance().install(*qApp, ThemeChoice::Light); }

    void init()
    {
        m_fixture = std::make_unique<AuthoringFixture>();
        m_screen = std::make_unique<ReleaseScreen>();
        m_screen->setSession(&session());
        m_screen->resize(1200, 700);
        m_screen->show();
        m_screen->activate();
        QTRY_VERIFY(m_screen->settled());
    }

    void cleanup()
    {
        m_screen.reset();
        m_fixture.reset();
    }

    void releasingWritesThePackAndItsHash()
    {
        QTRY_VERIFY2(button()->isEnabled(), qPrintable(button()->text()));
        QCOMPARE(m_screen->findChild<QLineEdit*>(u"version"_s)->text(), u"1"_s);
        QTest::keyClicks(m_screen->findChild<QPlainTextEdit*>(u"note"_s), u"the first"_s);
        QTest::mouseClick(button(), Qt::LeftButton);
        const auto releases = session().project()->releases();
        QCOMPARE(releases.size(), std::size_t(1));
        QCOMPARE(releases[0].version, std::string("1"));
        QCOMPARE(releases[0].note, std::string("the first"));
        QCOMPARE(releases[0].sha256, toHex(sha256(releases[0].pack)));
        const auto pack = model::readPackText(releases[0].pack);
        QVERIFY(pack.has_value());
        QCOMPARE(pack->offers.size(), session().draft()->policy.offers.size());
        QCOMPARE(pack->products.size(), std::size_t(3));
        // Nothing is new now.
        QTRY_VERIFY(m_screen->settled());
        QTRY_VERIFY(!button()->isEnabled());
        QCOMPARE(m_screen->findChild<QLineEdit*>(u"version"_s)->text(), u"2"_s);
    }

    void theSavedFileHoldsThoseBytes()
    {
        QTRY_VERIFY(button()->isEnabled());
        QTest::mouseClick(button(), Qt::LeftButton);
        QTemporaryDir folder;
        auto* details = m_screen->findChild<ReleaseDetails*>();
        QVERIFY(details->savePack(folder.filePath(u"p.json"_s)));
        QFile file(folder.filePath(u"p.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().toStdString(), session().project()->releases().front().pack);
        QVERIFY(!details->savePack(folder.filePath(u"no/such/folder/p.json"_s)));
    }

    /// By the menu, as a person does it: from this release to the draft, and to another release.
    void theDifferencesAreSavedAsAPage()
    {
        QTRY_VERIFY(button()->isEnabled());
        QTest::mouseClick(button(), Qt::LeftButton);
        rename("Better dock");
        QTRY_VERIFY(button()->isEnabled());
        QTest::mouseClick(button(), Qt::LeftButton); // 2
        rename("Best dock");
        QTemporaryDir folder;
        const auto save = [&](int entry) {
            const QString path = folder.filePath(u"%1.html"_s.arg(entry));
            QTimer::singleShot(100, m_screen.get(), [&, entry] {
                auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
                QVERIFY(menu);
                QTimer::singleShot(200, m_screen.get(), [&] {
                    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
                    QVERIFY(dialog);
                    dialog->findChild<QLineEdit*>()->setText(path);
                    QMetaObject::invokeMethod(dialog, "accept");
                });
                for (int i = 0; i <= entry; ++i)
                    QTest::keyClick(menu, Qt::Key_Down);
                QTest::keyClick(menu, Qt::Key_Return);
            });
            QTest::mouseClick(m_screen->findChild<QPushButton*>(u"saveDifferences"_s), Qt::LeftButton);
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        const QString draft = save(0);
        QVERIFY2(draft.contains(u"From <b><bdi>release 2</bdi></b> to <b><bdi>draft</bdi></b>"_s),
            qPrintable(draft));
        QVERIFY2(draft.contains(u"“Better dock” → “Best dock”"_s), qPrintable(draft));
        const QString older = save(1);
        QVERIFY2(older.contains(u"From <b><bdi>release 1</bdi></b> to <b><bdi>release 2</bdi></b>"_s),
            qPrintable(older));
        QVERIFY2(older.contains(u"“USB-C dock” → “Better dock”"_s), qPrintable(older));
        QVERIFY(
            !m_screen->findChild<ReleaseDetails*>()->saveDifferences({}, folder.filePath(u"no/page.html"_s)));
    }

    void theDiffNamesWhatChangedByMeaning()
    {
        QTRY_VERIFY(button()->isEnabled());
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_VERIFY(m_screen->settled());
        rename("Better dock");
        QTRY_COMPARE(diff()->rowCount(), 1);
        const QModelIndex group = diff()->index(0, 0);
        QVERIFY(group.data().toString().startsWith(u"Offers"_s));
        QCOMPARE(diff()->rowCount(group), 1);
        const QModelIndex object = diff()->index(0, 0, group);
        QCOMPARE(object.data(DiffModel::KindRole).toString(), u"offer"_s);
        QCOMPARE(object.siblingAtColumn(DiffModel::After).data().toString(), u"Better dock"_s);
        QTRY_VERIFY(button()->isEnabled());
        QVERIFY(session().undo());
        QTRY_VERIFY(!button()->isEnabled());
    }

    void aDraftWithErrorsCannotBeReleased()
    {
        QTRY_VERIFY(button()->isEnabled());
        model::Offer offer = session().draft()->policy.offers.front();
        offer.when = "no.such.name";
        QVERIFY(session().apply({ "Broke it", { store::put(offer) }, {} }));
        QTRY_VERIFY(m_screen->settled());
        QVERIFY(!button()->isEnabled());
        QVERIFY(session().project()->releases().empty());
    }

    /// What cannot be released yet is still said to be compared with the last release.
    void aBrokenDraftStillNamesTheLastRelease()
    {
        QTRY_VERIFY(button()->isEnabled());
        QTest::mouseClick(button(), Qt::LeftButton);
        model::Offer offer = session().draft()->policy.offers.front();
        offer.when = "no.such.name";
        QVERIFY(session().apply({ "Broke it", { store::put(offer) }, {} }));
        QTRY_VERIFY(m_screen->settled());
        const auto labels = m_screen->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel* label) { return label->text() == u"Changes since release 1"_s; }));
    }

    void theChecklistKnowsWhatIsMissing()
    {
        model::Draft draft = *session().draft();
        auto items = checklist(draft, session().counts(), {}, 0);
        QVERIFY(releasable(items));
        const auto has = [&items](CheckItem::State state, const QString& word) {
            return std::ranges::any_of(items,
                [&](const CheckItem& item) { return item.state == state && item.text.contains(word); });
        };
        draft.policy.holdout.reset();
        draft.policy.caps.clear();
        for (model::Offer& offer : draft.policy.offers)
            offer.status = model::OfferStatus::Paused;
        items = checklist(draft, session().counts(), {}, 0);
        QVERIFY(has(CheckItem::State::Caution, u"No holdout"_s));
        QVERIFY(has(CheckItem::State::Caution, u"No cap"_s));
        QVERIFY(has(CheckItem::State::Bad, u"No active offer"_s));
        QVERIFY(!releasable(items));
        Problem error;
        items = checklist(*session().draft(), session().counts(), { error }, 0);
        QVERIFY(!releasable(items));
        items = checklist(*session().draft(), {}, {}, 0);
        QVERIFY(has(CheckItem::State::Bad, u"No products"_s));
    }

    void versionsCountOn_data()
    {
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("next");
        QTest::newRow("number") << u"12"_s << u"13"_s;
        QTest::newRow("dotted") << u"1.9"_s << u"1.10"_s;
        QTest::newRow("words") << u"spring"_s << u"spring-2"_s;
        QTest::newRow("words with a number") << u"spring-2"_s << u"spring-3"_s;
    }
    void versionsCountOn()
    {
        QFETCH(QString, last);
        QFETCH(QString, next);
        store::Release release;
        release.version = last.toStdString();
        QCOMPARE(QString::fromStdString(nextVersion(release)), next);
        QCOMPARE(nextVersion({}), std::string("1"));
    }

    void theModelsAreModels()
    {
        DiffModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto plan = planRelease(*session().draft(), *session().catalogue(), {});
        QVERIFY(!plan.failure);
        model.setDifferences(plan.differences,
            [](const std::string&, const std::string& id) { return QString::fromStdString(id); });
        QVERIFY(model.rowCount() > 3);
        model.setDifferences({}, {});
        QCOMPARE(model.rowCount(), 0);
        ReleaseListModel list;
        QAbstractItemModelTester listTester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setReleases({ store::Release {} });
        QCOMPARE(list.rowCount(), 1);
        QVERIFY(list.at(0) && !list.at(1));
    }
};

QTEST_MAIN(TestReleaseScreen)
#include "tst_release_screen.moc"
