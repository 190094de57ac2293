// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/counterfactual.h"
#include "decide/explanation.h"
#include "decide/scratch.h"

#include <string>
#include <string_view>

namespace ow::decide {

/// answer() with everything that can be said of a decision: `considered`, `facts`, and under "explain" every
/// candidate's reasons and, where it is asked for, what would make one offer the chosen one. Keeps what it
/// compiles for one pack, which must outlive it: one per thread.
class ExplainedAnswers {
public:
    explicit ExplainedAnswers(const CompiledPack& pack);

    /// One request's JSON in, one line of JSON appended to `out`, without a newline. `whatIf`: the offer that
    /// a counterfactual is looked for; "" = none. Errors: as of answer(); NotFound where there is no such
    /// offer.
    [[nodiscard]] Result<void> answer(
        std::string_view requestJson, std::string_view whatIf, Scratch& scratch, std::string& out);

    /// Why one offer is not the chosen one and what would have to change, as some lines of English. Errors:
    /// as of answer(); NotFound where there is no such offer.
    [[nodiscard]] Result<std::string> why(std::string_view requestJson, std::string_view offer);

private:
    const CompiledPack& m_pack;
    Explainer m_explainer;
    std::unique_ptr<CounterfactualSearch> m_search; ///< made when first asked for
};

}
