// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot.h"

#include "ui/shell/theme.h"
#include "ui/widgets/plot_ink.h"

#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSvgGenerator>
#include <QToolTip>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <variant>

using namespace Qt::StringLiterals;

namespace ow::ui {

namespace {

constexpr double bandOpacity = 0.18;
constexpr int reachOfHover = 14;

// Ticks at 1, 2 or 5 × a power of ten of the numbers as shown, written in the person's locale.
class ValueTicker : public QCPAxisTicker {
public:
    explicit ValueTicker(const PlotAxis& axis)
        : m_axis(axis)
    {
        setTickCount(5);
    }

protected:
    double getTickStep(const QCPRange& range) override
    {
        return QCPAxisTicker::getTickStep(QCPRange(range.lower * m_axis.scale, range.upper * m_axis.scale))
            / m_axis.scale;
    }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return tickText(tick, m_axis, QLocale()); // the plot's own leaves the separators of thousands out
    }

private:
    PlotAxis m_axis;
};

// A label that stays where the end of its line is, moved apart from its neighbours.
struct EndLabel {
    QCPItemText* item;
    double value;
};

// Where hovering finds something to say.
struct Mark {
    QRectF area; // in values: a point has no size
    QString words;
};

}

struct Plot::Impl {
    QCustomPlot* plot = nullptr;
    std::variant<std::monostate, LineChart, ForestChart, HeatChart> chart;
    std::vector<EndLabel> endLabels;
    std::vector<Mark> marks;
    QString title;

    void reset();
    void style(QCPAxis* axis, const PlotAxis& spec, bool grid);
    QCPItemText* text(const QString& words, const QColor& color, Qt::Alignment alignment);
    void titleAbove(const QString& words);
    void titleBelow(const QString& words);
    void zeroLine(bool vertical);

    void draw(const LineChart& c);
    void drawLine(const PlotSeries& series);
    void drawBars(const PlotSeries& series, double width, double offset);
    void draw(const ForestChart& c);
    void draw(const HeatChart& c);
    void drawCell(const HeatCell& cell, int column, int row, double low, double high);
    void placeEndLabels();
    const Mark* markAt(const QPoint& position) const;
};

void Plot::Impl::reset()
{
    const Colors& c = colors();
    endLabels.clear();
    marks.clear();
    plot->clearPlottables();
    plot->clearItems();
    plot->setBackground(QBrush(Qt::NoBrush));
    plot->setFont(textFont(TextSize::Caption));
    auto* rect = plot->axisRect();
    rect->setAutoMargins(QCP::msLeft | QCP::msBottom);
    rect->setMinimumMargins(QMargins(8, 0, 0, 0));
    rect->setMargins(QMargins(0, 32, 12, 0));
    for (QCPAxis* axis : { plot->xAxis, plot->yAxis, plot->xAxis2, plot->yAxis2 }) {
        axis->setTickLabelFont(textFont(TextSize::Caption));
        axis->setLabelFont(textFont(TextSize::Caption));
        axis->setTickLabelColor(c.muted);
        axis->setLabelColor(c.muted);
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLength(0, 0);
        axis->setTickLabelPadding(6);
        axis->setRangeReversed(false);
        axis->setLabel({});
        axis->grid()->setVisible(false);
        axis->grid()->setPen(QPen(c.hairline, 1));
        axis->grid()->setZeroLinePen(QPen(c.hairline, 1));
        axis->grid()->setAntialiased(false);
    }
    plot->xAxis->setVisible(true);
    plot->yAxis->setVisible(true);
}

void Plot::Impl::style(QCPAxis* axis, const PlotAxis& spec, bool grid)
{
    if (spec.ticks.empty()) {
        axis->setTicker(QSharedPointer<ValueTicker>::create(spec));
    } else {
        auto ticker = QSharedPointer<QCPAxisTickerText>::create();
        for (const auto& [value, label] : spec.ticks)
            ticker->addTick(value, label);
        axis->setTicker(ticker);
    }
    axis->grid()->setVisible(grid);
}

QCPItemText* Plot::Impl::text(const QString& words, const QColor& color, Qt::Alignment alignment)
{
    auto* item = new QCPItemText(plot);
    item->setText(words);
    item->setColor(color);
    item->setFont(textFont(TextSize::Caption));
    item->setPositionAlignment(alignment);
    item->setClipToAxisRect(false);
    return item;
}

void Plot::Impl::titleAbove(const QString& words)
{
    // Above the axis and level, where it is read, not turned by 90° beside it.
    auto* item = text(words, colors().muted, Qt::AlignLeft | Qt::AlignTop);
    item->position->setType(QCPItemPosition::ptAbsolute);
    item->position->setCoords(0, 2);
}

void Plot::Impl::titleBelow(const QString& words)
{
    plot->xAxis->setLabel(words);
    plot->xAxis->setLabelPadding(6);
}

void Plot::Impl::zeroLine(bool vertical)
{
    auto* line = new QCPItemStraightLine(plot);
    line->setPen(QPen(colors().muted, 1));
    line->setAntialiased(false);
    line->point1->setCoords(0, 0);
    line->point2->setCoords(vertical ? 0 : 1, vertical ? 1 : 0);
}

void Plot::Impl::drawLine(const PlotSeries& series)
{
    const QColor color = inkColor(series.ink);
    const double gap = std::numeric_limits<double>::quiet_NaN();
    QVector<double> x, y, low, high;
    bool band = false;
    for (const PlotPoint& p : series.points) {
        x.append(p.x);
        y.append(p.y.value_or(gap));
        low.append(p.y && p.low ? *p.low : gap);
        high.append(p.y && p.high ? *p.high : gap);
        band = band || (p.low && p.high);
        if (p.y)
            marks.push_back({ QRectF(p.x, *p.y, 0, 0), p.words });
    }
    if (band) {
        QCPGraph* lower = plot->addGraph();
        lower->setPen(Qt::NoPen);
        lower->setData(x, low, true);
        QCPGraph* upper = plot->addGraph();
        upper->setPen(Qt::NoPen);
        upper->setData(x, high, true);
        upper->setBrush(faded(color, bandOpacity));
        upper->setChannelFillGraph(lower);
    }
    QCPGraph* line = plot->addGraph();
    line->setData(x, y, true);
    line->setPen(QPen(color, 2, series.dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (x.size() <= 60)
        line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(color), QBrush(color), 5));
    for (auto p = series.points.rbegin(); p != series.points.rend() && !series.label.isEmpty(); ++p) {
        if (!p->y)
            continue;
        auto* label = text(series.label, color, Qt::AlignLeft | Qt::AlignVCenter);
        label->setFont(textFont(TextSize::Caption, QFont::DemiBold));
        label->position->setType(QCPItemPosition::ptAbsolute);
        endLabels.push_back({ label, *p->y });
        break;
    }
}

void Plot::Impl::drawBars(const PlotSeries& series, double width, double offset)
{
    const QColor color = inkColor(series.ink);
    auto* bars = new QCPBars(plot->xAxis, plot->yAxis);
    bars->setWidth(width);
    bars->setPen(Qt::NoPen);
    bars->setBrush(faded(color, 0.75));
    for (const PlotPoint& p : series.points) {
        if (!p.y)
            continue;
        const double x = p.x + offset;
        bars->addData(x, *p.y);
        marks.push_back({ QRectF(x - width / 2, std::min(0.0, *p.y), width, std::abs(*p.y)), p.words });
        if (!p.low || !p.high)
            continue;
        auto* whisker = new QCPItemLine(plot);
        whisker->setPen(QPen(colors().ink, 1.5));
        whisker->start->setCoords(x, *p.low);
        whisker->end->setCoords(x, *p.high);
    }
}

void Plot::Impl::draw(const LineChart& c)
{
    style(plot->xAxis, c.x, false);
    style(plot->yAxis, c.y, true);
    Extent ex, ey;
    std::size_t bars = 0;
    for (const PlotSeries& s : c.series) {
        bars += s.kind == PlotSeries::Kind::Bars ? 1 : 0;
        for (const PlotPoint& p : s.points) {
            ex.add(p.x);
            ey.add(p.y);
            ey.add(p.low);
            ey.add(p.high);
        }
    }
    if (ex.empty() || ey.empty()) {
        plot->xAxis->setVisible(false);
        plot->yAxis->setVisible(false);
        auto* nothing = text(c.emptyText, colors().muted, Qt::AlignCenter);
        nothing->setFont(textFont(TextSize::Body));
        nothing->position->setType(QCPItemPosition::ptViewportRatio);
        nothing->position->setCoords(0.5, 0.5);
        return;
    }
    if (c.fromZero) {
        ey.add(0.0);
    }
    const double spread = ey.high > ey.low ? ey.high - ey.low : 1;
    const double bottom = c.y.min.value_or(ey.low < 0 ? ey.low - 0.06 * spread : ey.low);
    plot->yAxis->setRange(bottom, c.y.max.value_or(ey.high + 0.06 * spread));
    const double margin = bars > 0 ? 0.6 : ex.high > ex.low ? 0.01 * (ex.high - ex.low) : 0.5;
    plot->xAxis->setRange(c.x.min.value_or(ex.low - margin), c.x.max.value_or(ex.high + margin));

    const double width = bars > 0 ? 0.7 / double(bars) : 0;
    std::size_t bar = 0;
    int labelWidth = 0;
    for (const PlotSeries& s : c.series) {
        if (s.kind == PlotSeries::Kind::Line)
            drawLine(s);
        else
            drawBars(s, width * 0.9, width * (double(bar++) - double(bars - 1) / 2));
        const QFontMetrics metrics(textFont(TextSize::Caption, QFont::DemiBold));
        labelWidth = std::max(labelWidth, metrics.horizontalAdvance(s.label));
    }
    QMargins margins = plot->axisRect()->margins();
    margins.setRight(endLabels.empty() ? 12 : labelWidth + 20);
    plot->axisRect()->setMargins(margins);
    if (bottom <= 0)
        zeroLine(false);
    titleAbove(c.y.title);
    titleBelow(c.x.title);
}

void Plot::Impl::draw(const ForestChart& c)
{
    const auto n = int(c.rows.size());
    style(plot->xAxis, c.x, true);
    PlotAxis rows;
    int noteWidth = 0;
    Extent extent;
    extent.add(0.0);
    const QFontMetrics metrics(textFont(TextSize::Caption));
    for (int i = 0; i < n; ++i) {
        const ForestRow& row = c.rows[std::size_t(i)];
        rows.ticks.emplace_back(i, metrics.elidedText(row.label, Qt::ElideRight, 180));
        noteWidth = std::max(noteWidth, metrics.horizontalAdvance(row.note));
        extent.add(row.value);
        extent.add(row.low);
        extent.add(row.high);
    }
    style(plot->yAxis, rows, false);
    plot->yAxis->setTickLabelColor(colors().ink);
    plot->yAxis->setRange(-0.6, n - 0.4);
    plot->yAxis->setRangeReversed(true);
    const double spread = extent.high > extent.low ? extent.high - extent.low : 1;
    plot->xAxis->setRange(
        c.x.min.value_or(extent.low - 0.06 * spread), c.x.max.value_or(extent.high + 0.06 * spread));
    QMargins margins = plot->axisRect()->margins();
    margins.setTop(6);
    margins.setRight(noteWidth + 20);
    plot->axisRect()->setMargins(margins);
    zeroLine(true);
    for (int i = 0; i < n; ++i) {
        const ForestRow& row = c.rows[std::size_t(i)];
        const QColor color = inkColor(row.ink);
        const bool interval = row.low && row.high;
        if (interval) {
            auto* line = new QCPItemLine(plot);
            line->setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap));
            line->start->setCoords(*row.low, i);
            line->end->setCoords(*row.high, i);
        }
        if (row.value) {
            QCPGraph* dot = plot->addGraph();
            dot->setLineStyle(QCPGraph::lsNone);
            dot->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(color, 1.5),
                interval ? QBrush(color) : QBrush(colors().paper), 8));
            dot->addData(*row.value, i);
        }
        auto* note = text(row.note, colors().muted, Qt::AlignLeft | Qt::AlignVCenter);
        note->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
        note->position->setTypeY(QCPItemPosition::ptPlotCoords);
        note->position->setCoords(1.0, i);
        note->setPadding(QMargins(10, 0, 0, 0));
        const QCPRange range = plot->xAxis->range();
        marks.push_back({ QRectF(range.lower, i - 0.5, range.size(), 1), row.words });
    }
    titleBelow(c.x.title);
}

void Plot::Impl::drawCell(const HeatCell& cell, int column, int row, double low, double high)
{
    const Colors& c = colors();
    const double inset = 0.03;
    auto* rect = new QCPItemRect(plot);
    rect->topLeft->setCoords(column - 0.5 + inset, row - 0.5 + inset);
    rect->bottomRight->setCoords(column + 0.5 - inset, row + 0.5 - inset);
    rect->setPen(Qt::NoPen);
    if (cell.hatched || !cell.value) {
        rect->setBrush(
            cell.hatched ? QBrush(faded(c.muted, 0.35), Qt::BDiagPattern) : QBrush(faded(c.muted, 0.06)));
    } else {
        const double reach = std::max(std::abs(low), std::abs(high));
        const double share = reach > 0 ? std::abs(*cell.value) / reach : 0;
        rect->setBrush(mixed(c.paper, *cell.value < 0 ? c.bad : c.accent, 0.08 + 0.82 * share));
        auto* label = text(cell.text, share > 0.55 ? c.onAccent : c.ink, Qt::AlignCenter);
        label->position->setCoords(column, row);
        label->setClipToAxisRect(true);
    }
    marks.push_back({ QRectF(column - 0.5, row - 0.5, 1, 1), cell.words });
}

void Plot::Impl::draw(const HeatChart& c)
{
    PlotAxis x, y;
    for (std::size_t i = 0; i < c.columns.size(); ++i)
        x.ticks.emplace_back(double(i), c.columns[i]);
    for (std::size_t i = 0; i < c.rows.size(); ++i)
        y.ticks.emplace_back(double(i), c.rows[i]);
    style(plot->xAxis, x, false);
    style(plot->yAxis, y, false);
    plot->xAxis->setRange(-0.5, double(c.columns.size()) - 0.5);
    plot->yAxis->setRange(-0.5, double(c.rows.size()) - 0.5);
    plot->yAxis->setRangeReversed(true);
    Extent extent;
    for (const HeatCell& cell : c.cells)
        if (!cell.hatched)
            extent.add(cell.value);
    const bool empty = extent.empty();
    for (std::size_t i = 0; i < c.cells.size() && !c.columns.empty(); ++i)
        drawCell(c.cells[i], int(i % c.columns.size()), int(i / c.columns.size()), empty ? 0 : extent.low,
            empty ? 0 : extent.high);
    titleAbove(c.yTitle);
    titleBelow(c.xTitle);
}

void Plot::Impl::placeEndLabels()
{
    // Labels of lines that end close together would lie on each other: push them apart, keeping their order.
    if (endLabels.empty())
        return;
    const QRect rect = plot->axisRect()->rect();
    std::sort(endLabels.begin(), endLabels.end(),
        [](const EndLabel& a, const EndLabel& b) { return a.value > b.value; });
    const double height = QFontMetrics(textFont(TextSize::Caption, QFont::DemiBold)).height();
    double last = -1e9;
    for (EndLabel& label : endLabels) {
        const double y = std::max(plot->yAxis->coordToPixel(label.value), last + height);
        label.item->position->setCoords(rect.right() + 10, y);
        last = y;
    }
}

const Mark* Plot::Impl::markAt(const QPoint& position) const
{
    const Mark* best = nullptr;
    double nearest = reachOfHover;
    for (const Mark& mark : marks) {
        const double left = plot->xAxis->coordToPixel(mark.area.left()),
                     right = plot->xAxis->coordToPixel(mark.area.right());
        const double a = plot->yAxis->coordToPixel(mark.area.top()),
                     b = plot->yAxis->coordToPixel(mark.area.bottom());
        const double dx = std::max({ left - position.x(), position.x() - right, 0.0 });
        const double dy = std::max({ std::min(a, b) - position.y(), position.y() - std::max(a, b), 0.0 });
        const double distance = std::hypot(dx, dy);
        if (distance < nearest) {
            nearest = distance;
            best = &mark;
        }
    }
    return best;
}

Plot::Plot(QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>())
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_impl->plot = new QCustomPlot(this);
    m_impl->plot->setAttribute(Qt::WA_OpaquePaintEvent, false); // the card shines through
    m_impl->plot->setMouseTracking(true);
    m_impl->plot->installEventFilter(this);
    m_impl->plot->setAntialiasedElements(QCP::aePlottables | QCP::aeItems | QCP::aeScatters | QCP::aeFills);
    layout->addWidget(m_impl->plot);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(240, 140);
    connect(m_impl->plot, &QCustomPlot::afterLayout, this, [this] { m_impl->placeEndLabels(); });
    connect(&Theme::instance(), &Theme::changed, this, &Plot::draw);
    draw();
}

Plot::~Plot() = default;

void Plot::show(const LineChart& chart)
{
    m_impl->chart = chart;
    draw();
}

void Plot::show(const ForestChart& chart)
{
    m_impl->chart = chart;
    draw();
}

void Plot::show(const HeatChart& chart)
{
    m_impl->chart = chart;
    draw();
}

void Plot::clear()
{
    m_impl->chart = std::monostate {};
    draw();
}

void Plot::setTitle(const QString& title)
{
    m_impl->title = title;
    setAccessibleName(title);
}

void Plot::draw()
{
    m_impl->reset();
    std::visit(
        [this](const auto& chart) {
            using Chart = std::decay_t<decltype(chart)>;
            if constexpr (std::is_same_v<Chart, std::monostate>) {
                m_impl->plot->xAxis->setVisible(false);
                m_impl->plot->yAxis->setVisible(false);
            } else {
                m_impl->draw(chart);
            }
        },
        m_impl->chart);
    QStringList words;
    for (const Mark& mark : m_impl->marks)
        if (!mark.words.isEmpty())
            words.append(mark.words);
    setAccessibleDescription(words.join(u"; "_s));
    m_impl->plot->replot(QCustomPlot::rpQueuedReplot);
}

QString Plot::wordsAt(const QPoint& position) const
{
    const Mark* mark = m_impl->markAt(m_impl->plot->mapFrom(this, position));
    return mark ? mark->words : QString();
}

QString Plot::save(const QString& file) const
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    QCustomPlot* plot = m_impl->plot;
    const QString refused
        = tr("The chart could not be written to %1: is the folder there and writable?").arg(file);
    if (suffix == u"png") {
        plot->setBackground(QBrush(colors().paper));
        const bool done = plot->savePng(file, 0, 0, 2.0);
        plot->setBackground(QBrush(Qt::NoBrush));
        return done ? QString() : refused;
    }
    if (suffix == u"pdf")
        return plot->savePdf(file) ? QString() : refused;
    if (suffix != u"svg")
        return tr("Charts are written as .png, .svg or .pdf.");
    if (QFile probe(file); !probe.open(QIODevice::WriteOnly))
        return refused;
    QSvgGenerator svg;
    svg.setFileName(file);
    svg.setSize(plot->size());
    svg.setViewBox(QRect(QPoint(0, 0), plot->size()));
    svg.setTitle(m_impl->title);
    QCPPainter painter;
    painter.begin(&svg);
    plot->toPainter(&painter, plot->width(), plot->height());
    painter.end();
    return {};
}

void Plot::saveAs()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save chart"), u"chart.png"_s, tr("Pictures (*.png);;Drawings (*.svg);;Documents (*.pdf)"));
    if (file.isEmpty())
        return;
    if (const QString problem = save(file); !problem.isEmpty())
        QToolTip::showText(mapToGlobal(rect().center()), problem, this);
}

void Plot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        draw();
}

bool Plot::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ToolTip || event->type() == QEvent::MouseMove) {
        const QPoint position = event->type() == QEvent::ToolTip ? static_cast<QHelpEvent*>(event)->pos()
                                                                 : static_cast<QMouseEvent*>(event)->pos();
        const Mark* mark = m_impl->markAt(position);
        if (mark && !mark->words.isEmpty())
            QToolTip::showText(m_impl->plot->mapToGlobal(position), mark->words, m_impl->plot);
        else
            QToolTip::hideText();
        return event->type() == QEvent::ToolTip;
    }
    if (event->type() == QEvent::ContextMenu) {
        QMenu menu(this);
        menu.addAction(tr("Save chart…"), this, &Plot::saveAs);
        menu.exec(static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    if (event->type() == QEvent::Wheel) {
        event->ignore(); // the page scrolls, the chart does not
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}
