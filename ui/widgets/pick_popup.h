// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFrame>
#include <QString>

#include <vector>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace ow::ui {

/// One thing to pick.
struct PickItem {
    QString id;
    QString title;
    QString detail; ///< muted, at the right; searched too
    QColor dot; ///< invalid = none
};

/// A list under a button with a search line on top: type, arrow keys, Enter; Escape leaves. Deletes itself.
class PickPopup final : public QFrame {
    Q_OBJECT
public:
    /// Opens below `anchor` (above it where the screen ends).
    PickPopup(QWidget* anchor, const QString& placeholder, const std::vector<PickItem>& items);

signals:
    void picked(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place(const QWidget* anchor);
    void choose(int proxyRow);
    void filter(const QString& text);

    QLineEdit* m_search;
    QListView* m_list;
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_filtered;
};

}
