// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/counterfactual.h"
#include "decide/request.h"

#include <memory>
#include <span>
#include <vector>

namespace ow::decide {

/// The history of a request until its now, as if the rest had never been recorded; outcomes after it too.
std::shared_ptr<const History> historyUntilNow(const Request& request);

/// Changes one request into others. What it gives views the request and the changes.
class ChangedRequest {
public:
    ChangedRequest(const CompiledPack& pack, const Request& asked);

    /// The request with these changes; good until the next call.
    const Request& with(std::span<const Change* const> changes);
    const Request& plain() const { return m_asked; }
    const std::shared_ptr<const History>& history() const { return m_history; }

private:
    std::shared_ptr<const History> changedHistory(std::span<const Change* const> changes) const;
    void set(const Change& change);
    void setCart(const Change& change);

    const CompiledPack& m_p;
    const Request& m_asked;
    std::shared_ptr<const History> m_history; ///< until now
    Request m_changed;
};

}
