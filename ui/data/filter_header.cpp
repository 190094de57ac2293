// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/filter_header.h"

#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace ow::ui {

namespace {
constexpr int FieldHeight = 26;
constexpr int Gap = 3;
constexpr int SidePadding = 4;
}

FilterHeader::FilterHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(64);
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::place);
    connect(this, &QHeaderView::sectionMoved, this, &FilterHeader::place);
    connect(this, &QHeaderView::geometriesChanged, this, &FilterHeader::place);
    if (auto* table = qobject_cast<QAbstractScrollArea*>(parent))
        connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterHeader::place);
}

void FilterHeader::setFields(const std::vector<Field>& fields)
{
    qDeleteAll(m_fields);
    m_fields.clear();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        QLineEdit* line = nullptr;
        if (!fields[i].hint.isEmpty()) {
            line = new QLineEdit(this);
            line->setObjectName(QStringLiteral("filter%1").arg(i));
            line->setPlaceholderText(fields[i].hint);
            line->setToolTip(fields[i].help);
            line->setProperty("help", fields[i].help);
            line->setAccessibleName(
                tr("Filter of %1").arg(model()->headerData(int(i), Qt::Horizontal).toString()));
            line->setFont(textFont(TextSize::Caption));
            // Lines in a header are lower than those of a form.
            line->setStyleSheet(
                QStringLiteral("QLineEdit { padding: 1px 5px; min-height: 0; border-radius: 4px; }"));
            line->installEventFilter(this);
            connect(line, &QLineEdit::textEdited, this, &FilterHeader::edited);
            line->show();
        }
        m_fields.push_back(line);
    }
    if (m_why)
        m_why->hide();
    updateGeometries();
}

QLineEdit* FilterHeader::field(int column) const
{
    return column >= 0 && column < int(m_fields.size()) ? m_fields[std::size_t(column)] : nullptr;
}

QString FilterHeader::text(int column) const { return field(column) ? field(column)->text() : QString(); }

void FilterHeader::setText(int column, const QString& text)
{
    if (QLineEdit* line = field(column))
        line->setText(text);
}

void FilterHeader::setWrong(int column, const QString& why)
{
    QLineEdit* line = field(column);
    if (!line || line->property("why").toString() == why)
        return;
    line->setProperty("why", why);
    line->setToolTip(why.isEmpty() ? line->property("help").toString() : why);
    line->setAccessibleDescription(why);
    QPalette palette;
    if (!why.isEmpty())
        palette.setColor(QPalette::Text, colors().bad);
    line->setPalette(palette);
    line->setStyleSheet(
        QStringLiteral("QLineEdit { padding: 1px 5px; min-height: 0; border-radius: 4px; %1 }")
            .arg(why.isEmpty()
                    ? QString()
                    : QStringLiteral("border: 1px solid %1; color: %1;").arg(colors().bad.name())));
    showWhy();
}

/// Below the line that has the focus, or the first that is wrong.
void FilterHeader::showWhy()
{
    QLineEdit* wrong = nullptr;
    for (QLineEdit* line : m_fields)
        if (line && !line->property("why").toString().isEmpty() && (!wrong || line->hasFocus()))
            wrong = line;
    if (!wrong || wrong->isHidden()) {
        if (m_why)
            m_why->hide();
        return;
    }
    if (!m_why) {
        m_why = new QLabel(parentWidget());
        m_why->setObjectName(QStringLiteral("filterWrong"));
        m_why->setFont(textFont(TextSize::Caption));
        m_why->setMargin(Size::Space2);
    }
    m_why->setStyleSheet(
        QStringLiteral("background: %1; color: %2; border: 1px solid %2; border-radius: 4px;")
            .arg(colors().paper.name(), colors().bad.name()));
    m_why->setText(wrong->property("why").toString());
    m_why->setWordWrap(true);
    const int width = std::min(m_why->fontMetrics().horizontalAdvance(m_why->text()) + 2 * Size::Space3 + 4,
        std::min(380, parentWidget()->width() - 2 * Size::Space2));
    m_why->resize(width, m_why->heightForWidth(width));
    const QPoint below = wrong->mapTo(parentWidget(), QPoint(0, wrong->height() + 2));
    m_why->move(std::clamp(below.x(), 0, std::max(0, parentWidget()->width() - width)), below.y());
    m_why->show();
    m_why->raise();
}

void FilterHeader::focusField(int column)
{
    QLineEdit* line = field(column);
    if (!line || isSectionHidden(column)) {
        const auto first
            = std::ranges::find_if(m_fields, [](const QLineEdit* l) { return l && !l->isHidden(); });
        line = first == m_fields.end() ? nullptr : *first;
    }
    if (!line)
        return;
    line->setFocus(Qt::ShortcutFocusReason);
    line->selectAll();
}

void FilterHeader::begin(int column, const QString& text)
{
    QLineEdit* line = field(column);
    if (line == nullptr || isSectionHidden(column))
        return;
    focusField(column);
    line->setText(text);
    line->deselect();
    emit edited();
}

int FilterHeader::titleHeight() const
{
    // While its model is reset a header has no columns and calls itself 0 high, and goes on to.
    if (const int height = QHeaderView::sizeHint().height(); height > 0)
        m_titleHeight = height;
    return m_titleHeight;
}

QSize FilterHeader::sizeHint() const
{
    QSize out = QHeaderView::sizeHint();
    out.setHeight(titleHeight());
    if (!m_fields.empty())
        out.rheight() += FieldHeight + 2 * Gap;
    return out;
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, m_fields.empty() ? 0 : FieldHeight + 2 * Gap);
    QHeaderView::updateGeometries();
    place();
}

void FilterHeader::place()
{
    const int top = titleHeight() + Gap;
    for (std::size_t i = 0; i < m_fields.size() && int(i) < count(); ++i) {
        QLineEdit* line = m_fields[i];
        if (!line)
            continue;
        line->setVisible(!isSectionHidden(int(i)));
        line->setGeometry(sectionViewportPosition(int(i)) + SidePadding, top,
            std::max(20, sectionSize(int(i)) - 2 * SidePadding), FieldHeight);
    }
    showWhy();
}

bool FilterHeader::eventFilter(QObject* watched, QEvent* event)
{
    auto* line = qobject_cast<QLineEdit*>(watched);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(
            this, [this] { showWhy(); }, Qt::QueuedConnection);
    if (event->type() == QEvent::FocusIn && line) {
        // Tab may lead to a line outside the window.
        const auto at = std::ranges::find(m_fields, line);
        if (auto* table = qobject_cast<QTableView*>(parentWidget());
            table && at != m_fields.end() && table->model()->rowCount() > 0) {
            const int x = line->x();
            if (x < 0 || x + line->width() > width())
                table->horizontalScrollBar()->setValue(
                    table->horizontalScrollBar()->value() + (x < 0 ? x : x + line->width() - width()));
        }
    }
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && line) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape:
            if (line->text().isEmpty()) {
                emit left();
            } else {
                line->clear();
                emit edited();
                emit confirmed();
            }
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Down:
            emit confirmed();
            emit left();
            return true;
        default:
            break;
        }
    }
    return QHeaderView::eventFilter(watched, event);
}

}
