// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/project_facts.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ow::ui {

class Card;
class KpiTile;
class RecentProjects;
class Session;

/// Home with a project open.
class HomeProject : public QWidget {
    Q_OBJECT
public:
    explicit HomeProject(Session* session, QWidget* parent = nullptr);
    void refresh();

private:
    void build();
    void readFacts();
    void showNumbers();
    void showNextStep();
    void showAttention();
    void showChanges();
    /// A line of "Needs attention" with a link.
    void attention(const QString& iconName, const QColor& ink, const QString& text, const QString& link,
        std::function<void()> go);

    Session* m_session;
    ProjectFacts m_facts;
    QLabel* m_name = nullptr;
    QLabel* m_about = nullptr;
    KpiTile* m_customers = nullptr;
    KpiTile* m_accepted = nullptr;
    KpiTile* m_needs = nullptr;
    Card* m_next = nullptr;
    QLabel* m_nextTitle = nullptr;
    QLabel* m_nextWhy = nullptr;
    QPushButton* m_nextButton = nullptr;
    QString m_nextScreen;
    Card* m_attention = nullptr;
    Card* m_changes = nullptr;
    RecentProjects* m_recent = nullptr;
};

}
