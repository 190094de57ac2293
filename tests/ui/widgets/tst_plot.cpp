// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/plot_ink.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace ow::ui;
using namespace Qt::StringLiterals;

class TestPlot : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::instance().install(*qApp, ThemeChoice::Light); }
    void tickLabels_data();
    void tickLabels();
    void hoverTellsTheNearestPoint();
    void screenReadersGetEveryPoint();
    void files_data();
    void files();
    void refusesWhatItCannotWrite();
    void drawsInTheThemesColours();
    void forestAndHeatHaveWords();
    void gapsAndNothingAtAll();
};

namespace {

LineChart chart()
{
    LineChart c;
    c.x.title = u"week"_s;
    c.y.title = u"attach rate, %"_s;
    c.y.scale = 100;
    PlotSeries s;
    s.label = u"treatment"_s;
    s.points = { { 0, 0.10, 0.08, 0.12, u"first"_s }, { 1, 0.20, 0.15, 0.25, u"second"_s },
        { 2, 0.30, 0.25, 0.35, u"third"_s } };
    c.series = { s };
    return c;
}

// Pixels of exactly this colour: the line's core is drawn unblended somewhere.
int pixels(const QImage& image, const QColor& color)
{
    int n = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            n += image.pixelColor(x, y).rgb() == color.rgb();
    return n;
}

void present(Plot& plot)
{
    plot.resize(500, 240);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTest::qWait(30); // replots are queued
}

}

void TestPlot::tickLabels_data()
{
    QTest::addColumn<double>("tick");
    QTest::addColumn<bool>("sign");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 0.05 << false << u"5 %"_s;
    QTest::newRow("one decimal") << 0.025 << false << u"2.5 %"_s;
    QTest::newRow("rounding noise") << 0.1 + 0.2 << false << u"30 %"_s;
    QTest::newRow("zero has no sign") << -1e-17 << true << u"0 %"_s;
    QTest::newRow("plus") << 0.05 << true << u"+5 %"_s;
    QTest::newRow("a real minus") << -0.05 << true << u"\u22125 %"_s;
}

void TestPlot::tickLabels()
{
    QFETCH(double, tick);
    QFETCH(bool, sign);
    QFETCH(QString, text);
    PlotAxis axis;
    axis.scale = 100;
    axis.suffix = u" %"_s;
    axis.sign = sign;
    QCOMPARE(tickText(tick, axis, QLocale::c()), text);
}

void TestPlot::hoverTellsTheNearestPoint()
{
    Plot plot;
    plot.show(chart());
    present(plot);
    QSet<QString> heard;
    for (int x = 0; x < plot.width(); x += 4)
        for (int y = 0; y < plot.height(); y += 4)
            heard.insert(plot.wordsAt({ x, y }));
    QCOMPARE(heard, QSet<QString>({ QString(), u"first"_s, u"second"_s, u"third"_s }));
    QCOMPARE(plot.wordsAt({ 1, 1 }), QString());
}

void TestPlot::screenReadersGetEveryPoint()
{
    Plot plot;
    plot.setTitle(u"Attach rate by week"_s);
    plot.show(chart());
    QCOMPARE(plot.accessibleName(), u"Attach rate by week"_s);
    QCOMPARE(plot.accessibleDescription(), u"first; second; third"_s);
}

void TestPlot::files_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
    QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
    QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF");
}

void TestPlot::files()
{
    QFETCH(QString, suffix);
    QFETCH(QByteArray, start);
    QTemporaryDir folder;
    Plot plot;
    plot.show(chart());
    present(plot);
    const QString name = folder.filePath(u"chart."_s + suffix);
    QCOMPARE(plot.save(name), QString());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith(start));
    QVERIFY(bytes.size() > 1000);
}

void TestPlot::refusesWhatItCannotWrite()
{
    Plot plot;
    plot.show(chart());
    QVERIFY(!plot.save(u"/no/such/folder/chart.svg"_s).isEmpty());
    QVERIFY(!plot.save(u"/no/such/folder/chart.png"_s).isEmpty());
    QVERIFY(plot.save(u"chart.bmp"_s).contains(u".svg"_s));
}

void TestPlot::drawsInTheThemesColours()
{
    Plot plot;
    plot.show(chart());
    present(plot);
    const QColor light = inkColor(PlotInk::Accent);
    QVERIFY(pixels(plot.grab().toImage(), light) > 50);
    Theme::instance().choose(ThemeChoice::Dark);
    QTest::qWait(30);
    QVERIFY(inkColor(PlotInk::Accent) != light);
    const QImage dark = plot.grab().toImage();
    QVERIFY(pixels(dark, inkColor(PlotInk::Accent)) > 50);
    QCOMPARE(pixels(dark, light), 0);
    Theme::instance().choose(ThemeChoice::Light);
}

void TestPlot::forestAndHeatHaveWords()
{
    Plot plot;
    ForestChart forest;
    forest.rows = { { u"pro"_s, {}, 0.1, 0.05, 0.15, PlotInk::Accent, u"pro words"_s },
        { u"home"_s, {}, 0.0, {}, {}, PlotInk::Grey, u"home words"_s } };
    plot.show(forest);
    present(plot);
    QSet<QString> heard;
    for (int y = 0; y < plot.height(); y += 4)
        heard.insert(plot.wordsAt({ plot.width() / 2, y }));
    QVERIFY(heard.contains(u"pro words"_s) && heard.contains(u"home words"_s));

    HeatChart heat;
    heat.columns = { u"30 d"_s, u"60 d"_s };
    heat.rows = { u"3 Feb"_s };
    heat.cells = { { 5.0, false, u"5"_s, u"five"_s }, { {}, true, {}, u"not mature"_s } };
    plot.show(heat);
    QTest::qWait(30);
    QCOMPARE(plot.accessibleDescription(), u"five; not mature"_s);
}

void TestPlot::gapsAndNothingAtAll()
{
    LineChart c = chart();
    c.series[0].points[1].y.reset();
    Plot plot;
    plot.show(c);
    present(plot);
    QCOMPARE(plot.accessibleDescription(), u"first; third"_s);
    for (PlotPoint& point : c.series[0].points)
        point = { point.x, {}, {}, {}, {} };
    c.emptyText = u"nothing yet"_s;
    plot.show(c);
    QCOMPARE(plot.accessibleDescription(), QString());
    plot.clear();
    QTest::qWait(30);
}

QTEST_MAIN(TestPlot)
#include "tst_plot.moc"
