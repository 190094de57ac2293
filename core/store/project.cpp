// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project.h"

#include "base/sha256.h"
#include "store/account_name.h"
#include "store/batches.h"
#include "store/catalogue_table.h"
#include "store/erasures.h"
#include "store/file_head.h"
#include "store/project_impl.h"
#include "store/schema.h"
#include "store/sqlite_bulk_reader.h"
#include "store/sqlite_bulk_writer.h"
#include "store/vacuum_into.h"

namespace ow::store {

Project::Impl::Impl(std::filesystem::path file, OpenedFile openedFile)
    : path(std::move(file))
    , identity(FileIdentity::of(path))
    , opened(std::move(openedFile))
    , author(accountName())
{
}

Project::Impl::~Impl()
{
    // While another connection is open the last one to close cannot tidy up for us: at least the file is
    // whole by itself.
    if (stillInPlace() && opened.lock)
        db.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<void> Project::Impl::load()
{
    SQLite::Transaction oneState(db); // only reads; another program may be writing
    const bool newer = db.execAndGet("PRAGMA user_version").getInt() > schemaVersion;
    DraftState fresh;
    SQLite::Statement objects(db, "SELECT kind, id, position, body FROM object ORDER BY kind, position, id");
    while (objects.executeStep()) {
        const ObjectKey key { textOf(objects.getColumn(0)), textOf(objects.getColumn(1)) };
        const auto done = fresh.set(key, objects.getColumn(2).getDouble(), textOf(objects.getColumn(3)));
        if (!done && newer)
            continue; // a later program's idea; the reason for being read-only says so
        if (!done)
            return fail(ErrorCode::CorruptFile,
                "An object in the project cannot be read: " + done.error().message, done.error().at);
    }
    fresh.finish();
    state = std::move(fresh);
    snapshot = std::make_shared<const model::Draft>(state.draft());
    head = history.head();
    lastRelease = db.execAndGet("SELECT coalesce(max(id), 0) FROM release").getInt64();
    catalogue.reset();
    counts = readCounts(db);
    foldLogOnClose(db, true);
    return {};
}

Result<Changed> Project::Impl::readTouched(const Touched& touched)
{
    DraftState next = state;
    SQLite::Statement s(db, "SELECT position, body FROM object WHERE kind = ? AND id = ?");
    for (const ObjectKey& key : touched.objects) {
        s.bind(1, key.kind);
        s.bind(2, key.id);
        const bool there = s.executeStep();
        const double position = there ? s.getColumn(0).getDouble() : 0;
        auto body = there ? std::optional(textOf(s.getColumn(1))) : std::nullopt;
        s.reset();
        if (auto done = next.set(key, position, body); !done)
            return fail(ErrorCode::CorruptFile, done.error().message, done.error().at);
    }
    next.finish();
    state = std::move(next);
    snapshot = std::make_shared<const model::Draft>(state.draft());
    head = history.head();
    Changed changed;
    changed.objects = touched.objects;
    if (touched.batches) {
        catalogue.reset();
        counts = readCounts(db);
        changed.catalogue = changed.bulk = true;
    }
    return changed;
}

Result<void> Project::Impl::takeOver(const Touched& touched)
{
    const auto changed = readTouched(touched);
    if (!changed)
        return fail(changed.error());
    tell(*changed);
    return {};
}

bool Project::Impl::lookAtPlace()
{
    if (displaced)
        return false;
    if (rescued || opened.scratch || identity.matches(path))
        return true; // the first two read a copy of their own
    displaced = true;
    if (opened.lock)
        db.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
    opened.heldElsewhere = false; // whoever holds what has the name now holds another file
    opened.readOnlyReason = "The project file was moved, deleted or replaced while it was open. Nothing more "
                            "is written to it. Save a copy to keep what is shown, or open the file anew.";
    opened.refusal
        = "The project file was moved, deleted or replaced while it was open: nothing was written.";
    return false;
}

Result<void> Project::Impl::stillInPlace()
{
    if (lookAtPlace())
        return {};
    return fail(ErrorCode::ReadOnly, opened.refusal, path.filename().string());
}

Result<void> Project::Impl::mayEdit()
{
    if (auto ok = stillInPlace(); !ok)
        return ok;
    if (!opened.readOnlyReason.empty())
        return fail(ErrorCode::ReadOnly, opened.refusal.empty() ? opened.readOnlyReason : opened.refusal,
            path.filename().string());
    if (*writing)
        return fail(ErrorCode::Conflict, "An import is running. Edit again when it is done.",
            path.filename().string());
    return {};
}

Result<void> Project::Impl::stillAtHead()
{
    if (history.head() == head)
        return {};
    return fail(ErrorCode::Conflict,
        "Another program changed this project meanwhile. It was read anew; do the step again.",
        path.filename().string());
}

Result<void> Project::Impl::moveTo(std::int64_t target)
{
    if (auto ok = mayEdit(); !ok)
        return ok;
    bool behind = false;
    auto done = guarded(path, [&]() -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        if (auto ok = stillAtHead(); !ok) {
            behind = true;
            return ok;
        }
        if (!history.exists(target))
            return fail(ErrorCode::NotFound, "The history has no row " + std::to_string(target) + ".");
        if (target == head)
            return {};
        const Touched touched = history.moveTo(target);
        transaction.commit();
        return takeOver(touched);
    });
    if (behind)
        refresh();
    return done;
}

void Project::Impl::refresh()
{
    const auto news = guarded(path, [&]() -> Result<std::optional<Changed>> {
        SQLite::Transaction oneState(db);
        std::optional<Changed> out;
        const std::int64_t now = history.head();
        if (now != head) {
            auto changed = readTouched(history.between(head, now));
            if (!changed)
                return fail(changed.error());
            out = std::move(*changed);
        }
        const auto last = db.execAndGet("SELECT coalesce(max(id), 0) FROM release").getInt64();
        if (last != lastRelease) {
            lastRelease = last;
            out = out.value_or(Changed {});
            out->releases = true;
        }
        return out;
    });
    if (news && *news)
        tell(**news); // after the transaction: a listener may edit
}

void Project::Impl::tell(const Changed& changed) const
{
    if (listener)
        listener(changed);
}

Project::Project(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Project::~Project() = default;

Result<std::unique_ptr<Project>> Project::create(const std::filesystem::path& file, const NewProject& init)
{
    auto opened = createProjectFile(file);
    if (!opened)
        return fail(opened.error());
    auto impl = std::make_unique<Impl>(file, std::move(*opened));
    auto ready = guarded(file, [&]() -> Result<void> {
        SQLite::Transaction transaction(impl->db);
        impl->db.exec("INSERT INTO meta(name, value) VALUES('head', 0), ('next_seq', 1)");
        SQLite::Statement first(impl->db,
            "INSERT INTO history(id, parent, at, who, title, why, bytes) VALUES(0, NULL, ?, ?, 'Project "
            "created', '', 0)");
        first.bind(1, systemNow().ms);
        first.bind(2, impl->author);
        first.exec();
        model::Policy policy;
        policy.name = init.name;
        policy.currency = init.currency;
        policy.timezone = init.timezone;
        if (auto written = impl->history.write({ putSettings(policy) }); !written)
            return fail(written.error());
        transaction.commit();
        impl->db.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)"); // from now on the file alone is the project
        return impl->load();
    });
    if (!ready) {
        impl.reset();
        std::error_code ec;
        std::filesystem::remove(file, ec);
        return fail(ready.error());
    }
    return std::unique_ptr<Project>(new Project(std::move(impl)));
}

Result<std::unique_ptr<Project>> Project::open(
    const std::filesystem::path& file, Access access, const Progress& progress)
{
    auto opened = openProjectFile(file, access, progress);
    if (!opened)
        return fail(opened.error());
    auto impl = std::make_unique<Impl>(file, std::move(*opened));
    if (auto loaded = guarded(file, [&] { return impl->load(); }); !loaded)
        return fail(loaded.error());
    return std::unique_ptr<Project>(new Project(std::move(impl)));
}

bool Project::isOlder(const std::filesystem::path& file)
{
    const int version = versionInHead(file);
    return version > 0 && version < schemaVersion;
}

Result<std::unique_ptr<Project>> Project::openRescued(
    const std::filesystem::path& file, const Progress& progress)
{
    auto scratch = ScratchFile::make(file);
    if (!scratch)
        return fail(scratch.error());
    auto report = rescue(file, scratch->path(), progress);
    if (!report)
        return fail(report.error());
    auto opened = openRescuedFile(std::move(*scratch),
        "This project file is damaged. What could be read is shown read-only. " + report->summary());
    if (!opened)
        return fail(opened.error());
    opened->refusal = "This project file is damaged and can only be looked at. Edit a rescued copy of it.";
    auto impl = std::make_unique<Impl>(file, std::move(*opened));
    impl->rescued = std::move(*report);
    if (auto loaded = guarded(file, [&] { return impl->load(); }); !loaded)
        return fail(loaded.error());
    return std::unique_ptr<Project>(new Project(std::move(impl)));
}

const std::filesystem::path& Project::file() const { return m_impl->path; }
const std::string& Project::readOnlyReason() const { return m_impl->opened.readOnlyReason; }
model::DraftSnapshot Project::draft() const { return m_impl->snapshot; }
Counts Project::counts() const { return m_impl->counts; }
std::int64_t Project::head() const { return m_impl->head; }
void Project::setListener(std::function<void(const Changed&)> listener)
{
    m_impl->listener = std::move(listener);
}
const RescueReport* Project::rescued() const { return m_impl->rescued ? &*m_impl->rescued : nullptr; }
bool Project::isHeldElsewhere() const { return m_impl->opened.heldElsewhere; }

bool Project::tryToEdit()
{
    if (isHeldElsewhere()) {
        // What cannot be taken over now can be the next time we are asked.
        (void)guarded(m_impl->path, [&]() -> Result<void> {
            if (takeOver(m_impl->opened, m_impl->path))
                m_impl->refresh();
            return {};
        });
    }
    return readOnlyReason().empty();
}

void Project::setAuthor(std::string who) { m_impl->author = std::move(who); }

Result<model::CatalogueSnapshot> Project::catalogue()
{
    return guarded(m_impl->path, [&] {
        if (!m_impl->catalogue)
            m_impl->catalogue = std::make_shared<const model::Catalogue>(readCatalogue(m_impl->db));
        return m_impl->catalogue;
    });
}

Result<std::vector<Edit>> Project::objects() const
{
    return guarded(m_impl->path, [&] {
        SQLite::Statement s(
            m_impl->db, "SELECT kind, id, position, body FROM object ORDER BY kind, position, id");
        std::vector<Edit> out;
        while (s.executeStep())
            out.push_back({ { textOf(s.getColumn(0)), textOf(s.getColumn(1)) }, textOf(s.getColumn(3)),
                s.getColumn(2).getDouble() });
        return out;
    });
}

Result<std::vector<Edit>> Project::objectsAt(std::int64_t historyId) const
{
    return guarded(m_impl->path, [&]() -> Result<std::vector<Edit>> {
        SQLite::Transaction oneState(m_impl->db);
        if (!m_impl->history.exists(historyId))
            return fail(ErrorCode::NotFound, "The history has no row " + std::to_string(historyId) + ".",
                m_impl->path.filename().string());
        return m_impl->history.objectsAt(historyId);
    });
}

Result<void> Project::apply(const Command& command)
{
    if (auto ok = m_impl->mayEdit(); !ok)
        return ok;
    bool behind = false;
    auto done = guarded(m_impl->path, [&]() -> Result<void> {
        SQLite::Transaction transaction(m_impl->db, SQLite::TransactionBehavior::IMMEDIATE);
        if (auto ok = m_impl->stillAtHead(); !ok) {
            behind = true;
            return ok;
        }
        const auto changes = m_impl->history.write(command.edits);
        if (!changes)
            return fail(changes.error());
        if (changes->empty())
            return {};
        m_impl->history.append({ m_impl->author, command.title, command.why, {} }, *changes);
        transaction.commit();
        Touched touched;
        for (const Change& change : *changes)
            touched.objects.push_back(change.key);
        return m_impl->takeOver(touched);
    });
    if (behind)
        m_impl->refresh();
    return done;
}

namespace {

/// The row whose step undo takes back: erasures changed nothing that could be.
std::int64_t undoneFrom(SQLite::Database& db, const HistoryTable& history, std::int64_t head)
{
    std::int64_t row = head;
    for (auto up = history.parent(row); up && isErasure(db, row); up = history.parent(row))
        row = *up;
    return row;
}

/// Where redo leads: over a step, and the erasures around it.
std::optional<std::int64_t> redoneTo(SQLite::Database& db, const HistoryTable& history, std::int64_t head)
{
    auto row = history.next(head);
    while (row && isErasure(db, *row))
        row = history.next(*row);
    if (row)
        for (auto next = history.next(*row); next && isErasure(db, *next); next = history.next(*next))
            row = next;
    return row;
}

}

std::string Project::undoTitle() const
{
    const auto title = guarded(m_impl->path, [&] {
        const std::int64_t row = undoneFrom(m_impl->db, m_impl->history, m_impl->head);
        return m_impl->history.parent(row) ? m_impl->history.title(row) : std::string {};
    });
    return title.value_or(std::string {});
}

std::string Project::redoTitle() const
{
    const auto title = guarded(m_impl->path, [&] {
        auto row = redoneTo(m_impl->db, m_impl->history, m_impl->head);
        while (row && isErasure(m_impl->db, *row))
            row = m_impl->history.parent(*row);
        return row ? m_impl->history.title(*row) : std::string {};
    });
    return title.value_or(std::string {});
}

Result<void> Project::undo()
{
    const auto target = guarded(m_impl->path, [&]() -> Result<std::int64_t> {
        const std::int64_t row = undoneFrom(m_impl->db, m_impl->history, m_impl->head);
        if (const auto parent = m_impl->history.parent(row))
            return *parent;
        return fail(ErrorCode::NotFound,
            m_impl->history.title(row) == rescuedTitle
                ? "The history begins with the rescue of a damaged file: what was done before cannot be "
                  "undone."
                : "There is nothing to undo.");
    });
    if (!target)
        return fail(target.error());
    return m_impl->moveTo(*target);
}

Result<void> Project::redo()
{
    const auto target
        = guarded(m_impl->path, [&] { return redoneTo(m_impl->db, m_impl->history, m_impl->head); });
    if (!target)
        return fail(target.error());
    if (!*target)
        return fail(ErrorCode::NotFound, "There is nothing to redo.");
    return m_impl->moveTo(**target);
}

Result<void> Project::goTo(std::int64_t historyId) { return m_impl->moveTo(historyId); }

Result<Release> Project::addRelease(std::string version, std::string note, std::string pack)
{
    if (auto ok = m_impl->mayEdit(); !ok)
        return fail(ok.error());
    Release release { 0, std::move(version), systemNow(), m_impl->author, std::move(note),
        toHex(sha256(pack)), std::move(pack) };
    auto done = guarded(m_impl->path, [&]() -> Result<void> {
        SQLite::Transaction transaction(m_impl->db, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement there(m_impl->db, "SELECT 1 FROM release WHERE version = ?");
        there.bind(1, release.version);
        if (there.executeStep())
            return fail(ErrorCode::InvalidInput,
                "There is a release " + release.version + " already. Give this one another version.");
        SQLite::Statement insert(
            m_impl->db, "INSERT INTO release(version, at, who, note, sha256, pack) VALUES(?, ?, ?, ?, ?, ?)");
        insert.bind(1, release.version);
        insert.bind(2, release.at.ms);
        insert.bind(3, release.who);
        insert.bind(4, release.note);
        insert.bind(5, release.sha256);
        insert.bind(6, release.pack);
        insert.exec();
        release.id = m_impl->db.getLastInsertRowid();
        transaction.commit();
        return {};
    });
    if (!done)
        return fail(done.error());
    m_impl->lastRelease = release.id;
    Changed changed;
    changed.releases = true;
    m_impl->tell(changed);
    return release;
}

std::vector<Release> Project::releases() const
{
    return guarded(m_impl->path, [&] {
        SQLite::Statement s(
            m_impl->db, "SELECT id, version, at, who, note, sha256, pack FROM release ORDER BY id DESC");
        std::vector<Release> out;
        while (s.executeStep())
            out.push_back({ s.getColumn(0).getInt64(), textOf(s.getColumn(1)), { s.getColumn(2).getInt64() },
                textOf(s.getColumn(3)), textOf(s.getColumn(4)), textOf(s.getColumn(5)),
                textOf(s.getColumn(6)) });
        return out;
    }).value_or(std::vector<Release> {});
}

Result<void> Project::saveCopy(const std::filesystem::path& file) const
{
    return guarded(file, [&] {
        // What forbids this connection to write forbids it to write a copy, too.
        const bool onlyReads = m_impl->db.execAndGet("PRAGMA query_only").getInt() != 0;
        m_impl->db.exec("PRAGMA query_only = OFF");
        const auto again = [&](void*) { m_impl->db.tryExec(onlyReads ? "PRAGMA query_only = ON" : ""); };
        const std::unique_ptr<void, decltype(again)> restored(m_impl->db.getHandle(), again);
        return copyInto(m_impl->db, file);
    });
}

Result<Project::Copier> Project::copier() const
{
    if (!isInPlace())
        return fail(ErrorCode::ReadOnly, m_impl->opened.refusal, m_impl->path.filename().string());
    return [from = m_impl->dataPath(), held = m_impl->opened.scratch, as = m_impl->opened.as](
               const std::filesystem::path& to, const Progress& progress) -> Result<void> {
        return guarded(to, [&] {
            SQLite::Database db = openConnection(from, as);
            foldLogOnClose(db, false); // who reads leaves the file as it is
            return copyInto(db, to, progress);
        });
    };
}

bool Project::isInPlace() const { return m_impl->lookAtPlace(); }

void Project::distrust()
{
    m_impl->opened.heldElsewhere = false; // it does not become ours to edit
    m_impl->opened.readOnlyReason = "The project file is damaged. It is shown as far as it can be read and "
                                    "cannot be edited; save a rescued copy.";
    m_impl->opened.refusal = "The project file is damaged: nothing was written. Save a rescued copy of it.";
}

Result<std::unique_ptr<BulkReader>> Project::openReader() const
{
    if (auto ok = m_impl->stillInPlace(); !ok)
        return fail(ok.error());
    return openBulkReader(m_impl->dataPath(), m_impl->opened.as);
}

Result<std::unique_ptr<BulkWriter>> Project::openWriter()
{
    if (auto ok = m_impl->mayEdit(); !ok)
        return fail(ok.error());
    return openBulkWriter(m_impl->path, m_impl->identity, m_impl->author, m_impl->writing);
}

void Project::refresh() { m_impl->refresh(); }

}
