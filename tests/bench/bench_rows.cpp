// SPDX-License-Identifier: GPL-3.0-or-later
// bench_rows PROJECT [ROUNDS]   Filters and sorts the events of a project (bulk.sh makes one of 10 M) and
// reads pages of the answers. Prints one line a figure: name, value, unit; the best of the rounds, and the
// peak of memory.
#include "store/bulk_reader.h"
#include "store/project.h"
#include "store/row_query.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <string>
#include <vector>

using namespace ow;
using namespace ow::store;

namespace {

double cpuSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

long peakMegabytes()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

struct Question {
    const char* name;
    std::vector<std::string> where;
    std::string by;
};

const std::vector<Question>& questions()
{
    static const std::vector<Question> all { { "one dictionary column, few rows", { "type=returned" }, "" },
        { "one dictionary column, every eighth row", { "type=purchased" }, "" },
        { "a customer", { "customer==C0001234" }, "" },
        { "part of customers' keys", { "customer=0012" }, "" },
        { "two columns", { "type=purchased", "channel=app" }, "" },
        { "three columns", { "type=purchased", "channel=app", "value=>=150" }, "" },
        { "a month", { "at=2025-05" }, "" }, { "all, by type", {}, "type" },
        { "all, by value", {}, "value:desc" }, { "all, by time", {}, "at:desc" },
        { "all, by product", {}, "sku" }, { "purchases, by time", { "type=purchased" }, "at:desc" } };
    return all;
}

RowQuery queryOf(const Question& question)
{
    const model::Policy policy;
    const auto fields = rowFields(RowTable::Events, policy);
    RowQuery out;
    for (const std::string& text : question.where)
        out.where.push_back(parseTerm(text, fields, policy).value());
    if (!question.by.empty())
        if (!parseSort(question.by, fields, out))
            std::abort(); // a mistake in the list above
    return out;
}

}

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 3;
    const auto project = Project::open(argv[1], Access::View);
    if (!project) {
        fmt::print(stderr, "{}\n", project.error().text());
        return 1;
    }
    const auto reader = (*project)->openReader().value();
    const double began = wallSeconds();
    (void)reader->find(queryOf({ "", { "qty=-1" }, "" }));
    fmt::print("first search of all\t{:.3f}\ts\n", wallSeconds() - began);
    for (const Question& question : questions()) {
        double wall = std::numeric_limits<double>::max();
        double cpu = wall;
        double page = wall;
        std::size_t rows = 0;
        for (int round = 0; round < rounds; ++round) {
            const double w = wallSeconds();
            const double c = cpuSeconds();
            const RowSet set = reader->find(queryOf(question)).value();
            cpu = std::min(cpu, cpuSeconds() - c);
            wall = std::min(wall, wallSeconds() - w);
            rows = set.rows.size();
            const double p = wallSeconds();
            (void)reader->eventsAt(set, std::int64_t(rows) / 2, 200).value();
            page = std::min(page, wallSeconds() - p);
        }
        fmt::print(
            "{}: wall\t{:.3f}\ts\n{}: CPU\t{:.3f}\ts\n{}: rows\t{}\trows\n{}: a page of 200\t{:.1f}\tms\n",
            question.name, wall, question.name, cpu, question.name, rows, question.name, page * 1000);
        fmt::print("{}: memory so far\t{}\tMB\n", question.name, peakMegabytes());
        std::fflush(stdout);
    }
}
