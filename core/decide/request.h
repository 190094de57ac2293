// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "decide/history.h"
#include "decide/index.h"
#include "expr/arena.h"
#include "expr/value.h"
#include "model/customer.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ow::decide {

struct CartLine {
    Index product = none;
    std::int64_t qty = 1;
};

/// One question, resolved against one pack: cheap to fill without JSON and to change between decisions
/// (another now, one more exposure in the same history). Strings are views of memory that must outlive the
/// deciding: the caller's, or this request's own through keep().
struct Request {
    /// Every attribute at its default, no history.
    explicit Request(const CompiledPack& pack);

    Timestamp now;
    Index placement = none; ///< must be set: CompiledPack::placement("cart")
    Index focus = none; ///< CompiledPack::product(sku)
    std::vector<CartLine> cart; ///< products of the pack only
    std::string_view customerId;
    std::string_view intent;
    std::vector<expr::Value> attributes; ///< by slot: the customer's in declared order, then the context's
    std::shared_ptr<const History> history; ///< may be shared by many requests; null = nothing happened

    /// Errors: the attribute is not declared, of another type, outside its values or range; `at` names it.
    [[nodiscard]] Result<void> setCustomer(
        const CompiledPack& pack, std::string_view attribute, const model::AttributeValue& value);
    [[nodiscard]] Result<void> setContext(
        const CompiledPack& pack, std::string_view attribute, const model::AttributeValue& value);
    /// Copies a string into this request's own memory.
    std::string_view keep(std::string_view text) { return m_texts.copy(text); }
    expr::Arena& texts() { return m_texts; } ///< where keep() copies to
    /// Takes a text over, for as long as this request lives: what views of it are made of is not copied again.
    std::string_view own(std::string text);
    /// Ask the memory for what deciding reads: first where things stand, then, when that has come, for them.
    void prefetch() const;
    void prefetchParts() const;
    /// As a new one (but for own()), its memory kept; its history is its own and empty: the one to fill.
    History& restart(const CompiledPack& pack);

private:
    expr::Arena m_texts;
    std::unique_ptr<const std::string> m_text;
    std::shared_ptr<History> m_ownHistory; ///< used again where nobody else holds it
};

/// A customer with a history as the store and the simulation hold them. Errors as of setCustomer().
[[nodiscard]] Result<Request> makeRequest(const CompiledPack& pack, const model::Customer& customer,
    std::shared_ptr<const History> history, Timestamp now, Index placement);
/// Would view a customer that is gone.
Result<Request> makeRequest(const CompiledPack& pack, model::Customer&& customer,
    std::shared_ptr<const History> history, Timestamp now, Index placement)
    = delete;

/// One request from its JSON, which it keeps; see RequestReader for what is refused, and to read many.
[[nodiscard]] Result<Request> readRequest(std::string text, const CompiledPack& pack);

}
