// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecards/verdict_list_model.h"

#include "ui/scorecards/score_words.h"
#include "ui/shell/text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ow::ui {

void VerdictListModel::addGroup(const QString& title, const std::vector<int>& offers)
{
    if (offers.empty())
        return;
    m_rows.push_back({ true, title, -1 });
    for (const int offer : offers)
        m_rows.push_back({ false, {}, offer });
}

void VerdictListModel::setCard(std::shared_ptr<const score::Scorecard> card)
{
    beginResetModel();
    m_card = std::move(card);
    m_rows.clear();
    m_reach = 0.01;
    if (m_card && m_card->start) {
        std::vector<int> decided, running, few;
        for (std::size_t i = 0; i < m_card->offers.size(); ++i) {
            const score::OfferScore& offer = m_card->offers[i];
            const score::Measure* lift = offer.find(score::Metric::AttachRate);
            const bool final = offer.verdict && offer.verdict->final;
            const bool tooFew = lift
                && std::min(lift->treatment.units, lift->holdout.units) < m_card->options.precision.minUnits;
            (final ? decided : tooFew ? few : running).push_back(int(i));
            if (lift && lift->hasInterval())
                m_reach = std::max({ m_reach, std::abs(*lift->anytimeLower), std::abs(*lift->anytimeUpper) });
        }
        m_rows.push_back({ false, {}, -1 });
        addGroup(tr("Decided"), decided);
        addGroup(tr("Running"), running);
        addGroup(tr("Too few customers yet"), few);
    }
    endResetModel();
}

const score::OfferScore* VerdictListModel::offerAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()) || m_rows[std::size_t(index.row())].heading)
        return nullptr;
    const int offer = m_rows[std::size_t(index.row())].offer;
    return offer < 0 ? &m_card->overall : &m_card->offers[std::size_t(offer)];
}

int VerdictListModel::rowOf(const std::string& id) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        if (!row.heading && (row.offer < 0 ? id.empty() : m_card->offers[std::size_t(row.offer)].id == id))
            return int(i);
    }
    return -1;
}

int VerdictListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant VerdictListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    if (role == HeadingRole)
        return row.heading;
    if (role == Qt::DisplayRole && row.heading)
        return row.title;
    const score::OfferScore* offer = offerAt(index);
    if (!offer)
        return {};
    const score::Measure* lift = offer->find(score::Metric::AttachRate);
    switch (role) {
    case Qt::DisplayRole:
        return row.offer < 0 ? tr("All offers") : qs(offer->name);
    case OfferRole:
        return row.offer;
    case ReachRole:
        return m_reach;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        QString words = offer->verdict
            ? verdictLabel(*offer->verdict) + u". "_s + verdictPhrase(*offer->verdict)
            : QString();
        if (lift)
            words += (words.isEmpty() ? QString() : u"\n"_s)
                + tr("Lift: %1").arg(effectPhrase(*lift, m_card->currency, m_card->options.precision));
        return words;
    }
    default:
        return {};
    }
}

Qt::ItemFlags VerdictListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return m_rows[std::size_t(index.row())].heading ? Qt::NoItemFlags
                                                    : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

}
