// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/release/checklist.h"
#include "ui/widgets/card.h"

namespace ow::ui {

class Session;

/// The checklist, with a link at each line that is not good.
class ChecklistCard : public Card {
    Q_OBJECT
public:
    explicit ChecklistCard(Session* session, QWidget* parent = nullptr);
    void setItems(const std::vector<CheckItem>& items);

private:
    QWidget* row(const CheckItem& item);
    Session* m_session;
    std::vector<CheckItem> m_items;
};

}
