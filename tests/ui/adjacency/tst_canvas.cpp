// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/canvas.h"

#include "ui/adjacency/edge_raster.h"
#include "ui/adjacency/graph_fixture.h"
#include "ui/adjacency/label_plan.h"
#include "ui/adjacency/worklist_model.h"
#include "ui/shell/theme.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace ow::ui;

class TestCanvas : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { Theme::instance().install(*qApp, ThemeChoice::Light); }

    void aRasterLineCoversItsPixels()
    {
        QImage image(40, 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        EdgeRaster(image, 0, 20).line({ 5, 10.5 }, { 35, 10.5 }, { Qt::black, 1, 1, 0, 0 });
        QCOMPARE(image.pixelColor(20, 10), QColor(Qt::black));
        QCOMPARE(image.pixelColor(20, 8), QColor(Qt::white));
        QCOMPARE(image.pixelColor(2, 10), QColor(Qt::white));
    }

    void aWideSteepLineIsAsWideAsToldAndCutAtTheBorder()
    {
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        EdgeRaster(image, 0, 40).line({ 20, -100 }, { 20, 100 }, { Qt::black, 1, 4, 0, 0 });
        int dark = 0;
        for (int x = 0; x < 40; ++x)
            dark += 255 - qRed(image.pixel(x, 0));
        QVERIFY2(qAbs(dark / 255.0 - 4) < 0.1, qPrintable(QString::number(dark / 255.0)));
    }

    void dashesLeaveGaps()
    {
        QImage image(100, 5, QImage::Format_RGB32);
        image.fill(Qt::white);
        EdgeRaster(image, 0, 5).line({ 0, 2.5 }, { 100, 2.5 }, { Qt::black, 1, 1, 10, 10 });
        QCOMPARE(image.pixelColor(5, 2), QColor(Qt::black));
        QCOMPARE(image.pixelColor(15, 2), QColor(Qt::white));
        QCOMPARE(image.pixelColor(25, 2), QColor(Qt::black));
    }

    void bandsOfAnImageMakeTheSamePictureAsTheWhole()
    {
        QImage whole(200, 100, QImage::Format_RGB32);
        whole.fill(Qt::white);
        QImage banded = whole;
        const auto draw = [](EdgeRaster raster) {
            for (int i = 0; i < 20; ++i)
                raster.line({ 10.0 * i, -5 }, { 200 - 9.0 * i, 110 }, { Qt::red, 0.5, i % 3 * 1.0, 0, 0 });
        };
        draw(EdgeRaster(whole, 0, 100));
        draw(EdgeRaster(banded, 0, 50));
        draw(EdgeRaster(banded, 50, 100));
        int different = 0; // a line cut at a band's border may round a pixel otherwise
        for (int y = 0; y < 100; ++y)
            for (int x = 0; x < 200; ++x)
                different += qAbs(qGreen(whole.pixel(x, y)) - qGreen(banded.pixel(x, y))) > 16;
        QVERIFY2(different < 100, qPrintable(QString::number(different)));
    }

    void labelsNeverLieOnEachOther()
    {
        const auto graph = madeGraph(400, 1200);
        const std::vector<char> all(graph->nodes.size(), 1);
        for (const double zoom : { 0.1, 0.4, 1.0 }) {
            const auto labelled = planLabels(*graph, all, zoom);
            std::vector<QRectF> shown;
            for (std::size_t i = 0; i < labelled.size(); ++i) {
                if (labelled[i] == 0)
                    continue;
                QRectF rect(QPointF(), graph->nodes[i].label(zoom));
                rect.moveCenter(graph->nodes[i].at * zoom);
                for (const QRectF& other : shown)
                    QVERIFY(!other.intersects(rect));
                shown.push_back(rect);
            }
            QVERIFY(shown.size() > 5);
        }
    }

    void theWorklistIsAProperModel()
    {
        const auto graph = madeGraph(60, 200);
        WorklistModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setGraph(graph, applyFilter(*graph, {}));
        const int all = model.rowCount();
        QVERIFY(all > 20);
        GraphFilter filter;
        filter.minLift = 3;
        model.setGraph(graph, applyFilter(*graph, filter));
        QVERIFY(model.rowCount() < all);
        for (int row = 0; row < model.rowCount(); ++row) {
            const GraphEdge& edge = graph->edges[std::size_t(model.edgeAt(row))];
            QVERIFY(edge.status == EdgeStatus::Suggested);
            QVERIFY(edge.look == EdgeLook::Substitute || *edge.lift >= 3);
        }
    }

    // 5,000 nodes and 20,000 edges have to pan fluidly. The bound is loose, for machines that do other things as well;
    // -v2 prints the figure.
    void aFrameOfALargeGraphIsQuick()
    {
        GraphCanvas canvas;
        canvas.resize(1200, 800);
        canvas.setGraph(madeGraph(5000, 20000));
        canvas.fit();
        canvas.drawFrameMs();
        double best = 1e9;
        for (int i = 0; i < 10; ++i) {
            View view = canvas.view();
            view.offset += QPointF(7, 3);
            canvas.setView(view);
            best = std::min(best, canvas.drawFrameMs());
        }
        qInfo("%.1f ms a frame, 5,000 nodes, 20,000 edges", best);
        QVERIFY2(best < 60, qPrintable(QString::number(best)));
    }
};

QTEST_MAIN(TestCanvas)
#include "tst_canvas.moc"
