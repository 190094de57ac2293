// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;

namespace ow::ui {

/// An edge by hand: which product or family goes with which, as what, how strongly.
class DrawDialog : public QDialog {
    Q_OBJECT
public:
    DrawDialog(const model::CatalogueSnapshot& catalogue, QWidget* parent);

    void setEnds(const model::EdgeEnd& from, const model::EdgeEnd& to);
    /// The edge as entered; empty while its ends are missing or the same.
    std::optional<model::Edge> edge() const;
    QString fromTitle() const;
    QString toTitle() const;

private:
    QComboBox* endBox(const QString& name);
    std::optional<model::EdgeEnd> end(const QComboBox* box) const;
    void check();

    model::CatalogueSnapshot m_catalogue;
    QComboBox *m_from, *m_to, *m_kind, *m_role;
    QSlider* m_weight;
    QLabel* m_weightText;
    QPushButton* m_draw;
};

}
