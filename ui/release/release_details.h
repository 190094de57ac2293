// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/project.h"
#include "ui/widgets/card.h"

#include <optional>

class QLabel;
class QMenu;

namespace ow::ui {

class Session;

/// One release: when, who, why, its identity, its pack as a file, and what differs from another version as a
/// page.
class ReleaseDetails : public Card {
    Q_OBJECT
public:
    explicit ReleaseDetails(Session* session, QWidget* parent = nullptr);
    /// Empty hides the card.
    void setRelease(const std::optional<store::Release>& release);
    /// Writes the pack's canonical bytes, all or nothing; says how it went.
    bool savePack(const QString& path);
    /// Writes what differs by meaning between the release and another one, or the draft ("" as version), as a
    /// page to read, send and print: from the older of the two to the newer.
    bool saveDifferences(const std::string& version, const QString& path);

private:
    void askAndSave();
    void fillVersions();
    void askAndSaveDifferences(const std::string& version);
    bool write(const QString& path, const std::string& bytes, const QString& done);

    Session* m_session;
    std::optional<store::Release> m_shown;
    QLabel* m_when = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_sha = nullptr;
    QMenu* m_versions = nullptr; ///< what to compare with
};

}
