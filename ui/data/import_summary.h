// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/importer.h"
#include "ui/data/paged_model.h"

#include <QWidget>

#include <array>

class QLabel;
class QPushButton;

namespace ow::ui {

class DataTable;
class ImportTotalsView;
class KpiTile;
class MendView;

/// What came out of an import: rows stored, rejected and known already, and every rejected row with its
/// reason.
class ImportSummary : public QWidget {
    Q_OBJECT
public:
    explicit ImportSummary(QWidget* parent = nullptr);

    /// Right after importing.
    /// Lets go of the project that the record was of.
    void forget();
    void showReports(Session* session, const std::shared_ptr<SharedReader>& reader,
        const std::vector<ingest::ImportReport>& reports);
    /// One from the list of imports.
    void showRecord(
        Session* session, const std::shared_ptr<SharedReader>& reader, const store::ImportRecord& record);
    PagedModel* rejected() const { return m_rejected; }
    void mendRows() { mend(true); } ///< opens the page that mends the shown import's rejected rows
    MendView* mendView() const { return m_mend; }
    /// What the project says of its imports now: of one that was undone the page says so, and rows that were taken in are
    /// no longer among the rejected.
    void importsChanged(const std::shared_ptr<SharedReader>& reader, const std::vector<store::ImportRecord>& imports);

signals:
    void left();

private:
    void showRejected(
        Session* session, const std::shared_ptr<SharedReader>& reader, const store::ImportRecord& record);
    void saveRejected();
    void mend(bool on);
    void showTile();

    Session* m_session = nullptr;
    std::shared_ptr<SharedReader> m_reader;
    store::ImportRecord m_record;
    QLabel *m_title, *m_about, *m_notes, *m_rejectedTitle;
    std::array<KpiTile*, 4> m_tiles {};
    ImportTotalsView* m_totals;
    PagedModel* m_rejected;
    DataTable* m_table;
    MendView* m_mend;
    QPushButton *m_save, *m_copy, *m_mendRows, *m_back;
    bool m_hasEnd = false, m_hasTotals = false;
    std::vector<std::int64_t> m_shown; ///< imports
    QString m_aboutBefore; ///< as long as they are active
};

}
