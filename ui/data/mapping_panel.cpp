// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/mapping_panel.h"

#include "ingest/fields.h"
#include "ui/data/import_plan.h"
#include "ui/data/text_table_model.h"
#include "ui/data/value_words_dialog.h"
#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QScrollArea>

#include <algorithm>
#include <set>

namespace ow::ui {

namespace {

constexpr std::size_t examplesShown = 3;
constexpr int sourceWidth = 200;

// What an entry of a source's list stands for.
enum SourceRole { What = Qt::UserRole, Column };
enum Entry { Nothing, FromColumn, Constant, Composed };

}

MappingPanel::MappingPanel(QWidget* parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_columnRows(new TextTableModel(this))
    , m_columnTable(new DataTable(this))
    , m_negative(new QCheckBox(this))
    , m_joins(makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted, true, this))
    , m_scroll(new QScrollArea(this))
    , m_missing(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Caution, true, this))
{
    setObjectName(QStringLiteral("mappingPanel"));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(Size::Space2);
    auto* head = new QHBoxLayout;
    head->setSpacing(Size::Space2);
    head->addWidget(makeLabel(tr("The rows are"), TextSize::Body, QFont::Normal, Ink::Normal, false, this));
    for (const std::string_view kind : ingest::kinds())
        m_kind->addItem(kindWord(kind), qs(kind));
    m_kind->setAccessibleName(tr("What the rows are"));
    m_kind->setObjectName(QStringLiteral("mappingKind"));
    head->addWidget(m_kind);
    m_negative->setText(tr("Purchases of a negative quantity are returns"));
    m_negative->setToolTip(tr("Else such rows are rejected: nobody buys less than nothing."));
    m_negative->setObjectName(QStringLiteral("mappingNegative"));
    head->addWidget(m_negative);
    head->addStretch();
    auto* join = makeButton(tr("Join a file"), ButtonKind::Flat, QStringLiteral("link"), this);
    join->setObjectName(QStringLiteral("joinFile"));
    join->setToolTip(tr("Fill fields from a second file, whose rows are found by a key"));
    head->addWidget(join);
    auto* load = makeButton(tr("Load mapping"), ButtonKind::Flat, QStringLiteral("folder"), this);
    auto* save = makeButton(tr("Save mapping"), ButtonKind::Flat, QStringLiteral("download"), this);
    load->setObjectName(QStringLiteral("mappingLoad"));
    save->setObjectName(QStringLiteral("mappingSave"));
    head->addWidget(load);
    head->addWidget(save);
    whole->addLayout(head);

    m_joins->setObjectName(QStringLiteral("mappingJoins"));
    m_joins->setTextFormat(Qt::RichText);
    m_joins->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    whole->addWidget(m_joins);

    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space3);
    m_columnTable->setModel(m_columnRows);
    m_columnTable->horizontalHeader()->setMinimumSectionSize(32);
    m_columnTable->setAccessibleName(tr("The file's columns"));
    row->addWidget(m_columnTable, 2);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    row->addWidget(m_scroll, 3);
    whole->addLayout(row, 1);
    whole->addWidget(m_missing);

    connect(m_kind, &QComboBox::activated, this,
        [this](int i) { emit kindChosen(m_kind->itemData(i).toString()); });
    connect(m_negative, &QCheckBox::clicked, this, [this](bool on) {
        m_mapping.negativeIsReturn = on;
        emit changed();
    });
    connect(m_joins, &QLabel::linkActivated, this, [this](const QString& name) { takeJoinOut(ss(name)); });
    connect(join, &QPushButton::clicked, this, &MappingPanel::joinAsked);
    connect(load, &QPushButton::clicked, this, &MappingPanel::loadAsked);
    connect(save, &QPushButton::clicked, this, &MappingPanel::saveAsked);
}

void MappingPanel::setFile(
    const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows)
{
    m_columns = columns;
    m_rows = rows;
    showColumns();
}

void MappingPanel::setJoinedColumns(std::map<std::string, std::vector<std::string>> columns)
{
    if (columns == m_joined)
        return;
    m_joined = std::move(columns);
    for (FieldRow& field : m_fields)
        fillSources(field);
}

void MappingPanel::showJoins()
{
    QStringList lines;
    for (const ingest::Join& join : m_mapping.joins) {
        QStringList on;
        for (const auto& [ours, theirs] : join.on)
            on << QStringLiteral("%1 = %2").arg(qs(ours), qs(theirs));
        lines << QStringLiteral("%1 <a href=\"%2\">%3</a>")
                     .arg(tr("Joined: %1 as “%2”, by %3")
                              .arg(qs(join.file), qs(join.name), on.join(tr(" and ")))
                              .toHtmlEscaped(),
                         qs(join.name).toHtmlEscaped(), tr("Take out"));
    }
    m_joins->setText(lines.join(QStringLiteral("<br>")));
    m_joins->setVisible(!lines.isEmpty());
}

void MappingPanel::takeJoinOut(const std::string& name)
{
    const std::string prefix = name + '.';
    std::erase_if(m_mapping.joins, [&](const ingest::Join& join) { return join.name == name; });
    const auto isOfIt = [&](const auto& field) {
        const ingest::FieldSource& source = field.second;
        return source.column.starts_with(prefix) || source.text.find('{' + prefix) != std::string::npos;
    };
    std::erase_if(m_mapping.fields, isOfIt);
    std::erase_if(m_mapping.attributes, isOfIt);
    m_joined.erase(name);
    makeFields();
    showColumns();
    emit changed();
}

void MappingPanel::showColumns()
{
    std::set<std::string> used;
    for (const auto* fields : { &m_mapping.fields, &m_mapping.attributes })
        for (const auto& [name, source] : *fields)
            used.insert(source.column);
    std::vector<TextTableModel::Row> rows;
    for (const std::string& column : m_columns)
        rows.push_back({ used.contains(column) ? QStringLiteral("✓") : QString(), qs(column),
            valuesOf(column).mid(0, examplesShown).join(QStringLiteral(", ")) });
    m_columnRows->setRows({ QString(), tr("The file's column"), tr("For example") }, std::move(rows));
    m_columnTable->setColumnWidth(0, 32);
    m_columnTable->setColumnWidth(1, 150);
}

QStringList MappingPanel::valuesOf(const std::string& column) const
{
    const auto found = std::find(m_columns.begin(), m_columns.end(), column);
    const auto place = std::size_t(found - m_columns.begin());
    QStringList values;
    for (const auto& row : m_rows)
        if (place < row.size() && !row[place].empty() && !values.contains(qs(row[place])))
            values << qs(row[place]);
    return values;
}

void MappingPanel::setMapping(const ingest::Mapping& mapping, const std::vector<ingest::Guess>& guesses)
{
    if (!m_fields.empty() && m_guesses.size() == guesses.size()
        && mappingText(mapping) == mappingText(m_mapping)) {
        showColumns();
        return; // it is what was just drawn here
    }
    m_mapping = mapping;
    m_guesses = guesses;
    m_kind->setCurrentIndex(m_kind->findData(qs(mapping.kind)));
    m_negative->setChecked(mapping.negativeIsReturn);
    makeFields();
    showColumns();
}

void MappingPanel::makeFields()
{
    m_negative->setVisible(m_mapping.kind == "events" && m_mapping.fields.contains("qty"));
    auto* box = new QWidget;
    showJoins();
    m_grid = new QGridLayout(box);
    m_grid->setContentsMargins(0, 0, Size::Space2, 0);
    m_grid->setHorizontalSpacing(Size::Space2);
    m_grid->setVerticalSpacing(Size::Space1);
    m_grid->setColumnStretch(3, 1);
    m_fields.clear();
    for (const ingest::Field& field : ingest::fieldsOf(m_mapping.kind))
        addField(std::string(field.name), qs(field.name), coreText(field.sentence), field.required, false);
    for (const auto& [name, source] : m_mapping.attributes)
        addField(name, qs(name), tr("An attribute of customers"), false, true);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    // Later: it may be one of its boxes that was just used.
    if (QWidget* before = m_scroll->takeWidget())
        before->deleteLater();
    m_scroll->setWidget(box);
    m_missing->setText(
        missing().isEmpty() ? QString() : tr("Still to fill: %1").arg(missing().join(QStringLiteral(", "))));
    m_missing->setVisible(!missing().isEmpty());
}

void MappingPanel::addField(
    const std::string& field, const QString& title, const QString& about, bool required, bool attribute)
{
    const int line = m_grid->rowCount();
    FieldRow row { field, attribute, new QComboBox, makeButton(tr("Words"), ButtonKind::Flat) };
    row.source->setFixedWidth(sourceWidth);
    row.source->setAccessibleName(tr("Column for %1").arg(title));
    row.source->setObjectName(QStringLiteral("source.") + title);
    row.words->setToolTip(tr("What the file's words mean"));
    row.words->setAccessibleName(tr("Words of %1").arg(title));
    row.words->setObjectName(QStringLiteral("words.") + title);
    fillSources(row);
    m_grid->addWidget(row.source, line, 0);
    m_grid->addWidget(makeLabel(QStringLiteral("→ ") + title + (required ? QStringLiteral(" *") : QString()),
                          TextSize::Body, required ? QFont::DemiBold : QFont::Normal),
        line, 1);
    m_grid->addWidget(row.words, line, 2);
    QString sentence = about;
    const auto guess = std::find_if(m_guesses.begin(), m_guesses.end(), [&](const ingest::Guess& g) {
        const auto source = m_mapping.fields.find(field);
        return g.field == field && source != m_mapping.fields.end() && source->second.column == g.column;
    });
    auto* told = new ElidedLabel;
    told->setFullText(
        guess == m_guesses.end() ? sentence : sentence + QStringLiteral(" · ") + coreText(guess->reason));
    told->setToolTip(told->fullText());
    told->setFont(textFont(TextSize::Caption));
    setInk(told, Ink::Muted);
    m_grid->addWidget(told, line, 3);
    const std::size_t place = m_fields.size();
    connect(
        row.source, &QComboBox::activated, this, [this, place](int index) { sourceChosen(place, index); });
    connect(row.words, &QPushButton::clicked, this, [this, place] { editWords(place); });
    m_fields.push_back(row);
}

ingest::FieldSource* MappingPanel::sourceOf(const FieldRow& row)
{
    auto& fields = row.attribute ? m_mapping.attributes : m_mapping.fields;
    const auto found = fields.find(row.field);
    return found == fields.end() ? nullptr : &found->second;
}

MappingPanel::FieldRow* MappingPanel::rowOf(const std::string& field, bool attribute)
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
        [&](const FieldRow& row) { return row.field == field && row.attribute == attribute; });
    return found == m_fields.end() ? nullptr : &*found;
}

void MappingPanel::fillSources(FieldRow& row)
{
    const ingest::FieldSource* source = sourceOf(row);
    row.source->clear();
    const auto add = [&](const QString& text, Entry what, const QString& column = {}) {
        row.source->addItem(text);
        row.source->setItemData(row.source->count() - 1, int(what), What);
        row.source->setItemData(row.source->count() - 1, column, Column);
    };
    add(tr("–"), Nothing);
    for (const std::string& column : m_columns)
        add(qs(column), FromColumn, qs(column));
    for (const auto& [name, columns] : m_joined)
        for (const std::string& column : columns)
            add(qs(name + '.' + column), FromColumn, qs(name + '.' + column));
    add(source != nullptr && source->constant ? tr("always “%1”").arg(qs(*source->constant))
                                              : tr("always the same…"),
        Constant);
    if (source != nullptr && !source->text.empty())
        add(qs(source->text), Composed);
    // Of a joined file that is not there, say.
    const bool isElsewhere = source != nullptr && !source->column.empty()
        && row.source->findData(qs(source->column), Column) < 0;
    if (isElsewhere)
        add(qs(source->column), FromColumn, qs(source->column));
    int chosen = 0;
    for (int i = 0; source != nullptr && i < row.source->count(); ++i) {
        const int what = row.source->itemData(i, What).toInt();
        if ((what == FromColumn && !source->column.empty()
                && ss(row.source->itemData(i, Column).toString()) == source->column)
            || (what == Constant && source->constant) || (what == Composed && !source->text.empty()))
            chosen = i;
    }
    row.source->setCurrentIndex(chosen);
    const ingest::Field* field = row.attribute ? nullptr : ingest::findField(m_mapping.kind, row.field);
    const bool wordy = field == nullptr || field->type == ingest::FieldType::Bool
        || (field->type == ingest::FieldType::Text && !field->required);
    row.words->setVisible(wordy && source != nullptr && !source->column.empty());
    row.words->setText(source != nullptr && !source->values.empty()
            ? tr("Words %1").arg(source->values.size())
            : tr("Words"));
}

void MappingPanel::sourceChosen(std::size_t place, int index)
{
    const FieldRow row = m_fields[place];
    const int what = row.source->itemData(index, What).toInt();
    ingest::FieldSource source;
    if (const ingest::FieldSource* before = sourceOf(row))
        source = *before;
    if (what == Composed)
        return;
    if (what == Constant) {
        bool ok = false;
        const QString text = QInputDialog::getText(this, tr("Always the same"),
            tr("What is %1 in every row?").arg(qs(row.field)), QLineEdit::Normal,
            source.constant ? qs(*source.constant) : QString(), &ok);
        // While it was asked the mapping may have become another one, with other rows.
        FieldRow* now = rowOf(row.field, row.attribute);
        if (now == nullptr)
            return;
        if (!ok) {
            fillSources(*now);
            return;
        }
        source = {};
        source.constant = ss(text);
    } else if (what == FromColumn) {
        const std::string column = ss(row.source->itemData(index, Column).toString());
        if (column != source.column)
            source = {};
        source.column = column;
    } else {
        source = {};
    }
    auto& fields = row.attribute ? m_mapping.attributes : m_mapping.fields;
    if (source.isEmpty())
        fields.erase(row.field);
    else
        fields[row.field] = source;
    makeFields();
    if (FieldRow* now = rowOf(row.field, row.attribute))
        now->source->setFocus();
    showColumns();
    emit changed();
}

void MappingPanel::editWords(std::size_t place)
{
    const FieldRow row = m_fields[place];
    ingest::FieldSource* source = sourceOf(row);
    if (source == nullptr)
        return;
    auto* dialog = new ValueWordsDialog(qs(row.field), valuesOf(source->column), *source, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, row, dialog] {
        if (ingest::FieldSource* now = sourceOf(row)) {
            now->values = dialog->values();
            makeFields();
            emit changed();
        }
    });
    dialog->open();
}

QStringList MappingPanel::missing() const
{
    QStringList out;
    for (const ingest::Field& field : ingest::fieldsOf(m_mapping.kind)) {
        const auto source = m_mapping.fields.find(std::string(field.name));
        if (field.required && (source == m_mapping.fields.end() || source->second.isEmpty()))
            out << qs(field.name);
    }
    return out;
}

}
