// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ow::ui {

class Session;

/// The Inspector's page of an offer: its because as a customer reads it, its life, and where it is used.
class OfferPanel final : public QWidget {
    Q_OBJECT
public:
    explicit OfferPanel(Session* session, QWidget* parent = nullptr);
    void showOffer(const std::string& id);

private:
    void fillUses(const std::string& id);

    Session* m_session;
    QLabel* m_title;
    QLabel* m_kind;
    QLabel* m_because;
    QLabel* m_items;
    QVBoxLayout* m_uses;
};

}
