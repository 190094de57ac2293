// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_bulk_writer.h"

#include "base/json.h"
#include "store/basket_writer.h"
#include "store/batches.h"
#include "store/bulk_row_writer.h"
#include "store/content_sum.h"
#include "store/dictionary.h"
#include "store/event_ids.h"
#include "store/hand_over.h"
#include "store/history_table.h"
#include "store/project_file.h"
#include "store/raw_events.h"
#include "store/raw_lines.h"
#include "store/rejected_before.h"
#include "store/rejected_text.h"

#include <algorithm>
#include <deque>
#include <exception>
#include <utility>

namespace ow::store {

namespace {

constexpr std::size_t customersAtOnce = 200'000; ///< take some 50 ms to number
constexpr std::size_t mostUnwritten = 1'500'000; ///< texts and customers, of some 10 bytes of memory each
constexpr std::size_t fewestAtOnce = 1'000; ///< texts and customers that are written, some 2 ms
constexpr std::size_t rawAtOnce = 16'384; ///< events that are handed on together
constexpr std::size_t rawBytesAtOnce = 4 << 20; ///< of their texts
/// That wait, some 2 MB each: as long as the longest step of the thread that stores takes.
constexpr std::size_t mostWaiting = 6;

/// Sets the project's flag for its lifetime; released last, when the transaction is over.
class WritingFlag {
public:
    explicit WritingFlag(std::shared_ptr<std::atomic<bool>> flag)
        : m_flag(std::move(flag))
    {
        *m_flag = true;
    }
    ~WritingFlag() { *m_flag = false; }
    WritingFlag(const WritingFlag&) = delete;
    WritingFlag& operator=(const WritingFlag&) = delete;

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

/// Notes where an exception passes through: rows that were half stored stay so, and must not be committed.
class FailureMark {
public:
    explicit FailureMark(bool& failed)
        : m_failed(failed)
    {
    }
    ~FailureMark() { m_failed = m_failed || std::uncaught_exceptions() > m_before; }
    FailureMark(const FailureMark&) = delete;
    FailureMark& operator=(const FailureMark&) = delete;

private:
    bool& m_failed;
    int m_before = std::uncaught_exceptions();
};

std::string attributesJson(const model::Attributes& attributes)
{
    Json json = Json::object();
    for (const auto& [name, value] : attributes)
        std::visit([&, &key = name](const auto& v) { json[key] = v; }, value);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// What waits for being stored.
struct Raw {
    RawEvents events;
    RawLines lines;
    std::vector<RejectedRow> rejected;

    std::size_t size() const { return events.size() + lines.size() + rejected.size(); }
    std::size_t bytes() const { return events.bytes() + lines.bytes() + rejected.size() * rejectedBytes; }
    void clear()
    {
        events.clear();
        lines.clear();
        rejected.clear();
    }

private:
    static constexpr std::size_t rejectedBytes = 256; ///< about
};

class SqliteBulkWriter final : public BulkWriter {
public:
    SqliteBulkWriter(const std::filesystem::path& file, const FileIdentity& identity,
        const std::string& author, std::shared_ptr<std::atomic<bool>> writing)
        : m_flag(std::move(writing))
        , m_file(file)
        , m_identity(identity)
        , m_author(author)
        , m_db(openConnection(file, OpenAs::ReadWrite, UsedBy::OneThreadAtATime))
        , m_cache((m_db.exec("PRAGMA cache_size = -16384"), 0))
        , m_transaction(std::in_place, m_db, SQLite::TransactionBehavior::IMMEDIATE)
        , m_batch(m_db.execAndGet("SELECT coalesce(max(id), 0) + 1 FROM batch").getInt64())
        , m_nextSeq(m_db.execAndGet("SELECT value FROM meta WHERE name = 'next_seq'").getInt64())
    {
        // Filled in by commit(); until then nobody sees it.
        m_db.exec("INSERT INTO batch(id, at, kind, source, stored, rejected, duplicates, products, "
                  "customers, events, exposures, "
                  "basket_lines) VALUES("
            + std::to_string(m_batch) + ", 0, '', '', 0, 0, 0, 0, 0, 0, 0, 0)");
    }
    ~SqliteBulkWriter() override
    {
        m_stores.reset(); // from here on nobody else works with the connection
        if (!m_transaction)
            return;
        m_transaction.reset();
        // What was written until then would lie beside the project until it is closed. Best effort.
        if (m_identity.matches(m_file))
            (void)m_db.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    SqliteBulkWriter(const SqliteBulkWriter&) = delete;
    SqliteBulkWriter& operator=(const SqliteBulkWriter&) = delete;

    Result<void> add(const model::Product& p) override
    {
        return guarded(m_file, [&] {
            settle();
            const FailureMark mark(m_failed);
            const std::int64_t sku = m_texts.skus.idOf(p.sku);
            if (isNewProduct(sku))
                ++m_counts.products;
            m_product.bind(1, sku);
            m_product.bind(2, m_batch);
            m_product.bind(3, p.title);
            m_product.bind(4, p.family);
            m_product.bind(5, p.category);
            m_product.bind(6, p.price.minor);
            m_product.bind(7, p.cost.minor);
            if (p.stock)
                m_product.bind(8, *p.stock);
            else
                m_product.bind(8);
            m_product.bind(9, p.depletion.ms);
            m_product.bind(10, Json(p.tags).dump(-1, ' ', false, Json::error_handler_t::replace));
            run(m_product);
            ++m_added;
        });
    }

    Result<void> add(const model::Customer& customer) override
    {
        return guarded(m_file, [&] {
            settle();
            const FailureMark mark(m_failed);
            touchCustomer(customer.id);
            m_attributes.bind(1, m_texts.customers.idOf(customer.id));
            m_attributes.bind(2, m_batch);
            m_attributes.bind(3, attributesJson(customer.attributes));
            run(m_attributes);
            ++m_added;
        });
    }

    Result<void> addUnlessThere(const model::Customer& customer, const RowOrigin& origin) override
    {
        const auto there = guarded(m_file, [&] {
            settle();
            const FailureMark mark(m_failed);
            return isThere(customer);
        });
        if (!there)
            return fail(there.error());
        if (!*there)
            return add(customer);
        countThere(origin, &Duplicates::customers);
        return {};
    }

    Result<void> add(std::string_view customer, const model::Event& event) override
    {
        return take(customer, event, 0);
    }
    Result<void> addUnlessThere(
        std::string_view customer, const model::Event& event, const RowOrigin& origin) override
    {
        return guarded(m_file, [&] {
            return isThere(m_eventIds, origin, [&] { return contentSum(customer, event); })
                ? leaveOut(event, origin)
                : take(customer, event, originOf(origin));
        });
    }

    Result<void> add(const model::LoggedExposure& x) override { return take(x, 0); }
    Result<void> addUnlessThere(const model::LoggedExposure& x, const RowOrigin& origin) override
    {
        return guarded(m_file, [&] {
            return isThere(m_exposureIds, origin, [&] { return contentSum(x); }) ? leaveOut(x, origin)
                                                                                 : take(x, originOf(origin));
        });
    }

    Result<void> addBasketLine(
        std::string_view basket, std::string_view sku, const RowOrigin& origin) override
    {
        return guarded(m_file, [&]() -> Result<void> {
            if (m_rowsFinished)
                return tooLate();
            m_raw.lines.add(basket, sku, origin.file);
            handOver();
            return {};
        });
    }

    Result<bool> finishSome() override
    {
        return guarded(m_file, [&] {
            settle();
            const FailureMark mark(m_failed);
            prepareRows();
            return writeTexts(3 * fewestAtOnce);
        });
    }

    Result<std::vector<Duplicates>> finishRows() override
    {
        return guarded(m_file, [&] {
            settle();
            completeRows();
            return m_duplicatesByFile;
        });
    }

    Result<void> add(const MinedEdge& edge) override
    {
        return guarded(m_file, [&] {
            settle();
            m_mined.bind(1, m_batch);
            m_mined.bind(2, m_counts.minedEdges++);
            m_mined.bind(3, edge.a);
            m_mined.bind(4, edge.b);
            m_mined.bind(5, edge.edgeClass);
            m_mined.bind(6, edge.weight);
            m_mined.bind(7, edge.lift);
            m_mined.bind(8, edge.q);
            m_mined.bind(9, edge.evidence);
            run(m_mined);
            ++m_added;
        });
    }

    Result<void> reject(const RejectedRow& row) override
    {
        return guarded(m_file, [&] {
            RejectedRow& kept = m_raw.rejected.emplace_back(row);
            kept.text = joinedText(row); // which may be much shorter
            ++m_counts.rejectedRows;
            handOver();
        });
    }

    Result<bool> rejectUnlessThere(std::string_view kind, const RejectedRow& row) override
    {
        const auto there = guarded(m_file, [&] {
            if (!m_rejectedBefore) {
                wait();
                m_rejectedBefore.emplace(m_db, m_active, kind);
            }
            return m_rejectedBefore->take(row);
        });
        if (!there)
            return there;
        if (*there) {
            ++m_duplicates;
            return true;
        }
        if (auto done = reject(row); !done)
            return fail(done.error());
        return false;
    }

    LeftOut leftOut() const override { return m_leftOut; }
    void countDuplicate() override { ++m_duplicates; }
    void setForm(std::string form) override { m_form = std::move(form); }
    void setOrigin(std::int64_t import, std::vector<std::int64_t> seqs) override
    {
        m_origin = import;
        m_retried = std::move(seqs);
    }
    void setStored(std::int64_t rows) override { m_stored = rows; }
    void setFingerprint(std::string fingerprint) override { m_fingerprint = std::move(fingerprint); }

    Result<ImportRecord> commit(
        std::string title, std::string kind, std::string source, const std::vector<Edit>& edits) override
    {
        return guarded(m_file, [&]() -> Result<ImportRecord> {
            if (m_spent || m_failed)
                return fail(ErrorCode::Conflict, "This import was committed already, or it failed.");
            m_spent = true;
            settle();
            completeRows();
            prepareRows();
            (void)writeTexts(m_texts.unwritten() + m_customerRows.size());
            HistoryTable history(m_db);
            const auto changes = history.write(edits);
            if (!changes)
                return fail(changes.error());
            ImportRecord record { m_batch, systemNow(), std::move(source), std::move(kind),
                m_stored.value_or(m_added), m_counts.rejectedRows, m_duplicates, true };
            record.origin = m_origin;
            writeBatch(record);
            writeForm();
            SQLite::Statement seq(m_db, "UPDATE meta SET value = ? WHERE name = 'next_seq'");
            seq.bind(1, m_nextSeq);
            seq.exec();
            history.append({ m_author, std::move(title), {}, m_batch }, *changes);
            // An import takes minutes: time enough for somebody to move the file.
            if (!m_identity.matches(m_file)) {
                foldLogOnClose(m_db, false); // it would be taken for that of the file which is there now
                return fail(ErrorCode::ReadOnly,
                    "The project file was moved, deleted or replaced while it was open: nothing was written.",
                    m_file.filename().string());
            }
            m_transaction->commit();
            m_transaction.reset();
            // Best effort: a reader may hold it up, and then a later one does it.
            (void)m_db.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
            return record;
        });
    }

private:
    /// Lets another thread store what came in, when it is enough.
    void handOver()
    {
        if (m_raw.size() < rawAtOnce && m_raw.bytes() < rawBytesAtOnce)
            return;
        const FailureMark mark(m_failed); // half an import is none
        m_raw = m_stores->give(std::move(m_raw));
        m_raw.clear();
    }

    /// Until nobody else works with the connection and the dictionaries.
    void wait()
    {
        const FailureMark mark(m_failed);
        m_stores->drain();
    }

    /// And what came in is stored: for all that must come after it.
    void settle()
    {
        wait();
        if (m_raw.size() == 0)
            return;
        const FailureMark mark(m_failed);
        store(m_raw);
        m_raw.clear();
    }

    void completeRows()
    {
        if (std::exchange(m_rowsFinished, true))
            return;
        const FailureMark mark(m_failed);
        m_baskets.finish();
        prepareRows();
        m_events.finish(m_nextSeq);
        m_exposures.finish(m_nextSeq);
        m_eventIds.write();
        m_exposureIds.write();
        sumUpLeftOut();
        m_counts.basketLines = m_baskets.stored();
        m_added += m_baskets.stored();
        addDuplicates(m_baskets.duplicates(), &Duplicates::basketLines);
        const std::int64_t events
            = addDuplicates(m_events.duplicates(), &Duplicates::events) + m_events.leftOut();
        const std::int64_t exposures
            = addDuplicates(m_exposures.duplicates(), &Duplicates::exposures) + m_exposures.leftOut();
        m_counts.events -= events;
        m_counts.exposures -= exposures;
        m_added -= events + exposures;
    }

    /// Answers their sum.
    std::int64_t addDuplicates(const std::vector<std::int64_t>& byFile, std::int64_t Duplicates::*kind)
    {
        std::int64_t sum = 0;
        m_duplicatesByFile.resize(std::max(m_duplicatesByFile.size(), byFile.size()));
        for (std::size_t file = 0; file < byFile.size(); ++file) {
            m_duplicatesByFile[file].*kind += byFile[file];
            sum += byFile[file];
        }
        m_duplicates += sum;
        return sum;
    }

    static tl::unexpected<Error> tooLate()
    {
        return fail(ErrorCode::Conflict, "The import's rows were finished already.");
    }

    Result<void> take(std::string_view customer, const model::Event& event, std::uint32_t origin)
    {
        return guarded(m_file, [&]() -> Result<void> {
            if (m_rowsFinished)
                return tooLate();
            m_raw.events.add(customer, event, origin, m_shared);
            sawTime(event.at);
            ++m_counts.events;
            ++m_added;
            handOver();
            return {};
        });
    }

    Result<void> take(const model::LoggedExposure& x, std::uint32_t origin)
    {
        return guarded(m_file, [&]() -> Result<void> {
            if (m_rowsFinished)
                return tooLate();
            settle();
            const FailureMark mark(m_failed);
            using namespace exposure_column;
            BulkRow& row = m_row;
            row.values[Customer] = touchCustomer(x.customer);
            row.values[At] = x.at.ms;
            row.values[Offer] = m_texts.words.placeOf(x.offer);
            row.values[Placement] = m_texts.words.placeOf(x.placement);
            row.values[Intent] = m_texts.sessions.placeOf(x.intent);
            row.values[Arm] = m_texts.words.placeOf(x.arm);
            row.values[Experiment] = m_texts.words.placeOf(x.experiment);
            row.values[Flags] = x.withheld ? std::int64_t(exposure_flag::Withheld) : 0;
            setTime(row, Clicked, exposure_flag::Clicked, x.clickedAt);
            setTime(row, Accepted, exposure_flag::Accepted, x.acceptedAt);
            setTime(row, Declined, exposure_flag::Declined, x.declinedAt);
            setTime(row, Returned, exposure_flag::Returned, x.returnedAt);
            row.text.clear();
            row.origin = origin;
            m_exposures.add(row);
            if (m_counts.exposures % std::int64_t(rawAtOnce) == 0)
                m_exposures.work();
            sawTime(x.at);
            ++m_counts.exposures;
            ++m_added;
            return {};
        });
    }

    void store(const Raw& raw)
    {
        store(raw.events);
        for (std::size_t i = 0; i < raw.lines.size(); ++i)
            m_baskets.add(raw.lines.basket(i), raw.lines.sku(i), raw.lines.file(i));
        for (const RejectedRow& row : raw.rejected) {
            m_rejected.bind(1, m_batch);
            m_rejected.bind(2, m_rejectedStored++);
            m_rejected.bind(3, row.file);
            m_rejected.bind(4, row.row);
            m_rejected.bind(5, row.column);
            m_rejected.bind(6, row.reason);
            m_rejected.bind(7, row.text);
            run(m_rejected);
        }
        writeSome();
    }

    /// The second half of an event's way, beside the reading of the next ones. A customer's name is looked
    /// for all over the memory, so the ones that follow are asked for ahead.
    void store(const RawEvents& events)
    {
        using namespace event_column;
        for (const std::string& word : events.freshWords())
            m_wordPlaces.push_back(m_texts.words.placeOf(word));
        for (const std::string& sku : events.freshSkus())
            m_skuPlaces.push_back(m_texts.skus.placeOf(sku));
        const auto placeOf = [](std::uint32_t code, const std::vector<std::uint32_t>& places, std::string_view text,
                                 Dictionary& dictionary) {
            return code == SharedTexts::unshared ? dictionary.placeOf(text) : places[code];
        };
        constexpr std::size_t ahead = 16;
        std::array<std::uint64_t, ahead> hashes {};
        for (std::size_t i = 0; i < std::min(ahead, events.size()); ++i)
            hashes[i] = m_texts.customers.expect(events.customer(i));
        for (std::size_t i = 0; i < events.size(); ++i) {
            const auto texts = events.texts(i);
            BulkRow& row = m_row;
            row.values[Customer]
                = touch(m_texts.customers.placeOf(texts[RawEvents::Customer], hashes[i % ahead]));
            events.expect(i + 2 * ahead);
            if (i + ahead < events.size())
                hashes[i % ahead] = m_texts.customers.expect(events.customer(i + ahead));
            row.values[At] = events[i].at;
            const auto& codes = events[i].codes;
            row.values[Type] = placeOf(
                codes[RawEvents::TypeCode], m_wordPlaces, texts[RawEvents::Type], m_texts.words);
            row.values[Sku]
                = placeOf(codes[RawEvents::SkuCode], m_skuPlaces, texts[RawEvents::Sku], m_texts.skus);
            row.values[Qty] = events[i].qty;
            row.values[Value] = events[i].value;
            row.values[Channel] = placeOf(
                codes[RawEvents::ChannelCode], m_wordPlaces, texts[RawEvents::Channel], m_texts.words);
            row.values[Session] = m_texts.sessions.placeOf(texts[RawEvents::Session]);
            row.text = texts[RawEvents::Words];
            row.origin = events[i].origin;
            m_events.add(row);
        }
        m_events.work();
    }

    static std::uint32_t originOf(const RowOrigin& origin)
    {
        return std::uint32_t(origin.file + 1) | (origin.id != 0 ? originHasId : 0);
    }

    /// Whether all that the row says of the customer is said already. Counts whom it changes.
    bool isThere(const model::Customer& customer)
    {
        (void)m_texts.customers.placeOf(customer.id);
        const std::int64_t id = m_texts.customers.idOf(customer.id);
        if (std::size_t(id) >= m_described.size())
            m_described.resize(std::size_t(id) + 1 + m_described.size() / 2);
        const bool isFirst = !m_described[std::size_t(id)];
        m_described[std::size_t(id)] = true;
        if (isFirst && !m_texts.customers.isOld(id))
            return false;
        const auto said = saidOf(id);
        if (!said)
            return false;
        const auto row = parseJson(attributesJson(customer.attributes));
        bool isSaid = row.has_value(), isChanged = false;
        if (row)
            for (const auto& [name, value] : row->items()) {
                const auto before = said->find(name);
                isSaid = isSaid && before != said->end() && *before == value;
                isChanged = isChanged || (before != said->end() && *before != value);
            }
        m_leftOut.changedCustomers += isFirst && isChanged;
        return isSaid;
    }

    /// What active imports and this one say of a customer; nothing where none of them knows the customer.
    std::optional<Json> saidOf(std::int64_t customer)
    {
        std::optional<Json> out;
        m_said.bind(1, customer);
        while (m_said.executeStep()) {
            const std::int64_t batch = m_said.getColumn(0).getInt64();
            if (batch != m_batch && !m_active.contains(batch))
                continue;
            if (!out)
                out = Json::object();
            if (const SQLite::Column attributes = m_said.getColumn(1); !attributes.isNull())
                if (const auto more = parseJson(attributes.getString()); more && more->is_object())
                    out->update(*more);
        }
        m_said.reset();
        return out;
    }

    /// Whether a row of this id is there: in the project, or before it in this import.
    template <typename ContentSum>
    bool isThere(EventIds& ids, const RowOrigin& origin, const ContentSum& content)
    {
        if (origin.id == 0)
            return false;
        const FailureMark mark(m_failed);
        if (ids.readsNext() || ids.wantsWriting()) {
            wait();
            if (ids.wantsWriting())
                ids.write();
        }
        const EventIds::Found found = ids.note(origin.id, content());
        m_leftOut.sameIdOtherContent += found == EventIds::Found::Other && origin.file != RowOrigin::noFile;
        return found != EventIds::Found::Nothing;
    }

    Result<void> leaveOut(const model::Event& event, const RowOrigin& origin)
    {
        addTo(m_leftOut.types[event.type], event.value);
        addTo(m_leftOut.days[dayOf(event.at)], event.type == "purchased" ? event.value : 0);
        ++m_leftOut.events;
        countThere(origin, &Duplicates::events);
        return {};
    }
    Result<void> leaveOut(const model::LoggedExposure& x, const RowOrigin& origin)
    {
        addTo(m_leftOut.days[dayOf(x.at)], 0);
        ++m_leftOut.exposures;
        countThere(origin, &Duplicates::exposures);
        return {};
    }

    void countThere(const RowOrigin& origin, std::int64_t Duplicates::*kind)
    {
        if (origin.file == RowOrigin::noFile)
            return;
        m_duplicatesByFile.resize(std::max(m_duplicatesByFile.size(), origin.file + 1));
        ++(m_duplicatesByFile[origin.file].*kind);
        ++m_duplicates;
    }

    static void addTo(LeftOut::Sum& sum, std::int64_t value)
    {
        ++sum.rows;
        if (__builtin_add_overflow(sum.value, value, &sum.value))
            sum.value = value < 0 ? INT64_MIN : INT64_MAX;
    }

    /// What the comparison of whole rows left out, too.
    void sumUpLeftOut()
    {
        std::map<std::int64_t, std::string> words;
        for (const KeyAndId& word : m_texts.words.entries())
            words.emplace(word.id, word.key);
        for (const auto& [key, sum] : m_events.leftOutByDay()) {
            const std::string& type = words[key.second];
            LeftOut::Sum& ofType = m_leftOut.types[type];
            addTo(ofType, sum.value);
            ofType.rows += sum.rows - 1;
            LeftOut::Sum& day = m_leftOut.days[key.first];
            addTo(day, type == "purchased" ? sum.value : 0);
            day.rows += sum.rows - 1;
            m_leftOut.events += sum.rows;
        }
        for (const auto& [key, sum] : m_exposures.leftOutByDay()) {
            m_leftOut.days[key.first].rows += sum.rows;
            m_leftOut.exposures += sum.rows;
        }
        m_leftOut.sameExposureOtherOutcome = m_exposures.knownOtherwise();
    }

    void writeForm()
    {
        if (m_form.empty() && m_origin == 0)
            return;
        SQLite::Statement s(
            m_db, "INSERT INTO import_form(batch, origin, retried, seqs, form) VALUES(?, ?, ?, ?, ?)");
        s.bind(1, m_batch);
        s.bind(2, m_origin);
        s.bind(3, std::int64_t(m_retried.size()));
        s.bind(4, Json(m_retried).dump());
        s.bind(5, m_form);
        s.exec();
    }

    static void run(SQLite::Statement& s)
    {
        s.exec();
        s.reset();
    }

    void sawTime(Timestamp t) { m_lastAt = m_lastAt ? std::max(*m_lastAt, t) : t; }

    void setTime(BulkRow& row, std::size_t column, std::int64_t flag, const std::optional<Timestamp>& time)
    {
        row.values[column] = time ? time->ms : 0;
        if (!time)
            return;
        row.values[exposure_column::Flags] |= flag;
        sawTime(*time);
    }

    /// Notes that the batch knows the customer; counts whom no other active batch knows. The answer is the
    /// place in the dictionary.
    std::uint32_t touchCustomer(std::string_view text) { return touch(m_texts.customers.placeOf(text)); }

    std::uint32_t touch(std::uint32_t place)
    {
        if (place >= m_touched.size())
            m_touched.resize(std::size_t(place) + 1 + m_touched.size() / 2);
        if (!m_touched[place]) {
            m_touched[place] = true;
            m_untold.push_back(place);
            const std::int64_t id = m_texts.customers.id(place);
            if (id == 0 || !m_texts.customers.isOld(id) || !isActiveElsewhere(m_customerBatches, id))
                ++m_counts.customers;
            // Not too many at a time, so that a person who stops the import need not wait.
            if (m_untold.size() >= customersAtOnce)
                prepareRows();
        }
        return place;
    }

    /// Gives numbers to the texts and customers that rows refer to.
    void prepareRows()
    {
        m_texts.number();
        std::ranges::sort(m_untold, {}, [&](std::uint32_t place) { return m_texts.customers.id(place); });
        for (const std::uint32_t place : m_untold)
            m_customerRows.push_back(m_texts.customers.id(place));
        m_untold.clear();
    }

    /// Texts and customers that nobody looks for before the import's end are written a few at a time, the more
    /// the more there are: so the thread that reads is not held up by a file's beginning, where all are new, and
    /// not too much is left at the end.
    void writeSome()
    {
        const std::size_t waiting = m_texts.unwritten() + m_customerRows.size();
        const std::size_t tooMany = waiting > mostUnwritten ? waiting - mostUnwritten : 0;
        (void)writeTexts(fewestAtOnce + waiting / 256 + tooMany);
    }

    /// Also notes customers as this import's. False where nothing is left.
    bool writeTexts(std::size_t most)
    {
        for (most -= m_texts.writeSome(most); most > 0 && !m_customerRows.empty(); --most) {
            m_customerRow.bind(1, m_customerRows.front());
            m_customerRow.bind(2, m_batch);
            run(m_customerRow);
            m_customerRows.pop_front();
        }
        return m_texts.unwritten() > 0 || !m_customerRows.empty();
    }

    bool isNewProduct(std::int64_t sku)
    {
        if (std::size_t(sku) >= m_productSeen.size())
            m_productSeen.resize(std::size_t(sku) + 1 + m_productSeen.size() / 2);
        if (m_productSeen[std::size_t(sku)])
            return false;
        m_productSeen[std::size_t(sku)] = true;
        return !m_texts.skus.isOld(sku) || !isActiveElsewhere(m_productBatches, sku);
    }

    bool isActiveElsewhere(SQLite::Statement& batches, std::int64_t id)
    {
        batches.bind(1, id);
        bool found = false;
        while (!found && batches.executeStep())
            found = m_active.contains(batches.getColumn(0).getInt64());
        batches.reset();
        return found;
    }

    void writeBatch(const ImportRecord& record)
    {
        SQLite::Statement s(m_db,
            "UPDATE batch SET at = ?, kind = ?, source = ?, fingerprint = ?, stored = ?, rejected = ?, "
            "duplicates = ?, "
            "products = ?, customers = ?, events = ?, exposures = ?, basket_lines = ?, mined_edges = ?, "
            "last_at = ? WHERE id = ?");
        s.bind(1, record.at.ms);
        s.bind(2, record.kind);
        s.bind(3, record.source);
        s.bind(4, m_fingerprint);
        s.bind(5, record.stored);
        s.bind(6, record.rejected);
        s.bind(7, record.duplicates);
        s.bind(8, m_counts.products);
        s.bind(9, m_counts.customers);
        s.bind(10, m_counts.events);
        s.bind(11, m_counts.exposures);
        s.bind(12, m_counts.basketLines);
        if (record.kind == "mined" || m_counts.minedEdges > 0)
            s.bind(13, m_counts.minedEdges);
        if (m_lastAt)
            s.bind(14, m_lastAt->ms);
        s.bind(15, m_batch);
        s.exec();
    }

    WritingFlag m_flag;
    std::filesystem::path m_file;
    FileIdentity m_identity;
    std::string m_author;
    SQLite::Database m_db;
    int m_cache; ///< only there to set the cache between opening and the transaction
    std::optional<SQLite::Transaction> m_transaction; ///< empty when it is committed
    std::int64_t m_batch;
    std::int64_t m_nextSeq;
    ActiveBatches m_active { m_db };
    Dictionaries m_texts { m_db };
    BulkRowWriter m_events { m_db, eventKind, m_active, m_batch, m_texts, [this] { prepareRows(); } };
    BulkRowWriter m_exposures { m_db, exposureKind, m_active, m_batch, m_texts, [this] { prepareRows(); } };
    EventIds m_eventIds { m_db, eventKind, m_active, m_batch };
    EventIds m_exposureIds { m_db, exposureKind, m_active, m_batch };
    LeftOut m_leftOut;
    std::optional<RejectedBefore> m_rejectedBefore; ///< from the first rejected row on
    std::string m_form;
    std::int64_t m_origin = 0;
    std::vector<std::int64_t> m_retried;
    BulkRow m_row; ///< kept for its text's memory
    BasketWriter m_baskets { m_db, m_active, m_batch, m_texts };
    bool m_rowsFinished = false;
    std::vector<Duplicates> m_duplicatesByFile;
    RawEvents::Shared m_shared; ///< of the thread that adds
    std::vector<std::uint32_t> m_wordPlaces { 0 }; ///< by the codes of m_shared, of the thread that stores
    std::vector<std::uint32_t> m_skuPlaces { 0 };
    Raw m_raw; ///< as they come in
    SQLite::Statement m_product { m_db,
        "INSERT OR REPLACE INTO product(sku, batch, title, family, category, price, cost, stock, depletion, "
        "tags) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" };
    SQLite::Statement m_productBatches { m_db, "SELECT batch FROM product WHERE sku = ?" };
    SQLite::Statement m_customerRow { m_db,
        "INSERT OR IGNORE INTO customer_row(customer, batch) VALUES(?, ?)" };
    SQLite::Statement m_customerBatches { m_db, "SELECT batch FROM customer_row WHERE customer = ?" };
    SQLite::Statement m_said { m_db,
        "SELECT batch, attributes FROM customer_row WHERE customer = ? ORDER BY batch" };
    std::vector<bool> m_described; ///< by the customers' numbers: of whom a row of this import said something
    SQLite::Statement m_attributes { m_db,
        "INSERT INTO customer_row(customer, batch, attributes) VALUES(?, ?, ?) ON CONFLICT(customer, batch) "
        "DO UPDATE SET "
        "attributes = coalesce(json_patch(attributes, excluded.attributes), excluded.attributes)" };
    SQLite::Statement m_mined { m_db,
        "INSERT INTO mined_edge(batch, seq, a, b, class, weight, lift, q, evidence) VALUES(?, ?, ?, ?, ?, ?, "
        "?, ?, ?)" };
    SQLite::Statement m_rejected { m_db,
        "INSERT INTO rejected(batch, seq, file, row, field, reason, text) VALUES(?, ?, ?, ?, ?, ?, ?)" };
    std::vector<bool> m_touched; ///< by the customers' places
    std::vector<std::uint32_t> m_untold; ///< customers' places that have no ids yet
    std::deque<std::int64_t> m_customerRows; ///< customers' ids that customer_row does not hold yet
    std::vector<bool> m_productSeen; ///< by SKU id
    Counts m_counts; ///< what this batch adds to the project's
    std::int64_t m_added = 0;
    std::int64_t m_duplicates = 0;
    std::optional<std::int64_t> m_stored;
    std::string m_fingerprint;
    std::optional<Timestamp> m_lastAt;
    bool m_spent = false;
    bool m_failed = false;
    std::int64_t m_rejectedStored = 0;
    /// Last, so that it ends first.
    std::optional<HandOver<Raw>> m_stores { std::in_place, mostWaiting, [this](Raw& raw) { store(raw); },
        [this] { return writeTexts(fewestAtOnce); } };
};

}

Result<std::unique_ptr<BulkWriter>> openBulkWriter(const std::filesystem::path& file,
    const FileIdentity& identity, const std::string& author, std::shared_ptr<std::atomic<bool>> writing)
{
    return guarded(file, [&]() -> std::unique_ptr<BulkWriter> {
        return std::make_unique<SqliteBulkWriter>(file, identity, author, std::move(writing));
    });
}

}
