// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erase_in.h"

#include "base/json.h"
#include "store/account_name.h"
#include "store/bulk_reader.h"
#include "store/erase_mentions.h"
#include "store/erase_rows.h"
#include "store/history_rows.h"
#include "store/history_table.h"
#include "store/references.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace ow::store {

namespace {

constexpr std::array<const char*, 5> dictionaryOf { nullptr, "customer_key", "sku_key", "session_key",
    "word" };
constexpr std::size_t customers = std::size_t(Coded::Customer);
constexpr std::size_t sessions = std::size_t(Coded::Session);

/// What stands in the place of each person's ids: the row of the history that says so, and a number where
/// there are several.
std::vector<NamedId> namedIds(const ErasureRequest& request, std::int64_t step)
{
    std::vector<NamedId> out;
    for (std::size_t i = 0; i < request.persons.size(); ++i) {
        const ErasedPerson& person = request.persons[i];
        const std::string instead = request.persons.size() == 1 ? fmt::format("erased-{}", step)
                                                                : fmt::format("erased-{}-{}", step, i + 1);
        for (const std::string& id : { person.id, person.original })
            if (!id.empty())
                out.push_back({ id, instead });
    }
    return out;
}

class Eraser {
public:
    Eraser(SQLite::Database& db, const ErasureRequest& request, const Progress& progress)
        : m_db(db)
        , m_request(request)
        , m_progress(progress)
        , m_step(db.execAndGet("SELECT max(id) + 1 FROM history").getInt64())
        , m_ids(namedIds(request, m_step))
    {
    }

    Result<ErasureReport> run()
    {
        findCustomers();
        correctCustomerCounts();
        if (!eraseRows())
            return stopped();
        eraseWhatImportsSay();
        if (!eraseTexts())
            return stopped();
        eraseRejected();
        findOtherNumbers();
        const auto before = releaseSums();
        const auto mentions = eraseMentions(m_db, m_names, m_remarks, m_progress);
        if (!mentions)
            return fail(mentions.error());
        m_all.mentions += *mentions + m_rows.replacedTexts();
        for (const auto& [version, sum] : releaseSums())
            if (std::ranges::find(before, std::pair(version, sum)) == before.end())
                m_report.releases.push_back(version);
        if (m_numbers.empty() && m_all == ErasedCounts {})
            return fail(ErrorCode::NotFound,
                "The project holds nothing of this customer. Nothing was changed.",
                m_request.persons.front().original.empty() ? m_request.persons.front().id
                                                           : m_request.persons.front().original);
        correctImports();
        record();
        return std::move(m_report);
    }

private:
    static tl::unexpected<Error> stopped()
    {
        return fail(ErrorCode::Cancelled, "Stopped. Nothing was erased.");
    }

    bool isOther(std::string_view text)
    {
        m_findCustomer.reset();
        bindText(m_findCustomer, 1, text);
        const bool found
            = m_findCustomer.executeStep() && !m_numbers.contains(m_findCustomer.getColumn(0).getInt64());
        m_findCustomer.reset();
        return found;
    }

    void findCustomers()
    {
        for (const ErasedPerson& person : m_request.persons) {
            m_findCustomer.reset();
            m_findCustomer.bind(1, person.id);
            if (m_findCustomer.executeStep())
                m_numbers.insert(m_findCustomer.getColumn(0).getInt64());
            else
                m_report.notCustomers.push_back(person.original.empty() ? person.id : person.original);
        }
        m_findCustomer.reset();
        m_all.customers = std::int64_t(m_numbers.size());
    }

    /// An import counts whom no import before it, on its way through the history, had brought.
    void correctCustomerCounts()
    {
        const HistoryRows history(m_db);
        std::map<std::int64_t, std::int64_t> stepOf;
        for (const auto& [step, row] : history.rows())
            if (row.batch)
                stepOf[*row.batch] = step;
        SQLite::Statement batches(m_db, "SELECT batch FROM customer_row WHERE customer = ?");
        for (const std::int64_t customer : m_numbers) {
            std::set<std::int64_t> its;
            batches.bind(1, customer);
            while (batches.executeStep())
                its.insert(batches.getColumn(0).getInt64());
            batches.reset();
            for (const std::int64_t batch : its)
                if (!stepOf.contains(batch) || !anyBefore(history, stepOf.at(batch), its))
                    ++m_byImport[batch].customers;
        }
    }

    static bool anyBefore(
        const HistoryRows& history, std::int64_t step, const std::set<std::int64_t>& batches)
    {
        for (auto up = history.rows().at(step).parent; up && history.rows().contains(*up);
             up = history.rows().at(*up).parent)
            if (const auto batch = history.rows().at(*up).batch; batch && batches.contains(*batch))
                return true;
        return false;
    }

    bool eraseRows()
    {
        if (!m_rows.erase(eventKind, m_numbers, m_progress)
            || !m_rows.erase(exposureKind, m_numbers, m_progress))
            return false;
        // A basket has no customer: it is one's whose session it was and nobody else's, or which is called
        // after one.
        TextNumbers own;
        own[sessions] = m_rows.texts()[sessions];
        if (!keepUnused(m_db, own, m_progress, false))
            return false;
        m_named[sessions] = textsNaming(sessions);
        own[sessions].insert(m_named[sessions].begin(), m_named[sessions].end());
        return m_rows.erase(basketKind, own[sessions], m_progress);
    }

    std::set<std::int64_t> textsNaming(std::size_t coded)
    {
        std::set<std::int64_t> out;
        if (m_names.isEmpty())
            return out;
        SQLite::Statement s(m_db, fmt::format("SELECT id, text FROM {}", dictionaryOf[coded]));
        while (s.executeStep())
            if (m_names.isIn(textOf(s.getColumn(1))))
                out.insert(s.getColumn(0).getInt64());
        return out;
    }

    /// Their own attributes, and what others' attributes say of them ("referred_by").
    void eraseWhatImportsSay()
    {
        SQLite::Statement remove(m_db, "DELETE FROM customer_row WHERE customer = ?");
        for (const std::int64_t customer : m_numbers) {
            remove.bind(1, customer);
            remove.exec();
            remove.reset();
        }
        if (m_names.isEmpty())
            return;
        SQLite::Statement rows(
            m_db, "SELECT customer, batch, attributes FROM customer_row WHERE attributes IS NOT NULL");
        std::vector<std::tuple<std::int64_t, std::int64_t, std::string>> found;
        while (rows.executeStep())
            if (std::string text = textOf(rows.getColumn(2)); m_names.isIn(text))
                found.emplace_back(
                    rows.getColumn(0).getInt64(), rows.getColumn(1).getInt64(), std::move(text));
        SQLite::Statement update(
            m_db, "UPDATE customer_row SET attributes = ? WHERE customer = ? AND batch = ?");
        for (const auto& [customer, batch, text] : found) {
            update.bind(1, m_names.replaced(text));
            update.bind(2, customer);
            update.bind(3, batch);
            update.exec();
            update.reset();
        }
        m_all.mentions += std::int64_t(found.size());
    }

    /// Texts that nobody else has go; those that name somebody and are in use get another name.
    bool eraseTexts()
    {
        TextNumbers unused = m_rows.texts();
        unused[customers] = m_numbers;
        for (std::size_t coded = 2; coded < unused.size(); ++coded) {
            if (coded != sessions)
                m_named[coded] = textsNaming(coded);
            unused[coded].insert(m_named[coded].begin(), m_named[coded].end());
        }
        if (!keepUnused(m_db, unused, m_progress))
            return false;
        for (std::size_t coded = 1; coded < unused.size(); ++coded) {
            SQLite::Statement remove(m_db, fmt::format("DELETE FROM {} WHERE id = ?", dictionaryOf[coded]));
            for (const std::int64_t number : unused[coded]) {
                remove.bind(1, number);
                remove.exec();
                remove.reset();
            }
            m_all.texts += std::int64_t(unused[coded].size());
            for (const std::int64_t number : m_named[coded])
                if (!unused[coded].contains(number))
                    rename(dictionaryOf[coded], number);
        }
        return true;
    }

    void rename(const char* dictionary, std::int64_t number)
    {
        SQLite::Statement s(m_db, fmt::format("SELECT text FROM {} WHERE id = ?", dictionary));
        s.bind(1, number);
        if (!s.executeStep())
            return;
        const std::string text = m_names.replaced(textOf(s.getColumn(0)));
        s.reset();
        SQLite::Statement update(
            m_db, fmt::format("UPDATE OR FAIL {} SET text = ? WHERE id = ?", dictionary));
        update.bind(1, text);
        update.bind(2, number);
        update.exec();
        ++m_all.mentions;
    }

    /// The row stays, since its import counts it; its text may hold more of the person than the id.
    void eraseRejected()
    {
        SQLite::Statement rows(m_db, "SELECT batch, seq, file, field, reason, text FROM rejected");
        SQLite::Statement update(m_db,
            "UPDATE rejected SET file = ?, field = ?, reason = ?, text = ? WHERE batch = ? AND seq = ?");
        while (rows.executeStep()) {
            std::array<std::string, 4> texts;
            for (int i = 0; i < 4; ++i)
                texts[std::size_t(i)] = textOf(rows.getColumn(i + 2));
            // Behind the row stand its cells, where these are kept (rejected_text.h).
            const std::string_view row = std::string_view(texts[3]).substr(0, texts[3].find('\x1e'));
            const bool isIn = m_lines.isIn(texts[3])
                || (row.size() + 3 >= mostRejectedBytes && m_lines.endsWithinOne(row));
            const bool isNamed = std::ranges::any_of(texts.begin(), texts.begin() + 3,
                [&](const std::string& text) { return m_remarks.isIn(text); });
            // A reason quotes the value that it is about, whose column the id may be.
            if (!isIn && !isNamed && !m_lines.isIn(texts[2]))
                continue;
            update.bind(1, m_remarks.replaced(texts[0]));
            update.bind(2, m_remarks.replaced(texts[1]));
            update.bind(3, m_lines.replaced(texts[2]));
            update.bind(4, isIn ? std::string() : texts[3]);
            update.bind(5, rows.getColumn(0).getInt64());
            update.bind(6, rows.getColumn(1).getInt64());
            update.exec();
            update.reset();
            ++m_byImport[rows.getColumn(0).getInt64()].rejectedTexts;
        }
    }

    /// "17003" may be a customer and a SKU: where it stands alone in authored things nobody can tell.
    void findOtherNumbers()
    {
        for (const NamedId& id : m_ids) {
            if (!std::ranges::all_of(id.id, [](char c) { return c >= '0' && c <= '9'; }))
                continue;
            SQLite::Statement s(m_db,
                "SELECT EXISTS(SELECT 1 FROM object WHERE id = ?1 OR instr(body, '\"' || ?1 || '\"') > 0)");
            s.bind(1, id.id);
            if (s.executeStep() && s.getColumn(0).getInt() != 0)
                m_report.otherNumbers.push_back(id.id);
        }
    }

    std::vector<std::pair<std::string, std::string>> releaseSums()
    {
        SQLite::Statement s(m_db, "SELECT version, sha256 FROM release");
        std::vector<std::pair<std::string, std::string>> out;
        while (s.executeStep())
            out.emplace_back(textOf(s.getColumn(0)), textOf(s.getColumn(1)));
        return out;
    }

    /// What imports count is what is there: readers and check-file hold them to it. What is missing since
    /// then says the erasure.
    void correctImports()
    {
        for (const auto& [batch, count] : m_rows.counts(eventKind))
            m_byImport[batch].events += count;
        for (const auto& [batch, count] : m_rows.counts(exposureKind))
            m_byImport[batch].exposures += count;
        for (const auto& [batch, count] : m_rows.counts(basketKind))
            m_byImport[batch].basketLines += count;
        SQLite::Statement update(m_db,
            "UPDATE batch SET customers = max(0, customers - ?), events = events - ?, exposures = exposures "
            "- ?, "
            "basket_lines = basket_lines - ?, last_at = ? WHERE id = ?");
        for (const auto& [batch, gone] : m_byImport) {
            update.bind(1, gone.customers);
            update.bind(2, gone.events);
            update.bind(3, gone.exposures);
            update.bind(4, gone.basketLines);
            if (const auto last = lastTime(batch))
                update.bind(5, *last);
            else
                update.bind(5);
            update.bind(6, batch);
            update.exec();
            update.reset();
            ErasedCounts sum = gone;
            sum.customers = 0; // counted once, whichever imports had them
            m_all += sum;
        }
    }

    /// The latest time of what the import still has; of the times of an exposure those that are set.
    std::optional<std::int64_t> lastTime(std::int64_t batch)
    {
        SQLite::Statement s(m_db,
            "SELECT max(at) FROM ("
            "SELECT max(c.high) AS at FROM segment s JOIN segment_column c ON c.id = s.id * 16 + 1 "
            "WHERE s.batch = ?1 AND s.kind <> 'basket_line' "
            "UNION ALL SELECT max(c.high) FROM segment s JOIN segment_column c ON c.id BETWEEN s.id * 16 + 8 "
            "AND "
            "s.id * 16 + 11 WHERE s.batch = ?1 AND s.kind = 'exposure' AND c.high > 0 "
            "UNION ALL SELECT max(at) FROM event WHERE batch = ?1 "
            "UNION ALL SELECT max(max(at, ifnull(clicked, at), ifnull(accepted, at), ifnull(declined, at), "
            "ifnull(returned, at))) FROM exposure WHERE batch = ?1)");
        s.bind(1, batch);
        if (!s.executeStep() || s.getColumn(0).isNull())
            return std::nullopt;
        return s.getColumn(0).getInt64();
    }

    /// The row in the history, and behind it how much went.
    void record()
    {
        Erasure erasure;
        erasure.who = m_request.who.empty() ? accountName() : m_request.who;
        erasure.why = m_lines.replaced(m_request.why);
        erasure.all = m_all;
        erasure.byImport = std::move(m_byImport);
        HistoryTable history(m_db);
        erasure.step = history.append({ erasure.who, erasureTitle, erasure.why, {} }, {});
        erasure.at = {
            m_db.execAndGet("SELECT at FROM history WHERE id = " + std::to_string(erasure.step)).getInt64()
        };
        writeErasure(m_db, erasure);
        m_report.erasure = std::move(erasure);
    }

    SQLite::Database& m_db;
    const ErasureRequest& m_request;
    const Progress& m_progress;
    std::int64_t m_step;
    std::vector<NamedId> m_ids;
    SQLite::Statement m_findCustomer { m_db, "SELECT id FROM customer_key WHERE text = ?" };
    std::set<std::int64_t> m_numbers; ///< the customers'
    std::function<bool(std::string_view)> m_isOther = [this](std::string_view text) { return isOther(text); };
    IdFinder m_names { m_ids, TextOf::Names, m_isOther };
    IdFinder m_remarks { m_ids, TextOf::Remarks, m_isOther };
    IdFinder m_lines { m_ids, TextOf::Rows, m_isOther };
    RowEraser m_rows { m_db, m_remarks };
    TextNumbers m_named; ///< texts of dictionaries that hold an id
    std::map<std::int64_t, ErasedCounts> m_byImport;
    ErasedCounts m_all;
    ErasureReport m_report;
};

}

Result<ErasureReport> eraseIn(SQLite::Database& db, const ErasureRequest& request, const Progress& progress)
{
    return Eraser(db, request, progress).run();
}

}
