// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/import_plan.h"
#include "ui/shell/session.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace ow::ui {

class DataTable;
class ImportDoor;
class ImportForm;
class MappingPanel;
class TextTableModel;

/// From files to a finished import on one page: the files, how each is read, its first rows; then the job
/// with its progress. What came out is import_summary.h's.
class ImportPage : public QWidget {
    Q_OBJECT
public:
    explicit ImportPage(QWidget* parent = nullptr);

    void setSession(Session* session);
    void setFiles(const QStringList& paths); ///< replaces what was planned
    void addFiles(const QStringList& paths);
    bool importing() const { return m_importing; }
    const std::vector<PlannedFile>& files() const { return m_files; }
    ImportDoor* door() const { return m_door; }

signals:
    void finished(const std::vector<ow::ingest::ImportReport>& reports);
    void left(); ///< back to the tables

private:
    void makeBody(QVBoxLayout* column);
    void readAhead(int file);
    /// Tries the file's first rows out, as it would be imported now.
    void tryOut(const std::filesystem::path& path);
    void showFiles();
    void showFile();
    void showRows(const PlannedFile& file);
    void showMapping(const PlannedFile& file);
    void choosePreset(const std::string& preset);
    void chooseOptions(const ingest::TableOptions& options);
    void keepColumns(const std::set<std::string>& columns);
    void wantMapping(bool wanted);
    /// `kind`: "" = what fits best.
    void suggest(const std::string& kind);
    void mappingDrawn();
    void joinFile();
    void loadMapping();
    void saveMapping();
    void loadMappingFile();
    void saveMappingFile();
    void useMapping(const ingest::Mapping& mapping);
    /// The project's own mapping for files with just these columns, if there is one.
    void takeSavedMapping(PlannedFile& file);
    void start();
    void importNext();
    void stop();
    /// Into another project, or none, nothing more is imported.
    void projectChanged();
    void jobsChanged();
    /// Stop was pressed and the job has ended; a stop during its last step came too late.
    void stopped();
    void leaveOut(const ImportGroup& group);
    void setBusy(bool busy);
    PlannedFile* current();
    PlannedFile* find(const std::filesystem::path& path);

    Session* m_session = nullptr;
    std::vector<PlannedFile> m_files;
    std::vector<ImportGroup> m_groups; ///< still to do, the first one running
    std::vector<ingest::ImportReport> m_reports;
    bool m_importing = false;
    int m_job = 0;
    const store::Project* m_project = nullptr; ///< into which is imported: only to be compared
    std::int64_t m_headBefore = 0; ///< of the project's history, before the group that runs
    bool m_showing = false;

    QListWidget* m_list;
    ImportForm* m_form;
    ImportDoor* m_door;
    MappingPanel* m_mapping;
    std::filesystem::path m_mapped; ///< the file that the panel shows
    QLabel* m_problem;
    TextTableModel* m_rows;
    DataTable* m_table;
    QPushButton *m_import, *m_back, *m_add, *m_remove;
    QProgressBar* m_bar;
    QLabel* m_progress;
};

}
