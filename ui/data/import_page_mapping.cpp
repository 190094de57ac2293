// SPDX-License-Identifier: GPL-3.0-or-later
// Of the import's page: how a file's columns are mapped, and where mappings come from and go to.
#include "ui/data/import_page.h"

#include "ingest/suggest_mapping.h"
#include "ui/data/join_dialog.h"
#include "ui/data/mapping_menus.h"
#include "ui/data/mapping_panel.h"
#include "ui/shell/text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace ow::ui {

namespace {

QString nameOf(const std::filesystem::path& path) { return qs(path.filename().string()); }

}

void ImportPage::wantMapping(bool wanted)
{
    PlannedFile* file = current();
    if (file == nullptr)
        return;
    if (wanted) {
        suggest(file->kind());
        return;
    }
    file->mapping.reset();
    file->savedAs.clear();
    file->dryRun.reset();
    showFiles();
    tryOut(file->path);
}

void ImportPage::suggest(const std::string& kind)
{
    const PlannedFile* file = current();
    if (file == nullptr)
        return;
    ingest::ImportOptions options = file->importOptions();
    options.mapping.reset();
    options.timezone = m_session->draft()->policy.timezone;
    m_session->jobs().run<Result<ingest::Suggestion>>(
        QStringLiteral("data.suggest"), tr("Guessing the columns of %1").arg(nameOf(file->path)), this,
        [path = file->path, kind, options](
            const Progress&) { return ingest::suggestMapping(path, kind, options); },
        [this, path = file->path](Result<ingest::Suggestion> suggested) {
            PlannedFile* now = find(path);
            if (now == nullptr)
                return;
            if (suggested) {
                now->mapping = std::make_shared<const ingest::Mapping>(std::move(suggested->mapping));
                now->savedAs.clear();
                now->guesses = std::move(suggested->guesses);
                now->dryRun.reset();
            } else {
                m_session->notify(suggested.error());
            }
            showFiles();
            tryOut(path);
        },
        true);
}

void ImportPage::mappingDrawn()
{
    PlannedFile* file = find(m_mapped);
    if (file == nullptr)
        return;
    file->mapping = std::make_shared<const ingest::Mapping>(m_mapping->mapping());
    file->savedAs.clear();
    file->dryRun.reset();
    showFiles();
    tryOut(file->path);
}

void ImportPage::takeSavedMapping(PlannedFile& file)
{
    const auto saved = m_session->project() == nullptr ? Result<std::vector<ingest::SavedMapping>>()
                                                       : ingest::savedMappings(*m_session->project());
    const ingest::SavedMapping* mine = saved ? ingest::mappingFor(*saved, file.preview->columns) : nullptr;
    if (mine == nullptr)
        return;
    file.mapping = std::make_shared<const ingest::Mapping>(mine->mapping);
    file.savedAs = mine->name;
    file.guesses.clear();
}

void ImportPage::joinFile()
{
    const PlannedFile* file = current();
    if (file == nullptr || !file->preview || !file->mapping)
        return;
    askForJoin(
        this, *file,
        [this, path = file->path](const ingest::Join& join, const std::filesystem::path& other) {
            PlannedFile* now = find(path);
            if (now == nullptr || !now->mapping)
                return;
            ingest::Mapping mapping = *now->mapping;
            mapping.joins.push_back(join);
            now->joins[join.name] = other;
            now->mapping = std::make_shared<const ingest::Mapping>(std::move(mapping));
            now->savedAs.clear();
            now->dryRun.reset();
            showFiles();
            tryOut(path);
        },
        [this](const Error& error) { m_session->notify(error); });
}

void ImportPage::loadMapping()
{
    const PlannedFile* file = current();
    if (file == nullptr || !file->preview)
        return;
    askWhichToLoad(
        this, m_session, file->preview->columns, [this] { loadMappingFile(); },
        [this](const ingest::Mapping& mapping) {
            useMapping(mapping);
            if (PlannedFile* now = current()) {
                now->savedAs = mapping.name;
                showFiles();
            }
        });
}

void ImportPage::useMapping(const ingest::Mapping& mapping)
{
    PlannedFile* file = current();
    if (file == nullptr)
        return;
    file->mapping = std::make_shared<const ingest::Mapping>(mapping);
    file->savedAs.clear();
    file->guesses.clear();
    file->dryRun.reset();
    showFiles();
    tryOut(file->path);
}

void ImportPage::saveMapping()
{
    const PlannedFile* file = current();
    if (file == nullptr || !file->mapping || !file->preview)
        return;
    askWhereToSave(
        this, m_session, file->mappingToSave(), file->preview->columns, [this] { saveMappingFile(); },
        [this, path = file->path](const std::string& name) {
            if (PlannedFile* now = find(path)) {
                now->savedAs = name;
                showFiles();
            }
        });
}

void ImportPage::loadMappingFile()
{
    PlannedFile* file = current();
    const QString path = QFileDialog::getOpenFileName(this, tr("Load mapping"), {}, tr("Mappings (*.json)"));
    if (file == nullptr || path.isEmpty())
        return;
    auto read = ingest::readMapping(ss(path));
    if (read)
        if (const auto fits = ingest::checkColumns(*read, file->preview->columns); !fits)
            read = fail(fits.error());
    if (!read) {
        m_session->notify(read.error());
        return;
    }
    useMapping(*read);
}

void ImportPage::saveMappingFile()
{
    const PlannedFile* file = current();
    if (file == nullptr || !file->mapping)
        return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save mapping"),
        QFileInfo(qs(file->path.string())).baseName() + QStringLiteral(".mapping.json"),
        tr("Mappings (*.json)"));
    if (path.isEmpty())
        return;
    QSaveFile out(path);
    const QByteArray text = QByteArray::fromStdString(ingest::mappingText(file->mappingToSave()));
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        m_session->notify(Tone::Bad, tr("The mapping cannot be written: %1").arg(out.errorString()));
    else
        m_session->notify(Tone::Good, tr("Mapping written to %1").arg(QFileInfo(path).fileName()));
}

}
