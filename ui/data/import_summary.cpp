// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/import_summary.h"

#include "ui/data/data_tables.h"
#include "ui/data/import_plan.h"
#include "ui/data/import_totals_view.h"
#include "ui/data/mend_view.h"
#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/kpi_tile.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scroll_page.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSaveFile>

#include <algorithm>

namespace ow::ui {

namespace {

enum Tile { Stored, Rejected, Duplicates, Until };

// All rejected rows as tab-separated text, read in the background.
QByteArray rejectedTsv(const std::shared_ptr<SharedReader>& reader, const store::ImportRecord& record)
{
    constexpr std::int64_t page = 5000;
    const PagedSource source = rejectedTable(record);
    QByteArray text;
    QStringList cells;
    for (const PagedSource::Column& column : source.columns)
        cells << column.title;
    text += cells.join(u'\t').toUtf8() + '\n';
    const std::lock_guard lock(reader->mutex);
    for (std::int64_t first = 0; first < record.stillRejected(); first += page) {
        for (const store::RejectedRow& row : reader->reader->rejected(record.id, first, page)) {
            cells = { qs(row.file), QString::number(row.row), qs(row.column), coreText(row.reason), qs(row.text) };
            for (QString& cell : cells)
                cell.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
            text += cells.join(u'\t').toUtf8() + '\n';
        }
    }
    return text;
}

}

ImportSummary::ImportSummary(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel)
    , m_about(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted))
    , m_notes(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Normal, true))
    , m_rejectedTitle(makeLabel({}, TextSize::Body, QFont::DemiBold))
    , m_totals(new ImportTotalsView(this))
    , m_rejected(new PagedModel(this))
    , m_table(new DataTable(this))
    , m_mend(new MendView(this))
    , m_save(makeButton(tr("Save as file"), ButtonKind::Flat, QStringLiteral("download")))
    , m_copy(makeButton(tr("Copy all"), ButtonKind::Flat, QStringLiteral("copy")))
    , m_mendRows(makeButton(tr("Mend rows"), ButtonKind::Normal, QStringLiteral("edit")))
    , m_back(makeButton(tr("Done")))
{
    setObjectName(QStringLiteral("importSummary"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space4, Size::Space4, Size::Space4, Size::Space4);
    column->setSpacing(Size::Space3);
    auto* head = new QHBoxLayout;
    auto* titles = new QVBoxLayout;
    titles->setSpacing(2);
    m_title->setFont(textFont(TextSize::CardTitle, QFont::DemiBold));
    titles->addWidget(m_title);
    titles->addWidget(m_about);
    head->addLayout(titles, 1);
    head->addWidget(m_back, 0, Qt::AlignTop);
    column->addLayout(head);
    // What has much to say is higher than a small window.
    auto* page = new ScrollPage(0, this);
    page->widget()->layout()->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page, 1);
    column = page->body();
    column->setSpacing(Size::Space3);

    const std::array names { tr("Rows stored"), tr("Rows rejected"), tr("Known already"), tr("Data until") };
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(Size::Space3);
    for (std::size_t i = 0; i < m_tiles.size(); ++i)
        tiles->addWidget(m_tiles[i] = new KpiTile(names[i]), 1);
    column->addLayout(tiles);
    column->addWidget(m_notes);
    column->addWidget(m_totals);

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_rejectedTitle, 1);
    bar->addWidget(m_copy);
    bar->addWidget(m_save);
    m_mendRows->setObjectName(QStringLiteral("mendRows"));
    bar->addWidget(m_mendRows);
    column->addLayout(bar);
    m_table->setModel(m_rejected);
    m_table->setMinimumHeight(220);
    m_table->setAccessibleName(tr("Rejected rows"));
    m_table->setEmptyText(tr("No row was rejected."));
    column->addWidget(m_table, 1);
    m_mend->hide();
    column->addWidget(m_mend, 1);
    connect(m_mendRows, &QPushButton::clicked, this, [this] { mend(true); });
    connect(m_mend, &MendView::left, this, [this] { mend(false); });
    connect(m_back, &QPushButton::clicked, this, &ImportSummary::left);
    connect(m_save, &QPushButton::clicked, this, &ImportSummary::saveRejected);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_session->jobs().run<QByteArray>(
            QStringLiteral("data.rejected.copy"), tr("Copying rejected rows"), this,
            [reader = m_reader, record = m_record](const Progress&) { return rejectedTsv(reader, record); },
            [](const QByteArray& text) { QGuiApplication::clipboard()->setText(QString::fromUtf8(text)); },
            true);
    });
}

void ImportSummary::forget()
{
    m_reader.reset();
    m_rejected->setSource(nullptr, nullptr, {});
}

void ImportSummary::showReports(Session* session, const std::shared_ptr<SharedReader>& reader,
    const std::vector<ingest::ImportReport>& reports)
{
    store::ImportRecord sum;
    std::int64_t rows = 0;
    QStringList notes;
    const ingest::ImportReport* worst = nullptr;
    for (const ingest::ImportReport& report : reports) {
        sum.stored += report.stored;
        sum.rejected += report.rejected;
        sum.duplicates += report.duplicates;
        rows += report.rows;
        for (const std::string& note : report.notes)
            if (const QString told = QStringLiteral("• ") + coreText(note); !notes.contains(told))
                notes << told;
        // The table shows the import with the most to mend; the others are in the list of imports.
        if (worst == nullptr || report.rejected > worst->rejected)
            worst = &report;
    }
    showRejected(session, reader, worst == nullptr ? store::ImportRecord {} : worst->record);
    for (const ingest::ImportReport& report : reports)
        m_shown.push_back(report.record.id);
    static_cast<ElidedLabel*>(m_title)->setFullText(sum.stored > 0
            ? tr("%1 of %2 rows are in the project").arg(count(sum.stored), count(rows))
            : tr("Nothing new: all of it was there already"));
    m_aboutBefore = tr("One step in the history for each kind of file; Undo takes it out again.");
    m_about->setText(m_aboutBefore);
    m_tiles[Stored]->setValue(count(sum.stored));
    m_tiles[Stored]->setDetail(tr("of %1 read").arg(count(rows)));
    m_tiles[Rejected]->setValue(count(sum.rejected));
    m_tiles[Rejected]->setDetail(sum.rejected > 0 ? tr("each with its reason below") : tr("none"),
        sum.rejected > 0 ? Tone::Caution : Tone::Good);
    m_tiles[Duplicates]->setValue(count(sum.duplicates));
    m_tiles[Duplicates]->setDetail(tr("left as they were"));
    m_tiles[Until]->setMissing({});
    session->jobs().run<std::optional<Timestamp>>(
        QStringLiteral("data.end"), tr("Looking for the latest time"), this,
        [reader](const Progress&) {
            const std::lock_guard lock(reader->mutex);
            return reader->reader->dataEnd();
        },
        [this, session](const std::optional<Timestamp>& end) {
            if (!end) {
                m_tiles[Until]->setMissing(tr("no dated rows yet"));
                return;
            }
            m_tiles[Until]->setValue(day(*end), stamp(*end, session->draft()->policy.timezone));
            m_tiles[Until]->setDetail(
                tr("%1 events, %2 customers now")
                    .arg(count(session->counts().events), count(session->counts().customers)));
        },
        true);
    // Of several, the one with the most events: the others bring what has no course over time.
    const auto most = std::max_element(reports.begin(), reports.end(), [](const auto& a, const auto& b) {
        return a.totals.events + a.totals.exposures < b.totals.events + b.totals.exposures;
    });
    if (most != reports.end()) {
        std::vector<ingest::Finding> findings;
        for (const ingest::ImportReport& report : reports)
            findings.insert(findings.end(), report.findings.begin(), report.findings.end());
        m_hasTotals = true;
        m_totals->showTotals(storedOf(most->totals), findings, session->draft()->policy.currency);
    }
    m_notes->setText(notes.join(QStringLiteral("\n")));
    m_notes->setVisible(!notes.isEmpty());
}

void ImportSummary::showRecord(
    Session* session, const std::shared_ptr<SharedReader>& reader, const store::ImportRecord& record)
{
    showRejected(session, reader, record);
    m_shown = { record.id };
    static_cast<ElidedLabel*>(m_title)->setFullText(record.source.empty() ? kindWord(record.kind) : qs(record.source));
    m_aboutBefore = tr("%1, imported %2")
                        .arg(kindWord(record.kind), stamp(record.at, session->draft()->policy.timezone));
    if (record.origin != 0)
        m_aboutBefore += QStringLiteral(" · ") + tr("mended from import %1").arg(record.origin);
    m_about->setText(m_aboutBefore);
    m_tiles[Stored]->setValue(count(record.stored));
    m_tiles[Stored]->setDetail(record.active ? tr("in the project") : tr("taken out by Undo"));
    m_tiles[Rejected]->setValue(count(record.rejected));
    m_tiles[Rejected]->setDetail(record.rejected > 0 ? tr("each with its reason below") : tr("none"),
        record.rejected > 0 ? Tone::Caution : Tone::Good);
    if (record.retried > 0)
        showTile();
    m_tiles[Duplicates]->setValue(count(record.duplicates));
    m_tiles[Duplicates]->setDetail(tr("left as they were"));
    m_tiles[Until]->setVisible(false);
    m_hasEnd = false;
    m_totals->hide();
    m_notes->hide();
}

void ImportSummary::showRejected(
    Session* session, const std::shared_ptr<SharedReader>& reader, const store::ImportRecord& record)
{
    m_session = session;
    m_reader = reader;
    m_record = record;
    for (KpiTile* tile : m_tiles)
        tile->setVisible(true);
    m_hasEnd = true;
    m_hasTotals = false;
    m_rejectedTitle->setVisible(true);
    m_totals->hide();
    m_shown.clear();
    m_rejected->setSource(session, reader, rejectedTable(record));
    for (std::size_t i = 0; i + 1 < m_rejected->source().columns.size(); ++i) // the last takes the rest
        m_table->setColumnWidth(int(i), m_rejected->source().columns[i].width);
    const bool any = record.stillRejected() > 0;
    m_rejectedTitle->setText(any ? tr("Rejected rows, as they were read") : QString());
    m_save->setVisible(any);
    m_copy->setVisible(any);
    m_table->setVisible(any);
    m_mend->hide();
    m_mendRows->setVisible(any && record.active && session->isEditable());
    if (!any && m_rejectedTitle->text().isEmpty())
        m_rejectedTitle->setText(record.stored > 0 ? tr("Every row went in.") : tr("No row was new."));
}

void ImportSummary::mend(bool on)
{
    m_mend->setVisible(on);
    m_table->setVisible(!on);
    for (QPushButton* button : { m_save, m_copy, m_mendRows })
        button->setVisible(!on);
    m_rejectedTitle->setVisible(!on);
    for (KpiTile* tile : m_tiles) // room for the table
        tile->setVisible(!on && (tile != m_tiles[Until] || m_hasEnd));
    m_totals->setVisible(!on && m_hasTotals);
    if (on)
        m_mend->showImport(m_session, m_reader, m_record);
}

void ImportSummary::showTile()
{
    m_tiles[Rejected]->setValue(count(m_record.rejected));
    if (m_record.retried > 0)
        m_tiles[Rejected]->setDetail(m_record.stillRejected() == 0
                ? tr("all of them taken in since")
                : tr("%1 taken in since, %2 left").arg(count(m_record.retried), count(m_record.stillRejected())),
            m_record.stillRejected() == 0 ? Tone::Good : Tone::Caution);
}

void ImportSummary::importsChanged(
    const std::shared_ptr<SharedReader>& reader, const std::vector<store::ImportRecord>& imports)
{
    if (m_session == nullptr || m_shown.empty() || isHidden())
        return;
    bool undone = false;
    const store::ImportRecord* mine = nullptr;
    for (const store::ImportRecord& record : imports) {
        const bool shown = std::find(m_shown.begin(), m_shown.end(), record.id) != m_shown.end();
        undone = undone || (shown && !record.active);
        mine = record.id == m_record.id ? &record : mine;
    }
    m_about->setText(undone ? tr("Undone: what is shown here is not in the project any more. Redo brings it back.")
                            : m_aboutBefore);
    m_title->setEnabled(!undone);
    m_totals->setEnabled(!undone);
    if (mine == nullptr)
        return;
    const bool changed = mine->retried != m_record.retried || mine->active != m_record.active;
    const bool mending = m_mend->isVisible();
    m_reader = reader;
    if (!changed)
        return;
    const auto shown = m_shown;
    const bool hadTotals = m_hasTotals, hadEnd = m_hasEnd;
    showRejected(m_session, reader, *mine);
    m_shown = shown;
    m_hasTotals = hadTotals;
    m_hasEnd = hadEnd;
    m_totals->setVisible(hadTotals);
    m_tiles[Until]->setVisible(hadEnd);
    showTile();
    if (mending && mine->stillRejected() > 0 && mine->active)
        mend(true);
}

void ImportSummary::saveRejected()
{
    const QString path
        = QFileDialog::getSaveFileName(this, tr("Save rejected rows"), QStringLiteral("rejected.tsv"));
    if (path.isEmpty())
        return;
    m_session->jobs().run<QString>(
        QStringLiteral("data.rejected.save"), tr("Saving rejected rows"), this,
        [reader = m_reader, record = m_record, path](const Progress&) {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(rejectedTsv(reader, record)) < 0
                || !file.commit())
                return file.errorString();
            return QString();
        },
        [this, path](const QString& error) {
            if (error.isEmpty())
                m_session->notify(Tone::Good, tr("Saved the rejected rows"), path);
            else
                m_session->notify(Tone::Bad, tr("The rejected rows could not be saved: %1").arg(error), path);
        });
}

}
