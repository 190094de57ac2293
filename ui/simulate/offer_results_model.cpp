// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/offer_results_model.h"

#include "ui/shell/text.h"
#include "ui/simulate/why_words.h"
#include "ui/widgets/words.h"

#include <algorithm>
#include <cmath>

namespace ow::ui {

void OfferResultsModel::setRun(SimSnapshot run)
{
    beginResetModel();
    m_run = std::move(run);
    endResetModel();
}

int OfferResultsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_run ? 0 : int(m_run->result.offers.size());
}

int OfferResultsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OfferResultsModel::key(const simulate::OfferRow& row, Column column) const
{
    switch (column) {
    case Considered:
        return qlonglong(row.considered);
    case Shown:
        return qlonglong(row.shown);
    case Withheld:
        return qlonglong(row.withheld);
    case Attached:
        return qlonglong(row.attached);
    case Rate:
        return row.attachRate.known ? row.attachRate.value : -1.0;
    case Declined:
        return qlonglong(row.declined);
    case Margin:
        return row.expectedMargin;
    case Name:
    case MainBlock:
    case ColumnCount:
        break;
    }
    return text(row, column);
}

QString OfferResultsModel::text(const simulate::OfferRow& row, Column column) const
{
    switch (column) {
    case Name:
        return offerName(*m_run->draft, row.offer);
    case Considered:
        return count(row.considered);
    case Shown:
        return count(row.shown);
    case Withheld:
        return count(row.withheld);
    case Attached:
        return count(row.attached);
    case Rate:
        return row.attachRate.known
            ? percentInterval(row.attachRate.value, row.attachRate.lower, row.attachRate.upper)
            : QStringLiteral("–");
    case Declined:
        return count(row.declined);
    case Margin:
        return money({ std::llround(row.expectedMargin) }, m_run->draft->policy.currency);
    case MainBlock: {
        const auto most = std::max_element(row.blockedBy.begin(), row.blockedBy.end(),
            [](const auto& l, const auto& r) { return l.second < r.second; });
        return most == row.blockedBy.end()
            ? QString()
            : QStringLiteral("%1 (%2)").arg(whyNotShort(most->first), count(most->second));
    }
    case ColumnCount:
        break;
    }
    return {};
}

QString OfferResultsModel::tip(const simulate::OfferRow& row) const
{
    std::vector<std::pair<std::string, std::int64_t>> blocks(row.blockedBy.begin(), row.blockedBy.end());
    std::sort(blocks.begin(), blocks.end(), [](const auto& l, const auto& r) { return l.second > r.second; });
    QStringList lines { tr("Blocked by, in decisions:") };
    for (const auto& [reason, times] : blocks)
        lines << QStringLiteral("%1  %2").arg(count(times), whyNotShort(reason));
    return blocks.empty() ? QString() : lines.join(u'\n');
}

QVariant OfferResultsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const simulate::OfferRow& row = m_run->result.offers[std::size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case SortRole:
        return key(row, column);
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::TextAlignmentRole:
        return int(
            (column == Name || column == MainBlock ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (column == MainBlock)
            return tip(row);
        if (column == Rate)
            return row.attachRate.known ? tr("%1 of %2 shown, %3 would have bought anyway")
                                              .arg(count(row.attached), count(row.shown), count(row.organic))
                                        : qs(row.attachRate.why);
        return text(row, column);
    default:
        return {};
    }
}

QVariant OfferResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            (section == Name || section == MainBlock ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Offer");
    case Considered:
        return tr("Considered");
    case Shown:
        return tr("Shown");
    case Withheld:
        return tr("Withheld");
    case Attached:
        return tr("Attached");
    case Rate:
        return tr("Attach rate");
    case Declined:
        return tr("Declined");
    case Margin:
        return tr("Expected margin");
    case MainBlock:
        return tr("Blocked most by");
    case ColumnCount:
        break;
    }
    return {};
}

void PeopleModel::setRun(SimSnapshot run)
{
    beginResetModel();
    m_run = std::move(run);
    endResetModel();
}

const std::string& PeopleModel::customer(int row) const
{
    return m_run->result.people[std::size_t(row)].customer;
}

int PeopleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_run ? 0 : int(m_run->result.people.size());
}

int PeopleModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant PeopleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const simulate::PersonRow& row = m_run->result.people[std::size_t(index.row())];
    const auto column = Column(index.column());
    const bool sort = role == SortRole;
    if (role == Qt::TextAlignmentRole)
        return int((column == Customer || column >= Arm ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && !sort)
        return {};
    const auto number = [&](std::int64_t n) { return sort ? QVariant(qlonglong(n)) : QVariant(count(n)); };
    switch (column) {
    case Customer:
        return qs(row.customer);
    case Decisions:
        return number(row.decisions);
    case Shown:
        return number(row.shown);
    case Attached:
        return number(row.attached);
    case Margin:
        return sort ? QVariant(row.expectedMargin)
                    : QVariant(money({ std::llround(row.expectedMargin) }, m_run->draft->policy.currency));
    case Arm:
        return row.holdout ? tr("holdout") : tr("treatment");
    case First:
        return row.firstOffer.empty() ? tr("never asked") : offerName(*m_run->draft, row.firstOffer);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            (section == Customer || section >= Arm ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Customer:
        return tr("Customer");
    case Decisions:
        return tr("Decisions");
    case Shown:
        return tr("Shown");
    case Attached:
        return tr("Attached");
    case Margin:
        return tr("Expected margin");
    case Arm:
        return tr("Arm");
    case First:
        return tr("First offer");
    case ColumnCount:
        break;
    }
    return {};
}

}
