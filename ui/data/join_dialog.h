// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/mapping.h"

#include <QDialog>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace ow::ui {

struct PlannedFile;

/// By which columns a second file is joined: what its columns are called then, and one or two pairs of columns
/// whose values are the same in both.
class JoinDialog : public QDialog {
    Q_OBJECT
public:
    /// Columns of one name are the first guess. `taken`: names of other joins.
    JoinDialog(const std::vector<std::string>& ours, const std::filesystem::path& other,
        const std::vector<std::string>& theirs, std::vector<std::string> taken, QWidget* parent = nullptr);

    ingest::Join join() const;

private:
    struct Pair {
        QComboBox* ours;
        QComboBox* theirs;
    };

    void check();

    std::string m_file; ///< without folder
    std::vector<std::string> m_taken;
    QLineEdit* m_name;
    std::vector<Pair> m_pairs;
    QLabel* m_problem;
    QDialogButtonBox* m_buttons;
};

/// The columns of the files that a planned file's mapping joins, by the join's name; none of what cannot be read.
std::map<std::string, std::vector<std::string>> joinedColumns(const PlannedFile& file);

/// Asks for a second file and for its columns. `done` is not called where somebody thinks better of it; `failed`
/// where the file cannot be read.
void askForJoin(QWidget* parent, const PlannedFile& file,
    const std::function<void(const ingest::Join&, const std::filesystem::path&)>& done,
    const std::function<void(const Error&)>& failed);

}
