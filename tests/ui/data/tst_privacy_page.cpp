// SPDX-License-Identifier: GPL-3.0-or-later
// The door of the import page, the report, and erasing, by clicks.
#include "ui/data/customer_panel.h"
#include "ui/data/data_screen.h"
#include "ui/data/erase_dialog.h"
#include "ui/data/import_door.h"
#include "ui/data/import_page.h"
#include "ui/data/import_summary.h"
#include "ui/data/privacy_page.h"
#include "ui/data/privacy_words.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace ow;
using namespace ow::ui;

class TestPrivacyPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Settings::forget();
        Theme::instance().install(*qApp, ThemeChoice::Light);
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_messages.clear();
        m_session = std::make_unique<Session>();
        QVERIFY(m_session->create(path("p.offerwright").toStdString(), { "Test", "EUR", "UTC" }));
        m_screen = std::make_unique<DataScreen>();
        m_screen->resize(1200, 760);
        m_screen->setSession(m_session.get());
        m_screen->show();
        connect(m_session.get(), &Session::messageRaised, this,
            [this](Tone, const QString& text, const QString& details) { m_messages << text + details; });
        write("customers.csv",
            "customer,Vorname,contact,segment\nada@example.org,Ada,ada@example.org,pro\n"
            "bob@example.org,Bob,bob@example.org,new\n");
    }

    void cleanup()
    {
        QTRY_VERIFY(m_session->isQuiet());
        m_screen.reset();
        m_session.reset();
    }

    /// Flagged columns stand there with the reason, unticked; one click keeps one.
    void columnsAreLeftOutUnlessKept()
    {
        plan("customers.csv");
        const auto boxes = columnBoxes();
        QCOMPARE(boxes.size(), 2);
        QCOMPARE(boxes[0]->text(), QStringLiteral("Vorname (names)"));
        QVERIFY(boxes[0]->toolTip().contains(QStringLiteral("told by its name")));
        QCOMPARE(boxes[1]->text(), QStringLiteral("contact (e-mail addresses)"));
        QVERIFY(boxes[1]->toolTip().contains(QStringLiteral("told by its values")));
        QVERIFY(!boxes[0]->isChecked() && !boxes[1]->isChecked());
        QVERIFY(noteText().contains(QStringLiteral("e-mail addresses"))); // the ids are
        click(boxes[0]);
        QTRY_VERIFY(!columnBoxes().isEmpty() && columnBoxes()[0]->isChecked());
        QTRY_VERIFY(page()->files()[0].dryRun.has_value());
        import();
        QCOMPARE(attributes(), (QStringList { "vorname", "segment" }));
    }

    void idsAreReplacedWithAKeyOutside()
    {
        plan("customers.csv");
        const QString key = path("outside.key");
        QVERIFY(page()->door()->makeKey(key));
        QVERIFY(pseudonyms()->isChecked());
        const auto allowed = QFileInfo(key).permissions();
        QVERIFY(!allowed.testAnyFlags(
            QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther));
        QCOMPARE(QFileInfo(key).size(), 65); // 32 bytes in hexadecimal and a line's end
        QVERIFY(noteText().contains(QStringLiteral("safe place")));
        QVERIFY(!page()->door()->makeKey(key)); // never over a file
        QVERIFY(noteText().contains(QStringLiteral("never written over")));
        import();
        QCOMPARE(m_session->counts().customers, 2);
        const QByteArray bytes = projectBytes();
        QVERIFY(!bytes.contains("ada@example.org"));
        QVERIFY(!bytes.contains("outside.key")); // the person's settings know it
        QCOMPARE(rememberedKey(path("p.offerwright")), key);

        // The next file of the project goes the same way by itself.
        write("events.csv", "customer,at,type,sku\nada@example.org,2026-01-05T10:00:00Z,purchased,A\n");
        plan("events.csv");
        QVERIFY(pseudonyms()->isChecked());
        QVERIFY(!noteText().contains(QStringLiteral("e-mail addresses")));
        import();
        QCOMPARE(m_session->counts().customers, 2);

        // And they are found by the original id.
        showPrivacy();
        QVERIFY(pageText().contains(QStringLiteral("ids look like pseudonyms")));
        m_screen->privacyPage()->askToErase();
        auto* dialog = m_screen->findChild<EraseDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->findChild<QPlainTextEdit*>(QStringLiteral("eraseIds"))->setPlainText("ada@example.org\n\n");
        QVERIFY2(allText(dialog).contains(QStringLiteral("1 of 1 are there; events: 1")),
            qPrintable(allText(dialog)));
        eraseForGood(dialog);
        QCOMPARE(m_session->counts().customers, 1);
    }

    void theReportIsCountedAndErasingIsAskedOnce()
    {
        plan("customers.csv");
        import();
        write("events.csv",
            "customer,at,type,sku,session\nada@example.org,2026-01-05T10:00:00Z,purchased,A,s1\n"
            "bob@example.org,someday,purchased,A,s2\n");
        plan("events.csv");
        import();
        showPrivacy();
        const QString before = pageText();
        for (const char* part : { "customers", "ids are one of these: e-mail addresses",
                 "attributes do not look personal", "rejected rows",
                 "Left out: Vorname (names), contact (e-mail addresses)", "0 customers were erased so far" })
            QVERIFY2(
                before.contains(QString::fromLatin1(part)), qPrintable(QString::fromLatin1(part) + before));
        click(m_screen->findChild<QPushButton*>(QStringLiteral("eraseCustomers")));
        auto* dialog = m_screen->findChild<EraseDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        auto* button = dialog->findChild<QPushButton*>(QStringLiteral("eraseForGood"));
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(QStringLiteral("eraseIds")), "ada@example.org");
        QVERIFY(button->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("eraseWhy")), "asked");
        eraseForGood(dialog);
        QCOMPARE(m_session->counts().customers, 1);
        QVERIFY(!projectBytes().contains("ada@example.org"));
        QVERIFY2(m_messages.join(u'|').contains(QStringLiteral("Erased. Customers: 1, events: 1")),
            qPrintable(m_messages.join(u'|')));
        QTRY_VERIFY(m_screen->privacyPage()->settled() && pageText().contains(QStringLiteral("asked. By ")));
        QVERIFY(m_session->isEditable());
        QCOMPARE(m_session->undoTitle(), QStringLiteral("Imported events.csv (1 row)"));
    }

    void aCustomerIsErasedFromTheHistoryPanel()
    {
        plan("customers.csv");
        import();
        m_screen->showTab(DataScreen::Customers);
        m_screen->showCustomer("bob@example.org");
        QTRY_VERIFY(m_screen->customerPanel()->isVisible());
        QTest::mouseClick(m_screen->findChild<QToolButton*>(QStringLiteral("eraseThis")), Qt::LeftButton);
        auto* dialog = m_screen->findChild<EraseDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->request().persons.at(0).id, std::string("bob@example.org"));
        dialog->reject(); // nothing happens
        QCOMPARE(m_session->counts().customers, 2);
    }

    /// An id that is not there, and a project that another connection reads: the project comes back as it
    /// was.
    void whatCannotBeErasedLeavesTheProjectOpen()
    {
        plan("customers.csv");
        import();
        m_screen->privacyPage()->erase({ { { "eve@example.org", "" } }, "", "" });
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && m_screen->privacyPage()->settled(), 20'000);
        QVERIFY(m_session->isEditable());
        QCOMPARE(m_session->counts().customers, 2);
        QVERIFY(m_messages.join(u'|').contains(QStringLiteral("holds nothing of this customer")));
    }

private:
    QString path(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& text)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), qint64(text.size()));
    }
    ImportPage* page() { return m_screen->importPage(); }
    QCheckBox* pseudonyms() { return page()->findChild<QCheckBox*>(QStringLiteral("pseudonyms")); }
    /// Those of columns, as they are shown.
    QList<QCheckBox*> columnBoxes()
    {
        QList<QCheckBox*> out;
        for (QCheckBox* box : page()->door()->findChildren<QCheckBox*>())
            if (box != pseudonyms() && box->isVisible())
                out << box;
        return out;
    }
    void click(QAbstractButton* button)
    {
        QVERIFY(button != nullptr);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    }
    void plan(const char* file)
    {
        m_screen->importFiles({ path(file) });
        QTRY_VERIFY(page()->files().size() == 1 && page()->files()[0].dryRun.has_value());
        QTest::qWait(20); // boxes of before are deleted later
    }
    void import()
    {
        click(page()->findChild<QPushButton*>(QStringLiteral("importButton")));
        QTRY_VERIFY2(m_screen->summary()->isVisible(), qPrintable(m_messages.join(u'|')));
        QTRY_VERIFY(m_session->isQuiet());
    }
    void showPrivacy()
    {
        m_screen->showTab(DataScreen::Privacy);
        QTRY_VERIFY(m_screen->privacyPage()->isVisible() && m_screen->privacyPage()->settled()
            && pageText().contains(QStringLiteral("were erased so far"))); // lines come up with the next event
    }
    void eraseForGood(EraseDialog* dialog)
    {
        click(dialog->findChild<QPushButton*>(QStringLiteral("eraseForGood")));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && !m_screen->privacyPage()->erasing(), 20'000);
    }
    static QString allText(QWidget* of)
    {
        QStringList out;
        for (const QLabel* label : of->findChildren<QLabel*>())
            if (label->isVisibleTo(of))
                out << label->text();
        return out.join(QLatin1Char(' '));
    }
    QString pageText() { return allText(m_screen->privacyPage()); }
    QString noteText() { return allText(page()->door()); }
    QStringList attributes()
    {
        QStringList out;
        for (const auto& attribute : m_session->draft()->policy.customerAttributes)
            out << QString::fromStdString(attribute.name);
        return out;
    }
    QByteArray projectBytes()
    {
        QByteArray out;
        for (const char* name : { "p.offerwright", "p.offerwright-wal" }) {
            QFile file(path(name));
            if (file.open(QIODevice::ReadOnly))
                out += file.readAll();
        }
        return out;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DataScreen> m_screen;
    QStringList m_messages;
};

QTEST_MAIN(TestPrivacyPage)
#include "tst_privacy_page.moc"
