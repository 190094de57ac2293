// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/import_page.h"

#include "ingest/dry_run.h"
#include "ui/data/align_labels.h"
#include "ui/data/import_door.h"
#include "ui/data/import_form.h"
#include "ui/data/join_dialog.h"
#include "ui/data/mapping_panel.h"
#include "ui/data/text_table_model.h"
#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/labels.h"

#include <QFileDialog>
#include <QListWidget>
#include <QProgressBar>

#include <algorithm>

namespace ow::ui {

namespace {

const QString importKey = QStringLiteral("data.import");
QString nameOf(const std::filesystem::path& path) { return qs(path.filename().string()); }

QString nameOf(const ImportGroup& group)
{
    return group.files.size() == 1
        ? nameOf(group.files.front())
        : ImportPage::tr("%1 files of %2")
              .arg(count(std::int64_t(group.files.size())), kindWord(group.kind).toLower());
}

}

ImportPage::ImportPage(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_form(new ImportForm(this))
    , m_door(new ImportDoor(this))
    , m_mapping(new MappingPanel(this))
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
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
    makeBody(right);
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

void ImportPage::makeBody(QVBoxLayout* column)
{
    column->addWidget(m_form);
    column->addWidget(m_door);
    alignLabels({ m_form, m_door });
    m_mapping->hide();
    column->addWidget(m_mapping, 3);
    column->addWidget(m_problem);
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->setEmptyText(tr("Reading the first rows…"));
    column->addWidget(m_table, 2);

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
    connect(m_form, &ImportForm::presetChosen, this, &ImportPage::choosePreset);
    connect(m_form, &ImportForm::optionsChosen, this, &ImportPage::chooseOptions);
    connect(m_door, &ImportDoor::columnsKept, this, &ImportPage::keepColumns);
    connect(m_form, &ImportForm::mappingWanted, this, &ImportPage::wantMapping);
    connect(m_mapping, &MappingPanel::changed, this, &ImportPage::mappingDrawn);
    connect(m_mapping, &MappingPanel::kindChosen, this, [this](const QString& kind) { suggest(ss(kind)); });
    connect(m_mapping, &MappingPanel::joinAsked, this, &ImportPage::joinFile);
    connect(m_mapping, &MappingPanel::loadAsked, this, &ImportPage::loadMapping);
    connect(m_mapping, &MappingPanel::saveAsked, this, &ImportPage::saveMapping);
    connect(m_import, &QPushButton::clicked, this, &ImportPage::start);
    connect(m_back, &QPushButton::clicked, this, &ImportPage::stop);
    setBusy(false);
}

void ImportPage::setSession(Session* session)
{
    m_session = session;
    connect(&session->jobs(), &JobRunner::changed, this, &ImportPage::jobsChanged);
    connect(session, &Session::projectOpened, this, &ImportPage::projectChanged);
    connect(session, &Session::projectClosed, this, &ImportPage::projectChanged);
}

void ImportPage::setFiles(const QStringList& paths)
{
    m_door->setProject(qs(m_session->project()->file().string()));
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
    ingest::ImportOptions options = file.importOptions();
    options.mapping.reset(); // the file's own columns
    options.timezone = m_session->draft()->policy.timezone;
    m_session->jobs().run<Result<ingest::Preview>>(
        QStringLiteral("data.preview.") + qs(file.path.string()), tr("Reading %1").arg(nameOf(file.path)),
        this, [path = file.path, options](const Progress&) { return ingest::preview(path, options); },
        [this, path = file.path](Result<ingest::Preview> preview) {
            PlannedFile* it = find(path);
            if (it == nullptr)
                return; // left out in the meantime
            if (preview) {
                if (it->preset.empty())
                    it->preset = preview->preset;
                const bool first = !it->preview.has_value();
                it->preview = std::move(*preview);
                it->problem.clear();
                if (first && !it->mapping)
                    takeSavedMapping(*it);
            } else {
                it->preview.reset();
                it->problem = coreText(preview.error().message);
            }
            showFiles();
            tryOut(path);
        },
        true);
}

void ImportPage::tryOut(const std::filesystem::path& path)
{
    PlannedFile* file = find(path);
    if (file == nullptr || !file->ready() || !m_session->isOpen())
        return;
    ingest::ImportOptions options = file->importOptions();
    options.costShareBp = m_form->costShareBp();
    auto context = ingest::importContext(*m_session->project(), options);
    if (!context)
        return;
    m_session->jobs().run<Result<ingest::DryRun>>(
        QStringLiteral("data.dryRun.") + qs(path.string()),
        tr("Trying the first rows of %1").arg(nameOf(path)), this,
        [context = std::move(*context), preset = file->mapping ? std::string() : file->preset, path, options](
            const Progress&) { return ingest::dryRun(context, {}, preset, path, options); },
        [this, path](Result<ingest::DryRun> tried) {
            PlannedFile* now = find(path);
            if (now == nullptr)
                return;
            now->dryRun.reset();
            now->dryProblem.clear();
            if (tried)
                now->dryRun = std::move(*tried);
            else
                now->dryProblem = coreText(tried.error().message);
            if (now == current()) {
                showRows(*now);
                m_door->showFile(now, !m_importing);
            }
        },
        true);
}

PlannedFile* ImportPage::find(const std::filesystem::path& path)
{
    const auto it = std::find_if(
        m_files.begin(), m_files.end(), [&](const PlannedFile& planned) { return planned.path == path; });
    return it == m_files.end() ? nullptr : &*it;
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
        const QString what = !file.problem.isEmpty() ? tr("cannot be read")
            : !file.preview                          ? tr("reading…")
            : file.kind().empty()                    ? tr("not recognised")
            : !file.ready()         ? tr("%1, mapping not finished").arg(kindWord(file.kind()))
            : !file.savedAs.empty() ? tr("%1, your mapping “%2”").arg(kindWord(file.kind()), qs(file.savedAs))
            : file.mapping          ? tr("%1, mapped by hand").arg(kindWord(file.kind()))
                                    : kindWord(file.kind());
        auto* item = new QListWidgetItem(QStringLiteral("%1\n%2").arg(nameOf(file.path), what), m_list);
        item->setToolTip(qs(file.path.string()));
        item->setSizeHint({ 1, 2 * m_list->fontMetrics().lineSpacing() + Size::Space2 }); // as wide as the list
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
    m_form->showFile(file, !m_importing);
    m_door->showFile(file, !m_importing);
    m_remove->setEnabled(file != nullptr && !m_importing);
    m_mapping->setVisible(readable && file->mapping);
    m_mapping->setEnabled(!m_importing);
    if (!readable) {
        m_rows->setRows({}, {});
        m_problem->setText(file != nullptr ? file->problem : QString());
        m_problem->setVisible(!m_problem->text().isEmpty());
        m_table->setEmptyText(
            file != nullptr && file->problem.isEmpty() ? tr("Reading the first rows…") : QString());
        return;
    }
    showMapping(*file);
    showRows(*file);
}

void ImportPage::showMapping(const PlannedFile& file)
{
    if (!file.mapping)
        return;
    m_mapped = file.path;
    m_mapping->setFile(file.preview->columns, file.preview->rows);
    m_mapping->setJoinedColumns(joinedColumns(file));
    m_mapping->setMapping(*file.mapping, file.guesses);
}

void ImportPage::showRows(const PlannedFile& file)
{
    const ingest::Preview& preview = *file.preview;
    const bool tried = file.dryRun.has_value() && file.ready();
    const auto& columns = tried ? file.dryRun->fields : preview.columns;
    const auto& values = tried ? file.dryRun->rows : preview.rows;
    std::vector<QString> titles;
    for (const std::string& column : columns)
        titles.push_back(qs(column));
    std::vector<TextTableModel::Row> rows;
    for (const auto& row : values) {
        rows.emplace_back();
        for (const std::string& field : row)
            rows.back().push_back(qs(field));
    }
    m_table->setEmptyText(tr("The file has a header and no rows."));
    m_rows->setRows(std::move(titles), std::move(rows));
    QStringList problems;
    for (const std::string& problem : preview.problems)
        problems << qs(problem);
    problems = problems.mid(0, 3);
    if (!file.dryProblem.isEmpty() && file.ready())
        problems = QStringList { file.dryProblem };
    if (tried) {
        std::map<std::pair<int, int>, QString> faults;
        for (const ingest::CellProblem& problem : file.dryRun->problems) {
            const auto column = std::find(columns.begin(), columns.end(), problem.field);
            faults[{ int(problem.row), column == columns.end() ? -1 : int(column - columns.begin()) }]
                = QStringLiteral("%1 %2").arg(qs(problem.field), coreText(problem.reason)).trimmed();
        }
        m_rows->setFaults(std::move(faults));
        if (file.dryRun->rejected > 0)
            problems = QStringList { file.dryRun->rejected == 1
                    ? tr("Of the first %1 rows 1 would be rejected; it is underlined, with its reason.")
                          .arg(count(file.dryRun->stored + file.dryRun->rejected + file.dryRun->duplicates))
                    : tr("Of the first %1 rows %2 would be rejected; they are underlined, each with its "
                         "reason.")
                          .arg(count(file.dryRun->stored + file.dryRun->rejected + file.dryRun->duplicates),
                              count(file.dryRun->rejected)) };
    }
    m_problem->setText(problems.join(QStringLiteral("\n")));
    m_problem->setVisible(!problems.isEmpty());
    m_table->resizeColumnsToContents();
    for (int column = 0; column + 1 < m_rows->columnCount(); ++column) // the header is bold; the last takes the rest
        m_table->setColumnWidth(column, m_table->columnWidth(column) + Size::Space3);
}

void ImportPage::choosePreset(const std::string& preset)
{
    if (PlannedFile* file = current()) {
        file->preset = preset;
        file->dryRun.reset();
        showFiles();
        tryOut(file->path);
    }
}

void ImportPage::chooseOptions(const ingest::TableOptions& options)
{
    PlannedFile* file = current();
    if (file == nullptr)
        return;
    file->options = options;
    file->dryRun.reset();
    readAhead(m_list->currentRow());
}

void ImportPage::keepColumns(const std::set<std::string>& columns)
{
    if (PlannedFile* file = current()) {
        file->keepColumns = columns;
        file->dryRun.reset();
        tryOut(file->path);
    }
}

void ImportPage::start()
{
    if (!m_session->isEditable())
        return;
    m_project = m_session->project();
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
    m_headBefore = m_session->project()->head();
    auto target = ingest::prepareImport(*m_session->project());
    if (!target) {
        m_session->notify(target.error());
        setBusy(false);
        return;
    }
    const ImportGroup group = m_groups.front();
    ingest::ImportOptions options = group.options;
    options.costShareBp = m_form->costShareBp();
    options.pseudonymKey = std::filesystem::path(m_door->keyFile().toStdU16String());
    const QString title = tr("Importing %1").arg(nameOf(group));
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
            leaveOut(m_groups.front());
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

void ImportPage::leaveOut(const ImportGroup& group)
{
    std::erase_if(m_files, [&group](const PlannedFile& file) {
        return std::find(group.files.begin(), group.files.end(), file.path) != group.files.end();
    });
}

void ImportPage::projectChanged()
{
    if (m_importing && m_session->project() != m_project) {
        m_job = 0;
        m_groups.clear();
        m_session->jobs().cancelKey(importKey);
        setBusy(false);
        m_session->notify(Tone::Caution,
            tr("The project was closed, so the import into it was stopped. Files that had been imported by "
               "then are in that project."));
    }
    showFiles();
}

void ImportPage::stopped()
{
    const ImportGroup group = m_groups.front();
    m_job = 0;
    m_groups.clear();
    m_importing = false; // first: what follows tells of jobs again
    m_session->refresh();
    const bool tooLate = m_session->project()->head() != m_headBefore;
    if (tooLate)
        leaveOut(group);
    setBusy(false);
    showFiles();
    if (tooLate)
        m_session->notify(Tone::Caution,
            tr("Stop came too late for %1: it is in the project now, and can be undone. Nothing else was "
               "imported after it.")
                .arg(nameOf(group)));
    else if (!m_reports.empty())
        m_session->notify(Tone::Info,
            tr("The import was stopped. Nothing of %1 was kept; what was imported before it is in the "
               "project.")
                .arg(nameOf(group)));
    else
        m_session->notify(Tone::Info, tr("The import was stopped. Nothing of it was kept."));
    if (m_files.empty())
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
            stopped();
        } else if (job.state == JobInfo::State::Failed) { // the session says why
            m_job = 0;
            setBusy(false);
            showFiles();
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
