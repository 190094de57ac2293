// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a workload down for programs outside:
//   bench_workload FOLDER OFFERS CUSTOMERS LINES
//     FOLDER/pack_N.json       the rule pack
//     FOLDER/rules_N.json      every offer's conditions, for other engines: [{"offer": id, "when": [{name,
//     op, values}, …]}, …] FOLDER/customers_N.ndjson  attributes and facts of CUSTOMERS customers:
//     {"customer": …, "context": …, "facts": …} FOLDER/eligible_N.ndjson   the offers whose conditions hold
//     for each: our engine's answer, to hold others' against FOLDER/requests_N.ndjson   LINES requests, what
//     has its default left out; requests_full_N.ndjson: every key written
#include "base/json.h"
#include "bench/prepared.h"
#include "decide/eligibility.h"
#include "model/pack_json.h"

#include <fmt/format.h>
#include <fmt/os.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace {

using ow::bench::Prepared;
using ow::bench::Workload;

std::string rules(const Workload& workload)
{
    std::string out;
    for (std::size_t i = 0; i < workload.whens().size(); ++i) {
        std::vector<std::string> conditions;
        for (const ow::bench::Comparison& c : workload.whens()[i])
            conditions.push_back(c.json());
        out += fmt::format("{}{{\"offer\":\"{}\",\"when\":[{}]}}", i == 0 ? "[\n" : ",\n",
            workload.pack().offers[i].id, fmt::join(conditions, ","));
    }
    return out + "\n]\n";
}

std::string customer(const Prepared& p, std::size_t n)
{
    const ow::Json request = *ow::parseJson(p.workload.request(n));
    ow::Json facts = ow::Json::object();
    ow::decide::Scratch scratch;
    const ow::decide::Decision& d = ow::decide::decide(*p.pack, p.requests[n], scratch, { true, false });
    for (const ow::decide::FactText& fact : d.facts)
        facts[std::string(fact.id)] = *ow::parseJson(fact.value);
    const ow::Json out { { "customer", request["customer"]["attributes"] }, { "context", request["context"] },
        { "facts", facts } };
    return out.dump();
}

/// Ids of the offers whose condition holds, as a JSON array.
std::string eligible(const Prepared& p, std::size_t n)
{
    static const ow::decide::EligibilityIndex index(*p.pack);
    ow::decide::EligibilityIndex::Codes codes;
    ow::expr::Arena arena;
    std::vector<ow::expr::Value> values = ow::bench::conditionValues(*p.pack, p.requests[n]);
    std::vector<std::uint64_t> bits(index.words());
    index.encode(values, codes);
    index.eligible(codes, values, arena, bits);
    ow::Json out = ow::Json::array();
    for (std::size_t bit = 0; bit < p.pack->offers.size(); ++bit) {
        if ((bits[bit / 64] >> bit % 64 & 1) != 0)
            out.push_back(p.pack->offers[index.offerAt(bit)].source->id);
    }
    return out.dump();
}

}

int main(int argc, char** argv)
{
    if (argc != 5) {
        fmt::print(stderr, "bench_workload FOLDER OFFERS CUSTOMERS LINES\n");
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    const std::size_t offers = std::strtoul(argv[2], nullptr, 10);
    const std::size_t customers = std::strtoul(argv[3], nullptr, 10);
    const std::size_t lines = std::strtoul(argv[4], nullptr, 10);
    std::filesystem::create_directories(folder);
    const auto open = [&](const char* name, const char* extension) {
        return fmt::output_file((folder / fmt::format("{}_{}.{}", name, offers, extension)).string());
    };
    const Prepared p = ow::bench::prepare(offers, customers);
    open("pack", "json").print("{}\n", ow::canonicalJson(ow::model::writePack(p.workload.pack())));
    open("rules", "json").print("{}", rules(p.workload));
    fmt::ostream customerFile = open("customers", "ndjson"), eligibleFile = open("eligible", "ndjson");
    for (std::size_t n = 0; n < customers; ++n) {
        customerFile.print("{}\n", customer(p, n));
        eligibleFile.print("{}\n", eligible(p, n));
    }
    if (lines == 0)
        return 0;
    fmt::ostream shortFile = open("requests", "ndjson"), fullFile = open("requests_full", "ndjson");
    for (std::size_t n = 0; n < lines; ++n) {
        shortFile.print("{}\n", p.workload.request(n));
        fullFile.print("{}\n", p.workload.request(n, Workload::Form::Full));
    }
    return 0;
}
