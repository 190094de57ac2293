// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/matrix_model.h"

#include "ui/needs/cell_change.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <QMimeData>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace ow::ui {

void MatrixModel::setDraft(model::DraftSnapshot draft)
{
    beginResetModel();
    m_draft = std::move(draft);
    m_candidates.clear();
    for (const std::string& id : candidateOffers(*m_draft, 3))
        m_candidates << offerName(*m_draft, id);
    endResetModel();
}

void MatrixModel::setCounts(CellCounts counts)
{
    m_counts = std::move(counts);
    m_customers = 0;
    for (const auto& [key, n] : m_counts)
        m_customers += n;
    if (rowCount() == 0 || columnCount() == 0)
        return;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

std::string MatrixModel::stageAt(int row) const { return m_draft->policy.stages.at(std::size_t(row)).id; }
std::string MatrixModel::motivationAt(int column) const
{
    return m_draft->policy.motivations.at(std::size_t(column)).id;
}

QModelIndex MatrixModel::indexOf(const std::string& stage, const std::string& motivation) const
{
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column)
            if (stageAt(row) == stage && motivationAt(column) == motivation)
                return index(row, column);
    return {};
}

int MatrixModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_draft->policy.stages.size());
}

int MatrixModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_draft->policy.motivations.size());
}

const model::Cell* MatrixModel::cell(const QModelIndex& index) const
{
    const std::string stage = stageAt(index.row());
    const std::string motivation = motivationAt(index.column());
    for (const model::Cell& c : m_draft->policy.matrix)
        if (c.stage == stage && c.motivation == motivation)
            return &c;
    return nullptr;
}

std::int64_t MatrixModel::count(const QModelIndex& index) const
{
    if (m_customers == 0)
        return -1;
    const auto found = m_counts.find({ stageAt(index.row()), motivationAt(index.column()) });
    return found == m_counts.end() ? 0 : found->second;
}

QString MatrixModel::spoken(const QModelIndex& index) const
{
    const QString title = cellTitle(*m_draft, stageAt(index.row()), motivationAt(index.column()));
    const QString offer = data(index, Qt::DisplayRole).toString();
    return offer.isEmpty() ? tr("%1: no offer").arg(title)
                           : tr("%1: %2. %3").arg(title, offer, data(index, BenefitRole).toString());
}

QVariant MatrixModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const model::Cell* c = cell(index);
    const model::Offer* first = nullptr;
    if (c && !c->offers.empty()) {
        const auto& offers = m_draft->policy.offers;
        const auto found = std::ranges::find(offers, c->offers.front().offer, &model::Offer::id);
        first = found == offers.end() ? nullptr : &*found;
    }
    switch (role) {
    case Qt::DisplayRole:
        return c && !c->offers.empty() ? offerName(*m_draft, c->offers.front().offer) : QString();
    case Qt::AccessibleTextRole:
        return spoken(index);
    case StageRole:
        return qs(stageAt(index.row()));
    case MotivationRole:
        return qs(motivationAt(index.column()));
    case BenefitRole:
        return c ? qs(c->benefit) : QString();
    case RoleRole:
        return int(first ? first->role : model::Role::None);
    case StatusRole:
        return first && first->status != model::OfferStatus::Active ? word(first->status) : QString();
    case BecauseRole: {
        static const QRegularExpression path(QStringLiteral("\\{[^{}]*\\}"));
        return first ? qs(first->because).replace(path, QStringLiteral("…")) : QString();
    }
    case MissingRole:
        return c && !c->offers.empty() && !first;
    case CandidatesRole:
        return m_candidates;
    case CountRole:
        return qlonglong(count(index));
    case ShareRole:
        return m_customers == 0 ? -1.0 : double(count(index)) / double(m_customers);
    case FallbacksRole: {
        QStringList names;
        for (std::size_t i = 1; c && i < c->offers.size(); ++i)
            names << offerName(*m_draft, c->offers[i].offer);
        return names;
    }
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool stage = orientation == Qt::Vertical;
    if (section < 0 || section >= (stage ? rowCount() : columnCount()))
        return {};
    const model::Condition& condition
        = (stage ? m_draft->policy.stages : m_draft->policy.motivations)[std::size_t(section)];
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(*m_draft, condition.id);
    case ConditionRole:
        return qs(condition.when);
    case Qt::ToolTipRole:
        return titleOf(*m_draft, condition.id) + QLatin1Char('\n') + qs(condition.when);
    case StageRole:
    case MotivationRole:
        return qs(condition.id);
    case ShareRole: {
        if (m_customers == 0)
            return -1.0;
        std::int64_t sum = 0;
        for (const auto& [key, n] : m_counts)
            if ((stage ? key.first : key.second) == condition.id)
                sum += n;
        return double(sum) / double(m_customers);
    }
    default:
        return {};
    }
}

Qt::ItemFlags MatrixModel::flags(const QModelIndex& index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDropEnabled : Qt::NoItemFlags);
}

QStringList MatrixModel::mimeTypes() const { return { QString::fromLatin1(OfferMime) }; }

bool MatrixModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction, int, int, const QModelIndex& parent) const
{
    return parent.isValid() && data->hasFormat(QString::fromLatin1(OfferMime));
}

bool MatrixModel::dropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    // Only told: the draft changes by a command, and the model by the draft.
    emit offerDropped(qs(stageAt(parent.row())), qs(motivationAt(parent.column())),
        QString::fromUtf8(data->data(QString::fromLatin1(OfferMime))));
    return true;
}

}
