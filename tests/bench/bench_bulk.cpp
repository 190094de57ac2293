// SPDX-License-Identifier: GPL-3.0-or-later
// bench_bulk FOLDER [ROWS [SEED]]   Writes the same events as a row table and as segments, reads both back,
// and writes them as FOLDER/events.csv for others (bulk.sh), and as many basket lines as FOLDER/baskets.csv.
// bench_bulk --baskets PROJECT   Reads all basket lines of a project. Prints one line a figure: name, value,
// unit.
#include "base/random.h"
#include "store/batches.h"
#include "store/bulk_rows.h"
#include "store/bulk_writer.h"
#include "store/project.h"
#include "store/schema.h"
#include "store/segment_builder.h"
#include "store/segment_table.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>

using namespace ow;
using namespace ow::store;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t customers = 500'000;
constexpr std::int64_t products = 20'000;
constexpr std::int64_t startOf2025 = 1'735'689'600'000;
constexpr std::int64_t yearMs = 31'536'000'000;

double cpuSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

void tell(const std::string& name, double value, const char* unit)
{
    fmt::print("{}\t{:.3f}\t{}\n", name, value, unit);
    std::fflush(stdout);
}

/// A year of a shop: half a million customers, 20,000 products with a long tail, six types, five channels, in
/// the order of time as a log has it.
class Shop {
public:
    Shop(std::uint64_t seed, std::int64_t rows)
        : m_seed(seed)
        , m_rows(rows)
    {
        for (std::int64_t p = 0; p < products; ++p)
            m_popular.push_back((m_popular.empty() ? 0 : m_popular.back()) + 1 / double(p + 10));
    }

    /// The values of row i, customers as places 0 … customers - 1.
    BulkRow row(std::int64_t i) const
    {
        Philox random(m_seed, std::uint64_t(i));
        BulkRow out;
        const double u = random.uniform() * m_popular.back();
        const std::int64_t product = std::ranges::lower_bound(m_popular, u) - m_popular.begin();
        out.values[event_column::Customer] = std::int64_t(random.below(customers));
        out.values[event_column::At]
            = startOf2025 + std::int64_t(double(yearMs) * (double(i) + random.uniform()) / double(m_rows));
        out.values[event_column::Type] = pick(random, { 55, 70, 84, 96, 98, 100 });
        out.values[event_column::Sku] = product + 1;
        out.values[event_column::Qty] = 1 + std::int64_t(random.below(4));
        out.values[event_column::Value] = 99 + product * 7919 % 19'900;
        out.values[event_column::Channel] = 6 + pick(random, { 42, 75, 90, 97, 100 });
        return out;
    }

    static std::string customer(std::int64_t place) { return fmt::format("C{:07}", place); }

private:
    static std::int64_t pick(Philox& random, std::initializer_list<std::uint64_t> below)
    {
        const std::uint64_t percent = random.below(100);
        return 1 + (std::ranges::upper_bound(below, percent) - below.begin());
    }

    std::uint64_t m_seed;
    std::int64_t m_rows;
    std::vector<double> m_popular;
};

SQLite::Database create(const fs::path& file, const std::vector<KeyAndId>& keys)
{
    fs::remove(file);
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Transaction transaction(db);
    createSchema(db);
    db.exec("INSERT INTO batch VALUES(1, 0, 'events', '', '', 1, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL)");
    SQLite::Statement insert(db, "INSERT INTO customer_key VALUES(?, ?)");
    for (const KeyAndId& key : keys) {
        insert.bind(1, key.id);
        insert.bind(2, std::string(key.key));
        insert.exec();
        insert.reset();
    }
    transaction.commit();
    return db;
}

void insertRows(
    SQLite::Database& db, const RowBuffer& rows, const std::vector<KeyAndId>& keys, std::int64_t& seq)
{
    SQLite::Statement insert(db, std::string(eventKind.insert));
    const int columns = int(eventKind.columns.size());
    KeyOrder order;
    for (const std::uint32_t row : runOrder(rows, keys, order)) {
        const std::span values = rows.row(row);
        insert.bind(1, keys[std::size_t(values[0])].id);
        for (int c = 1; c < columns; ++c)
            insert.bind(c + 1, values[std::size_t(c)]);
        insert.bind(columns + 1, seq++);
        insert.bind(columns + 2, 1);
        insert.exec();
        insert.reset();
    }
}

/// Both ways of writing, a million rows at a time.
void write(const Shop& shop, std::int64_t count, const std::vector<KeyAndId>& keys, const fs::path& folder)
{
    SQLite::Database table = create(folder / "rows.db", keys);
    SQLite::Database segments = create(folder / "segments.db", keys);
    const auto before = double(fs::file_size(folder / "rows.db"));
    double rowSeconds = 0;
    double encodeSeconds = 0;
    double segmentSeconds = 0;
    {
        SQLite::Transaction tableTransaction(table);
        SQLite::Transaction segmentTransaction(segments);
        SegmentWriter writer(segments, eventKind, 1);
        RowBuffer rows(eventKind);
        std::int64_t seq = 1;
        std::int64_t run = 0;
        for (std::int64_t i = 0; i < count; ++i) {
            rows.add(shop.row(i));
            if (rows.size() < 1'000'000 && i + 1 < count)
                continue;
            double start = cpuSeconds();
            insertRows(table, rows, keys, seq);
            rowSeconds += cpuSeconds() - start;
            start = cpuSeconds();
            const auto encoded = encodeRun(rows, keys);
            encodeSeconds += cpuSeconds() - start;
            start = cpuSeconds();
            for (const EncodedSegment& segment : encoded)
                writer.write(run, segment);
            ++run;
            segmentSeconds += cpuSeconds() - start;
            rows.clear();
        }
        const double start = cpuSeconds();
        tableTransaction.commit();
        rowSeconds += cpuSeconds() - start;
        const double middle = cpuSeconds();
        segmentTransaction.commit();
        segmentSeconds += cpuSeconds() - middle;
    }
    tell("row table, write", rowSeconds, "CPU s");
    tell("row table, size without customers", (double(fs::file_size(folder / "rows.db")) - before) / 1e6,
        "MB");
    tell("segments, sort and pack", encodeSeconds, "CPU s");
    tell("segments, write", segmentSeconds, "CPU s");
    tell("segments, size without customers", (double(fs::file_size(folder / "segments.db")) - before) / 1e6,
        "MB");
}

void scan(std::int64_t count, const fs::path& folder)
{
    std::int64_t sums[2] = { 0, 0 };
    SQLite::Database table((folder / "rows.db").string());
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const double start = cpuSeconds();
        sums[0] = table.execAndGet("SELECT sum(value) FROM event WHERE type = 4").getInt64();
        best = std::min(best, cpuSeconds() - start);
    }
    tell("row table, sum of one column where another is …", double(count) / best / 1e6, "M rows/CPU s");

    SQLite::Database segments((folder / "segments.db").string());
    segments.exec("PRAGMA cache_size = -16384; BEGIN"); // as the project's readers have it
    best = 1e9;
    for (int i = 0; i < 5; ++i) {
        const double start = cpuSeconds();
        const ActiveBatches active(segments);
        BulkRows rows(segments, eventKind, active, {});
        sums[1] = 0;
        rows.scan({ event_column::Type, event_column::Value }, event_column::Type, 4,
            [&](const std::vector<std::vector<std::int64_t>>& columns) {
                for (std::size_t r = 0; r < columns[0].size(); ++r)
                    sums[1] += columns[0][r] == 4 ? columns[1][r] : 0;
            });
        best = std::min(best, cpuSeconds() - start);
    }
    tell("segments, sum of one column where another is …", double(count) / best / 1e6, "M rows/CPU s");
    if (sums[0] != sums[1]) {
        fmt::print(stderr, "The sums differ: {} and {}\n", sums[0], sums[1]);
        std::exit(1);
    }
}

/// One customer's history, and everybody's in the order of keys.
void histories(const std::vector<KeyAndId>& keys, const fs::path& folder)
{
    std::size_t sizes[2] = { 0, 0 };
    for (const char* name : { "rows", "segments" }) {
        SQLite::Database db((folder / (std::string(name) + ".db")).string());
        db.exec("PRAGMA cache_size = -16384; BEGIN"); // as the project's readers have it
        const ActiveBatches active(db);
        BulkRows rows(db, eventKind, active, {});
        std::vector<BulkRow> found;
        std::vector<double> times;
        Philox random(5);
        for (int i = 0; i < 2000; ++i) {
            const KeyAndId& who = keys[random.below(keys.size())];
            const double start = cpuSeconds();
            rows.of(who.id, who.key, found);
            times.push_back(cpuSeconds() - start);
        }
        std::ranges::sort(times);
        tell(fmt::format("{}, one customer's events, median", name), times[1000] * 1000, "CPU ms");
        tell(fmt::format("{}, one customer's events, 99 %", name), times[1980] * 1000, "CPU ms");
        const double start = cpuSeconds();
        BulkRows::Walk walk(rows, {});
        std::size_t& size = sizes[name[0] == 's' ? 1 : 0];
        for (const KeyAndId& who : keys) {
            walk.of(who.id, found);
            size += found.size();
        }
        tell(fmt::format("{}, all customers' events in order", name),
            double(size) / (cpuSeconds() - start) / 1e6, "M rows/CPU s");
    }
    if (sizes[0] != sizes[1])
        std::exit(1);
}

/// What a person who stops an import waits for at most: the longest call of the writer, and its end without
/// commit.
void stopping(const Shop& shop, std::int64_t count, const std::vector<KeyAndId>& keys, const fs::path& folder)
{
    using Clock = std::chrono::steady_clock;
    const auto ms = [](Clock::duration d) { return std::chrono::duration<double, std::milli>(d).count(); };
    const fs::path file = folder / "stopped.offerwright";
    fs::remove(file);
    auto project = Project::create(file, { "Stopped", "EUR", "UTC" });
    auto writer = (*project)->openWriter();
    if (!writer)
        std::exit(1);
    double longest = 0;
    for (std::int64_t i = 0; i < count * 7 / 10; ++i) {
        const BulkRow row = shop.row(i);
        model::Event event;
        event.at = { row[event_column::At] };
        event.type = row[event_column::Type] == 1 ? "product_viewed" : "purchased";
        event.sku = std::to_string(row[event_column::Sku]);
        event.value = row[event_column::Value];
        const auto start = Clock::now();
        if (!(*writer)->add(keys[std::size_t(row[event_column::Customer])].key, event))
            std::exit(1);
        longest = std::max(longest, ms(Clock::now() - start));
    }
    tell("import, longest wait for the writer", longest, "ms");
    const auto start = Clock::now();
    writer->reset();
    tell("import, end without commit", ms(Clock::now() - start), "ms");
    (*project)->refresh();
    if ((*project)->counts().events != 0)
        std::exit(1);
}

/// The same where all that comes is there already and each run is compared with it.
void comparing(
    const Shop& shop, std::int64_t count, const std::vector<KeyAndId>& keys, const fs::path& folder)
{
    using Clock = std::chrono::steady_clock;
    const fs::path file = folder / "compared.offerwright";
    fs::remove(file);
    auto project = Project::create(file, { "Compared", "EUR", "UTC" });
    const std::int64_t rows = count * 3 / 10;
    for (const bool again : { false, true }) {
        auto writer = (*project)->openWriter();
        if (!writer)
            std::exit(1);
        double longest = 0;
        for (std::int64_t i = 0; i < rows; ++i) {
            const BulkRow row = shop.row(i);
            model::Event event;
            event.at = { row[event_column::At] };
            event.type = row[event_column::Type] == 1 ? "product_viewed" : "purchased";
            event.sku = std::to_string(row[event_column::Sku]);
            event.value = row[event_column::Value];
            const auto start = Clock::now();
            if (!(*writer)->addUnlessThere(keys[std::size_t(row[event_column::Customer])].key, event, {}))
                std::exit(1);
            longest
                = std::max(longest, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
        }
        const auto record = (*writer)->commit("Imported", "events", "events.csv");
        if (!record || record->duplicates != (again ? rows : 0))
            std::exit(1);
        if (again)
            tell("import of rows that are there, longest wait for the writer", longest, "ms");
        writer->reset();
        (*project)->refresh();
    }
}

/// The same for lines of baskets, of which runs are sorted and looked for in those before.
void stoppingBaskets(std::int64_t count, const fs::path& folder)
{
    using Clock = std::chrono::steady_clock;
    const fs::path file = folder / "stopped-baskets.offerwright";
    fs::remove(file);
    auto project = Project::create(file, { "Stopped", "EUR", "UTC" });
    auto writer = (*project)->openWriter();
    if (!writer)
        std::exit(1);
    Philox random(13);
    double longest = 0;
    for (std::int64_t i = 0; i < count / 3; ++i) {
        const std::string basket = std::to_string(i / 10);
        const std::string sku = std::to_string(random.below(products));
        const auto start = Clock::now();
        if (!(*writer)->addBasketLine(basket, sku))
            std::exit(1);
        longest = std::max(longest, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    tell("import of baskets, longest wait for the writer", longest, "ms");
}

void writeCsv(const Shop& shop, std::int64_t count, const fs::path& file)
{
    constexpr std::array types { "product_viewed", "search", "cart_added", "purchased", "returned",
        "support" };
    constexpr std::array channels { "web", "app", "store", "email", "call_center" };
    std::ofstream out(file, std::ios::binary);
    out << "at,customer,type,sku,qty,value,channel\n";
    for (std::int64_t i = 0; i < count; ++i) {
        const BulkRow row = shop.row(i);
        const std::time_t second = row[1] / 1000;
        std::tm tm {};
        ::gmtime_r(&second, &tm);
        fmt::print(out, "{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:03},{},{},P{:05},{},{}.{:02},{}\n",
            tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec, row[1] % 1000,
            Shop::customer(row[0]), types[std::size_t(row[2] - 1)], row[3], row[4], row[5] / 100,
            row[5] % 100, channels[std::size_t(row[6] - 7)]);
    }
}

/// Baskets of one to twenty lines, one after the other, as orders are exported; each product once in a
/// basket.
void writeBaskets(const Shop& shop, std::int64_t count, const fs::path& file)
{
    std::ofstream out(file, std::ios::binary);
    out << "basket,item\n";
    Philox random(11);
    std::vector<std::int64_t> items;
    std::int64_t basket = 1'000'000;
    for (std::int64_t i = 0; i < count; i += std::int64_t(items.size())) {
        items.clear();
        const auto size = std::min<std::int64_t>(1 + std::int64_t(random.below(20)), count - i);
        for (std::int64_t n = 0; n < size; ++n)
            items.push_back(shop.row(i + n)[event_column::Sku]);
        std::ranges::sort(items);
        items.erase(std::unique(items.begin(), items.end()), items.end());
        ++basket;
        for (const std::int64_t item : items)
            fmt::print(out, "{},P{:05}\n", basket, item);
    }
}

int readBaskets(const fs::path& file)
{
    const auto project = Project::open(file, Access::View);
    const auto reader = project ? (*project)->openReader() : fail(project.error());
    if (!reader)
        return 1;
    std::int64_t lines = 0;
    const double start = cpuSeconds();
    const auto done
        = (*reader)->forEachBasketLine([&](std::string_view, std::string_view) { return ++lines > 0; });
    tell("baskets, lines", double(lines), "");
    tell("baskets, all lines with their texts", cpuSeconds() - start, "CPU s");
    return done && lines == (*reader)->counts().basketLines ? 0 : 1;
}

}

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    if (argc == 3 && argv[1] == std::string_view("--baskets"))
        return readBaskets(argv[2]);
    const fs::path folder = argv[1];
    const std::int64_t count = argc > 2 ? std::atoll(argv[2]) : 10'000'000;
    const Shop shop(argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1, count);
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < customers; ++i)
        names.push_back(Shop::customer(i));
    std::vector<KeyAndId> keys;
    for (std::int64_t i = 0; i < customers; ++i)
        keys.push_back({ names[std::size_t(i)], i + 1 });
    write(shop, count, keys, folder);
    scan(count, folder);
    histories(keys, folder);
    stopping(shop, count, keys, folder);
    comparing(shop, count, keys, folder);
    stoppingBaskets(count, folder);
    writeCsv(shop, count, folder / "events.csv");
    writeBaskets(shop, count, folder / "baskets.csv");
    return 0;
}
