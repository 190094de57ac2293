// SPDX-License-Identifier: Apache-2.0
#include "decide/conjunct_code.h"

#include "decide/needs.h"

namespace ow::decide {

void ConjunctCode::append(const PredicateTable& table, std::span<const Index> conjuncts,
    const expr::SlotMap& slots, std::vector<std::uint64_t>& out)
{
    using From = PredicateTable::Predicate::Op;
    for (const Index i : conjuncts) {
        const PredicateTable::Predicate& p = table[i];
        Head head;
        std::vector<std::uint64_t> rest;
        switch (p.op) {
        case From::Within:
            head.op = Op::Within;
            rest = { std::uint64_t(p.least), std::uint64_t(p.most) };
            break;
        case From::Text:
        case From::Texts:
            head.op = p.op == From::Text ? p.except ? Op::IsNot : Op::Is : p.except ? Op::NoneOf : Op::AnyOf;
            rest.push_back(i);
            for (const std::string& text : table.test(i)->texts)
                rest.push_back(textKey(text));
            break;
        default:
            break;
        }
        head.operand = head.op == Op::Ask ? i : p.slot;
        head.words = std::uint16_t(1 + rest.size()); // a dozen texts at most
        if (const Needs need = needs::of({ &p.slot, 1 }, slots); head.op != Op::Ask && need != 0)
            head.need = std::uint8_t(std::countr_zero(need));
        out.push_back(std::bit_cast<std::uint64_t>(head));
        out.insert(out.end(), rest.begin(), rest.end());
    }
}

}
