// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulate/population.h"
#include "ui/data/paged_model.h"
#include "ui/data/signal_card.h"
#include "ui/widgets/scroll_page.h"

namespace ow::ui {

/// The ready-made signals: a list from which one adopts and adjusts, each counted over the customers as they
/// are now and week by week, so that it is seen whether it is a signal or noise.
class SignalsPage : public ScrollPage {
    Q_OBJECT
public:
    explicit SignalsPage(QWidget* parent = nullptr);

    /// What the project holds, anew; `reader` may be null. Counting waits until the page is seen.
    void setSource(Session* session, std::shared_ptr<SharedReader> reader);
    /// The draft changed. The cards follow when the page is seen.
    void refresh();
    const std::vector<SignalCard*>& cards() const { return m_cards; }
    bool settled() const { return !m_counting; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Answer;
    struct Shared;

    void count();
    void jobsChanged();
    void show(const Answer& answer);
    void adopt(SignalCard* card);
    void adjust(SignalCard* card);
    void removeSignal(SignalCard* card);

    Session* m_session = nullptr;
    std::shared_ptr<SharedReader> m_reader;
    std::shared_ptr<Shared> m_shared;
    QLabel* m_about;
    std::vector<SignalCard*> m_cards;
    bool m_stale = true;
    bool m_counting = false;
};

}
