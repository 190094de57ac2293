// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/import_plan.h"

#include <QWidget>

#include <set>
#include <string>

class QCheckBox;
class QLabel;
class QPushButton;

namespace ow::ui {

class FlowLayout;

/// What of people comes in: columns of personal data, left out unless kept with one click, and whether
/// customers' ids are replaced by pseudonyms, with which key.
class ImportDoor : public QWidget {
    Q_OBJECT
public:
    explicit ImportDoor(QWidget* parent = nullptr);

    /// Which project it is into: its key is remembered.
    void setProject(const QString& file);
    /// Null where no file is chosen, or none that can be read.
    void showFile(const PlannedFile* file, bool editable);
    /// "" = ids stay as they are.
    QString keyFile() const;

    /// Makes a key, where there is no file yet, or takes one; a problem is said on the page. False then.
    bool makeKey(const QString& path);
    bool takeKey(const QString& path);

signals:
    void columnsKept(const std::set<std::string>& columns);
    void keyChanged();

private:
    void showKey();
    void showIds();
    void showColumns(const PlannedFile& file, bool editable);
    void setKey(const QString& path, bool isNew);
    void choose(bool on);

    QString m_project;
    QString m_key;
    bool m_isNew = false; ///< the key was made just now
    QString m_problem;
    std::map<ingest::PersonalData, std::int64_t> m_idKinds;
    std::int64_t m_rows = 0;

    QCheckBox* m_hide;
    QLabel* m_keyName;
    QPushButton *m_newKey, *m_chooseKey;
    QLabel* m_note;
    QWidget* m_columns;
    QLabel* m_columnsNote;
    FlowLayout* m_flow;
};

}
