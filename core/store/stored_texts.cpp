// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stored_texts.h"

#include "store/project_file.h"
#include "store/segment_table.h"

#include <algorithm>
#include <map>

namespace ow::store {

namespace {

constexpr std::int64_t rowsBetweenProgress = 10'000;

class Reader {
public:
    Reader(SQLite::Database& db, const TextVisitor& visitor, const Progress& progress)
        : m_db(db)
        , m_visitor(visitor)
        , m_progress(progress)
    {
    }

    Result<StoredTexts> read()
    {
        readImports();
        if (!readCustomers() || !readWords())
            return fail(ErrorCode::Cancelled, "Stopped.");
        for (auto& [id, import] : m_imports)
            m_out.imports.push_back(std::move(import));
        m_out.sessions = number("SELECT count(*) FROM session_key");
        m_out.remarks = number("SELECT count(*) FROM history WHERE why <> ''");
        m_out.erasures = readErasures(m_db);
        return std::move(m_out);
    }

private:
    std::int64_t number(const char* sql) { return m_db.execAndGet(sql).getInt64(); }

    void readImports()
    {
        SQLite::Statement s(
            m_db, "SELECT id, at, source, kind, active, events + exposures FROM batch ORDER BY id");
        while (s.executeStep()) {
            ImportTexts& import = m_imports[s.getColumn(0).getInt64()];
            import.id = s.getColumn(0).getInt64();
            import.at = { s.getColumn(1).getInt64() };
            import.source = textOf(s.getColumn(2));
            import.kind = textOf(s.getColumn(3));
            import.active = s.getColumn(4).getInt() != 0;
            import.rows = s.getColumn(5).getInt64();
        }
        if (m_db.tableExists("import_form")) {
            SQLite::Statement forms(m_db, "SELECT batch, form FROM import_form");
            while (forms.executeStep())
                if (const auto at = m_imports.find(forms.getColumn(0).getInt64()); at != m_imports.end())
                    at->second.form = textOf(forms.getColumn(1));
        }
        addCounts("SELECT batch, count(*) FROM customer_row GROUP BY batch", &ImportTexts::customers);
        addCounts("SELECT batch, count(*) FROM rejected WHERE text <> '' GROUP BY batch",
            &ImportTexts::rejectedTexts);
        addCounts("SELECT batch, count(*) FROM event WHERE text IS NOT NULL AND text <> '' GROUP BY batch",
            &ImportTexts::words);
    }

    void addCounts(const char* sql, std::int64_t ImportTexts::*field)
    {
        SQLite::Statement s(m_db, sql);
        while (s.executeStep())
            if (const auto at = m_imports.find(s.getColumn(0).getInt64()); at != m_imports.end())
                at->second.*field += s.getColumn(1).getInt64();
    }

    bool readCustomers()
    {
        const std::int64_t all = number("SELECT count(*) FROM customer_key");
        std::int64_t done = 0;
        SQLite::Statement ids(m_db, "SELECT text FROM customer_key ORDER BY id");
        while (ids.executeStep()) {
            m_visitor.customer(textOf(ids.getColumn(0)));
            if (++done % rowsBetweenProgress == 0 && !goOn(m_progress, done, 3 * all))
                return false;
        }
        SQLite::Statement said(
            m_db, "SELECT batch, attributes FROM customer_row WHERE attributes IS NOT NULL");
        while (said.executeStep()) {
            m_visitor.attributes(said.getColumn(0).getInt64(), textOf(said.getColumn(1)));
            if (++done % rowsBetweenProgress == 0 && !goOn(m_progress, std::min(done, 2 * all), 3 * all))
                return false;
        }
        return true;
    }

    bool readWords()
    {
        SegmentColumns columns(m_db, eventKind);
        std::vector<std::string> texts;
        const std::vector<SegmentRun> runs = readRuns(m_db, eventKind, nullptr);
        std::int64_t done = 0;
        for (const SegmentRun& run : runs) {
            for (const Segment& segment : run) {
                columns.texts(segment, texts);
                if (const auto at = m_imports.find(segment.batch); at != m_imports.end())
                    at->second.words
                        += std::ranges::count_if(texts, [](const auto& t) { return !t.empty(); });
            }
            if (!goOn(m_progress, 2 * std::int64_t(runs.size()) + ++done, 3 * std::int64_t(runs.size())))
                return false;
        }
        return true;
    }

    SQLite::Database& m_db;
    const TextVisitor& m_visitor;
    const Progress& m_progress;
    std::map<std::int64_t, ImportTexts> m_imports;
    StoredTexts m_out;
};

}

Result<StoredTexts> readStoredTexts(
    const std::filesystem::path& file, const TextVisitor& visitor, const Progress& progress)
{
    auto opened = openProjectFile(file, Access::View);
    if (!opened)
        return fail(opened.error());
    return guarded(file, [&] {
        SQLite::Transaction oneState(opened->db);
        return Reader(opened->db, visitor, progress).read();
    });
}

}
