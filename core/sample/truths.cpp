// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/truths.h"

#include <algorithm>
#include <stdexcept>

namespace ow::sample {

namespace {

PlantedTruths planted()
{
    using enum PlantedTruths::Verdict;
    PlantedTruths t;
    t.offers = {
        { "dock", Helps, 0.04, 0.22, {} },
        { "care_plan", Harms, 0.01, 0.06, "care_ask" },
        // Two single bottles would have been bought by 16 % anyway; asked, they take the pack of three
        // instead.
        { "bottle_trio", Cannibalises, 0.06, 0.22, {} },
        { "mattress_setup", Small, 0.08, 0.14, {} },
        { "protector", Small, 0.08, 0.12, {} },
        { "bit_set", Small, 0.07, 0.11, {} },
        { "rain_cover", Small, 0.06, 0.10, {} },
        { "cubes", Small, 0.06, 0.09, {} },
        { "plan_setup", Small, 0.06, 0.09, {} },
        { "priority_support", Small, 0.03, 0.06, {} },
        { "filters_refill", Small, 0.25, 0.29, {} },
        { "setup_session", Small, 0.03, 0.09, {} },
        { "sleeve", Nothing, 0.05, 0.05, {} },
        { "memory_card", Nothing, 0.08, 0.08, {} },
        { "adapter", Nothing, 0.03, 0.03, {} },
        { "rush_delivery", Nothing, 0.05, 0.05, {} },
    };
    t.complements = { { "laptops", "DOCK-11", 0.10 }, { "laptops", "SLV-14", 0.12 },
        { "laptops", "MOU-STD", 0.10 }, { "laptops", "STD-AL", 0.08 }, { "laptops", "SSD-1T", 0.06 },
        { "monitors", "ARM-1", 0.22 }, { "monitors", "CBL-KIT", 0.14 }, { "tablets", "TCV-10", 0.28 },
        { "tablets", "PEN-S", 0.16 }, { "printers", "INK-BK", 0.35 }, { "strollers", "RAIN-UNI", 0.14 },
        { "strollers", "ORG-CUP", 0.20 }, { "strollers", "BAG-DIA", 0.12 }, { "strollers", "MUFF-W", 0.08 },
        { "blenders", "BOT-07", 0.14 }, { "blenders", "CUP-2", 0.15 }, { "blenders", "SMO-GRN", 0.12 },
        { "coffee makers", "FIL-3", 0.32 }, { "coffee makers", "CFL-100", 0.25 },
        { "drills", "BIT-65", 0.20 }, { "drills", "FIX-300", 0.22 }, { "drills", "SAF-SET", 0.12 },
        { "drills", "BAT-2", 0.10 }, { "saws", "SAF-SET", 0.22 }, { "sanders", "SHE-50", 0.38 },
        { "carry-ons", "CUB-4", 0.18 }, { "carry-ons", "TOI-CLR", 0.14 }, { "carry-ons", "ADP-UNI", 0.12 },
        { "suitcases", "TAG-LEA", 0.16 }, { "mattresses", "SET-WG", 0.12 }, { "mattresses", "PRT-Q", 0.12 },
        { "mattresses", "PIL-ADJ", 0.18 }, { "mattresses", "SHT-Q", 0.15 }, { "cameras", "CRD-256", 0.30 },
        { "cameras", "CBT-2", 0.15 }, { "cameras", "CBG-SL", 0.15 }, { "lenses", "LFL-UV", 0.30 },
        { "drones", "DBT-1", 0.30 }, { "software plans", "STO-100", 0.12 },
        { "software plans", "ONB-SETUP", 0.08 }, { "software plans", "TPL-PACK", 0.08 } };
    t.substitutes = { { "DOCK-11", "DOCK-8" }, { "DOCK-11", "HUB-7" }, { "BOT-05", "BOT-07" },
        { "BIT-32", "BIT-65" }, { "CUB-4", "CUB-6" }, { "CRD-256", "CRD-512" }, { "ADP-GAN", "ADP-UNI" },
        { "LAP-AIR-13", "LAP-AIR-15" }, { "BLN-1200", "BLN-600" }, { "STR-CITY", "STR-FOLD" } };
    t.harmCompletion = -0.14;
    t.harmReturns = 0.06;
    return t;
}

}

const PlantedTruths::OfferTruth& PlantedTruths::offer(std::string_view id) const
{
    const auto it = std::find_if(offers.begin(), offers.end(), [&](const auto& o) { return o.offer == id; });
    if (it == offers.end())
        throw std::out_of_range("no planted truth for the offer " + std::string(id));
    return *it;
}

const PlantedTruths& plantedTruths()
{
    static const PlantedTruths truths = planted();
    return truths;
}

}
