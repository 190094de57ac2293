// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/import_page.h"

#include "ingest/preset.h"
#include "ui/data/text_table_model.h"
#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {

const QString importKey = QStringLiteral("data.import");
constexpr std::array<char, 4> separators { ',', ';', '\t', '|' };

QString separatorName(char separator)
{
    switch (separator) {
    case ',':
        return ImportPage::tr("Comma");
    case ';':
        return ImportPage::tr("Semicolon");
    case '\t':
        return ImportPage::tr("Tab");
    case '|':
        return ImportPage::tr("Bar");
    default:
        return QString(QChar::fromLatin1(separator));
    }
}

QString nameOf(const std::filesystem::path& path) { return qs(path.filename().string()); }

}

ImportPage::ImportPage(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_preset(new QComboBox(this))
    , m_separator(new QComboBox(this))
    , m_costShare(new QDoubleSpinBox(this))
    , m_reads(makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted, true))
    , m_problem(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Caution, true))
    , m_rows(new TextTableModel(this))
    , m_table(new DataTable(this))
    , m_import(makeButton({}, ButtonKind::Primary))
    , m_back(makeButton(tr("Back")))
    , m_add(makeButton(tr("Add files"), ButtonKind::Flat, QStringLiteral("plus")))
    , m_remove(makeButton(tr("Leave out"), ButtonKind::Flat, QStringLiteral("x")))
    , m_bar(new QProgressBar(this))
    , m_progress(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted))
{
    setObjectName(QStringLiteral("importPage"));
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(Size::Space4, Size::Space4, Size::Space4, Size::Space4);
    whole->setSpacing(Size::Space4);

    auto* side = new QVBoxLayout;
    side->setSpacing(Size::Space2);
    side->addWidget(makeLabel(tr("Files"), TextSize::Body, QFont::DemiBold));
    m_list->setObjectName(QStringLiteral("importFiles"));
    m_list->setAccessibleName(tr("Files to import"));
    m_list->setFixedWidth(240);
    m_list->setTextElideMode(Qt::ElideMiddle);
    side->addWidget(m_list, 1);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(Size::Space1);
    tools->addWidget(m_add);
    tools->addWidget(m_remove);
    tools->addStretch();
    side->addLayout(tools);
    whole->addLayout(side);

    auto* right = new QVBoxLayout;
    right->setSpacing(Size::Space3);
    makeForm(right);
    whole->addLayout(right, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, &ImportPage::showFile);
    connect(m_add, &QPushButton::clicked, this,
        [this] { addFiles(QFileDialog::getOpenFileNames(this, tr("Add files to import"))); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int row = m_list->currentRow();
        if (row < 0)
            return;
        m_files.erase(m_files.begin() + row);
        showFiles();
        if (m_files.empty())
            emit this->left();
    });
}

void ImportPage::makeForm(QVBoxLayout* column)
{
    for (const ingest::Preset& preset : ingest::presets())
        if (preset.id != "groceries") // the same as baskets
            m_preset->addItem(
                QStringLiteral("%1: %2").arg(kindWord(preset.kind), coreText(preset.title)), qs(preset.id));
    m_preset->setObjectName(QStringLiteral("importPreset"));
    m_preset->setAccessibleName(tr("What the file holds"));
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_preset->setMinimumContentsLength(28);
    m_separator->setAccessibleName(tr("Separator"));
    m_costShare->setAccessibleName(tr("Costs where the file has none"));
    m_costShare->setRange(0, 100);
    m_costShare->setDecimals(0);
    m_costShare->setSuffix(tr(" % of the price"));
    m_costShare->setToolTip(
        tr("Order lines name no costs. Margins are computed with this share, or with 0."));
    auto* form = new QFormLayout;
    form->setSpacing(Size::Space2);
    form->addRow(tr("What it holds"), m_preset);
    form->addRow(QString(), m_reads);
    form->addRow(tr("Separator"), m_separator);
    form->addRow(tr("Costs, if missing"), m_costShare);
    column->addLayout(form);
    column->addWidget(m_problem);
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->setEmptyText(tr("Reading the first rows…"));
    column->addWidget(m_table, 1);

    auto* foot = new QHBoxLayout;
    foot->setSpacing(Size::Space3);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(220);
    m_import->setObjectName(QStringLiteral("importButton"));
    foot->addWidget(m_progress, 1);
    foot->addWidget(m_bar);
    foot->addWidget(m_back);
    foot->addWidget(m_import);
    column->addLayout(foot);
    connect(m_preset, &QComboBox::activated, this, &ImportPage::choosePreset);
    connect(m_separator, &QComboBox::activated, this, &ImportPage::chooseSeparator);
    connect(m_import, &QPushButton::clicked, this, &ImportPage::start);
    connect(m_back, &QPushButton::clicked, this, &ImportPage::stop);
    setBusy(false);
}

void ImportPage::setSession(Session* session)
{
    m_session = session;
    connect(&session->jobs(), &JobRunner::changed, this, &ImportPage::jobsChanged);
}

void ImportPage::setFiles(const QStringList& paths)
{
    m_files.clear();
    addFiles(paths);
}

void ImportPage::addFiles(const QStringList& paths)
{
    for (const QString& path : paths) {
        PlannedFile file;
        file.path = std::filesystem::path(path.toStdU16String());
        const bool known = std::any_of(m_files.begin(), m_files.end(),
            [&](const PlannedFile& other) { return other.path == file.path; });
        if (!known)
            m_files.push_back(std::move(file));
    }
    showFiles();
    for (std::size_t i = 0; i < m_files.size(); ++i)
        if (!m_files[i].preview && m_files[i].problem.isEmpty())
            readAhead(int(i));
}

void ImportPage::readAhead(int index)
{
    const PlannedFile& file = m_files[std::size_t(index)];
    ingest::ImportOptions options;
    options.separator = file.separator;
    m_session->jobs().run<Result<ingest::Preview>>(
        QStringLiteral("data.preview.") + qs(file.path.string()), tr("Reading %1").arg(nameOf(file.path)),
        this, [path = file.path, options](const Progress&) { return ingest::preview(path, options); },
        [this, path = file.path](Result<ingest::Preview> preview) {
            const auto it = std::find_if(m_files.begin(), m_files.end(),
                [&](const PlannedFile& planned) { return planned.path == path; });
            if (it == m_files.end())
                return; // left out in the meantime
            if (preview) {
                it->preset = preview->preset;
                it->preview = std::move(*preview);
                it->problem.clear();
            } else {
                it->preview.reset();
                it->problem = coreText(preview.error().message);
            }
            showFiles();
        },
        true);
}

PlannedFile* ImportPage::current()
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_files.size()) ? &m_files[std::size_t(row)] : nullptr;
}

void ImportPage::showFiles()
{
    const int row = std::clamp(m_list->currentRow(), 0, std::max(0, int(m_files.size()) - 1));
    m_showing = true;
    m_list->clear();
    for (const PlannedFile& file : m_files) {
        const ingest::Preset* preset = ingest::findPreset(file.preset);
        const QString what = !file.problem.isEmpty() ? tr("cannot be read")
            : !file.preview                          ? tr("reading…")
            : preset == nullptr                      ? tr("not recognised")
                                                     : kindWord(preset->kind);
        auto* item = new QListWidgetItem(QStringLiteral("%1\n%2").arg(nameOf(file.path), what), m_list);
        item->setToolTip(qs(file.path.string()));
    }
    m_list->setCurrentRow(row);
    m_showing = false;
    const auto ready
        = std::count_if(m_files.begin(), m_files.end(), [](const PlannedFile& f) { return f.ready(); });
    m_import->setText(ready == 1 ? tr("Import 1 file") : tr("Import %1 files").arg(count(ready)));
    m_import->setEnabled(ready > 0 && !m_importing && m_session->isEditable());
    showFile();
}

void ImportPage::showFile()
{
    if (m_showing)
        return;
    const PlannedFile* file = current();
    const bool readable = file != nullptr && file->preview.has_value();
    for (QWidget* widget : std::initializer_list<QWidget*> { m_preset, m_separator, m_costShare })
        widget->setEnabled(readable && !m_importing);
    m_remove->setEnabled(file != nullptr && !m_importing);
    if (!readable) {
        m_rows->setRows({}, {});
        m_reads->clear();
        m_problem->setText(file != nullptr ? file->problem : QString());
        m_problem->setVisible(!m_problem->text().isEmpty());
        m_table->setEmptyText(
            file != nullptr && file->problem.isEmpty() ? tr("Reading the first rows…") : QString());
        return;
    }
    const ingest::Preview& preview = *file->preview;
    m_preset->setCurrentIndex(m_preset->findData(qs(file->preset)));
    const ingest::Preset* preset = ingest::findPreset(file->preset);
    m_reads->setText(preset != nullptr
            ? tr("Reads the columns %1").arg(qs(preset->columns))
            : tr("No known form of file has these columns. Choose one, and what is missing is said."));
    m_separator->clear();
    m_separator->addItem(tr("As found: %1").arg(separatorName(preview.separator)));
    for (const char separator : separators)
        m_separator->addItem(separatorName(separator), int(separator));
    m_separator->setCurrentIndex(file->separator ? m_separator->findData(int(*file->separator)) : 0);

    QStringList problems;
    for (const std::string& problem : preview.problems)
        problems << qs(problem);
    m_problem->setText(problems.mid(0, 3).join(QStringLiteral("\n")));
    m_problem->setVisible(!problems.isEmpty());
    std::vector<QString> titles;
    for (const std::string& column : preview.columns)
        titles.push_back(qs(column));
    std::vector<TextTableModel::Row> rows;
    for (const auto& row : preview.rows) {
        rows.emplace_back();
        for (const std::string& field : row)
            rows.back().push_back(qs(field));
    }
    m_table->setEmptyText(tr("The file has a header and no rows."));
    m_rows->setRows(std::move(titles), std::move(rows));
    m_table->resizeColumnsToContents();
}

void ImportPage::choosePreset(int row)
{
    if (PlannedFile* file = current()) {
        file->preset = ss(m_preset->itemData(row).toString());
        showFiles();
    }
}

void ImportPage::chooseSeparator(int row)
{
    PlannedFile* file = current();
    if (file == nullptr)
        return;
    const QVariant value = m_separator->itemData(row);
    file->separator = value.isValid() ? std::optional<char>(char(value.toInt())) : std::nullopt;
    readAhead(m_list->currentRow());
}

void ImportPage::start()
{
    m_groups = importGroups(m_files);
    m_reports.clear();
    setBusy(!m_groups.empty());
    importNext();
}

void ImportPage::importNext()
{
    if (m_groups.empty()) {
        setBusy(false);
        m_files.clear();
        emit finished(m_reports);
        return;
    }
    auto target = ingest::prepareImport(*m_session->project());
    if (!target) {
        m_session->notify(target.error());
        setBusy(false);
        return;
    }
    const ImportGroup group = m_groups.front();
    ingest::ImportOptions options;
    options.separator = group.separator;
    options.costShareBp = int(std::lround(m_costShare->value() * 100));
    const ingest::Preset* preset = ingest::findPreset(group.preset);
    const QString title = group.files.size() == 1
        ? tr("Importing %1").arg(nameOf(group.files.front()))
        : tr("Importing %1 files of %2")
              .arg(count(std::int64_t(group.files.size())), kindWord(preset->kind).toLower());
    const store::Counts before = m_session->counts();
    auto held = std::make_shared<ingest::ImportTarget>(std::move(*target));
    m_job = m_session->jobs().run<Result<ingest::ImportReport>>(
        importKey, title, this,
        [held, group, options](const Progress& progress) {
            return ingest::importInto(std::move(*held), {}, group.preset, group.files, options, progress);
        },
        [this, before](Result<ingest::ImportReport> report) {
            m_job = 0;
            if (!report) {
                m_session->notify(report.error());
                setBusy(false);
                showFiles();
                return;
            }
            m_session->refresh();
            report->before = before;
            report->after = m_session->counts();
            m_reports.push_back(std::move(*report));
            m_groups.erase(m_groups.begin());
            importNext();
        });
}

void ImportPage::stop()
{
    if (m_importing)
        m_session->jobs().cancelKey(importKey);
    else
        emit left();
}

void ImportPage::jobsChanged()
{
    if (!m_importing)
        return;
    for (const JobInfo& job : m_session->jobs().jobs()) {
        if (job.id != m_job)
            continue;
        m_progress->setText(job.title);
        m_bar->setRange(0, job.total > 0 ? 1000 : 0);
        if (job.total > 0)
            m_bar->setValue(int(double(job.done) / double(job.total) * 1000));
        if (job.state == JobInfo::State::Cancelled) {
            // A job that was stopped delivers nothing: the file is as it was.
            m_session->refresh();
            setBusy(false);
            showFiles();
            m_session->notify(Tone::Info, tr("The import was stopped. Nothing of it was kept."));
        }
        return;
    }
}

void ImportPage::setBusy(bool busy)
{
    m_importing = busy;
    m_bar->setVisible(busy);
    m_progress->setText({});
    m_import->setVisible(!busy);
    m_back->setText(busy ? tr("Stop") : tr("Back"));
    m_add->setEnabled(!busy);
    if (m_session != nullptr)
        showFile();
}

}
