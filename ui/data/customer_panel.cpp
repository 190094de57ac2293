// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/customer_panel.h"

#include "ui/data/data_tables.h"
#include "ui/data/text_table_model.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/timeline.h"

#include <QHeaderView>
#include <QItemSelectionModel>

#include <algorithm>

namespace ow::ui {

namespace {

using Loaded = Result<std::pair<model::Customer, model::History>>;

QString attributeWords(const model::Customer& customer)
{
    QStringList words;
    for (const auto& [name, value] : customer.attributes) {
        if (const auto* flag = std::get_if<bool>(&value)) {
            if (*flag)
                words << qs(name);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            if (!text->empty())
                words << QStringLiteral("%1 %2").arg(qs(name), qs(*text));
        } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            words << QStringLiteral("%1 %2").arg(qs(name), count(*whole));
        } else {
            words << QStringLiteral("%1 %2").arg(qs(name), QString::number(std::get<double>(value)));
        }
    }
    return words.join(QStringLiteral(" · "));
}

}

CustomerPanel::CustomerPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextSize::CardTitle, QFont::DemiBold))
    , m_about(new ElidedLabel)
    , m_timeline(new Timeline(this))
    , m_list(new DataTable(this))
{
    setObjectName(QStringLiteral("customerPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Size::Space3, 0, 0);
    column->setSpacing(Size::Space2);
    auto* head = new QHBoxLayout;
    head->setSpacing(Size::Space3);
    head->addWidget(m_title);
    setInk(m_about, Ink::Muted);
    head->addWidget(m_about, 1);
    auto* whole = makeIconButton(QStringLiteral("fit"), tr("Show the whole time (F); the wheel, + and − zoom"));
    whole->setObjectName(QStringLiteral("wholeTime"));
    connect(whole, &QToolButton::clicked, m_timeline, &Timeline::showAll);
    head->addWidget(whole);
    auto* erase = makeIconButton(QStringLiteral("trash"), tr("Erase this customer…"));
    erase->setObjectName(QStringLiteral("eraseThis"));
    connect(erase, &QToolButton::clicked, this, [this] { emit eraseAsked(m_customer); });
    head->addWidget(erase);
    auto* close = makeIconButton(QStringLiteral("x"), tr("Close the customer"));
    connect(close, &QToolButton::clicked, this, &CustomerPanel::closed);
    head->addWidget(close);
    column->addLayout(head);
    column->addWidget(m_timeline);
    m_list->setModel(new TextTableModel(m_list));
    m_list->setAccessibleName(tr("History as a list"));
    column->addWidget(m_list, 1);
    // One is the other: what is chosen in the picture is shown in the list, and the other way round.
    connect(m_timeline, &Timeline::chosen, this, [this](int row) {
        m_list->setCurrentIndex(m_list->model()->index(row, 0));
        m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& row) { m_timeline->setCurrent(row.isValid() ? row.row() : -1); });
}

void CustomerPanel::showCustomer(
    Session* session, const std::shared_ptr<SharedReader>& reader, const std::string& id)
{
    m_session = session;
    m_customer = id;
    if (id.empty() || !reader)
        return;
    session->jobs().run<Loaded>(
        QStringLiteral("data.customer"), tr("Reading a customer"), this,
        [reader, id](const Progress&) {
            const std::lock_guard lock(reader->mutex);
            return reader->reader->customer(id);
        },
        [this](const Loaded& loaded) {
            if (!loaded)
                m_session->notify(loaded.error());
            else
                fill(loaded->first, loaded->second);
        },
        true);
}

void CustomerPanel::fill(const model::Customer& customer, const model::History& history)
{
    const auto draft = m_session->draft();
    const auto catalogue = m_session->catalogue();
    std::map<std::string, std::string> channels;
    for (const model::Placement& placement : draft->policy.placements)
        channels[placement.id] = placement.channel;
    std::map<std::string, std::string> titles;
    for (const model::Offer& offer : draft->policy.offers)
        titles[offer.id] = offer.name;
    for (const model::Event& event : history.events)
        if (const model::Product* product = catalogue->find(event.sku))
            titles[event.sku] = product->title;
    std::vector<model::LoggedExposure> exposures;
    for (const model::Exposure& exposure : history.exposures) {
        exposures.emplace_back();
        static_cast<model::Exposure&>(exposures.back()) = exposure;
    }
    m_title->setText(qs(customer.id));
    static_cast<ElidedLabel*>(m_about)->setFullText(attributeWords(customer));
    HistoryMarks marks = historyMarks(history.events, exposures, channels, titles);
    std::stable_sort(marks.items.begin(), marks.items.end(),
        [](const TimelineItem& l, const TimelineItem& r) { return r.at < l.at; });
    for (std::size_t i = 0; i < marks.items.size(); ++i)
        marks.items[i].id = int(i); // its row in the list

    // The list is the same marks, newest first.
    std::vector<TextTableModel::Row> rows;
    for (const TimelineItem& item : marks.items)
        rows.push_back(
            { stamp(item.at, draft->policy.timezone), marks.lanes[std::size_t(item.lane)], item.label });
    static_cast<TextTableModel*>(m_list->model())
        ->setRows({ tr("Time"), tr("Channel"), tr("What happened") }, std::move(rows));
    m_list->setColumnWidth(0, 150);
    m_list->setColumnWidth(1, 110);
    m_timeline->setTimeZone(draft->policy.timezone);
    m_timeline->setContent(std::move(marks.lanes), std::move(marks.items));
}

}
