// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/mapping.h"
#include "ingest/saved_mappings.h"
#include "ui/data/data_screen.h"
#include "ui/data/import_page.h"
#include "ui/data/import_summary.h"
#include "ui/data/join_dialog.h"
#include "ui/data/mapping_panel.h"
#include "ui/data/value_words_dialog.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace ow;
using namespace ow::ui;

/// A file that no preset knows is mapped by hand, tried out, and imported.
class TestImportMapping : public QObject {
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
        QFile file(path("logbuch.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("wer;tag;tat;ding;preis\n"
                   "k1;31.12.2024;gekauft;A-1;19,90\n"
                   "k2;30.12.2024;angesehen;A-1;\n"
                   "k2;gestern;angesehen;B-2;\n"
                   "k3;28.12.2024;gekauft;B-2;1.250,00\n");
    }

    void aStrangeFileIsNotRecognised()
    {
        m_screen->importFiles({ path("logbuch.csv") });
        QTRY_VERIFY(page()->files().size() == 1 && page()->files()[0].preview);
        QVERIFY(page()->files()[0].preset.empty());
        QVERIFY(!button("importButton")->isEnabled());
        QVERIFY(!panel()->isVisible());
        QVERIFY(button("mapColumns")->isEnabled());
    }

    void columnsAreChosen()
    {
        QTest::mouseClick(button("mapColumns"), Qt::LeftButton);
        QTRY_VERIFY(panel()->isVisible());
        choose("mappingKind", "Events");
        QTRY_COMPARE(panel()->mapping().kind, std::string("events"));
        choose("source.customer", "wer");
        choose("source.at", "tag");
        choose("source.type", "tat");
        choose("source.sku", "ding");
        choose("source.value", "preis");
        choose("source.qty", QString::fromUtf8("–"));
        QVERIFY(panel()->missing().isEmpty());
        QCOMPARE(panel()->mapping().fields.at("customer").column, std::string("wer"));
        QTRY_VERIFY(page()->files()[0].dryRun);
        QVERIFY(button("importButton")->isEnabled());
        QCOMPARE(page()->files()[0].dryRun->rejected, 1);
    }

    void theFaultIsShownWhereItIs()
    {
        const QAbstractItemModel* rows = nullptr;
        for (const QTableView* one : page()->findChildren<QTableView*>())
            if (one->accessibleName() == QLatin1String("First rows of the file"))
                rows = one->model();
        QVERIFY(rows);
        int at = -1;
        for (int c = 0; c < rows->columnCount(); ++c)
            if (rows->headerData(c, Qt::Horizontal).toString() == QLatin1String("at"))
                at = c;
        QVERIFY(at >= 0);
        QVERIFY(rows->index(2, at).data(Qt::ToolTipRole).toString().contains(QLatin1String("is no time")));
        QVERIFY(rows->index(2, at).data(Qt::ForegroundRole).isValid());
        QVERIFY(!rows->index(1, at).data(Qt::ForegroundRole).isValid());
    }

    void wordsGetTheirMeaning()
    {
        QTest::mouseClick(button("words.type"), Qt::LeftButton);
        QTRY_VERIFY(panel()->findChild<ValueWordsDialog*>());
        auto* dialog = panel()->findChild<ValueWordsDialog*>();
        auto* words = dialog->findChild<QTableWidget*>(QStringLiteral("valueWords"));
        QCOMPARE(words->rowCount(), 2);
        for (int row = 0; row < 2; ++row)
            static_cast<QComboBox*>(words->cellWidget(row, 1))
                ->setCurrentText(words->item(row, 0)->text() == QLatin1String("gekauft")
                        ? QStringLiteral("purchased")
                        : QStringLiteral("product_viewed"));
        dialog->accept();
        QTRY_COMPARE(panel()->mapping().fields.at("type").values.at("gekauft"), std::string("purchased"));
    }

    void presetAgainAndBack()
    {
        QTest::mouseClick(button("mapColumns"), Qt::LeftButton);
        QVERIFY(!panel()->isVisible());
        QVERIFY(!page()->files()[0].mapping);
        QVERIFY(!button("importButton")->isEnabled());
        auto mapping = std::make_shared<ingest::Mapping>(*ingest::parseMapping(
            R"({"offerwright_mapping": 1, "kind": "events", "fields": {"customer": {"column": "wer"}, "at": {"column": "tag"},
                "type": {"column": "tat", "values": {"gekauft": "purchased", "angesehen": "product_viewed"}},
                "sku": {"column": "ding"}, "value": {"column": "preis"}, "channel": {"constant": "laden"}}})"));
        QTest::mouseClick(button("mapColumns"), Qt::LeftButton);
        QTRY_VERIFY(panel()->isVisible());
        panel()->setMapping(*mapping);
        emit panel()->changed();
        QTRY_VERIFY(page()->files()[0].dryRun);
    }

    /// The answer to a question counts for the field that was asked about, or for none where it is gone.
    void theMappingMayChangeWhileAConstantIsAsked()
    {
        MappingPanel panel;
        panel.setFile({ "wer", "tag" }, {});
        panel.setMapping(*ingest::parseMapping(
            R"({"offerwright_mapping": 1, "kind": "events", "fields": {"customer": {"column": "wer"}, "at": {"column": "tag"},
                "type": {"constant": "purchased"}}})"));
        const auto ask = [&panel](const std::function<void()>& meanwhile) {
            QTimer::singleShot(0, &panel, [meanwhile] {
                auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
                QVERIFY(dialog);
                meanwhile();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                dialog->setTextValue(QStringLiteral("laden"));
                dialog->accept();
            });
            QComboBox* combo = panel.findChildren<QComboBox*>(QStringLiteral("source.channel")).last();
            const int index = combo->findText(QString::fromUtf8("always the same…"));
            QVERIFY(index >= 0);
            combo->setCurrentIndex(index);
            emit combo->activated(index);
        };
        ask([&panel] {
            panel.setMapping(*ingest::parseMapping(
                R"({"offerwright_mapping": 1, "kind": "products", "fields": {"sku": {"column": "wer"}, "title": {"column": "tag"},
                    "price": {"column": "wer"}}})"));
        });
        QCOMPARE(panel.mapping().kind, std::string("products"));
        for (const auto& [field, source] : panel.mapping().fields)
            QVERIFY2(!source.constant, field.c_str());
        panel.setMapping(*ingest::parseMapping(
            R"({"offerwright_mapping": 1, "kind": "events", "fields": {"customer": {"column": "wer"}, "at": {"column": "tag"},
                "type": {"constant": "purchased"}}})"));
        ask([] {});
        QCOMPARE(panel.mapping().fields.at("channel").constant.value_or(""), std::string("laden"));
    }

    void aSavedMappingKnowsTheFilesForm()
    {
        PlannedFile file;
        ingest::Mapping mapping = *ingest::parseMapping(
            R"({"offerwright_mapping": 1, "kind": "products", "fields": {"sku": {"column": "wer"}, "title": {"column": "tag"},
                "price": {"column": "wer"}}})");
        mapping.file.separator = ',';
        mapping.file.timezone = "Europe/Berlin";
        file.mapping = std::make_shared<const ingest::Mapping>(mapping);
        file.options.separator = ';';
        const auto again = ingest::parseMapping(mappingText(file.mappingToSave()));
        QVERIFY2(again.has_value(), again ? "" : again.error().text().c_str());
        QCOMPARE(again->file.separator.value_or('?'), ';'); // as chosen
        QCOMPARE(again->file.timezone, std::string("Europe/Berlin")); // as the mapping said
    }

    void wordsThatNobodyTouchedStay()
    {
        ingest::FieldSource source;
        source.column = "tat";
        QStringList seen;
        for (int i = 0; i < 300; ++i) {
            seen << QStringLiteral("wort%1").arg(i);
            source.values[seen.last().toStdString()] = "purchased";
        }
        source.values["wort1"] = ""; // means nothing
        ValueWordsDialog dialog(QStringLiteral("type"), seen, source);
        QVERIFY(dialog.values() == source.values);
        auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("valueWords"));
        QVERIFY(table->rowCount() < 300);
        static_cast<QComboBox*>(table->cellWidget(0, 1))->setCurrentText(QString());
        static_cast<QComboBox*>(table->cellWidget(1, 1))->setCurrentText(QStringLiteral("returned"));
        auto expected = source.values;
        expected.erase("wort0");
        expected["wort1"] = "returned";
        QVERIFY(dialog.values() == expected);
    }

    void itIsImported()
    {
        QTest::mouseClick(button("importButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_screen->summary()->isVisible(), 20000);
        QCOMPARE(m_session->counts().events, 3);
        QCOMPARE(m_session->counts().customers, 3);
        const auto reader = m_session->project()->openReader();
        QVERIFY(reader.has_value());
        const auto events = (*reader)->events(0, 10);
        QCOMPARE(events[0].second.type, std::string("purchased"));
        QCOMPARE(events[0].second.value, 1990);
        QCOMPARE(events[0].second.channel, std::string("laden"));
        QCOMPARE(events[2].second.value, 125000);
    }

    /// What an event lacks comes from a second file, which lies elsewhere.
    void aSecondFileIsJoined()
    {
        QVERIFY(QDir(m_dir.path()).mkdir(QStringLiteral("elsewhere")));
        write("besuche.csv", "wer;wann;was\nk7;2024-12-31 10:00;1\nk8;2024-12-31 11:00;2\nk9;2024-12-31 12:00;3\n");
        write("elsewhere/seiten.csv", "was;sku;tat\n1;A-1;product_viewed\n2;B-2;added_to_cart\n");
        const std::int64_t before = m_session->counts().events;
        m_screen->importFiles({ path("besuche.csv") });
        QTRY_VERIFY(page()->files().size() == 1 && page()->files()[0].preview);
        QTest::mouseClick(button("mapColumns"), Qt::LeftButton);
        QTRY_VERIFY(panel()->isVisible());
        choose("mappingKind", "Events");
        QTRY_COMPARE(panel()->mapping().kind, std::string("events"));
        chooseFile(path("elsewhere/seiten.csv"));
        QTest::mouseClick(button("joinFile"), Qt::LeftButton);
        JoinDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = page()->findChild<JoinDialog*>()) != nullptr);
        const auto joined = dialog->join();
        QCOMPARE(joined.name, std::string("seiten"));
        QCOMPARE(joined.on, (std::map<std::string, std::string> { { "was", "was" } }));
        if (const QString to = qEnvironmentVariable("OFFERWRIGHT_PICTURES"); !to.isEmpty())
            dialog->grab().save(to + QStringLiteral("/join.png"));
        dialog->accept();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTRY_COMPARE(panel()->mapping().joins.size(), std::size_t(1));
        choose("source.customer", "wer");
        choose("source.at", "wann");
        choose("source.sku", "seiten.sku");
        choose("source.type", "seiten.tat");
        QVERIFY(panel()->missing().isEmpty());
        QTRY_VERIFY(page()->files()[0].dryRun);
        QTRY_VERIFY(button("importButton")->isEnabled());
        if (const QString to = qEnvironmentVariable("OFFERWRIGHT_PICTURES"); !to.isEmpty())
            m_screen->grab().save(to + QStringLiteral("/joined.png"));
        QTest::mouseClick(button("importButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->counts().events == before + 2, 20000);
        const auto reader = m_session->project()->openReader();
        const auto history = (*reader)->customer("k8");
        QVERIFY(history.has_value());
        QCOMPARE(history->second.events.at(0).sku, std::string("B-2"));
        QCOMPARE(history->second.events.at(0).type, std::string("cart_added"));
    }

    /// Said with one click, kept in the project and in a file by the menus, and taken from there for the next file.
    void negativeQuantitiesAreReturns()
    {
        write("kasse.csv", "wer;wann;was;ware;stueck\nk7;2025-01-02 10:00;purchased;A;2\nk7;2025-01-03 10:00;purchased;A;-1\n");
        m_screen->importFiles({ path("kasse.csv") });
        QTRY_VERIFY(page()->files().size() == 1 && page()->files()[0].preview);
        QTest::mouseClick(button("mapColumns"), Qt::LeftButton);
        QTRY_VERIFY(panel()->isVisible());
        choose("mappingKind", "Events");
        QTRY_COMPARE(panel()->mapping().kind, std::string("events"));
        auto* negative = panel()->findChild<QCheckBox*>(QStringLiteral("mappingNegative"));
        choose("source.qty", QString::fromUtf8("–"));
        QVERIFY(!negative->isVisible()); // there is no quantity
        choose("source.customer", "wer");
        choose("source.at", "wann");
        choose("source.type", "was");
        choose("source.sku", "ware");
        choose("source.qty", "stueck");
        QTRY_VERIFY(negative->isVisible());
        QTRY_VERIFY(page()->files()[0].dryRun);
        QCOMPARE(page()->files()[0].dryRun->rejected, 1);
        QTest::mouseClick(negative, Qt::LeftButton, {}, QPoint(8, negative->height() / 2));
        QVERIFY(negative->isChecked() && panel()->mapping().negativeIsReturn);
        QTRY_VERIFY(page()->files()[0].dryRun && page()->files()[0].dryRun->rejected == 0);

        QTest::mouseClick(button("mappingSave"), Qt::LeftButton);
        pick(QStringLiteral("Keep in the project"));
        QInputDialog* asked = nullptr;
        QTRY_VERIFY((asked = page()->findChild<QInputDialog*>()) != nullptr);
        asked->setTextValue(QStringLiteral("kasse"));
        asked->accept();
        const auto saved = ingest::savedMapping(*m_session->project(), "kasse");
        QVERIFY(saved && saved->mapping.negativeIsReturn);
        QCOMPARE(saved->columns.size(), std::size_t(5));
        chooseFile(path("kasse.json"));
        QTest::mouseClick(button("mappingSave"), Qt::LeftButton);
        pick(QStringLiteral("Save as file"));
        QTRY_VERIFY(QFile::exists(path("kasse.json")));
        QVERIFY(ingest::readMapping(path("kasse.json").toStdString())->negativeIsReturn);

        QTest::mouseClick(negative, Qt::LeftButton, {}, QPoint(8, negative->height() / 2));
        QTRY_VERIFY(page()->files()[0].dryRun && page()->files()[0].dryRun->rejected == 1);
        QTest::mouseClick(button("mappingLoad"), Qt::LeftButton);
        pick(QStringLiteral("kasse"));
        QTRY_VERIFY(page()->files()[0].dryRun && page()->files()[0].dryRun->rejected == 0);
        QVERIFY(negative->isChecked());
        const std::int64_t before = m_session->counts().events;
        QTest::mouseClick(button("importButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->counts().events == before + 2, 20000);
        const auto history = (*m_session->project()->openReader())->customer("k7");
        QVERIFY(history.has_value());
        QCOMPARE(history->second.events.back().type, std::string("returned"));
    }

    void aJoinIsTakenOut()
    {
        ingest::Mapping mapping;
        mapping.kind = "events";
        mapping.joins = { { "p", "p.csv", { { "was", "id" } } } };
        mapping.fields["sku"].column = "p.sku";
        mapping.fields["customer"].column = "wer";
        MappingPanel alone;
        alone.setFile({ "wer", "was" }, {});
        alone.setJoinedColumns({ { "p", { "id", "sku" } } });
        alone.setMapping(mapping);
        auto* said = alone.findChild<QLabel*>(QStringLiteral("mappingJoins"));
        QVERIFY(said->text().contains(QLatin1String("p.csv")));
        emit said->linkActivated(QStringLiteral("p"));
        QVERIFY(alone.mapping().joins.empty());
        QVERIFY(!alone.mapping().fields.contains("sku"));
        QVERIFY(alone.mapping().fields.contains("customer"));
        QVERIFY(said->isHidden());
    }

    void aJoinNeedsAName()
    {
        JoinDialog dialog({ "Kunden-Nr", "x" }, "/nowhere/kunden.csv", { "a", "kunden_nr" }, { "kunden" });
        QCOMPARE(dialog.join().name, std::string("kunden2"));
        QCOMPARE(dialog.join().on, (std::map<std::string, std::string> { { "Kunden-Nr", "kunden_nr" } }));
        const auto ok = [&] {
            return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled();
        };
        QVERIFY(ok());
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("joinName"));
        name->setText(QStringLiteral("kunden"));
        QVERIFY(!ok());
        name->setText(QStringLiteral("k"));
        QVERIFY(ok());
        dialog.findChild<QComboBox*>(QStringLiteral("joinOurs1"))->setCurrentIndex(2);
        QVERIFY(!ok()); // half a pair
        dialog.findChild<QComboBox*>(QStringLiteral("joinTheirs1"))->setCurrentIndex(1);
        QVERIFY(ok());
        QCOMPARE(dialog.join().on.at("x"), std::string("a"));
    }

private:
    void write(const char* name, const char* text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
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
    QString path(const char* name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    ImportPage* page() const { return m_screen->importPage(); }
    MappingPanel* panel() const { return page()->findChild<MappingPanel*>(); }
    QPushButton* button(const char* name) const
    {
        return page()->findChild<QPushButton*>(QString::fromUtf8(name));
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
        for (QMenu* menu : page()->findChildren<QMenu*>(QStringLiteral("mappingMenu")))
            if (menu->isVisible())
                return menu;
        return nullptr;
    }
    void choose(const char* name, const QString& text) const
    {
        // The newest of the name: one that was replaced goes away later.
        const auto all = page()->findChildren<QComboBox*>(QString::fromUtf8(name));
        QVERIFY(!all.isEmpty());
        QComboBox* combo = all.last();
        const int index = combo->findText(text);
        QVERIFY2(index >= 0, name);
        combo->setCurrentIndex(index);
        emit combo->activated(index);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DataScreen> m_screen;
};

QTEST_MAIN(TestImportMapping)
#include "tst_import_mapping.moc"
