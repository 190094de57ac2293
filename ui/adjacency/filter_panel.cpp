// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/filter_panel.h"

#include "ui/adjacency/evidence_text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/search_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLocale>
#include <QPainter>
#include <QSlider>
#include <QStringListModel>

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {

// The slider's steps are a tenth of a lift up to 3, then coarser: position p is lift 1 + p²/250.
double liftAt(int position) { return 1 + position * position / 250.0; }
int positionOf(double lift) { return int(std::lround(std::sqrt(std::max(0.0, lift - 1) * 250))); }

constexpr std::array<double, 4> significances { 1, 0.05, 0.01, 0.001 };

QIcon lineIcon(const QColor& color, Qt::PenStyle style)
{
    QPixmap pixmap(44, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(color, 3, style);
    pen.setCapStyle(Qt::FlatCap);
    if (style == Qt::DashLine)
        pen.setDashPattern({ 1.8, 1.2 });
    if (style == Qt::DotLine)
        pen.setDashPattern({ 0.8, 1.0 });
    painter.setPen(pen);
    painter.drawLine(QPointF(1, 8), QPointF(21, 8));
    return pixmap;
}

QString sentenceCase(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

}

FilterPanel::FilterPanel(QWidget* parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Find a product"), this))
{
    setObjectName(QStringLiteral("filterPanel"));
    setFixedWidth(208);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space3, Size::Space3, Size::Space3, Size::Space3);
    column->setSpacing(Size::Space1);
    column->addWidget(m_search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { search(m_search->text()); });

    heading(tr("Complements by role"));
    for (const model::Role role : { model::Role::Protect, model::Role::Power, model::Role::Personalize,
             model::Role::Replenish, model::Role::Expand, model::Role::None })
        column->addWidget(box(
            sentenceCase(roleName(role)), m_filter.roles[std::size_t(role)],
            [role] { return colors().role(role); }, Qt::SolidLine));
    heading(tr("Other edges"));
    column->addWidget(box(
        tr("Substitute"), m_filter.looks[std::size_t(EdgeLook::Substitute)],
        [] { return colors().substitute; }, Qt::DashLine));
    column->addWidget(box(
        tr("Undecided"), m_filter.looks[std::size_t(EdgeLook::Unknown)], [] { return colors().unknown; },
        Qt::DotLine));
    heading(tr("Standing"));
    for (const EdgeStatus status : { EdgeStatus::Accepted, EdgeStatus::Suggested, EdgeStatus::Rejected })
        column->addWidget(
            box(sentenceCase(statusName(status)), m_filter.statuses[std::size_t(status)], {}, Qt::NoPen));
    sliders();
    column->addStretch();
}

void FilterPanel::heading(const QString& text)
{
    auto* label = makeLabel(text, TextSize::Caption, QFont::DemiBold, Ink::Muted);
    label->setContentsMargins(0, Size::Space2, 0, 0);
    layout()->addWidget(label);
}

QCheckBox* FilterPanel::box(
    const QString& text, bool& value, const std::function<QColor()>& color, Qt::PenStyle line)
{
    auto* check = new QCheckBox(text, this);
    check->setChecked(value);
    if (color) {
        const auto draw = [check, color, line] { check->setIcon(lineIcon(color(), line)); };
        draw();
        check->setIconSize(QSize(22, 16));
        connect(&Theme::instance(), &Theme::changed, check, draw);
    }
    m_boxes.emplace_back(check, &value);
    connect(check, &QCheckBox::toggled, this, [this, &value](bool on) {
        value = on;
        told();
    });
    return check;
}

void FilterPanel::sliders()
{
    heading(tr("Strength"));
    m_liftText = makeLabel({}, TextSize::Body);
    m_lift = new QSlider(Qt::Horizontal, this);
    m_lift->setRange(0, 70);
    m_lift->setAccessibleName(tr("Smallest lift"));
    m_lift->setToolTip(tr("How many times more often than by chance the two are bought together, at least"));
    layout()->addWidget(m_liftText);
    layout()->addWidget(m_lift);
    connect(m_lift, &QSlider::valueChanged, this, [this](int position) {
        m_filter.minLift = liftAt(position);
        told();
    });
    m_significance = new QComboBox(this);
    m_significance->setAccessibleName(tr("Significance"));
    m_significance->addItems({ tr("Any significance"), tr("False finds ≤ 5 %"), tr("False finds ≤ 1 %"),
        tr("False finds ≤ 0.1 %") });
    m_level = new QComboBox(this);
    m_level->setAccessibleName(tr("Level"));
    m_level->addItems({ tr("All levels"), tr("Products only"), tr("Families only") });
    layout()->addItem(new QSpacerItem(0, Size::Space2));
    layout()->addWidget(m_significance);
    layout()->addItem(new QSpacerItem(0, Size::Space1));
    layout()->addWidget(m_level);
    connect(m_significance, &QComboBox::currentIndexChanged, this, [this](int row) {
        m_filter.maxQ = significances[std::size_t(std::max(row, 0))];
        told();
    });
    connect(m_level, &QComboBox::currentIndexChanged, this, [this](int row) {
        m_filter.level = GraphFilter::Level(std::max(row, 0));
        told();
    });
    show(m_filter);
}

void FilterPanel::show(const GraphFilter& filter)
{
    m_showing = true;
    for (const auto& [check, value] : m_boxes)
        check->setChecked(*value);
    m_lift->setValue(positionOf(filter.minLift));
    const auto row = std::find(significances.begin(), significances.end(), filter.maxQ);
    m_significance->setCurrentIndex(row == significances.end() ? 0 : int(row - significances.begin()));
    m_level->setCurrentIndex(int(filter.level));
    m_liftText->setText(tr("Lift at least %1").arg(QLocale().toString(filter.minLift, 'f', 1)));
    m_showing = false;
}

void FilterPanel::setFilter(const GraphFilter& filter)
{
    m_filter = filter;
    const double lift = filter.minLift;
    show(filter);
    m_filter.minLift = lift; // the slider rounds
    emit changed(m_filter);
}

void FilterPanel::told()
{
    if (m_showing)
        return;
    m_liftText->setText(tr("Lift at least %1").arg(QLocale().toString(m_filter.minLift, 'f', 1)));
    emit changed(m_filter);
}

void FilterPanel::setGraph(const GraphSnapshot& graph)
{
    m_graph = graph;
    QStringList titles;
    for (const GraphNode& node : graph->nodes)
        titles << node.title;
    titles.sort(Qt::CaseInsensitive);
    auto* completer = new QCompleter(titles, m_search);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(10);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this,
        [this](const QString& text) { search(text); });
    delete m_search->completer();
    m_search->setCompleter(completer);
}

void FilterPanel::search(const QString& text)
{
    if (text.isEmpty() || !m_graph)
        return;
    // The whole title first, then the best seller that holds the words; SKUs count too.
    int best = -1;
    for (std::size_t i = 0; i < m_graph->nodes.size(); ++i) {
        const GraphNode& node = m_graph->nodes[i];
        if (node.title.compare(text, Qt::CaseInsensitive) == 0) {
            best = int(i);
            break;
        }
        const bool holds = node.title.contains(text, Qt::CaseInsensitive)
            || QString::fromStdString(node.end.key).compare(text, Qt::CaseInsensitive) == 0;
        if (holds && (best < 0 || node.sales > m_graph->nodes[std::size_t(best)].sales))
            best = int(i);
    }
    if (best >= 0)
        emit nodeChosen(best);
}

}
