// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecards/score_job.h"

#include "score/read_log.h"
#include "store/bulk_reader.h"
#include "store/project.h"

namespace ow::ui {

ScoreAnswer runScore(const ScoreQuestion& question, const Progress& progress)
{
    ScoreAnswer answer;
    answer.log = question.log;
    if (!answer.log) {
        auto log = score::readLog(*question.reader, progress);
        if (!log) {
            answer.error = log.error();
            return answer;
        }
        answer.log = std::make_shared<const score::Log>(std::move(*log));
    }
    score::Options options;
    options.by = question.by;
    auto card
        = score::scoreOffers(*answer.log, question.draft->policy, *question.catalogue, options, progress);
    if (!card && card.error().code == ErrorCode::NotFound) {
        options.by = "placement";
        card
            = score::scoreOffers(*answer.log, question.draft->policy, *question.catalogue, options, progress);
    }
    if (card)
        answer.card = std::make_shared<const score::Scorecard>(std::move(*card));
    else
        answer.error = card.error();
    return answer;
}

}
