// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulate/moment_why.h"
#include "ui/simulate/sim_run.h"

#include <QWidget>

#include <string>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace ow::ui {

/// A decision (DECISION.md, section 5) as far as a person reads it.
struct ReadDecision {
    struct Offer {
        std::string id;
        double score = 0;
        std::int64_t price = 0;
        std::string origin, anchor, benefit, because;
        bool withheld = false;
    };
    struct Blocked {
        std::string id;
        std::vector<std::string> reasons; ///< "outranked" alone where it was passed over
    };
    std::string stage, motivation, arm, noneBecause, error;
    std::vector<Offer> offers;
    std::vector<Blocked> blocked;
};
/// Errors: InvalidInput.
[[nodiscard]] Result<ReadDecision> readDecision(const std::string& json);

/// Two columns under a timeline: why this offer, and why not each other one.
class DecisionView : public QWidget {
    Q_OBJECT
public:
    explicit DecisionView(QWidget* parent = nullptr);
    void showMoment(const SimSnapshot& run, const simulate::ExplainedMoment& moment);
    /// Fills in, for the moment shown, what was read for each why-not and what would have to change.
    void showWhy(const SimSnapshot& run, const simulate::MomentWhy& why);
    void clear();

private:
    void addBecause(const SimRun& run, const ReadDecision& decision);
    void addWhyNot(const SimRun& run, const ReadDecision& decision);
    void addReasons(
        const SimRun& run, const decide::OfferExplanation& offer, const decide::Counterfactual* change);

    QVBoxLayout *m_because, *m_whyNot;
    QLabel *m_becauseTitle, *m_whyNotTitle;
};

}
