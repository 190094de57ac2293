// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/value_words_dialog.h"

#include "model/event_types.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ow::ui {

namespace {

constexpr int mostWords = 200;

}

ValueWordsDialog::ValueWordsDialog(
    const QString& field, const QStringList& seen, const ingest::FieldSource& source, QWidget* parent)
    : QDialog(parent)
    , m_before(source.values)
    , m_table(new QTableWidget(0, 2, this))
{
    setWindowTitle(tr("Words of %1").arg(field));
    resize(460, 420);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(Size::Space3);
    column->addWidget(makeLabel(tr("What the file's words mean. A word without a meaning is kept as it is."),
        TextSize::Body, QFont::Normal, Ink::Muted, true, this));
    m_table->setHorizontalHeaderLabels({ tr("In the file"), tr("In Offerwright") });
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus); // the boxes in it take the keys
    m_table->setObjectName(QStringLiteral("valueWords"));
    column->addWidget(m_table, 1);
    QStringList theirs = seen;
    for (const auto& [word, ours] : source.values)
        if (!theirs.contains(qs(word)))
            theirs << qs(word);
    for (const QString& word : theirs.mid(0, mostWords)) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        auto* item = new QTableWidgetItem(word);
        item->setToolTip(word);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_table->setItem(row, 0, item);
        auto* ours = new QComboBox;
        ours->setEditable(true);
        ours->addItem(QString());
        if (field == QLatin1String("type"))
            for (const std::string_view type : model::knownEventTypes)
                ours->addItem(qs(type));
        const auto known = source.values.find(ss(word));
        ours->setCurrentText(known == source.values.end() ? QString() : qs(known->second));
        ours->setAccessibleName(tr("Meaning of %1").arg(word));
        m_table->setCellWidget(row, 1, ours);
        if (row == 0)
            ours->setFocus();
        m_table->setRowHeight(row, ours->sizeHint().height() + int(Size::Space1)); // else the box stands over the row's edge
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

std::map<std::string, std::string> ValueWordsDialog::values() const
{
    std::map<std::string, std::string> out = m_before;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString ours = static_cast<QComboBox*>(m_table->cellWidget(row, 1))->currentText().trimmed();
        const std::string word = ss(m_table->item(row, 0)->text());
        const auto before = m_before.find(word);
        if (ours == (before == m_before.end() ? QString() : qs(before->second).trimmed()))
            continue; // nobody touched it; a word may well mean nothing
        if (ours.isEmpty())
            out.erase(word);
        else
            out[word] = ss(ours);
    }
    return out;
}

}
