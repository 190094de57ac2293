// SPDX-License-Identifier: GPL-3.0-or-later
// Edits a project as fast as it can until somebody kills it:
//   crash_editor FILE SEED STEPS [fail|cut|power CALL CALLS]
// After each step that the project has acknowledged it writes the project's fingerprint as one line to
// standard output, past every buffer: what stands there must be in the file whatever happens next. STEPS 0 =
// without end.
#include "core/store/random_command.h"
#include "crash/faulty_vfs.h"
#include "crash/fingerprint.h"
#include "store/bulk_writer.h"

#include <charconv>
#include <cstdio>
#include <unistd.h>

using namespace ow;
using namespace ow::store;

namespace {

void say(const std::string& line)
{
    const std::string whole = line + '\n';
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) != ssize_t(whole.size()))
        ::_exit(3);
}

std::uint64_t number(const char* text)
{
    const std::string_view s(text);
    std::uint64_t out = 0;
    std::from_chars(s.data(), s.data() + s.size(), out);
    return out;
}

Result<void> import(Project& project, Philox& random)
{
    auto writer = project.openWriter();
    if (!writer)
        return fail(writer.error());
    const auto day = std::int64_t(random.below(20000));
    for (std::int64_t i = 0; i < 200; ++i) {
        model::Event e;
        e.at = { days(day).ms + i };
        e.type = "purchased";
        e.sku = "SKU-" + std::to_string(i % 17);
        if (auto ok = (*writer)->add("c" + std::to_string(i % 31), e); !ok)
            return ok;
    }
    auto record = (*writer)->commit("Events imported", "events", "made up");
    if (!record)
        return fail(record.error());
    project.refresh();
    return {};
}

Result<void> step(Project& project, Philox& random)
{
    switch (random.below(20)) {
    case 0:
    case 1:
        return project.undo();
    case 2:
        return project.redo();
    case 3:
        return project.goTo(std::int64_t(random.below(std::uint64_t(project.head()) + 1)));
    case 4:
        return import(project, random);
    case 5: {
        const auto done = project.addRelease(std::to_string(random.next64()), "", "{}");
        return done ? Result<void>() : fail(done.error());
    }
    default:
        return project.apply(test::randomCommand(random, *project.draft()));
    }
}

}

int main(int argc, char** argv)
{
    if (argc < 4)
        return 2;
    const std::uint64_t seed = number(argv[2]);
    const std::uint64_t steps = number(argv[3]);
    crash::Fault fault;
    fault.seed = seed;
    if (argc > 6) {
        const std::string_view kind(argv[4]);
        using Kind = crash::Fault::Kind;
        fault.kind = kind == "fail" ? Kind::Fail : kind == "cut" ? Kind::Cut : Kind::PowerLoss;
        fault.call = number(argv[5]);
        fault.calls = number(argv[6]);
        crash::installFaultyVfs(fault);
    }
    auto opened = Project::open(argv[1]);
    if (!opened) { // right where the disk fails while opening; else it is a fault
        std::fprintf(stderr, "%s\n", opened.error().text().c_str());
        return fault.kind == crash::Fault::Kind::Fail ? 0 : 1;
    }
    Project& project = **opened;
    Philox random(seed);
    say(crash::fingerprint(project));
    for (std::uint64_t i = 0; steps == 0 || i < steps; ++i) {
        const std::string before = crash::fingerprint(project);
        const Result<void> done = step(project, random);
        const std::string after = crash::fingerprint(project);
        if (!done && done.error().code != ErrorCode::NotFound && before != after) {
            std::fprintf(
                stderr, "a failed step changed what is in memory: %s\n", done.error().text().c_str());
            return 1;
        }
        say(after);
    }
    return 0;
}
