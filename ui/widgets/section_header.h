// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ow::ui {

/// A title between parts of a page, with a quiet note beside it and controls at the right.
class SectionHeader : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeader(const QString& title, const QString& note = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);
    void addTool(QWidget* widget);

private:
    QHBoxLayout* m_row = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_note = nullptr;
};

}
