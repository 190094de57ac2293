// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/paged_model.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace ow::ui {

class DataTable;
class Timeline;

/// One customer's history: as a timeline by channel, and as a list.
class CustomerPanel : public QWidget {
    Q_OBJECT
public:
    explicit CustomerPanel(QWidget* parent = nullptr);

    /// Reads the customer in the background and shows it; "" empties the panel.
    void showCustomer(Session* session, const std::shared_ptr<SharedReader>& reader, const std::string& id);
    const std::string& customer() const { return m_customer; }
    Timeline* timeline() const { return m_timeline; }

signals:
    void closed();
    void eraseAsked(const std::string& customer);

private:
    void fill(const model::Customer& customer, const model::History& history);

    Session* m_session = nullptr;
    std::string m_customer;
    QLabel* m_title;
    QLabel* m_about;
    Timeline* m_timeline;
    DataTable* m_list;
};

}
