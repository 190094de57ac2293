// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/write.h"

#include "base/parallel.h"
#include "release/vectors.h"
#include "sample/generator.h"
#include "sample/past.h"
#include "sample/sample.h"
#include "store/bulk_writer.h"
#include "store/command.h"
#include "store/project.h"

#include <fmt/format.h>

#include <system_error>
#include <vector>

namespace ow::sample {

namespace {

constexpr std::int64_t batch = 512; // what is generated ahead of the writer

Result<void> writeCustomer(store::BulkWriter& writer, const SampleCustomer& sample)
{
    if (auto added = writer.add(sample.customer); !added)
        return added;
    for (const auto& event : sample.events)
        if (auto added = writer.add(sample.customer.id, event); !added)
            return added;
    for (const auto& exposure : sample.exposures)
        if (auto added = writer.add(exposure); !added)
            return added;
    return {};
}

Result<void> writeCustomers(
    store::BulkWriter& writer, std::uint64_t seed, std::int64_t customers, const Progress& progress)
{
    const Generator generator(seed);
    for (std::int64_t first = 0; first < customers; first += batch) {
        if (!goOn(progress, first, customers))
            return fail(ErrorCode::Cancelled, "Making the sample project was stopped.");
        std::vector<SampleCustomer> made(std::size_t(std::min(batch, customers - first)));
        forChunks(made.size(), 32, 0, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                made[i] = generator.customer(first + std::int64_t(i));
            return true;
        });
        for (const auto& sample : made)
            if (auto written = writeCustomer(writer, sample); !written)
                return written;
    }
    return {};
}

Result<void> fill(
    store::Project& project, std::uint64_t seed, std::int64_t customers, const Progress& progress)
{
    auto writer = project.openWriter();
    if (!writer)
        return fail(writer.error());
    for (const auto& product : sampleCatalogue().products)
        if (auto added = (*writer)->add(product); !added)
            return added;
    if (auto written = writeCustomers(**writer, seed, customers, progress); !written)
        return written;
    const auto committed = (*writer)->commit(
        "Made the sample project", "events", fmt::format("sample generator, seed {}", seed), earlierEdits());
    if (!committed)
        return fail(committed.error());
    writer->reset();
    project.refresh();
    return {};
}

/// Release 11, as it went out when the programme began, and the changes since.
Result<void> writePast(store::Project& project)
{
    const auto pack
        = release::makeRelease(earlierDraft(), sampleCatalogue(), earlierVersion, programmeStart());
    if (!pack)
        return fail(pack.error());
    const auto released = project.addRelease(earlierVersion, "The autumn programme", pack->bytes);
    if (!released)
        return fail(released.error());
    for (const auto& command : changesSince())
        if (auto applied = project.apply(command); !applied)
            return applied;
    return {};
}

}

Result<void> writeSample(
    const std::filesystem::path& file, std::uint64_t seed, std::int64_t customers, const Progress& progress)
{
    const auto draft = sampleDraft();
    auto project
        = store::Project::create(file, { draft.policy.name, draft.policy.currency, draft.policy.timezone });
    if (!project)
        return fail(project.error());
    auto filled = fill(**project, seed, customers, progress);
    if (filled)
        filled = writePast(**project);
    project->reset(); // closes the file
    if (!filled) {
        std::error_code ignored; // half a sample helps nobody
        std::filesystem::remove(file, ignored);
        std::filesystem::remove(file.string() + "-wal", ignored);
        std::filesystem::remove(file.string() + "-shm", ignored);
    }
    return filled;
}

}
