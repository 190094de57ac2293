// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/project.h"
#include "ui/widgets/card.h"

#include <optional>

class QLabel;

namespace ow::ui {

class Session;

/// One release: when, who, why, its identity, and its pack as a file.
class ReleaseDetails : public Card {
    Q_OBJECT
public:
    explicit ReleaseDetails(Session* session, QWidget* parent = nullptr);
    /// Empty hides the card.
    void setRelease(const std::optional<store::Release>& release);
    /// Writes the pack's canonical bytes, all or nothing; says how it went.
    bool savePack(const QString& path);

private:
    void askAndSave();

    Session* m_session;
    std::optional<store::Release> m_shown;
    QLabel* m_when = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_sha = nullptr;
};

}
