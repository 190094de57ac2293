// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/evidence_card.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QPainter>

#include <algorithm>

namespace ow::ui {

EvidenceBarView::EvidenceBarView(QWidget* parent)
    : QWidget(parent)
{
}

void EvidenceBarView::setBar(const EvidenceBar& bar)
{
    m_bar = bar;
    setToolTip(bar.details);
    setAccessibleName(QStringLiteral("%1: %2").arg(bar.name, bar.value));
    setAccessibleDescription(bar.details);
    update();
}

void EvidenceBarView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = rect();
    const QRectF words(area.left(), area.top(), area.width(), 20);
    painter.setFont(textFont(TextSize::Body));
    painter.setPen(m_bar.known ? colors().ink : colors().muted);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, m_bar.name);
    painter.setFont(textFont(m_bar.known ? TextSize::Body : TextSize::Caption));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, m_bar.value);
    const QRectF groove(area.left(), words.bottom() + 2, area.width(), 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors().hairline);
    painter.drawRoundedRect(groove, 3, 3);
    if (!m_bar.known)
        return;
    painter.setBrush(colors().accent);
    painter.drawRoundedRect(
        QRectF(groove.topLeft(), QSizeF(std::max(6.0, groove.width() * m_bar.share), 6)), 3, 3);
}

EvidenceCard::EvidenceCard(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextSize::CardTitle, QFont::DemiBold, Ink::Normal, true))
    , m_subtitle(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true))
    , m_verdict(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Normal, true))
    , m_role(new QComboBox(this))
    , m_accept(makeButton(tr("Accept"), ButtonKind::Normal, QStringLiteral("check")))
    , m_substitute(makeButton(tr("Accept as substitutes")))
    , m_reject(makeButton(tr("Reject"), ButtonKind::Normal, QStringLiteral("x")))
    , m_forget(makeButton({}, ButtonKind::Flat))
    , m_turn(makeButton(tr("Turn round"), ButtonKind::Flat))
{
    setObjectName(QStringLiteral("evidenceCard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space4, Size::Space2, Size::Space4, Size::Space4);
    column->setSpacing(Size::Space2);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacing(Size::Space1);
    column->addWidget(m_verdict);
    column->addSpacing(Size::Space1);
    for (EvidenceBarView*& bar : m_bars)
        column->addWidget(bar = new EvidenceBarView(this));
    column->addSpacing(Size::Space2);
    column->addWidget(m_role);
    auto* decide = new QHBoxLayout;
    decide->setSpacing(Size::Space2);
    decide->addWidget(m_accept, 1);
    decide->addWidget(m_reject, 1);
    column->addLayout(decide);
    column->addWidget(m_substitute);
    auto* more = new QHBoxLayout;
    more->setSpacing(Size::Space2);
    more->addWidget(m_turn);
    more->addWidget(m_forget);
    more->addStretch();
    column->addLayout(more);
    column->addStretch();

    for (const model::Role role : { model::Role::None, model::Role::Protect, model::Role::Power,
             model::Role::Personalize, model::Role::Replenish, model::Role::Expand }) {
        QString name = roleName(role);
        name[0] = name[0].toUpper();
        m_role->addItem(tr("Role: %1").arg(name), int(role));
    }
    m_role->setAccessibleName(tr("Role of this edge"));
    m_turn->setToolTip(tr("Make the other product the one that is bought first"));
    connect(m_accept, &QPushButton::clicked, this, [this] {
        acceptAs(m_graph->edges[std::size_t(m_edge)].look == EdgeLook::Substitute
                ? model::EdgeKind::Substitute
                : model::EdgeKind::Complement);
    });
    connect(m_substitute, &QPushButton::clicked, this, [this] { acceptAs(model::EdgeKind::Substitute); });
    connect(m_reject, &QPushButton::clicked, this, [this] { emit rejected(m_edge); });
    connect(m_forget, &QPushButton::clicked, this, [this] { emit forgotten(m_edge); });
    connect(m_turn, &QPushButton::clicked, this, [this] { emit turned(m_edge); });
    connect(m_role, &QComboBox::currentIndexChanged, this, [this] {
        // For what is accepted already, choosing another role is the edit itself.
        if (!m_setting && m_edge >= 0 && m_graph->edges[std::size_t(m_edge)].status == EdgeStatus::Accepted)
            acceptAs(model::EdgeKind::Complement);
    });
}

void EvidenceCard::acceptAs(model::EdgeKind kind)
{
    emit accepted(m_edge, kind,
        kind == model::EdgeKind::Complement ? model::Role(m_role->currentData().toInt()) : model::Role::None);
}

void EvidenceCard::setEdge(const GraphSnapshot& graph, int edge, bool editable)
{
    m_setting = true;
    m_graph = graph;
    m_edge = edge;
    const GraphEdge& it = graph->edges[std::size_t(edge)];
    m_title->setText(edgeTitle(*graph, it));
    m_subtitle->setText(edgeSubtitle(it));
    const auto evidence = evidenceOf(*graph, it);
    m_verdict->setText(evidence ? verdict(*graph, it, *evidence)
                                : tr("Nothing is known about this pair from the data of this project."));
    const auto bars = evidence ? evidenceBars(*evidence) : std::array<EvidenceBar, 4> {};
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        m_bars[i]->setVisible(evidence.has_value());
        m_bars[i]->setBar(bars[i]);
    }
    m_role->setCurrentIndex(m_role->findData(int(it.role)));
    m_role->setVisible(it.look != EdgeLook::Substitute);
    m_accept->setVisible(it.status != EdgeStatus::Accepted);
    m_reject->setVisible(it.status != EdgeStatus::Rejected && !(it.drawn && it.mined < 0));
    m_substitute->setVisible(it.look != EdgeLook::Substitute && it.status != EdgeStatus::Accepted);
    m_turn->setVisible(it.look == EdgeLook::Complement && it.status == EdgeStatus::Accepted);
    m_forget->setVisible(it.status != EdgeStatus::Suggested);
    m_forget->setText(it.mined >= 0 ? tr("Decide again") : tr("Remove"));
    for (QWidget* widget :
        std::initializer_list<QWidget*> { m_role, m_accept, m_substitute, m_reject, m_forget, m_turn })
        widget->setEnabled(editable);
    m_setting = false;
}

NodeCard::NodeCard(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextSize::CardTitle, QFont::DemiBold, Ink::Normal, true))
    , m_subtitle(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true))
{
    setObjectName(QStringLiteral("nodeCard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space4, Size::Space2, Size::Space4, Size::Space4);
    column->setSpacing(Size::Space2);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addStretch();
}

void NodeCard::setNode(const GraphSnapshot& graph, int node)
{
    const GraphNode& it = graph->nodes[std::size_t(node)];
    m_title->setText(it.title);
    QStringList about;
    if (it.end.family)
        about << tr("family");
    else
        about << qs(it.end.key);
    if (!it.family.isEmpty())
        about << it.family;
    if (it.sales > 0)
        about << tr("in %1 baskets").arg(count(std::int64_t(it.sales)));
    m_subtitle->setText(about.join(QStringLiteral(" · ")));

    delete m_list;
    m_list = new QWidget(this);
    auto* rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, Size::Space2, 0, 0);
    rows->setSpacing(Size::Space1);
    std::vector<int> edges(graph->edgesOfNode.begin() + graph->firstOfNode[std::size_t(node)],
        graph->edgesOfNode.begin() + graph->firstOfNode[std::size_t(node) + 1]);
    std::stable_sort(edges.begin(), edges.end(), [&](int l, int r) {
        const GraphEdge& a = graph->edges[std::size_t(l)];
        const GraphEdge& b = graph->edges[std::size_t(r)];
        return a.status != b.status ? a.status == EdgeStatus::Accepted : a.weight > b.weight;
    });
    constexpr std::size_t shown = 12;
    for (std::size_t k = 0; k < edges.size() && k < shown; ++k) {
        const GraphEdge& edge = graph->edges[std::size_t(edges[k])];
        const GraphNode& other = graph->nodes[std::size_t(edge.a == node ? edge.b : edge.a)];
        auto* link = makeButton(other.title, ButtonKind::Link);
        link->setToolTip(edgeTitle(*graph, edge));
        connect(link, &QPushButton::clicked, this, [this, id = edges[k]] { emit edgeChosen(id); });
        rows->addWidget(link);
        auto* note = makeLabel(edgeSubtitle(edge), TextSize::Caption, QFont::Normal, Ink::Muted);
        rows->addWidget(note);
    }
    if (edges.size() > shown)
        rows->addWidget(makeLabel(tr("and %1 more").arg(count(std::int64_t(edges.size() - shown))),
            TextSize::Caption, QFont::Normal, Ink::Muted));
    static_cast<QVBoxLayout*>(layout())->insertWidget(2, m_list);
}

}
