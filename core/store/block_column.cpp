// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/block_column.h"

#include "store/dictionary.h"

#include <algorithm>
#include <limits>
#include <map>

namespace ow::store {

namespace {

using Role = BlockColumn::Role;

struct Place {
    std::size_t column = 0;
    Role role = Role::Number;
    std::int64_t bit = 0;
};

const std::map<std::string, Place>& placesOf(const BulkKind& kind)
{
    static const std::map<std::string, Place> events { { "customer",
                                                           { event_column::Customer, Role::Coded, 0 } },
        { "at", { event_column::At, Role::Number, 0 } }, { "type", { event_column::Type, Role::Coded, 0 } },
        { "sku", { event_column::Sku, Role::Coded, 0 } }, { "qty", { event_column::Qty, Role::Number, 0 } },
        { "value", { event_column::Value, Role::Amount, 0 } },
        { "channel", { event_column::Channel, Role::Coded, 0 } },
        { "session", { event_column::Session, Role::Coded, 0 } }, { "text", { textColumn, Role::Text, 0 } } };
    static const std::map<std::string, Place> exposures { { "customer",
                                                              { exposure_column::Customer, Role::Coded, 0 } },
        { "at", { exposure_column::At, Role::Number, 0 } },
        { "offer", { exposure_column::Offer, Role::Coded, 0 } },
        { "placement", { exposure_column::Placement, Role::Coded, 0 } },
        { "intent", { exposure_column::Intent, Role::Coded, 0 } },
        { "arm", { exposure_column::Arm, Role::Coded, 0 } },
        { "experiment", { exposure_column::Experiment, Role::Coded, 0 } },
        { "withheld", { exposure_column::Flags, Role::FlagBit, exposure_flag::Withheld } },
        { "clicked_at", { exposure_column::Clicked, Role::TimeIf, exposure_flag::Clicked } },
        { "accepted_at", { exposure_column::Accepted, Role::TimeIf, exposure_flag::Accepted } },
        { "declined_at", { exposure_column::Declined, Role::TimeIf, exposure_flag::Declined } },
        { "returned_at", { exposure_column::Returned, Role::TimeIf, exposure_flag::Returned } } };
    static const std::map<std::string, Place> baskets { { "basket",
                                                            { basket_column::Basket, Role::Coded, 0 } },
        { "item", { basket_column::Sku, Role::Coded, 0 } } };
    return &kind == &eventKind ? events : &kind == &exposureKind ? exposures : baskets;
}

}

std::optional<BlockColumn> BlockColumn::named(
    SQLite::Database& db, const BulkKind& kind, const std::string& field, int decimals)
{
    const auto& places = placesOf(kind);
    const auto found = places.find(field);
    if (found == places.end())
        return std::nullopt;
    BlockColumn out;
    out.m_column = found->second.column;
    out.m_role = found->second.role;
    out.m_bit = found->second.bit;
    if (out.m_role == Role::Coded)
        out.m_coded = kind.columns[out.m_column].coded;
    if (out.m_role == Role::Amount) {
        Texts words(db, "word");
        out.m_survey = words.find("survey");
        for (int i = 0; i < decimals; ++i)
            out.m_minorUnits *= 10;
    }
    return out;
}

const char* BlockColumn::dictionary() const
{
    switch (m_coded) {
    case Coded::Customer:
        return "customer_key";
    case Coded::Sku:
        return "sku_key";
    case Coded::Session:
        return "session_key";
    case Coded::Word:
    case Coded::No:
        break;
    }
    return "word";
}

std::optional<std::pair<std::int64_t, std::int64_t>> BlockColumn::range(
    BulkBlocks& blocks, const BulkBlocks::Block& block) const
{
    if (m_role != Role::Number && m_role != Role::Coded)
        return std::nullopt;
    return blocks.range(block, m_column);
}

void BlockColumn::values(BulkBlocks& blocks, const BulkBlocks::Block& block, std::vector<std::int64_t>& out)
{
    using namespace exposure_column;
    switch (m_role) {
    case Role::Text:
        return;
    case Role::Number:
    case Role::Coded:
        blocks.read(block, m_column, out);
        return;
    case Role::FlagBit:
        blocks.read(block, Flags, out);
        for (std::int64_t& value : out)
            value = (value & m_bit) != 0 ? 1 : 0;
        return;
    case Role::TimeIf:
        blocks.read(block, m_column, out);
        blocks.read(block, Flags, m_other);
        for (std::size_t i = 0; i < out.size(); ++i)
            if ((m_other[i] & m_bit) == 0)
                out[i] = ValueFilter::none;
        return;
    case Role::Amount: {
        blocks.read(block, m_column, out);
        blocks.read(block, event_column::Type, m_other);
        // As far as it can be told apart: a survey's score has no 16 digits.
        const std::int64_t most = std::numeric_limits<std::int64_t>::max() / m_minorUnits / 2;
        for (std::size_t i = 0; i < out.size(); ++i)
            if (m_other[i] != 0 && m_other[i] == m_survey) // of all others the value is money: model::valueIsMoney()
                out[i] = std::clamp(out[i], -most, most) * m_minorUnits;
        return;
    }
    }
}

}
