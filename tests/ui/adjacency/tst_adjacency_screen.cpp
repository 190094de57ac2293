// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/adjacency_screen.h"

#include "mine/adjacency.h"
#include "sample/write.h"
#include "ui/adjacency/canvas.h"
#include "ui/adjacency/draw_dialog.h"
#include "ui/adjacency/worklist_panel.h"
#include "ui/shell/theme.h"

#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ow;
using namespace ow::ui;

class TestAdjacencyScreen : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        Theme::instance().install(*qApp, ThemeChoice::Light);
        const auto file = std::filesystem::path(m_dir.path().toStdString()) / "s.offerwright";
        const auto made = sample::writeSample(file, 7, 600);
        QVERIFY2(made.has_value(), made ? "" : made.error().text().c_str());
        m_session = std::make_unique<Session>();
        QVERIFY(m_session->open(file));
        m_screen = std::make_unique<AdjacencyScreen>();
        m_screen->resize(1200, 760);
        m_screen->setSession(m_session.get());
        m_screen->show();
        m_screen->activate();
        QTRY_VERIFY(m_screen->settled() && !graph().edges.empty());
        m_list = m_screen->worklist()->list();
    }

    void miningIsOneHistoryRowThatCanBeUndone()
    {
        const auto before = m_session->project()->head();
        const std::size_t edgesBefore = graph().edges.size();
        m_screen->mine({});
        QTRY_VERIFY_WITH_TIMEOUT(m_session->project()->head() != before && m_session->jobs().running() == 0, 20000);
        QVERIFY(m_session->undoTitle().contains(QStringLiteral("complements")));
        const std::size_t found = graph().edges.size();
        QVERIFY(m_session->undo());
        QCOMPARE(m_session->project()->head(), before);
        QTRY_VERIFY(m_screen->settled() && m_session->jobs().running() == 0);
        QCOMPARE(graph().edges.size(), edgesBefore);
        QVERIFY(m_session->redo());
        QTRY_VERIFY(m_screen->settled() && m_session->jobs().running() == 0);
        QCOMPARE(graph().edges.size(), found);
        QVERIFY(m_list->model()->rowCount() > 3);
    }

    void theAKeyAcceptsWithTheChosenRole()
    {
        const int row = firstRow(EdgeLook::Complement);
        m_list->setCurrentIndex(m_list->model()->index(row, 0));
        m_list->setFocus();
        const std::string id = current().id;
        const auto rows = m_list->model()->rowCount();
        const auto head = m_session->project()->head();
        QCOMPARE(m_session->selection().object.id, id); // the inspector shows the evidence of what is current
        QVERIFY(m_screen->inspector() != nullptr);

        QTest::keyClick(m_list, Qt::Key_3); // personalize
        QTest::keyClick(m_list, Qt::Key_A);
        const auto& decided = m_session->draft()->edges;
        QVERIFY(decided.contains(id));
        QVERIFY(decided.at(id).second.state == model::EdgeState::Accepted);
        QVERIFY(decided.at(id).first.role == model::Role::Personalize);
        QVERIFY(m_session->project()->head() != head);
        QVERIFY(m_session->project()->history(1).front().title.starts_with("Accepted: "));
        QTRY_COMPARE(m_list->model()->rowCount(), rows - 1);
        QVERIFY(graph().edges[std::size_t(graph().edgeOf(id))].status == EdgeStatus::Accepted);

        QVERIFY(m_session->undo());
        QVERIFY(!m_session->draft()->edges.contains(id));
        QTRY_COMPARE(m_list->model()->rowCount(), rows);
    }

    void theRejectButtonTakesItOffTheListAndMovesNoNode()
    {
        const int row = firstRow(EdgeLook::Complement);
        m_list->setCurrentIndex(m_list->model()->index(row, 0));
        const std::string id = current().id;
        const auto rows = m_list->model()->rowCount();
        const QPointF place = graph().nodes.front().at;
        const auto end = graph().nodes.front().end;
        QTest::mouseClick(m_screen->findChild<QPushButton*>(QStringLiteral("reject")), Qt::LeftButton);
        QVERIFY(m_session->draft()->edges.at(id).second.state == model::EdgeState::Rejected);
        QTRY_COMPARE(m_list->model()->rowCount(), rows - 1);
        QCOMPARE(graph().nodes[std::size_t(graph().nodeOf(end))].at, place);
        QVERIFY(m_session->undo());
        QTRY_COMPARE(m_list->model()->rowCount(), rows);
    }

    void clickingANodeSelectsItsProduct()
    {
        GraphCanvas* canvas = m_screen->canvas();
        int node = -1;
        for (std::size_t i = 0; i < graph().nodes.size() && node < 0; ++i)
            if (!graph().nodes[i].end.family && canvas->visible().nodes[i] != 0)
                node = int(i);
        QVERIFY(node >= 0);
        canvas->centreOn(node);
        canvas->drawFrameMs();
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->rect().center());
        QVERIFY(m_session->selection().kind == Selection::Kind::Product);
        QCOMPARE(m_session->selection().id, graph().nodes[std::size_t(node)].end.key);
        QTest::keyClick(canvas, Qt::Key_Escape);
        QVERIFY(m_session->selection().kind == Selection::Kind::None);
    }

    void theWheelZoomsAtThePointer()
    {
        GraphCanvas* canvas = m_screen->canvas();
        canvas->fit();
        const QPointF at(300, 200);
        const QPointF under = canvas->view().toGraph(at);
        QWheelEvent wheel(at, canvas->mapToGlobal(at), {}, { 0, 240 }, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas, &wheel);
        QVERIFY((canvas->view().toGraph(at) - under).manhattanLength() < 1e-6);
        QTest::keyClick(canvas, Qt::Key_F);
        QVERIFY(canvas->rect().contains(canvas->view().toScreen(graph().nodes.front().at).toPoint()));
    }

    void anEdgeIsDrawnByHand()
    {
        const auto& products = m_session->catalogue()->products;
        DrawDialog dialog(m_session->catalogue(), m_screen.get());
        QVERIFY(!dialog.edge());
        dialog.setEnds({ false, products.at(0).sku }, { false, products.at(0).sku });
        QVERIFY(!dialog.edge()); // nothing goes with itself
        dialog.setEnds({ false, products.at(1).sku }, { false, products.at(0).sku });
        QVERIFY(dialog.edge());
        QCOMPARE(dialog.edge()->to.key, products.at(0).sku);
        dialog.findChild<QComboBox*>();
    }

private:
    const Graph& graph() const { return *m_screen->canvas()->graph(); }
    const GraphEdge& current() const { return graph().edges[std::size_t(m_screen->worklist()->currentEdge())]; }
    int firstRow(EdgeLook look) const
    {
        for (int row = 0; row < m_list->model()->rowCount(); ++row)
            if (m_list->model()->index(row, 0).data(WorklistModel::LookRole).toInt() == int(look))
                return row;
        return -1;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AdjacencyScreen> m_screen;
    QListView* m_list = nullptr;
};

QTEST_MAIN(TestAdjacencyScreen)
#include "tst_adjacency_screen.moc"
