// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/import_plan.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ow::ui {

/// How one file is read: its preset or a mapping of one's own, and how it is written, as found and to be
/// changed.
class ImportForm : public QWidget {
    Q_OBJECT
public:
    explicit ImportForm(QWidget* parent = nullptr);

    /// Null where no file is chosen, or none that can be read.
    void showFile(const PlannedFile* file, bool editable);
    /// In basis points of the price.
    int costShareBp() const;

signals:
    void presetChosen(const std::string& preset);
    void mappingWanted(bool wanted);
    void optionsChosen(const ow::ingest::TableOptions& options);

private:
    void showForms(const PlannedFile& file);
    void choose();

    bool m_showing = false;
    bool m_saidSkip = false;
    int m_shownSkip = 0;
    QComboBox *m_preset, *m_separator, *m_encoding, *m_decimals, *m_dates;
    QSpinBox* m_skip; ///< lines in front of the header
    QPushButton* m_map;
    QDoubleSpinBox* m_costShare;
    QLabel* m_reads;
};

}
