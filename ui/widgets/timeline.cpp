// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/timeline_axis.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {

constexpr double LaneHeight = 34;
constexpr double AxisHeight = 24;
constexpr double LegendHeight = 24;
constexpr double LabelWidth = 84;
constexpr double ShortestView = 60'000; // a minute across the whole width
constexpr double Reach = 6;

bool isFlag(TimelineItem::Kind kind)
{
    return kind != TimelineItem::Kind::Event && kind != TimelineItem::Kind::Purchase;
}

// A flag on its pole; the shape says what became of the exposure, the colour only repeats it.
void paintFlag(QPainter& painter, QPointF foot, TimelineItem::Kind kind)
{
    using Kind = TimelineItem::Kind;
    const double top = foot.y() - 22;
    const QColor color = kind == Kind::Withheld || kind == Kind::Silent ? colors().holdout
        : kind == Kind::Declined                                        ? colors().bad
                                                                        : colors().accent;
    if (kind == Kind::Silent) { // a decision that asked nothing
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(foot.x(), foot.y() - 11), 3, 3);
        return;
    }
    painter.setPen(QPen(color, 1.5));
    painter.drawLine(foot, QPointF(foot.x(), top));
    const QPolygonF cloth { { foot.x(), top }, { foot.x() + 12, top + 4.5 }, { foot.x(), top + 9 } };
    painter.setBrush(kind == Kind::Attached ? QBrush(color) : QBrush(colors().paper));
    painter.setPen(
        QPen(color, 1.5, kind == Kind::Withheld ? Qt::DotLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolygon(cloth);
    if (kind == Kind::Declined) {
        painter.drawLine(QPointF(foot.x() + 7, top + 9), QPointF(foot.x() + 13, top + 15));
        painter.drawLine(QPointF(foot.x() + 13, top + 9), QPointF(foot.x() + 7, top + 15));
    }
}

}

Timeline::Timeline(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(
        tr("Left and Right go from one decision to the next, plus and minus zoom, F shows everything."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Timeline::setContent(std::vector<QString> lanes, std::vector<TimelineItem> items,
    std::vector<TimelineSpan> spans, bool keepView)
{
    m_lanes = std::move(lanes);
    m_items = std::move(items);
    m_spans = std::move(spans);
    std::stable_sort(m_items.begin(), m_items.end(),
        [](const TimelineItem& l, const TimelineItem& r) { return l.at < r.at; });
    m_first = m_items.empty() ? 0 : double(m_items.front().at.ms);
    m_last = m_items.empty() ? 1 : double(m_items.back().at.ms);
    if (!keepView) {
        m_current = -1;
        showAll();
    }
    updateGeometry();
    update();
}

void Timeline::setCurrent(int id)
{
    m_current = id;
    const auto item = std::find_if(
        m_items.begin(), m_items.end(), [id](const TimelineItem& it) { return it.id == id && id >= 0; });
    if (item != m_items.end() && (double(item->at.ms) < m_from || double(item->at.ms) > m_until)) {
        const double half = (m_until - m_from) / 2;
        setRange(double(item->at.ms) - half, double(item->at.ms) + half);
    }
    update();
}

std::vector<int> Timeline::choosable() const
{
    std::vector<int> ids;
    for (const TimelineItem& item : m_items)
        if (item.id >= 0 && (ids.empty() || ids.back() != item.id))
            ids.push_back(item.id);
    return ids;
}

void Timeline::showAll()
{
    const double margin = std::max((m_last - m_first) * 0.02, ShortestView);
    m_from = m_first - margin;
    m_until = m_last + margin;
    update();
}

QSize Timeline::sizeHint() const
{
    return { 600,
        int(AxisHeight + LegendHeight + LaneHeight * double(std::max<std::size_t>(m_lanes.size(), 1)) + 8) };
}

QRectF Timeline::plot() const
{
    return { LabelWidth, AxisHeight, std::max(1.0, width() - LabelWidth - Size::Space3),
        LaneHeight * double(std::max<std::size_t>(m_lanes.size(), 1)) };
}

double Timeline::xOf(Timestamp at) const
{
    const QRectF area = plot();
    return area.left() + (double(at.ms) - m_from) / (m_until - m_from) * area.width();
}

double Timeline::laneTop(int lane) const { return AxisHeight + LaneHeight * lane; }

void Timeline::setRange(double from, double until)
{
    // Nothing is gained by looking far beside what there is.
    const double whole = (m_last - m_first) * 1.04 + 2 * ShortestView;
    const double length = std::clamp(until - from, ShortestView, whole);
    const double middle = std::clamp((from + until) / 2, m_first, std::max(m_first, m_last));
    m_from = middle - length / 2;
    m_until = middle + length / 2;
    update();
}

void Timeline::zoom(double factor, double aroundX)
{
    const QRectF area = plot();
    const double at = m_from + (aroundX - area.left()) / area.width() * (m_until - m_from);
    setRange(at - (at - m_from) / factor, at + (m_until - at) / factor);
}

void Timeline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
        const double foot = laneTop(int(lane)) + LaneHeight - 5;
        painter.setPen(QPen(colors().hairline, 1));
        painter.drawLine(QPointF(area.left(), foot), QPointF(area.right(), foot));
        painter.setFont(textFont(TextSize::Caption));
        painter.setPen(colors().muted);
        const QRectF label(Size::Space1, laneTop(int(lane)), LabelWidth - Size::Space3, LaneHeight);
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
            QFontMetricsF(painter.font()).elidedText(m_lanes[lane], Qt::ElideRight, label.width()));
    }
    paintAxis(painter);
    painter.setClipRect(area.adjusted(-1, 0, 14, 1));
    for (const TimelineSpan& span : m_spans) {
        QColor wash = colors().cautionWash;
        const QRectF bar(QPointF(xOf(span.from), laneTop(span.lane) + 3),
            QPointF(xOf(span.until), laneTop(span.lane) + LaneHeight - 5));
        painter.fillRect(bar, wash);
    }
    // Events below, flags on top of them, the chosen one last.
    for (const bool flags : { false, true })
        for (const TimelineItem& item : m_items)
            if (isFlag(item.kind) == flags && (item.id < 0 || item.id != m_current))
                paintItem(painter, item, false);
    for (const TimelineItem& item : m_items)
        if (item.id >= 0 && item.id == m_current)
            paintItem(painter, item, true);
    painter.setClipping(false);
    paintLegend(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors().accent, 2));
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(1, 1, -1, -1), Size::ControlRadius, Size::ControlRadius);
    }
}

void Timeline::paintAxis(QPainter& painter)
{
    const QRectF area = plot();
    painter.setFont(textFont(TextSize::Caption));
    const double perTick = 96 * (m_until - m_from) / area.width();
    const std::vector<AxisTick> ticks = axisTicks(m_from, m_until, perTick, m_zone);
    // Which day or year it is, where the ticks do not say it themselves.
    if (const QString when = axisContext(ticks, m_from, m_zone); !when.isEmpty() && !m_items.empty()) {
        painter.setPen(colors().muted);
        painter.drawText(QRectF(0, 0, LabelWidth - Size::Space2, AxisHeight - 4),
            Qt::AlignRight | Qt::AlignVCenter, when);
    }
    for (const AxisTick& tick : ticks) {
        const double x = xOf(tick.at);
        painter.setPen(QPen(colors().hairline, 1));
        painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom()));
        // Whole, also at the edges.
        const double half = QFontMetricsF(painter.font()).horizontalAdvance(tick.label) / 2 + 1;
        const double middle = std::clamp(x, area.left() + half, std::max(area.left() + half, width() - half));
        painter.setPen(colors().muted);
        painter.drawText(QRectF(middle - 48, 0, 96, AxisHeight - 4), Qt::AlignCenter, tick.label);
    }
}

void Timeline::paintItem(QPainter& painter, const TimelineItem& item, bool current)
{
    const double x = xOf(item.at);
    const QRectF area = plot();
    if (x < area.left() - 14 || x > area.right() + 14)
        return;
    const double foot = laneTop(item.lane) + LaneHeight - 5;
    if (current) {
        painter.setPen(QPen(colors().accent, 1.5));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors().accentWash);
        painter.drawRoundedRect(QRectF(x - 5, foot - 26, 22, 27), 4, 4);
    }
    if (isFlag(item.kind)) {
        paintFlag(painter, { x, foot }, item.kind);
        return;
    }
    const bool bought = item.kind == TimelineItem::Kind::Purchase;
    painter.setPen(QPen(bought ? colors().ink : colors().muted, bought ? 2.5 : 1));
    painter.drawLine(QPointF(x, foot), QPointF(x, foot - (bought ? 15 : 8)));
}

void Timeline::paintLegend(QPainter& painter)
{
    using Kind = TimelineItem::Kind;
    const std::pair<Kind, QString> words[]
        = { { Kind::Event, tr("event") }, { Kind::Purchase, tr("purchase") }, { Kind::Shown, tr("shown") },
              { Kind::Attached, tr("attached") }, { Kind::Declined, tr("declined") },
              { Kind::Withheld, tr("withheld") }, { Kind::Silent, tr("asked nothing") } };
    double x = LabelWidth;
    const double foot = plot().bottom() + LegendHeight;
    painter.setFont(textFont(TextSize::Caption));
    const QFontMetricsF metrics(painter.font());
    for (const auto& [kind, word] : words) {
        const auto is = [kind = kind](const TimelineItem& item) { return item.kind == kind; };
        if (std::none_of(m_items.begin(), m_items.end(), is))
            continue;
        painter.save();
        painter.translate(x, foot - 2);
        painter.scale(0.75, 0.75);
        if (isFlag(kind)) {
            paintFlag(painter, { 4, 0 }, kind);
        } else {
            const bool bought = kind == Kind::Purchase;
            painter.setPen(QPen(bought ? colors().ink : colors().muted, bought ? 2.5 : 1));
            painter.drawLine(QPointF(6, 0), QPointF(6, bought ? -15 : -8));
        }
        painter.restore();
        painter.setPen(colors().muted);
        painter.drawText(QPointF(x + 16, foot - 4), word);
        x += 16 + metrics.horizontalAdvance(word) + Size::Space4;
    }
}

int Timeline::itemAt(QPointF position) const
{
    int best = -1;
    double bestDistance = Reach + 6;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const TimelineItem& item = m_items[i];
        const double top = laneTop(item.lane);
        if (position.y() < top || position.y() > top + LaneHeight)
            continue;
        const double middle = xOf(item.at) + (isFlag(item.kind) ? 4 : 0);
        // What can be chosen is easier to hit than a tick beside it.
        const double distance = std::abs(position.x() - middle) - (item.id >= 0 ? 3 : 0);
        if (distance < bestDistance) {
            best = int(i);
            bestDistance = distance;
        }
    }
    return best;
}

/// Where many stand so close that they look like one, the first of them and how many more.
QString Timeline::aboutItems(std::size_t index) const
{
    constexpr int told = 6;
    const TimelineItem& first = m_items[index];
    QStringList lines;
    int more = 0;
    for (const TimelineItem& item : m_items) {
        if (item.lane != first.lane || std::abs(xOf(item.at) - xOf(first.at)) > 2)
            continue;
        if (lines.size() >= told)
            ++more;
        else
            lines << QStringLiteral("%1  %2").arg(clockText(item.at, m_zone), item.label);
    }
    if (more > 0)
        lines << tr("and %1 more; zoom in to tell them apart").arg(count(more));
    return lines.join(u'\n');
}

void Timeline::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().x() != 0 && event->angleDelta().y() == 0) {
        const double shift = -event->angleDelta().x() / 1200.0 * (m_until - m_from);
        setRange(m_from + shift, m_until + shift);
    } else {
        zoom(std::pow(1.0015, event->angleDelta().y()), event->position().x());
    }
    event->accept();
}

void Timeline::mousePressEvent(QMouseEvent* event)
{
    m_pressed = m_dragged = event->position();
    m_dragging = event->button() == Qt::LeftButton;
}

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging) {
        const int item = itemAt(event->position());
        setCursor(item >= 0 && m_items[std::size_t(item)].id >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const double shift = (m_dragged.x() - event->position().x()) / plot().width() * (m_until - m_from);
    setRange(m_from + shift, m_until + shift);
    m_dragged = event->position();
}

void Timeline::mouseReleaseEvent(QMouseEvent* event)
{
    m_dragging = false;
    if ((event->position() - m_pressed).manhattanLength() > 4)
        return;
    const int item = itemAt(event->position());
    if (item < 0 || m_items[std::size_t(item)].id < 0)
        return;
    setCurrent(m_items[std::size_t(item)].id);
    emit chosen(m_current);
}

void Timeline::mouseDoubleClickEvent(QMouseEvent*) { showAll(); }

void Timeline::keyPressEvent(QKeyEvent* event)
{
    const double middle = plot().center().x();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1.4, middle);
        return;
    case Qt::Key_Minus:
        zoom(1 / 1.4, middle);
        return;
    case Qt::Key_F:
        showAll();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    const std::vector<int> ids = choosable();
    if (ids.empty()) {
        const double shift = (event->key() == Qt::Key_Left ? -0.2 : 0.2) * (m_until - m_from);
        setRange(m_from + shift, m_until + shift);
        return;
    }
    const auto at = std::find(ids.begin(), ids.end(), m_current);
    std::size_t next = event->key() == Qt::Key_Left ? ids.size() - 1 : 0;
    if (at != ids.end()) {
        const auto place = std::size_t(at - ids.begin());
        next = event->key() == Qt::Key_Left ? (place == 0 ? 0 : place - 1)
                                            : std::min(place + 1, ids.size() - 1);
    }
    setCurrent(ids[next]);
    emit chosen(m_current);
}

bool Timeline::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = itemAt(help->pos());
    if (index >= 0) {
        QToolTip::showText(help->globalPos(), aboutItems(std::size_t(index)), this);
        return true;
    }
    const auto span = std::find_if(m_spans.begin(), m_spans.end(), [&](const TimelineSpan& s) {
        return help->pos().x() >= xOf(s.from) && help->pos().x() <= xOf(s.until)
            && help->pos().y() >= laneTop(s.lane) && help->pos().y() <= laneTop(s.lane) + LaneHeight;
    });
    if (span != m_spans.end())
        QToolTip::showText(help->globalPos(), span->label, this);
    else
        QToolTip::hideText();
    return true;
}

}
