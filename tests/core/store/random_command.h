// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "core/store/scratch.h"

#include <array>

namespace test {

/// One to three edits of offers, edges, cells, stages, titles and settings among few ids, so that they meet
/// often.
inline ow::store::Command randomCommand(ow::Philox& random, const ow::model::Draft& draft)
{
    using namespace ow;
    using namespace ow::store;
    Command command { "step", {}, "" };
    for (std::uint64_t n = 1 + random.below(3); n > 0; --n) {
        const std::string id(1, char('a' + random.below(5)));
        const std::string other(1, char('v' + random.below(4)));
        switch (random.below(8)) {
        case 0:
        case 1:
            command.edits.push_back(put(test::offer(id, std::int64_t(random.below(50)))));
            break;
        case 2: {
            model::Edge edge = test::edge(id, other);
            edge.kind = random.bernoulli(0.5) ? model::EdgeKind::Complement : model::EdgeKind::Substitute;
            const auto state
                = random.bernoulli(0.5) ? model::EdgeState::Accepted : model::EdgeState::Rejected;
            command.edits.push_back(put(edge, { state, false, "" }));
            break;
        }
        case 3:
            command.edits.push_back(
                put(model::Cell { id, other, { { id, 0.5 } }, "why" }, { { "note", other, "" } }));
            break;
        case 4:
            command.edits.push_back(putStage({ id, "true" }, random.bernoulli(0.5) ? "Title " + other : ""));
            break;
        case 5:
            command.edits.push_back(putTitle(id, random.bernoulli(0.5) ? other : ""));
            break;
        case 6: {
            model::Policy policy = draft.policy;
            policy.name = other;
            command.edits.push_back(putSettings(policy));
            break;
        }
        default: {
            const std::array<std::string, 3> kinds { "offer", "stage", "edge" };
            command.edits.push_back(remove(kinds[random.below(3)], id));
        }
        }
        if (random.bernoulli(0.3))
            command.edits.back().position = double(random.below(10));
    }
    return command;
}

}
