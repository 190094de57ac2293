// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/erase_customers.h"
#include "ui/data/paged_model.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ow::ui {

/// Whom to erase and why: the one question before something that cannot be undone. It says what there is of
/// them and what cannot be reached.
class EraseDialog : public QDialog {
    Q_OBJECT
public:
    /// @param reader  to look them up; may be null
    EraseDialog(
        const QString& project, std::shared_ptr<SharedReader> reader, const QString& ids, QWidget* parent);

    store::ErasureRequest request() const;
    /// Ids are the original ones, of which this key makes those in the project.
    bool takeKey(const QString& path);

private:
    void lookUp();
    QStringList ids() const;

    QString m_project;
    std::shared_ptr<SharedReader> m_reader;
    std::vector<store::ErasedPerson> m_persons;
    QString m_key;
    QPlainTextEdit* m_ids;
    QLineEdit* m_why;
    QLabel *m_keyName, *m_found;
    QPushButton *m_chooseKey, *m_noKey, *m_erase;
};

}
