// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/mapping.h"

#include <QDialog>

#include <map>
#include <string>

class QTableWidget;

namespace ow::ui {

/// What a column's words mean in Offerwright: theirs at the left, ours at the right; an empty right side
/// keeps the word.
class ValueWordsDialog : public QDialog {
    Q_OBJECT
public:
    /// `seen`: the words of the file's first rows.
    ValueWordsDialog(const QString& field, const QStringList& seen, const ingest::FieldSource& source,
        QWidget* parent = nullptr);

    /// The words of `source` with the changes that were made here: what is not shown stays.
    std::map<std::string, std::string> values() const;

private:
    std::map<std::string, std::string> m_before;
    QTableWidget* m_table;
};

}
