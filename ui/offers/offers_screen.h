// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "ui/shell/screen.h"

class QVBoxLayout;
class QLabel;
class QStackedWidget;

namespace ow::ui {

class EmptyState;
class OfferEditor;
class OfferLibrary;
class OfferPanel;
class PriceLadder;
class Waterfall;

/// Library, editor, and the price ladder with its margin waterfall.
class OffersScreen final : public Screen {
    Q_OBJECT
public:
    explicit OffersScreen(QWidget* parent = nullptr);
    void setSession(Session* session) override;
    void activate() override;
    QWidget* inspector() override;

    OfferLibrary* library() const { return m_library; }
    OfferEditor* editor() const { return m_editor; }
    PriceLadder* ladder() const { return m_ladder; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildPrices();
    void buildActions();
    void refresh();
    void follow();
    void open(const std::string& id);
    void fillPrices();
    void add(model::OfferKind kind);
    void duplicate();
    void remove();
    void addTier(model::Tier tier);
    std::string firstShown() const;

    Session* m_session = nullptr;
    std::string m_current;
    OfferLibrary* m_library = nullptr;
    OfferEditor* m_editor = nullptr;
    OfferPanel* m_panel = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_prices = nullptr;
    QLabel* m_ladderNote = nullptr;
    PriceLadder* m_ladder = nullptr;
    Waterfall* m_waterfall = nullptr;
    QLabel* m_cutNote = nullptr;
    QWidget* m_beside = nullptr; ///< the right column of a wide screen
    QVBoxLayout* m_besideColumn = nullptr;
    bool m_placed = false; ///< the prices have found their place for this width
};

}
