// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecards/offer_detail.h"

#include "ui/scorecards/measure_model.h"
#include "ui/scorecards/score_charts.h"
#include "ui/scorecards/score_words.h"
#include "ui/shell/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/kpi_tile.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/plot.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {

namespace {

// Room between right-aligned figures and the words beside them.
constexpr int Indent = 18;

class IndentedDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem shifted = option;
        painter->fillRect(
            option.rect, option.state & QStyle::State_Selected ? colors().selected : colors().paper);
        shifted.rect.adjust(Indent, 0, 0, 0);
        QStyledItemDelegate::paint(painter, shifted, index);
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(Indent, 0);
    }
};

constexpr int SideBySideFrom = 900;
constexpr int ChartHeight = 240;
constexpr int ForestRowHeight = 28;

}

OfferDetail::OfferDetail(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space4);
    buildHead(column);
    buildTiles(column);
    buildCharts(column);

    auto* figures = new Card(tr("All figures"));
    m_table = new DataTable;
    m_table->setObjectName(u"measures"_s);
    m_table->setProperty("kind", u"plain"_s);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setAccessibleName(tr("All figures"));
    m_model = new MeasureModel(this);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(MeasureModel::Interval, new IndentedDelegate(m_table));
    m_table->setStretchColumn(MeasureModel::Guardrail);
    figures->body()->addWidget(m_table);
    m_opportunities = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted, true);
    figures->body()->addWidget(m_opportunities);
    column->addWidget(figures);
    m_basis = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted, true);
    column->addWidget(m_basis);
    column->addStretch(1);
}

void OfferDetail::buildHead(QBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(Size::Space3);
    m_name = makeLabel({}, TextSize::PageTitle, QFont::DemiBold);
    m_name->setObjectName(u"offerName"_s);
    m_verdict = new Chip({});
    m_verdict->setObjectName(u"verdict"_s);
    head->addWidget(m_name);
    head->addWidget(m_verdict, 0, Qt::AlignVCenter);
    head->addStretch();
    column->addLayout(head);
    m_sentence = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Normal, true);
    m_sentence->setObjectName(u"sentence"_s);
    column->addWidget(m_sentence);
    column->setSpacing(Size::Space3);
}

void OfferDetail::buildTiles(QBoxLayout* column)
{
    m_tiles = new QHBoxLayout;
    m_tiles->setSpacing(Size::Space3);
    m_lift = new KpiTile(tr("Lift in attach rate"));
    m_margin = new KpiTile(tr("Margin per customer"));
    m_core = new KpiTile(tr("Core conversion"));
    for (KpiTile* tile : { m_lift, m_margin, m_core })
        m_tiles->addWidget(tile, 1);
    column->addLayout(m_tiles);
}

void OfferDetail::buildCharts(QBoxLayout* column)
{
    m_chartRow = new QBoxLayout(QBoxLayout::TopToBottom);
    m_chartRow->setSpacing(Size::Space3);
    const auto add = [&](const QString& title, Plot*& plot) {
        auto* card = new Card(title);
        plot = new Plot;
        plot->setTitle(title);
        plot->setFixedHeight(ChartHeight);
        card->body()->addWidget(plot);
        m_chartRow->addWidget(card, 1);
        return card;
    };
    m_weeklyCard = add(tr("Attach rate by week"), m_weekly);
    m_weekly->setObjectName(u"weekly"_s);
    m_liftCard = add(tr("Lift so far, valid at any time"), m_liftToDate);
    m_liftToDate->setObjectName(u"liftToDate"_s);
    column->addLayout(m_chartRow);

    auto* forest = new Card(tr("Lift by segment"));
    m_dimension = new QComboBox;
    m_dimension->setObjectName(u"dimension"_s);
    m_dimension->setAccessibleName(tr("Segments by"));
    m_dimension->setMinimumWidth(160);
    connect(m_dimension, &QComboBox::textActivated, this, &OfferDetail::dimensionChosen);
    forest->addTool(m_dimension);
    m_differ = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted);
    m_forest = new Plot;
    m_forest->setObjectName(u"forest"_s);
    m_forest->setTitle(tr("Lift by segment"));
    forest->body()->addWidget(m_forest);
    forest->body()->addWidget(m_differ);
    column->addWidget(forest);
}

void OfferDetail::showTile(KpiTile* tile, const score::Measure* m) const
{
    if (!m || !m->estimate) {
        tile->setMissing(m ? reasonWords(*m, m_card->options.precision) : QString());
        return;
    }
    tile->setValue(estimateWords(*m, m_card->currency), exactWords(*m, m_card->currency));
    Tone tone = Tone::Info;
    QString words = effectWords(*m, m_card->currency, m_card->options.precision);
    if (m->hasInterval()) {
        const bool up = score::higherIsBetter(m->metric);
        if (*m->anytimeLower > 0 || *m->anytimeUpper < 0)
            tone = (*m->anytimeLower > 0) == up ? Tone::Good : Tone::Bad;
        if (m->guardrailMargin)
            words += u"\n"_s
                + (m->guardrail == "breached"    ? tr("Guardrail breached")
                        : m->guardrail == "held" ? tr("Guardrail holds")
                                                 : tr("Guardrail not settled"));
    }
    tile->setDetail(words, tone);
}

void OfferDetail::showDimensions()
{
    const QSignalBlocker quiet(m_dimension);
    m_dimension->clear();
    for (const std::string& name : m_card->dimensions)
        m_dimension->addItem(qs(name));
    m_dimension->setCurrentText(qs(m_card->options.by));
}

void OfferDetail::showTable()
{
    m_table->setStretchColumn(MeasureModel::Guardrail);
    m_table->resizeColumnsToContents();
    for (int column = 0; column < MeasureModel::Guardrail; ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + Size::Space4);
    const int rows = m_model->rowCount();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * Size::RowHeight + 6);
}

void OfferDetail::setOffer(std::shared_ptr<const score::Scorecard> card, int index)
{
    m_card = std::move(card);
    const score::OfferScore& offer = index < 0 ? m_card->overall : m_card->offers[std::size_t(index)];
    const score::Measure* lift = offer.find(score::Metric::AttachRate);
    m_name->setText(index < 0 ? tr("All offers") : qs(offer.name));
    m_verdict->setVisible(offer.verdict.has_value());
    QString sentence;
    if (offer.verdict) {
        m_verdict->setText(verdictLabel(*offer.verdict));
        m_verdict->setTone(verdictTone(*offer.verdict));
        sentence = verdictPhrase(*offer.verdict) + u' ';
    }
    if (lift)
        sentence += tr("Lift: %1.").arg(effectPhrase(*lift, m_card->currency, m_card->options.precision));
    const score::Measure* margin = offer.find(score::Metric::MarginPerUnit);
    if (margin && margin->hasInterval())
        sentence += u' '
            + tr("Margin per customer: %1.")
                  .arg(effectPhrase(*margin, m_card->currency, m_card->options.precision));
    m_sentence->setText(sentence);
    showTile(m_lift, lift);
    showTile(m_margin, margin);
    showTile(m_core, offer.find(score::Metric::CoreConversion));

    m_weekly->show(weeklyChart(offer, *m_card));
    const bool hasTrend = std::any_of(
        offer.weeks.begin(), offer.weeks.end(), [](const score::Week& w) { return w.toDate.hasInterval(); });
    m_liftCard->setVisible(hasTrend);
    m_liftToDate->show(liftToDateChart(offer, *m_card));
    m_forest->parentWidget()->setVisible(offer.forest.has_value());
    if (offer.forest) {
        m_forest->show(forestChart(*offer.forest, *m_card));
        const auto& p = offer.forest->differP;
        m_differ->setVisible(p.has_value());
        if (p)
            m_differ->setText(
                (*p < 0.05 ? tr("Segments differ: yes (p %1)") : tr("Segments differ: not shown (p %1)"))
                    .arg(QLocale().toString(*p, 'g', 2)));
        m_forest->setFixedHeight(
            int(std::max<std::size_t>(offer.forest->segments.size(), 1)) * ForestRowHeight + 64);
    }
    showDimensions();
    m_model->setOffer(m_card, index);
    showTable();

    const score::Funnel& f = offer.funnel;
    m_opportunities->setText(
        tr("All opportunities, as a description and not an effect: %1 shown, %2 clicked, %3 accepted, "
           "%4 declined, %5 followed by a purchase; %6 withheld, %7 followed by a purchase.")
            .arg(count(f.shown), count(f.clicked), count(f.accepted), count(f.declined), count(f.attached),
                count(f.withheld), count(f.attachedWithheld)));
    const QString against = offer.experiment.empty()
        ? tr("the global holdout")
        : tr("the withheld arm of experiment %1").arg(qs(offer.experiment));
    m_basis->setText(tr("Customers by arm as assigned, from their first opportunity on, against %1. A "
                        "purchase counts within %2 "
                        "at the shelf (product page, cart, checkout) and %3 elsewhere; margin is that of all "
                        "orders within %4. "
                        "%5 customers are too recent to count.")
                         .arg(against, windowWords(m_card->options.windows.atTheShelf),
                             windowWords(m_card->options.windows.elsewhere),
                             windowWords(m_card->options.windows.margin), count(offer.immature)));
    arrange();
}

void OfferDetail::arrange()
{
    const bool wide = width() >= SideBySideFrom;
    m_chartRow->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // Left to itself the row is as high as its wrapped words would be in the narrowest tile.
    const int tileWidth = (width() - 2 * Size::Space3) / 3;
    int height = 0;
    for (KpiTile* tile : { m_lift, m_margin, m_core })
        height = std::max(height, tile->heightForWidth(tileWidth));
    for (KpiTile* tile : { m_lift, m_margin, m_core })
        tile->setFixedHeight(height);
}

void OfferDetail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}
