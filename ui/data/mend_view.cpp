// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/mend_view.h"

#include "ingest/dry_run.h"
#include "ui/data/mapping_menus.h"
#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace ow::ui {

namespace {

constexpr int pause = 150; ///< milliseconds after a key, so that a word is tried once

/// Hands every key on, so that a cell is tried while it is typed; Escape takes it back.
class CellDelegate : public QStyledItemDelegate {
public:
    explicit CellDelegate(MendModel* model)
        : QStyledItemDelegate(model)
        , m_model(model)
    {
    }

    QWidget* createEditor(
        QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        auto* edit = new QLineEdit(parent);
        edit->setFrame(false);
        const QPersistentModelIndex cell(index);
        const QString before = index.data(Qt::EditRole).toString();
        edit->setProperty("before", before);
        edit->setProperty("row", index.row());
        edit->setProperty("column", index.column());
        connect(edit, &QLineEdit::textEdited, m_model, [this, cell](const QString& text) {
            if (cell.isValid())
                m_model->setData(cell, text);
        });
        return edit;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        auto* edit = static_cast<QLineEdit*>(editor);
        if (!edit->isModified()) // what is typed came from here
            edit->setText(index.data(Qt::EditRole).toString());
    }

protected:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
            m_model->setData(
                m_model->index(object->property("row").toInt(), object->property("column").toInt()),
                object->property("before"));
        return QStyledItemDelegate::eventFilter(object, event);
    }

private:
    MendModel* m_model;
};

}

MendView::MendView(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextSize::Body, QFont::DemiBold))
    , m_about(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true))
    , m_column(new QComboBox(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_replace(makeButton(tr("Replace in all rows")))
    , m_mapping(makeButton({}))
    , m_take(makeButton({}, ButtonKind::Primary))
    , m_back(makeButton(tr("As they were read"), ButtonKind::Flat))
    , m_table(new DataTable(this))
    , m_model(new MendModel(this))
{
    setObjectName(QStringLiteral("mendView"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space2);
    makeTools(column);
    m_table->setObjectName(QStringLiteral("mendTable"));
    m_table->setAccessibleName(tr("Rejected rows to mend"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(m_model));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::AnyKeyPressed);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setSortingEnabled(false);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if ((m_model->flags(index) & Qt::ItemIsEditable) != 0)
            m_table->edit(index);
    });
    column->addWidget(m_table, 1);

    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &MendView::tryOut);
    connect(m_model, &MendModel::edited, &m_timer, qOverload<>(&QTimer::start));
    connect(m_replace, &QPushButton::clicked, this, &MendView::replace);
    connect(m_to, &QLineEdit::returnPressed, this, &MendView::replace);
    connect(m_mapping, &QPushButton::clicked, this, &MendView::chooseMapping);
    connect(m_take, &QPushButton::clicked, this, &MendView::takeIn);
    connect(m_back, &QPushButton::clicked, this, &MendView::left);
}

void MendView::makeTools(QVBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(Size::Space2);
    head->addWidget(m_title, 1);
    head->addWidget(m_back);
    m_mapping->setObjectName(QStringLiteral("mendMapping"));
    head->addWidget(m_mapping);
    m_take->setObjectName(QStringLiteral("mendTake"));
    head->addWidget(m_take);
    column->addLayout(head);
    m_about->setObjectName(QStringLiteral("mendAbout"));
    column->addWidget(m_about);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(Size::Space2);
    m_column->setObjectName(QStringLiteral("mendColumn"));
    m_column->setAccessibleName(tr("Column to replace in"));
    m_column->setMinimumWidth(160);
    m_from->setObjectName(QStringLiteral("mendFrom"));
    m_from->setPlaceholderText(tr("this text (empty: empty cells)"));
    m_from->setAccessibleName(tr("Text to replace"));
    m_to->setObjectName(QStringLiteral("mendTo"));
    m_to->setPlaceholderText(tr("by this one"));
    m_to->setAccessibleName(tr("New text"));
    m_replace->setObjectName(QStringLiteral("mendReplace"));
    tools->addWidget(makeLabel(tr("In the column"), TextSize::Body, QFont::Normal, Ink::Muted));
    tools->addWidget(m_column);
    tools->addWidget(m_from, 1);
    tools->addWidget(m_to, 1);
    tools->addWidget(m_replace);
    column->addLayout(tools);
    // The cell that stands for the others: its column and its text.
    connect(m_column, &QComboBox::activated, m_from, [this] { m_from->setFocus(); });
}

void MendView::showImport(
    Session* session, const std::shared_ptr<SharedReader>& reader, const store::ImportRecord& record)
{
    if (record.id != m_record.id || session != m_session) { // else some rows of the same went in
        m_options = {};
        m_mappingName.clear();
    }
    m_session = session;
    m_reader = reader;
    m_record = record;
    m_problem.clear();
    m_mending.reset();
    m_loading = true;
    const int generation = ++m_generation;
    m_take->setEnabled(false);
    struct Loaded {
        std::optional<ingest::Mending> mending;
        std::vector<ingest::MendRow> rows;
        QString why;
    };
    m_session->jobs().run<Loaded>(
        QStringLiteral("data.mend.load"), tr("Reading rejected rows"), this,
        [reader, id = record.id](const Progress&) {
            Loaded out;
            const std::lock_guard lock(reader->mutex);
            auto mending = ingest::Mending::open(*reader->reader, id);
            if (!mending) {
                out.why = coreText(mending.error().message);
                return out;
            }
            out.rows = mending->rows(*reader->reader, 0, MostRows);
            out.mending = std::move(*mending);
            return out;
        },
        [this, generation](Loaded loaded) {
            if (generation != m_generation)
                return;
            m_loading = false;
            m_mending = std::move(loaded.mending);
            if (!m_mending) {
                m_model->setRows({}, {});
                m_title->setText(tr("These rows cannot be mended here"));
                m_about->setText(loaded.why);
                m_take->setVisible(false);
                m_mapping->setVisible(false);
                return;
            }
            m_model->setRows(*m_mending, std::move(loaded.rows));
            showRows();
            tryOut();
        },
        true);
}

void MendView::showRows()
{
    const int before = m_column->currentIndex();
    m_column->clear();
    for (const QString& title : m_model->columnTitles())
        m_column->addItem(title);
    int column = std::max(0, before);
    for (const ingest::MendRow& row : m_model->rows())
        if (row.fault != ingest::MendRow::none && before < 0) { // most likely the one to be replaced in
            column = int(m_mending->places()[row.file][row.fault]);
            m_from->setText(qs(row.row.cells[row.fault]));
            break;
        }
    m_column->setCurrentIndex(std::min(column, m_column->count() - 1));
    m_table->resizeColumnsToContents();
    for (int i = 0; i < m_model->columnCount(); ++i)
        m_table->setColumnWidth(i, std::clamp(m_table->columnWidth(i) + int(Size::Space3), 70, 320));
    m_table->setColumnWidth(MendModel::State, std::max(m_table->columnWidth(MendModel::State), 160));
    showCounts();
}

void MendView::tryOut()
{
    if (!m_mending || m_trying || m_session->project() == nullptr)
        return;
    const std::vector<int> which = m_model->takeUntried();
    if (which.empty()) {
        showCounts();
        return;
    }
    auto context = ingest::importContext(*m_session->project());
    if (!context)
        return;
    std::vector<ingest::MendRow> rows;
    for (const int row : which)
        rows.push_back(m_model->rows()[std::size_t(row)]);
    m_trying = true;
    const int generation = m_generation;
    m_session->jobs().run<Result<std::vector<ingest::RowFate>>>(
        QStringLiteral("data.mend.try"), tr("Trying mended rows"), this,
        [context = std::move(*context), mending = *m_mending, rows = std::move(rows), options = m_options](
            const Progress&) { return ingest::tryRows(context, mending, rows, options); },
        [this, which, generation](const Result<std::vector<ingest::RowFate>>& fates) {
            m_trying = false;
            if (generation != m_generation)
                return tryOut();
            if (fates)
                m_model->setFates(which, *fates);
            m_problem = fates ? QString() : coreText(fates.error().message);
            showCounts();
            if (fates)
                tryOut(); // what was typed meanwhile
        },
        true);
}

void MendView::showCounts()
{
    const int taken = m_model->takenCount();
    const std::int64_t left = m_record.stillRejected();
    m_title->setText(left == 1 ? tr("1 rejected row") : tr("%1 rejected rows").arg(count(left)));
    QString about = tr(
        "Type into a cell to mend it; what would be taken now is told at once. The rows go in as one step, "
        "which Undo takes out again.");
    if (left > m_model->rowCount())
        about = tr("The first %1 are shown; export the others for a spreadsheet, or take these in first.")
                    .arg(count(m_model->rowCount()));
    if (!m_mappingName.isEmpty())
        about = tr("The rows are read by the mapping “%1”.").arg(m_mappingName) + u' ' + about;
    m_about->setText(m_problem.isEmpty() ? about : m_problem);
    m_mapping->setText(
        m_options.mapping ? tr("Read as they were imported") : tr("Read by another mapping…"));
    m_mapping->setVisible(m_mending.has_value());
    m_mapping->setEnabled(!m_taking);
    m_take->setVisible(m_mending.has_value());
    m_take->setText(taken == 1 ? tr("Take in 1 row") : tr("Take in %1 rows").arg(count(taken)));
    m_take->setEnabled(taken > 0 && !m_taking && m_session->isEditable());
}

void MendView::replace()
{
    if (m_column->currentIndex() < 0)
        return;
    const int changed = m_model->replaceAll(m_column->currentIndex(), m_from->text(), m_to->text());
    m_session->notify(changed > 0 ? Tone::Info : Tone::Caution,
        changed == 1 ? tr("1 cell was changed") : tr("%1 cells were changed").arg(count(changed)));
}

void MendView::chooseMapping()
{
    if (!m_mending || m_taking)
        return;
    if (m_options.mapping) {
        m_options = {};
        m_mappingName.clear();
        ++m_generation; // what is tried now is of the other mapping
        m_model->tryAll();
        showCounts();
        return;
    }
    askWhichToLoad(
        this, m_session, m_mending->columns(), [this] { readMappingFile(); },
        [this](const ingest::Mapping& mapping) { useMapping(mapping, qs(mapping.name)); });
}

void MendView::readMappingFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Load mapping"), {}, tr("Mappings (*.json)"));
    if (path.isEmpty())
        return;
    const auto read = ingest::readMapping(ss(path));
    if (read)
        useMapping(*read, QFileInfo(path).fileName());
    else
        m_session->notify(read.error());
}

void MendView::useMapping(const ingest::Mapping& mapping, const QString& name)
{
    if (!m_mending || m_taking)
        return;
    ingest::ImportOptions options;
    options.mapping = std::make_shared<const ingest::Mapping>(mapping);
    Result<void> fits = ingest::checkColumns(mapping, m_mending->columns());
    if (const auto read = m_mending->options(options); fits && !read)
        fits = fail(read.error());
    if (fits && !mapping.joins.empty())
        fits = fail(ErrorCode::Unsupported, "A mapping that joins a second file reads rejected rows on the command line only.");
    if (!fits) {
        m_session->notify(fits.error());
        return;
    }
    m_options = std::move(options);
    m_mappingName = name;
    m_problem.clear();
    ++m_generation;
    m_model->tryAll();
    showCounts();
}

void MendView::takeIn()
{
    if (!m_mending || m_taking || !m_session->isEditable())
        return;
    auto target = ingest::prepareImport(*m_session->project());
    if (!target) {
        m_session->notify(target.error());
        return;
    }
    m_taking = true;
    m_take->setEnabled(false);
    auto held = std::make_shared<ingest::ImportTarget>(std::move(*target));
    m_session->jobs().run<Result<ingest::ImportReport>>(
        QStringLiteral("data.mend"), tr("Taking in mended rows"), this,
        [held, mending = *m_mending, rows = m_model->takenRows(), options = m_options](
            const Progress& progress) {
            return ingest::retryInto(std::move(*held), mending, rows, options, progress);
        },
        [this](const Result<ingest::ImportReport>& report) {
            m_taking = false;
            if (!report) {
                m_session->notify(report.error());
                showCounts();
                return;
            }
            m_session->notify(Tone::Good,
                tr("%1 of import %2 taken in: %3 stored, %4 known already")
                    .arg(count(report->rows - report->rejected))
                    .arg(m_record.id)
                    .arg(count(report->stored), count(report->duplicates)));
            m_session->refresh(); // brings the rows that are left, too
        });
}

}
