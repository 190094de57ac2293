// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/shell/icons.h"
#include "ui/shell/list_delegate.h"
#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {
constexpr int Width = 620;
constexpr int ListHeight = 11 * (Size::RowHeight + 2) + Size::Space2;
}

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window)
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Command palette"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space2, Size::Space1, Size::Space2, Size::Space2);
    column->setSpacing(Size::Space1);
    m_field = new QLineEdit(this);
    m_field->setPlaceholderText(tr("Find a command, a screen or anything in the draft"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list = new QListView(this);
    m_list->setProperty("kind", u"plain"_s);
    m_list->setItemDelegate(new ListDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Matches"));
    m_model = new PaletteModel(this);
    m_list->setModel(m_model);
    column->addWidget(m_field);
    column->addWidget(makeLine());
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setQuery(text);
        m_list->setCurrentIndex(m_model->index(0));
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open(std::vector<PaletteEntry> entries)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_model->setEntries(std::move(entries));
    m_field->clear();
    m_model->setQuery({});
    m_list->setCurrentIndex(m_model->index(0));
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    qApp->installEventFilter(this);
}

void CommandPalette::place()
{
    const int width = std::min(Width, parentWidget()->width() - 2 * Size::Space6);
    const int height = std::min(ListHeight + 60, parentWidget()->height() - Size::TitleHeight - Size::Space6);
    setGeometry((parentWidget()->width() - width) / 2, Size::TitleHeight + Size::Space2, width, height);
}

void CommandPalette::run(const QModelIndex& index)
{
    const PaletteEntry* entry = m_model->at(index.row());
    if (!entry)
        return;
    const auto invoke = entry->invoke; // the entry dies when the palette is opened again
    hide();
    invoke();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (!isVisible())
        return QFrame::eventFilter(watched, event);
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int row = m_list->currentIndex().row();
        const int rows = m_model->rowCount();
        const auto move = [&](int to) {
            m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, std::max(0, rows - 1))));
        };
        switch (key->key()) {
        case Qt::Key_Down:
            move(row + 1);
            return true;
        case Qt::Key_Up:
            move(row - 1);
            return true;
        case Qt::Key_PageDown:
            move(row + 10);
            return true;
        case Qt::Key_PageUp:
            move(row - 10);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run(m_list->currentIndex());
            return true;
        case Qt::Key_Tab:
            return true;
        case Qt::Key_Escape:
            hide();
            if (m_focusBefore)
                m_focusBefore->setFocus();
            return true;
        default:
            break;
        }
    }
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && widget != this && !isAncestorOf(widget))
            hide();
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

}
