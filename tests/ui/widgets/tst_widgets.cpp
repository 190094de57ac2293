// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/interval_bar.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

#include <cmath>

using namespace ow::ui;
using namespace Qt::StringLiterals;

class TestWidgets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { Theme::instance().install(*qApp, ThemeChoice::Light); }

    void tableRowsAreCopiedAsTabSeparatedText()
    {
        QStandardItemModel model(2, 3);
        model.setHorizontalHeaderLabels({ u"A"_s, u"B"_s, u"C"_s });
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 3; ++column)
                model.setItem(row, column, new QStandardItem(u"%1%2"_s.arg(row).arg(column)));
        model.item(1, 0)->setText(u"a\tb\nc"_s);
        DataTable table;
        table.setModel(&model);
        table.setColumnHidden(1, true);
        table.show();
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"A\tC\n00\t02\na b c\t12\n"_s);
    }

    void enterActivatesTheRow()
    {
        QStandardItemModel model(2, 1);
        DataTable table;
        table.setModel(&model);
        table.show();
        table.setCurrentIndex(model.index(1, 0));
        QSignalSpy activated(&table, &QAbstractItemView::activated);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toModelIndex().row(), 1);
    }

    void aChipIsPressedByKeyAndRemovedByItsCross()
    {
        Chip chip(u"offer"_s);
        chip.setPressable(true);
        chip.setRemovable(true);
        chip.resize(chip.sizeHint());
        chip.show();
        QSignalSpy clicked(&chip, &Chip::clicked);
        QSignalSpy removed(&chip, &Chip::removed);
        QTest::keyClick(&chip, Qt::Key_Return);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(10, chip.height() / 2));
        QCOMPARE(clicked.count(), 2);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 12, chip.height() / 2));
        QTest::keyClick(&chip, Qt::Key_Delete);
        QCOMPARE(removed.count(), 2);
        QCOMPARE(clicked.count(), 2);
    }

    void aGoodMessageGoesByItselfABadOneWaits()
    {
        MessageBar bar;
        bar.showMessage(Tone::Good, u"done"_s);
        QVERIFY(bar.isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!bar.isVisible(), 8000);
        bar.showMessage(Tone::Bad, u"failed"_s);
        QTest::qWait(50);
        QVERIFY(bar.isVisible());
        QTest::keyClick(&bar, Qt::Key_Escape);
        QVERIFY(!bar.isVisible());
    }

    void escapeEmptiesTheSearchField()
    {
        SearchField field(u"Filter"_s);
        field.show();
        QTest::keyClicks(&field, u"abc"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
    }

    void aCutLabelTellsAllInItsTooltip()
    {
        ElidedLabel label(u"a rather long text that will not fit"_s);
        label.show();
        label.resize(label.sizeHint());
        QVERIFY(label.toolTip().isEmpty());
        label.resize(60, 20);
        QCOMPARE(label.toolTip(), label.fullText());
    }

    void chipsWrap()
    {
        QWidget box;
        auto* flow = new FlowLayout(8, &box);
        for (int i = 0; i < 6; ++i) {
            auto* part = new QWidget;
            part->setFixedSize(50, 20);
            flow->addWidget(part);
        }
        QCOMPARE(flow->heightForWidth(6 * 50 + 5 * 8), 20);
        QCOMPARE(flow->heightForWidth(6 * 50 + 5 * 8 - 1), 48);
        QCOMPARE(flow->heightForWidth(50), 6 * 20 + 5 * 8);
    }

    void theIntervalBarShowsZeroAndTheValue()
    {
        IntervalBar bar;
        bar.setScale(-1, 1);
        bar.setValue(0.5, 0.4, 0.6);
        bar.resize(208, 16); // 4 pixels of margin on each side: 100 pixels a unit
        const QImage image = bar.grab().toImage();
        const auto differs = [&](int x, int y) { return image.pixelColor(x, y) != image.pixelColor(30, 1); };
        QVERIFY(differs(104, 2)); // the zero line, above the middle
        QVERIFY(!differs(60, 2));
        QCOMPARE(image.pixelColor(154, 8), colors().accent); // the value
    }

    /// What a field has handed over is the project's to undo, not the field's.
    void whatIsCommittedIsNoLongerTheFieldsToUndo()
    {
        CommitLine line;
        line.show();
        QTest::keyClicks(&line, u"abc"_s);
        QVERIFY(line.isUndoAvailable());
        QTest::keyClick(&line, Qt::Key_Left);
        QTest::keyClick(&line, Qt::Key_Return);
        QVERIFY(!line.isUndoAvailable());
        QCOMPARE(line.text(), u"abc"_s);
        QCOMPARE(line.cursorPosition(), 2);
        CommitText text(3);
        text.show();
        QTest::keyClicks(&text, u"abc"_s);
        QVERIFY(text.document()->isUndoAvailable());
        QTest::keyClick(&text, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!text.document()->isUndoAvailable());
        QCOMPARE(text.toPlainText(), u"abc"_s);
    }

    void theTextColoursHaveEnoughContrast_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void theTextColoursHaveEnoughContrast()
    {
        QFETCH(bool, dark);
        Theme::instance().choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        // WCAG 2.1, 1.4.3: relative luminance and 4.5 : 1 for text.
        const auto luminance = [](const QColor& c) {
            const auto part
                = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
            return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
        };
        const auto contrast = [&](const QColor& a, const QColor& b) {
            const double x = luminance(a);
            const double y = luminance(b);
            return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
        };
        const Colors c = colors();
        for (const QColor& ink : { c.ink, c.muted, c.good, c.caution, c.bad, c.accent })
            for (const QColor& ground : { c.paper, c.page })
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + u" on "_s + ground.name()));
        QVERIFY(contrast(c.onAccent, c.accent) >= 4.5);
        QVERIFY(contrast(c.good, c.goodWash) >= 4.5);
        QVERIFY(contrast(c.caution, c.cautionWash) >= 4.5);
        QVERIFY(contrast(c.bad, c.badWash) >= 4.5);
        QVERIFY(contrast(c.ink, c.selected) >= 4.5);
        Theme::instance().choose(ThemeChoice::Light);
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
