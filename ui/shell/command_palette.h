// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/palette_model.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

namespace ow::ui {

/// Type to find a command, a screen or an object of the draft (Ctrl+K). Lies over the window; Escape or a
/// click beside it closes.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);

    void open(std::vector<PaletteEntry> entries);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void run(const QModelIndex& index);

    QLineEdit* m_field = nullptr;
    QListView* m_list = nullptr;
    PaletteModel* m_model = nullptr;
    QPointer<QWidget> m_focusBefore;
};

}
