// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/offer_library.h"

#include "ui/offers/library_delegate.h"
#include "ui/offers/library_model.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>

namespace ow::ui {

OfferLibrary::OfferLibrary(QWidget* parent)
    : QWidget(parent)
    , m_model(new LibraryModel(this))
    , m_filter(new OfferFilter(this))
    , m_list(new QListView(this))
    , m_status(new QComboBox(this))
    , m_none(makeLabel(tr("No offer matches."), TextSize::Body, QFont::Normal, Ink::Muted, true, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space2, Size::Space3, Size::Space1, Size::Space2);
    column->setSpacing(Size::Space2);
    auto* search = new SearchField(tr("Search offers"), this);
    search->setList(m_list);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(Size::Space1, 0, Size::Space1, 0);
    head->setSpacing(Size::Space1);
    head->addWidget(m_status, 1);
    auto* add = makeIconButton(QStringLiteral("plus"), tr("New offer"), this);
    auto* menu = new QMenu(add);
    for (const auto kind : { model::OfferKind::Single, model::OfferKind::Bundle, model::OfferKind::Service,
             model::OfferKind::Upgrade })
        connect(menu->addAction(word(kind)), &QAction::triggered, this,
            [this, kind] { emit newRequested(kind); });
    add->setMenu(menu);
    add->setPopupMode(QToolButton::InstantPopup);
    auto* copy = makeIconButton(QStringLiteral("copy"), tr("Duplicate this offer"), this);
    auto* remove = makeIconButton(QStringLiteral("trash"), tr("Delete this offer"), this);
    connect(copy, &QToolButton::clicked, this, &OfferLibrary::copyRequested);
    connect(remove, &QToolButton::clicked, this, &OfferLibrary::removeRequested);
    head->addWidget(add);
    head->addWidget(copy);
    head->addWidget(remove);
    auto* searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(Size::Space1, 0, Size::Space1, 0);
    searchRow->addWidget(search);
    column->addLayout(searchRow);
    column->addLayout(head);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    m_none->hide();

    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new LibraryDelegate(m_list));
    m_list->setProperty("kind", QStringLiteral("plain"));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Offers"));
    m_status->setAccessibleName(tr("Show offers by status"));
    const auto shortcut = [this](QKeySequence keys, auto signal) {
        auto* s = new QShortcut(keys, m_list, nullptr, nullptr, Qt::WidgetShortcut);
        connect(s, &QShortcut::activated, this, signal);
    };
    shortcut(QKeySequence::Delete, &OfferLibrary::removeRequested);
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_D), &OfferLibrary::copyRequested);
    const auto showNone
        = [this] { m_none->setVisible(m_filter->rowCount() == 0 && m_model->rowCount() > 0); };
    connect(search, &QLineEdit::textChanged, this, [this, showNone](const QString& words) {
        m_filter->setWords(words);
        showNone();
    });
    connect(m_status, &QComboBox::currentIndexChanged, this, [this, showNone](int row) {
        m_filter->setStatus(row <= 0 ? std::nullopt : std::optional(model::OfferStatus(row - 1)));
        showNone();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& index) {
            if (index.isValid())
                emit chosen(index.data(LibraryModel::IdRole).toString());
        });
}

void OfferLibrary::setDraft(model::DraftSnapshot draft)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    const int scrolled = m_list->verticalScrollBar()->value();
    m_model->setDraft(draft);
    m_list->verticalScrollBar()->setValue(scrolled);
    fillStatus(*draft);
}

void OfferLibrary::setCurrent(const std::string& id)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(id));
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
    m_list->viewport()->update();
}

void OfferLibrary::fillStatus(const model::Draft& draft)
{
    const QSignalBlocker quiet(m_status);
    const int chosen = std::max(0, m_status->currentIndex());
    m_status->clear();
    m_status->addItem(tr("All (%1)").arg(count(std::int64_t(draft.policy.offers.size()))));
    for (int i = 0; i <= int(model::OfferStatus::Retired); ++i) {
        const auto status = model::OfferStatus(i);
        const auto n = std::ranges::count(draft.policy.offers, status, &model::Offer::status);
        QString title = word(status);
        title[0] = title[0].toUpper();
        m_status->addItem(QStringLiteral("%1 (%2)").arg(title, count(n)));
    }
    m_status->setCurrentIndex(chosen);
}

}
