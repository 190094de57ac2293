// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/privacy_report.h"
#include "store/erase_customers.h"
#include "ui/data/paged_model.h"
#include "ui/widgets/scroll_page.h"

#include <optional>

class QLabel;
class QPushButton;

namespace ow::ui {

class Card;

/// What personal data the project holds, counted in its file, and what can be done about each; customers are
/// erased from here.
class PrivacyPage : public ScrollPage {
    Q_OBJECT
public:
    explicit PrivacyPage(QWidget* parent = nullptr);

    /// What the project holds, anew; `reader` may be null. Counting waits until the page is seen.
    void setSource(Session* session, std::shared_ptr<SharedReader> reader);
    bool settled() const { return !m_counting && m_file.empty(); }

    /// Asks once, then closes the project, erases in the background and opens it again.
    void askToErase(const QString& ids = {});
    void erase(const store::ErasureRequest& request);
    bool erasing() const { return !m_file.empty(); }

signals:
    void importsWanted(); ///< the list of imports

protected:
    void showEvent(QShowEvent* event) override;

private:
    void count();
    void show(const ingest::PrivacyReport& report);
    void showIds(const ingest::PrivacyReport& report);
    void showAttributes(const ingest::PrivacyReport& report);
    void showTexts(const ingest::PrivacyReport& report);
    void showImports(const ingest::PrivacyReport& report);
    void showErasures(const ingest::PrivacyReport& report);
    void jobsChanged();
    void erased(const Result<store::ErasureReport>& report);
    /// The project that was closed for it, unless another one is open by now.
    void openAgain();

    Session* m_session = nullptr;
    std::shared_ptr<SharedReader> m_reader;
    std::filesystem::path m_file; ///< that is being erased from; "" = none
    bool m_stale = true;
    bool m_counting = false;
    QLabel* m_about;
    QPushButton* m_erase;
    Card *m_ids, *m_attributes, *m_texts, *m_imports, *m_erasures;
};

}
