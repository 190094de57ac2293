// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QPointer>

#include <vector>

class QLabel;
class QLineEdit;

namespace ow::ui {

/// A table's header with a line to filter by under each title. Escape empties a line and, where it is empty,
/// goes back to the table; Enter and Down go there at once. What is wrong with a filter stands below its
/// line.
class FilterHeader : public QHeaderView {
    Q_OBJECT
public:
    struct Field {
        QString hint; ///< what may be written; empty = the column has no filter
        QString help; ///< tooltip
    };

    explicit FilterHeader(QWidget* parent = nullptr);

    /// One for each column of the model; all empty.
    void setFields(const std::vector<Field>& fields);
    QString text(int column) const;
    /// Says nothing back.
    void setText(int column, const QString& text);
    /// "" = nothing is wrong with it.
    void setWrong(int column, const QString& why);
    /// To the column's line, or where it has none to the first.
    void focusField(int column);
    /// The same, and writes into it as if somebody had begun to.
    void begin(int column, const QString& text);
    QLineEdit* field(int column) const;
    /// Puts the lines where the titles are, after those moved in silence.
    void place();
    QSize sizeHint() const override;

signals:
    void edited();
    void confirmed(); ///< Enter: do not wait for more letters
    void left(); ///< back to the table

protected:
    void updateGeometries() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showWhy();
    /// Of the titles alone.
    int titleHeight() const;

    std::vector<QLineEdit*> m_fields; ///< null where a column has none
    QPointer<QLabel> m_why;
    mutable int m_titleHeight = 0; ///< as it was when there were columns
};

}
