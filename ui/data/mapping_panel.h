// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/mapping.h"
#include "ingest/suggest_mapping.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace ow::ui {

class DataTable;
class TextTableModel;

/// A mapping drawn by hand: the file's columns with examples at the left, Offerwright's fields at the right,
/// each with the column that fills it, a constant, or nothing; and what the file's words mean.
class MappingPanel : public QWidget {
    Q_OBJECT
public:
    explicit MappingPanel(QWidget* parent = nullptr);

    /// The file's columns and its first rows.
    void setFile(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows);
    /// `guesses` say why a column was chosen; may be empty.
    void setMapping(const ingest::Mapping& mapping, const std::vector<ingest::Guess>& guesses = {});
    const ingest::Mapping& mapping() const { return m_mapping; }
    /// The columns of joined files, by the join's name; before setMapping().
    void setJoinedColumns(std::map<std::string, std::vector<std::string>> columns);
    /// Fields that must be filled and are not, in words; empty = the file can be read so.
    QStringList missing() const;

signals:
    void changed(); ///< by hand
    void kindChosen(const QString& kind); ///< somebody wants the file read as another kind
    void joinAsked();
    void loadAsked();
    void saveAsked();

private:
    struct FieldRow {
        std::string field;
        bool attribute = false;
        QComboBox* source = nullptr;
        QPushButton* words = nullptr;
    };

    void showColumns();
    void makeFields();
    void showJoins();
    void takeJoinOut(const std::string& name);
    void addField(
        const std::string& field, const QString& title, const QString& about, bool required, bool attribute);
    void fillSources(FieldRow& row);
    void sourceChosen(std::size_t row, int index);
    void editWords(std::size_t row);
    ingest::FieldSource* sourceOf(const FieldRow& row);
    /// Null where the mapping has no such field (any more).
    FieldRow* rowOf(const std::string& field, bool attribute);
    QStringList valuesOf(const std::string& column) const;

    ingest::Mapping m_mapping;
    std::vector<ingest::Guess> m_guesses;
    std::vector<std::string> m_columns;
    std::vector<std::vector<std::string>> m_rows;
    std::map<std::string, std::vector<std::string>> m_joined;
    std::vector<FieldRow> m_fields;

    QComboBox* m_kind;
    TextTableModel* m_columnRows;
    DataTable* m_columnTable;
    QCheckBox* m_negative;
    QLabel* m_joins; ///< what is joined, each with a link that takes it out
    QScrollArea* m_scroll;
    QGridLayout* m_grid = nullptr;
    QLabel* m_missing;
};

}
