// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pick_popup.h"

#include "ui/shell/theme.h"
#include "ui/widgets/pick_delegate.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

#include <algorithm>

namespace ow::ui {

PickPopup::PickPopup(QWidget* anchor, const QString& placeholder, const std::vector<PickItem>& items)
    : QFrame(anchor, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("pickPopup"));
    setFrameShape(QFrame::StyledPanel);
    for (const PickItem& item : items) {
        auto* row = new QStandardItem(item.title);
        row->setEditable(false);
        row->setData(item.id, PickDelegate::IdRole);
        row->setData(item.detail, PickDelegate::DetailRole);
        row->setData(item.dot, PickDelegate::DotRole);
        row->setData(QString(item.title + QLatin1Char(' ') + item.detail + QLatin1Char(' ') + item.id),
            PickDelegate::SearchRole);
        m_model->appendRow(row);
    }
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(PickDelegate::SearchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new PickDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(placeholder);
    m_search->setPlaceholderText(placeholder);
    m_search->setAccessibleName(placeholder);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space2, Size::Space2, Size::Space2, Size::Space2);
    column->setSpacing(Size::Space2);
    column->addWidget(m_search);
    column->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &PickPopup::filter);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
    filter(QString());
    place(anchor);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void PickPopup::filter(const QString& text)
{
    m_filtered->setFilterFixedString(text.trimmed());
    if (m_filtered->rowCount() > 0)
        m_list->setCurrentIndex(m_filtered->index(0, 0));
}

void PickPopup::place(const QWidget* anchor)
{
    const int wanted = m_list->sizeHintForColumn(0) + 2 * Size::Space6;
    const int rows = std::clamp(m_model->rowCount(), 3, 10);
    setFixedSize(std::clamp(wanted, std::max(280, anchor->width()), 480), rows * Size::RowHeight + 64);
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 2));
    if (const QScreen* screen = anchor->screen()) {
        const QRect room = screen->availableGeometry();
        if (at.y() + height() > room.bottom())
            at.setY(anchor->mapToGlobal(QPoint(0, -2)).y() - height());
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::max(at.y(), room.top()));
    }
    move(at);
}

void PickPopup::choose(int proxyRow)
{
    const QModelIndex index = m_filtered->index(proxyRow, 0);
    if (!index.isValid())
        return;
    const QString id = index.data(PickDelegate::IdRole).toString();
    close();
    emit picked(id);
}

bool PickPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex().row());
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down: {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            const int row
                = std::clamp(m_list->currentIndex().row() + step, 0, std::max(0, m_filtered->rowCount() - 1));
            m_list->setCurrentIndex(m_filtered->index(row, 0));
            return true;
        }
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}
