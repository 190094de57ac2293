// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/library_model.h"

#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace ow::ui {

namespace {

QString detail(const model::Offer& offer)
{
    QStringList parts { word(offer.kind) };
    if (offer.mission != model::Mission::None)
        parts << word(offer.mission);
    if (offer.tier != model::Tier::None)
        parts << word(offer.tier);
    return parts.join(QStringLiteral(" · "));
}

QString searched(const model::Offer& offer)
{
    QString text = qs(offer.name) + QLatin1Char(' ') + qs(offer.id) + QLatin1Char(' ') + detail(offer);
    for (const model::OfferItem& item : offer.items)
        text += QLatin1Char(' ') + qs(item.sku);
    return text;
}

}

void LibraryModel::setDraft(model::DraftSnapshot draft)
{
    beginResetModel();
    m_draft = std::move(draft);
    endResetModel();
}

QModelIndex LibraryModel::indexOf(const std::string& id) const
{
    const auto& offers = m_draft->policy.offers;
    const auto found = std::ranges::find(offers, id, &model::Offer::id);
    return found == offers.end() ? QModelIndex() : index(int(found - offers.begin()));
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_draft->policy.offers.size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const model::Offer& offer = m_draft->policy.offers[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return offer.name.empty() ? qs(offer.id) : qs(offer.name);
    case Qt::ToolTipRole:
        return qs(offer.id);
    case Qt::AccessibleTextRole:
        return QString(qs(offer.name) + QStringLiteral(", ") + detail(offer) + QStringLiteral(", ")
            + word(offer.status));
    case IdRole:
        return qs(offer.id);
    case DetailRole:
        return detail(offer);
    case PriceRole:
        return money(offer.price, m_draft->policy.currency);
    case RoleRole:
        return int(offer.role);
    case StatusRole:
        return int(offer.status);
    case SearchRole:
        return searched(offer);
    default:
        return {};
    }
}

void OfferFilter::setWords(const QString& words)
{
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void OfferFilter::setStatus(std::optional<model::OfferStatus> status)
{
    m_status = status;
    invalidateFilter();
}

bool OfferFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_status && index.data(LibraryModel::StatusRole).toInt() != int(*m_status))
        return false;
    const QString text = index.data(LibraryModel::SearchRole).toString();
    return std::ranges::all_of(
        m_words, [&](const QString& w) { return text.contains(w, Qt::CaseInsensitive); });
}

}
