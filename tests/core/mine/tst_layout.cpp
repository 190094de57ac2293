// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "mine/layout.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace ow;
using namespace ow::mine;

namespace {

struct Graph {
    std::vector<LayoutNode> nodes;
    std::vector<LayoutEdge> edges;
};

// Groups of 25 that hold together, with a few threads between groups: what mined graphs look like.
Graph grouped(std::size_t nodes, std::size_t edges)
{
    Philox random(5);
    Graph graph { std::vector<LayoutNode>(nodes, { 110, 26 }), {} };
    for (std::size_t i = 0; i < edges; ++i) {
        const std::size_t a = random.below(nodes);
        const std::size_t inGroup = (a / 25 * 25 + random.below(25)) % nodes;
        graph.edges.push_back(
            { a, random.uniform() < 0.9 ? inGroup : random.below(nodes), random.uniform() + 0.1 });
    }
    return graph;
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

bool same(const std::vector<Point>& a, const std::vector<Point>& b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](Point l, Point r) { return l.x == r.x && l.y == r.y; });
}

}

class TestLayout : public QObject {
    Q_OBJECT

private slots:
    void nothingIsLaidOutAsNothing() { QVERIFY(layOut({}, {})->empty()); }

    void aNodeAloneIsInTheMiddle()
    {
        const auto at = layOut({ { 50, 20 } }, {});
        QCOMPARE(at->front().x, 0.0);
        QCOMPARE(at->front().y, 0.0);
    }

    void sameSeedSamePictureForAnyNumberOfThreads()
    {
        const Graph graph = grouped(2000, 6000);
        LayoutOptions options;
        options.threads = 1;
        const auto one = layOut(graph.nodes, graph.edges, options);
        options.threads = 4;
        QVERIFY(same(*one, *layOut(graph.nodes, graph.edges, options)));
        options.seed = 2;
        QVERIFY(!same(*one, *layOut(graph.nodes, graph.edges, options)));
    }

    void boxesDoNotOverlap()
    {
        const Graph graph = grouped(300, 500);
        const auto at = *layOut(graph.nodes, graph.edges);
        for (std::size_t i = 0; i < at.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(std::abs(at[i].x - at[j].x) >= 110 || std::abs(at[i].y - at[j].y) >= 26);
    }

    void neighboursAreNearerThanStrangers()
    {
        const Graph graph = grouped(500, 2000);
        const auto at = *layOut(graph.nodes, graph.edges);
        double neighbours = 0;
        double strangers = 0;
        Philox random(9);
        for (const LayoutEdge& edge : graph.edges) {
            neighbours += distance(at[edge.a], at[edge.b]);
            strangers += distance(at[random.below(500)], at[random.below(500)]);
        }
        QVERIFY2(neighbours < strangers / 3, qPrintable(QString::number(neighbours / strangers)));
    }

    void aChainIsDrawnWithoutFolding()
    {
        std::vector<LayoutEdge> edges;
        for (std::size_t i = 0; i + 1 < 12; ++i)
            edges.push_back({ i, i + 1, 1 });
        const auto at = *layOut(std::vector<LayoutNode>(12, { 40, 20 }), edges);
        QVERIFY(distance(at.front(), at.back()) > 5 * distance(at[0], at[1]));
    }

    void componentsDoNotLieOnEachOther()
    {
        // Two triangles and a pair: every component's box is apart from the others'.
        const std::vector<LayoutEdge> edges { { 0, 1, 1 }, { 1, 2, 1 }, { 2, 0, 1 }, { 3, 4, 1 }, { 4, 5, 1 },
            { 5, 3, 1 }, { 6, 7, 1 } };
        const auto at = *layOut(std::vector<LayoutNode>(8, { 40, 20 }), edges);
        const auto box = [&](std::size_t from, std::size_t to) {
            double l = 1e9, t = 1e9, r = -1e9, b = -1e9;
            for (std::size_t i = from; i <= to; ++i) {
                l = std::min(l, at[i].x - 20);
                r = std::max(r, at[i].x + 20);
                t = std::min(t, at[i].y - 10);
                b = std::max(b, at[i].y + 10);
            }
            return QRectF(QPointF(l, t), QPointF(r, b));
        };
        QVERIFY(!box(0, 2).intersects(box(3, 5)));
        QVERIFY(!box(0, 2).intersects(box(6, 7)));
        QVERIFY(!box(3, 5).intersects(box(6, 7)));
    }

    void aThousandNodesTakeWellUnderASecond()
    {
        const Graph graph = grouped(1000, 4000);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(layOut(graph.nodes, graph.edges).has_value());
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }

    void loopsAndDoubleEdgesDoNoHarm()
    {
        const auto at
            = layOut(std::vector<LayoutNode>(2, { 40, 20 }), { { 0, 0, 1 }, { 0, 1, 1 }, { 1, 0, 3 } });
        QVERIFY(std::isfinite(at->at(0).x) && std::isfinite(at->at(1).y));
        QVERIFY(distance(at->at(0), at->at(1)) > 20);
    }

    void anEdgeToNowhereIsRefused()
    {
        const auto at = layOut({ { 40, 20 } }, { { 0, 1, 1 } });
        QVERIFY(!at);
        QCOMPARE(at.error().code, ErrorCode::InvalidInput);
        QCOMPARE(at.error().at, std::string("edges[0]"));
    }

    void cancellingEndsItEarly()
    {
        const Graph graph = grouped(5000, 20000);
        int asked = 0;
        const auto at = layOut(graph.nodes, graph.edges, {}, [&](auto, auto) { return ++asked < 3; });
        QVERIFY(!at);
        QCOMPARE(at.error().code, ErrorCode::Cancelled);
        QCOMPARE(asked, 3);
    }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
