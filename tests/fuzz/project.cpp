// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"
#include "model/customer.h"
#include "store/bulk_reader.h"
#include "store/bulk_writer.h"
#include "store/check_file.h"
#include "store/rescue.h"
#include "store/segment_table.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

// The bytes are not a file but what is done to one: a small real project is made once, and each input alters
// some of its pages. A fuzzer that had to invent a whole database would never get past its first page.

namespace ow::fuzz {

namespace {

namespace fs = std::filesystem;
using namespace ow::store;

constexpr std::size_t pageSize = 4096;
constexpr int fewSteps = 6;
constexpr int segmentEvents = 300;

template <typename T>
T sure(Result<T> result)
{
    require(result.has_value(),
        "the project of the fuzz target can be made: " + (result ? "" : result.error().text()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A folder of this process in memory, where that can be.
class Folder {
public:
    Folder()
    {
        std::string name
            = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm/ow-fuzz-XXXXXX" : "/tmp/ow-fuzz-XXXXXX";
        require(::mkdtemp(name.data()) != nullptr, "there is room for a file");
        m_path = name;
        // Where the program itself puts what it needs for a while.
        ::setenv("TMPDIR", m_path.c_str(), 1);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder()
    {
        std::error_code ec;
        fs::remove_all(m_path, ec);
    }
    fs::path file(const char* name) const { return m_path / name; }

private:
    fs::path m_path;
};

std::string readFile(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

void writeFile(const fs::path& file, std::string_view bytes)
{
    std::ofstream(file, std::ios::binary).write(bytes.data(), std::streamsize(bytes.size()));
}

void removeFile(const fs::path& file)
{
    std::error_code ec;
    for (const char* suffix : { "", "-wal", "-shm", "-journal", "-lock", ".part", "-migrating" })
        fs::remove(fs::path(file) += suffix, ec);
}

model::Offer offer(int number)
{
    model::Offer out;
    out.id = "o" + std::to_string(number);
    out.name = std::string(std::size_t(number) * 40, 'n');
    out.items = { { "SKU", 1 } };
    out.placements = { "cart" };
    return out;
}

void import(Project& project, int batch, int rows)
{
    const auto writer = sure(project.openWriter());
    model::Event event;
    event.type = "purchased";
    for (int i = 0; i < rows; ++i) {
        event.at = { 1'700'000'000'000 + i };
        event.sku = "S" + std::to_string(i % 9);
        event.session = "s" + std::to_string(i / 2);
        event.text = i % 90 == 0 ? std::string(5000, 't') : "";
        sure(writer->add("c" + std::to_string(i % 17), event));
    }
    sure(writer->add(model::Customer { "c1", { { "city", std::string("Bonn") } } }));
    sure(writer->addBasketLine("b" + std::to_string(batch), "S1"));
    model::LoggedExposure shown;
    shown.customer = "c2";
    sure(writer->add(shown));
    sure(writer->commit("Import", "events", "x.csv"));
    project.refresh();
}

/// A run of segments as a great import makes them, which would take too long to read again and again.
void addSegments(const fs::path& file)
{
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
    std::vector<std::string> keys;
    std::vector<KeyAndId> customers;
    SQLite::Statement s(db, "SELECT text FROM customer_key ORDER BY id");
    while (s.executeStep())
        keys.push_back(s.getColumn(0).getString());
    for (std::size_t i = 0; i < keys.size(); ++i)
        customers.push_back({ keys[i], std::int64_t(i) + 1 });
    RowBuffer rows(eventKind);
    for (int i = 0; i < segmentEvents; ++i) {
        BulkRow row;
        row.values[event_column::Customer] = i * 7 % std::int64_t(customers.size());
        row.values[event_column::At] = 1'700'000'000'000 + i * 977 % 5000;
        row.values[event_column::Type] = 1;
        row.values[event_column::Sku] = 1 + i % 9;
        row.values[event_column::Session] = i % 20;
        row.text = i % 40 == 0 ? "text" : "";
        rows.add(row);
    }
    SegmentWriter segments(db, eventKind, 1);
    for (const EncodedSegment& segment : encodeRun(std::move(rows), customers))
        segments.write(0, segment);
    db.exec("UPDATE batch SET events = events + " + std::to_string(segmentEvents) + " WHERE id = 1");
}

/// Something of everything.
std::string makeProject(const fs::path& file)
{
    {
        const auto project = sure(Project::create(file, { "Fuzzed", "EUR", "UTC" }));
        for (int i = 0; i < 12; ++i)
            sure(project->apply({ "Offer", { put(offer(i)) }, "why" }));
        sure(project->undo());
        sure(project->apply({ "Two", { remove("offer", "o3"), put(offer(20)) }, "" }));
        import(*project, 1, 120);
        import(*project, 2, 20);
        sure(project->undo());
        sure(project->addRelease("1", "", std::string(6000, 'p')));
    }
    addSegments(file);
    const auto faults = checkFile(file);
    require(faults && faults->empty(), "the project of the fuzz target is sound");
    std::string bytes = readFile(file);
    removeFile(file);
    return bytes;
}

/// The input as a row of instructions.
class Instructions {
public:
    explicit Instructions(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    bool more() const { return !m_bytes.empty(); }
    std::size_t number(std::size_t bytes)
    {
        std::size_t value = 0;
        for (; bytes > 0 && more(); --bytes, m_bytes.remove_prefix(1))
            value = value << 8 | static_cast<unsigned char>(m_bytes.front());
        return value;
    }
    std::string_view take(std::size_t bytes)
    {
        const std::string_view out = m_bytes.substr(0, bytes);
        m_bytes.remove_prefix(out.size());
        return out;
    }

private:
    std::string_view m_bytes;
};

void overwrite(std::string& file, std::size_t at, std::string_view with)
{
    for (std::size_t i = 0; i < with.size() && at + i < file.size(); ++i)
        file[at + i] = with[i];
}

/// Where cell `cell` of the page begins, by its own header; so that few bytes of input hit what matters.
std::size_t cellOf(const std::string& file, std::size_t page, std::size_t cell)
{
    const auto at = [&](std::size_t i) { return std::size_t(static_cast<unsigned char>(file[i])); };
    const std::size_t begin = page * pageSize;
    const std::size_t header = begin + (page == 0 ? 100 : 0);
    const std::size_t pointers = header + (at(header) < 8 ? 12 : 8);
    const std::size_t count = std::max<std::size_t>(1, at(header + 3) << 8 | at(header + 4));
    const std::size_t pointer = std::min(pointers + 2 * (cell % count), begin + pageSize - 2);
    return begin + std::min(at(pointer) << 8 | at(pointer + 1), pageSize - 1);
}

std::string altered(std::string file, std::string_view bytes)
{
    Instructions in(bytes);
    while (in.more()) {
        const std::size_t what = in.number(1) % 7;
        const std::size_t page = in.number(1) % std::max<std::size_t>(1, file.size() / pageSize);
        switch (what) {
        case 0: {
            const std::size_t at = page * pageSize + in.number(2) % pageSize;
            overwrite(file, at, in.take(1 + in.number(1) % 32));
            break;
        }
        case 1: {
            const std::size_t at = cellOf(file, page, in.number(1)) + in.number(1) % 64;
            overwrite(file, at, in.take(1 + in.number(1) % 16));
            break;
        }
        case 2:
            overwrite(file, page * pageSize + (page == 0 ? 100 : 0) + in.number(1) % 64,
                in.take(1 + in.number(1) % 4));
            break;
        case 3:
            overwrite(file, page * pageSize,
                file.substr(in.number(1) % (file.size() / pageSize) * pageSize, pageSize));
            break;
        case 4:
            overwrite(file, page * pageSize, std::string(pageSize, char(in.number(1))));
            break;
        case 5:
            file.resize(std::max(pageSize, page * pageSize + in.number(2) % pageSize));
            break;
        default:
            overwrite(file, in.number(1) % 100, in.take(1 + in.number(1) % 8));
        }
    }
    return file;
}

void readAll(const Project& project)
{
    (void)project.history();
    (void)project.releases();
    (void)project.objects();
    const auto reader = project.openReader();
    if (!reader)
        return;
    (void)(*reader)->forEachEvent([](std::string_view, const model::Event&) { return true; });
    (void)(*reader)->forEachCustomer(
        0, 0, [](const model::Customer&, const model::History&) { return true; });
    (void)(*reader)->forEachExposure([](const model::LoggedExposure&) { return true; });
    (void)(*reader)->forEachBasketLine([](std::string_view, std::string_view) { return true; });
    (void)(*reader)->forEachViewLine([](std::string_view, std::string_view) { return true; });
    (void)(*reader)->customer("c1");
    (void)(*reader)->products(0, 10);
    (void)(*reader)->events(100, 10);
    (void)(*reader)->exposures(0, 10);
    (void)(*reader)->rejected(1, 0, 10);
    (void)(*reader)->imports();
    (void)(*reader)->minedEdges();
}

/// What a person would do with it; whatever it answers, it comes back.
void use(const fs::path& file)
{
    const auto project = Project::open(file);
    if (!project)
        return;
    readAll(**project);
    (void)(*project)->catalogue();
    for (int i = 0; i < fewSteps; ++i)
        (void)(*project)->undo();
    for (int i = 0; i < fewSteps / 2; ++i)
        (void)(*project)->redo();
    (void)(*project)->apply({ "Edit", { put(offer(2)) }, "" });
    (void)(*project)->goTo(3);
}

/// A rescued copy keeps every promise of a project.
void rescues(const fs::path& file, const fs::path& copy, const std::string& bytes)
{
    const auto report = rescue(file, copy);
    require(readFile(file) == bytes, "a rescue does not change the file");
    if (!report)
        return;
    const auto faults = checkFile(copy);
    require(faults.has_value(), "a rescued copy opens: " + (faults ? "" : faults.error().text()));
    require(faults->empty(), "a rescued copy is sound: " + (faults->empty() ? "" : faults->front()));
    const auto project = Project::open(copy);
    require(project.has_value(), "a rescued copy opens: " + (project ? "" : project.error().text()));
    require((*project)->readOnlyReason().empty(), "a rescued copy can be edited");
    readAll(**project);
    while (!(*project)->undoTitle().empty()) {
        const auto done = (*project)->undo();
        require(done.has_value(),
            "the history of a rescued copy can be undone: " + (done ? "" : done.error().text()));
    }
    while (!(*project)->redoTitle().empty()) {
        const auto done = (*project)->redo();
        require(done.has_value(),
            "the history of a rescued copy can be redone: " + (done ? "" : done.error().text()));
    }
}

}

void project(std::string_view bytes)
{
    static const Folder folder;
    static const std::string sound = makeProject(folder.file("sound.offerwright"));
    const fs::path file = folder.file("damaged.offerwright");
    const fs::path copy = folder.file("copy.offerwright");
    const std::string damaged = altered(sound, bytes);
    removeFile(file);
    removeFile(copy);
    writeFile(file, damaged);
    (void)checkFile(file);
    require(readFile(file) == damaged, "checking does not change the file");
    rescues(file, copy, damaged);
    use(file);
}

}
