// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QWidget>

#include <functional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace ow::ui {

class Chip;
class CommitLine;
class ExpressionEdit;
class FlowLayout;
class OptionalDay;
class Session;

/// All fields of one offer. Each edit is one command; what is shown is always what the draft holds.
class OfferEditor final : public QWidget {
    Q_OBJECT
public:
    explicit OfferEditor(Session* session, QWidget* parent = nullptr);
    /// False where the draft has no such offer.
    bool showOffer(const std::string& id);
    const std::string& offer() const { return m_id; }
    void focusName();
    /// Where something may be shown right under the price.
    QVBoxLayout* underPrice() const { return m_underPrice; }

    CommitLine* priceLine() const { return m_price; }
    ExpressionEdit* whenEdit() const { return m_when; }

private:
    void buildBasics(QVBoxLayout* page);
    void buildItems(QVBoxLayout* page);
    void buildPrice(QVBoxLayout* page);
    void buildPlacements(QVBoxLayout* page);
    void buildConditions(QVBoxLayout* page);
    void buildEnd(QVBoxLayout* page);

    void fillBasics(const model::Offer& offer);
    void fillItems(const model::Offer& offer);
    QWidget* itemRow(const model::Offer& offer, const model::OfferItem& item);
    void fillPrice(const model::Offer& offer);
    void fillPlacements(const model::Offer& offer);
    void fillConditions(const model::Offer& offer);

    const model::Offer* find(const model::Draft& draft) const;
    void change(const std::function<void(model::Offer&)>& edit);

    Session* m_session;
    std::string m_id;
    bool m_filling = false; ///< controls are being set: their signals are not a person's

    CommitLine* m_name = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_role = nullptr;
    QComboBox* m_status = nullptr;
    QComboBox* m_mission = nullptr;
    QComboBox* m_tier = nullptr;
    QVBoxLayout* m_items = nullptr;
    CommitLine* m_price = nullptr;
    CommitLine* m_term = nullptr;
    QLabel* m_figures = nullptr;
    QLabel* m_priceProblem = nullptr;
    FlowLayout* m_badges = nullptr;
    QWidget* m_badgeBox = nullptr;
    QPushButton* m_lowest = nullptr;
    QVBoxLayout* m_underPrice = nullptr;
    FlowLayout* m_placements = nullptr;
    QLabel* m_placementNote = nullptr;
    OptionalDay* m_from = nullptr;
    OptionalDay* m_until = nullptr;
    ExpressionEdit* m_when = nullptr;
    ExpressionEdit* m_trigger = nullptr;
    ExpressionEdit* m_propensity = nullptr;
    ExpressionEdit* m_because = nullptr;
    QLabel* m_preview = nullptr;
    QCheckBox* m_once = nullptr;
    QSpinBox* m_priority = nullptr;
    QPushButton* m_successor = nullptr;
};

}
