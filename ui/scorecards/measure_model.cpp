// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecards/measure_model.h"

#include "ui/scorecards/score_words.h"
#include "ui/shell/theme.h"
#include "ui/widgets/chip.h"

namespace ow::ui {

void MeasureModel::setOffer(std::shared_ptr<const score::Scorecard> card, int offer)
{
    beginResetModel();
    m_card = std::move(card);
    m_offer = offer;
    endResetModel();
}

const score::OfferScore* MeasureModel::offer() const
{
    if (!m_card)
        return nullptr;
    return m_offer < 0 ? &m_card->overall : &m_card->offers[std::size_t(m_offer)];
}

int MeasureModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !offer() ? 0 : int(offer()->measures.size());
}

int MeasureModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant MeasureModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || !offer())
        return {};
    const score::Measure& m = offer()->measures[std::size_t(index.row())];
    const bool figure
        = index.column() == Treatment || index.column() == Holdout || index.column() == Difference;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Metric:
            return metricLabel(m.metric);
        case Treatment:
            return levelWords(m.treatment.value, m, m_card->currency);
        case Holdout:
            return levelWords(m.holdout.value, m, m_card->currency);
        case Difference:
            return estimateWords(m, m_card->currency);
        case Interval:
            return effectWords(m, m_card->currency, m_card->options.precision);
        case Guardrail:
            return guardrailWords(m);
        default:
            return {};
        }
    case Qt::ToolTipRole:
        return exactWords(m, m_card->currency);
    case Qt::TextAlignmentRole:
        return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (index.column() == Guardrail)
            return guardrailTone(m) == Tone::Info ? colors().muted : toneInk(guardrailTone(m));
        if (!m.hasInterval() && index.column() >= Difference)
            return colors().muted;
        return {};
    default:
        return {};
    }
}

QVariant MeasureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Treatment && section <= Difference ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Metric:
        return tr("Metric");
    case Treatment:
        return tr("Treatment");
    case Holdout:
        return tr("Holdout");
    case Difference:
        return tr("Difference");
    case Interval:
        return QString(QChar(0x2003)) + tr("95 %, valid at any time");
    case Guardrail:
        return tr("Guardrail");
    default:
        return {};
    }
}

}
