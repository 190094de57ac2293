// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs_panel.h"

#include "ui/shell/jobs_model.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

// A thin bar with the percentage beside it.
class ProgressDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const double share = index.data(JobsModel::ShareRole).toDouble();
        if (!index.data(JobsModel::RunningRole).toBool() || share < 0) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF track(option.rect.x() + 8, option.rect.center().y() - 2, option.rect.width() - 64, 5);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors().hairline);
        painter->drawRoundedRect(track, 2.5, 2.5);
        painter->setBrush(colors().accent);
        painter->drawRoundedRect(
            QRectF(track.topLeft(), QSizeF(track.width() * share, track.height())), 2.5, 2.5);
        painter->setPen(colors().ink);
        painter->drawText(
            option.rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
        painter->restore();
    }
};

}

JobsPanel::JobsPanel(JobRunner* runner, QWidget* parent)
    : QWidget(parent)
    , m_runner(runner)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space2);
    m_model = new JobsModel(this);
    m_table = new DataTable(this);
    m_table->setProperty("kind", u"plain"_s);
    m_table->setModel(m_model);
    m_table->setStretchColumn(JobsModel::Title);
    m_table->setItemDelegateForColumn(JobsModel::Progress, new ProgressDelegate(m_table));
    m_table->setColumnWidth(JobsModel::Progress, 240);
    m_table->setColumnWidth(JobsModel::Elapsed, 90);
    m_table->setEmptyText(tr("Nothing runs in the background."));
    m_table->setAccessibleName(tr("Jobs"));
    m_cancel = makeButton(tr("Cancel job"), ButtonKind::Normal, u"cancel"_s);
    row->addWidget(m_table, 1);
    row->addWidget(m_cancel, 0, Qt::AlignTop);
    connect(m_cancel, &QPushButton::clicked, this, &JobsPanel::cancelChosen);
    connect(runner, &JobRunner::changed, this, &JobsPanel::refill);
    refill();
}

void JobsPanel::refill()
{
    m_model->setJobs(m_runner->jobs());
    m_table->horizontalHeader()->setVisible(m_model->rowCount() > 0);
    m_cancel->setEnabled(m_runner->running() > 0);
}

void JobsPanel::cancelChosen()
{
    QModelIndex row = m_table->currentIndex();
    if (!row.isValid() || !row.data(JobsModel::RunningRole).toBool())
        row = m_model->index(0, 0); // running ones stand first
    if (row.isValid())
        m_runner->cancel(row.data(JobsModel::IdRole).toInt());
}

}
