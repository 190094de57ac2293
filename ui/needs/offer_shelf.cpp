// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/offer_shelf.h"

#include "ui/needs/matrix_model.h"
#include "ui/shell/theme.h"
#include "ui/widgets/draft_picks.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pick_delegate.h"
#include "ui/widgets/search_field.h"

#include <QBoxLayout>
#include <QListView>
#include <QMimeData>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

namespace ow::ui {

namespace {

class ShelfModel final : public QStandardItemModel {
public:
    using QStandardItemModel::QStandardItemModel;
    QStringList mimeTypes() const override { return { QString::fromLatin1(OfferMime) }; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override
    {
        auto* data = new QMimeData;
        if (!indexes.isEmpty()) {
            data->setData(QString::fromLatin1(OfferMime),
                indexes.front().data(PickDelegate::IdRole).toString().toUtf8());
            data->setText(indexes.front().data().toString());
        }
        return data;
    }
};

}

OfferShelf::OfferShelf(QWidget* parent)
    : QWidget(parent)
    , m_model(new ShelfModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_list(new QListView(this))
{
    setFixedWidth(240);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space3, Size::Space3, 0, Size::Space3);
    column->setSpacing(Size::Space2);
    auto* search = new SearchField(tr("Search offers"), this);
    column->addWidget(search);
    column->addWidget(
        makeLabel(tr("Drag an offer into a cell"), TextSize::Caption, QFont::Normal, Ink::Muted));
    column->addWidget(m_list, 1);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(PickDelegate::SearchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new PickDelegate(m_list));
    m_list->setProperty("kind", QStringLiteral("plain"));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Offers"));
    search->setList(m_list);
    connect(search, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex& index) { emit chosen(index.data(PickDelegate::IdRole).toString()); });
}

void OfferShelf::setDraft(const model::Draft& draft)
{
    m_model->clear();
    for (const PickItem& item : offerPicks(draft)) {
        auto* row = new QStandardItem(item.title);
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
        row->setData(item.id, PickDelegate::IdRole);
        row->setData(item.dot, PickDelegate::DotRole);
        row->setData(QString(item.title + QLatin1Char(' ') + item.detail), PickDelegate::SearchRole);
        row->setToolTip(item.detail);
        m_model->appendRow(row);
    }
}

}
