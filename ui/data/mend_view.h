// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/mend_model.h"
#include "ui/data/paged_model.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ow::ui {

class DataTable;

/// The rejected rows of an import, to be mended: cells edited in place and tried while one types, one text
/// replaced in a whole column, all of them read by another mapping, and what is right now taken in as a step of
/// its own.
class MendView : public QWidget {
    Q_OBJECT
public:
    /// More are mended in a spreadsheet, or in turns.
    static constexpr std::int64_t MostRows = 10'000;

    explicit MendView(QWidget* parent = nullptr);

    /// Why rows of the import cannot be mended stands in the place of the table.
    void showImport(
        Session* session, const std::shared_ptr<SharedReader>& reader, const store::ImportRecord& record);
    MendModel* model() const { return m_model; }
    bool settled() const { return !m_loading && !m_trying && !m_timer.isActive() && !m_taking; }

signals:
    void left();

private:
    void makeTools(class QVBoxLayout* column);
    void showRows();
    void tryOut();
    void showCounts();
    void replace();
    void chooseMapping();
    void readMappingFile();
    void useMapping(const ingest::Mapping& mapping, const QString& name);
    void takeIn();

    Session* m_session = nullptr;
    std::shared_ptr<SharedReader> m_reader;
    store::ImportRecord m_record;
    std::optional<ingest::Mending> m_mending;
    ingest::ImportOptions m_options; ///< another mapping, where one was chosen
    QString m_mappingName;
    QString m_problem; ///< why nothing can be tried
    QTimer m_timer;
    bool m_loading = false;
    bool m_trying = false;
    bool m_taking = false;
    int m_generation = 0;

    QLabel* m_title;
    QLabel* m_about;
    QComboBox* m_column;
    QLineEdit *m_from, *m_to;
    QPushButton *m_replace, *m_mapping, *m_take, *m_back;
    DataTable* m_table;
    MendModel* m_model;
};

}
