// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/privacy_page.h"

#include "ui/data/erase_dialog.h"
#include "ui/data/privacy_words.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/labels.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QThread>
#include <QTimer>

namespace ow::ui {

namespace {

constexpr int pageWidth = 1180;
constexpr int countWidth = 96;
constexpr std::size_t mostImports = 50; ///< the latest
constexpr int waitForReadersMs = 3000; ///< jobs that were stopped with the project let go of its file soon
const QString countKey = QStringLiteral("data.privacy");
const QString eraseKey = QStringLiteral("data.erase");

/// "1,234 | e-mail addresses stand as ids | what can be done [button]".
QWidget* line(const QString& number, const QString& what, const QString& todo, Ink ink = Ink::Normal,
    QPushButton* button = nullptr)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Size::Space3);
    auto* figure = makeLabel(number, TextSize::Body, QFont::DemiBold, ink);
    figure->setFixedWidth(countWidth);
    figure->setAlignment(Qt::AlignRight | Qt::AlignTop);
    layout->addWidget(figure);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeLabel(what, TextSize::Body, QFont::Normal, Ink::Normal, true));
    if (!todo.isEmpty())
        texts->addWidget(makeLabel(todo, TextSize::Caption, QFont::Normal, Ink::Muted, true));
    texts->addStretch(); // what is given to a page with few lines goes below them
    layout->addLayout(texts, 1);
    if (button != nullptr)
        layout->addWidget(button, 0, Qt::AlignTop);
    return row;
}

QString numbers(const std::vector<std::int64_t>& ids)
{
    QStringList out;
    for (const std::int64_t id : ids)
        out << QString::number(id);
    return out.join(QStringLiteral(", "));
}

}

PrivacyPage::PrivacyPage(QWidget* parent)
    : ScrollPage(pageWidth, parent)
    , m_about(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true, this))
    , m_erase(makeButton(tr("Erase customers…"), ButtonKind::Normal, QStringLiteral("trash")))
    , m_ids(new Card(tr("Customers' ids")))
    , m_attributes(new Card(tr("Attributes of customers")))
    , m_texts(new Card(tr("Texts that may name somebody")))
    , m_imports(new Card(tr("At the door")))
    , m_erasures(new Card(tr("Erased")))
{
    setObjectName(QStringLiteral("privacyPage"));
    m_erase->setObjectName(QStringLiteral("eraseCustomers"));
    // In line with the tables of the other tabs.
    widget()->layout()->setContentsMargins(0, Size::Space3, Size::Space2, Size::Space4);
    body()->setSpacing(Size::Space3);
    auto* head = new QHBoxLayout;
    head->addWidget(m_about, 1);
    head->addWidget(m_erase, 0, Qt::AlignTop);
    body()->addLayout(head);
    for (Card* card : { m_ids, m_attributes, m_texts, m_imports, m_erasures }) {
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        card->hide();
        body()->addWidget(card);
    }
    body()->addStretch();
    connect(m_erase, &QPushButton::clicked, this, [this] { askToErase(); });
}

void PrivacyPage::setSource(Session* session, std::shared_ptr<SharedReader> reader)
{
    if (m_session != session)
        connect(&session->jobs(), &JobRunner::changed, this, &PrivacyPage::jobsChanged);
    m_session = session;
    m_session->jobs().cancelKey(countKey);
    m_counting = false;
    m_reader = std::move(reader);
    m_erase->setEnabled(m_session->isEditable());
    m_stale = true;
    if (isVisible())
        count();
}

void PrivacyPage::showEvent(QShowEvent* event)
{
    ScrollPage::showEvent(event);
    if (m_stale && m_session != nullptr)
        count();
}

void PrivacyPage::count()
{
    m_stale = false;
    if (!m_session->isOpen())
        return;
    using Report = Result<ingest::PrivacyReport>;
    m_counting = true;
    m_about->setText(tr("Reading the project…"));
    m_session->jobs().run<Report>(
        countKey, tr("Counting personal data"), this,
        [file = m_session->project()->file()](
            const Progress& progress) { return ingest::privacyReport(file, progress); },
        [this](const Report& report) {
            m_counting = false;
            if (report)
                show(*report);
            else
                m_session->notify(report.error());
        },
        true);
}

void PrivacyPage::show(const ingest::PrivacyReport& report)
{
    m_about->setText(
        tr("What tells who somebody is, counted in the project's file; what was undone is still in it. "
           "Names that no list knows and free words are not recognised."));
    for (Card* card : { m_ids, m_attributes, m_texts, m_imports, m_erasures }) {
        clearLayout(card->body());
        card->show();
    }
    showIds(report);
    showAttributes(report);
    showTexts(report);
    showImports(report);
    showErasures(report);
}

void PrivacyPage::showIds(const ingest::PrivacyReport& report)
{
    auto* body = m_ids->body();
    body->addWidget(line(ow::ui::count(report.customers), tr("customers"),
        tr("“Erase customers…” takes one out with every trace, history included.")));
    if (report.pseudonyms > 0)
        body->addWidget(line(ow::ui::count(report.pseudonyms), tr("ids look like pseudonyms"),
            tr("Only who has the key can tell whose they are; keep it away from the project."), Ink::Good));
    for (const auto& [kind, ids] : report.idKinds)
        body->addWidget(line(ow::ui::count(ids), tr("ids are one of these: %1").arg(personalWords(kind)),
            tr("To be rid of them, import into a new project with pseudonyms; an undone import stays in the "
               "file."),
            Ink::Caution));
}

void PrivacyPage::showAttributes(const ingest::PrivacyReport& report)
{
    auto* body = m_attributes->body();
    std::int64_t others = 0;
    for (const auto& attribute : report.attributes) {
        if (!attribute.kind) {
            ++others;
            continue;
        }
        body->addWidget(line(ow::ui::count(attribute.values),
            tr("values of “%1”: %2, %3")
                .arg(qs(attribute.name), personalWords(*attribute.kind), personalReason(attribute.byName)),
            tr("Brought by import %1. Import into a new project without this column.")
                .arg(numbers(attribute.imports)),
            Ink::Caution));
    }
    body->addWidget(line(ow::ui::count(others), tr("attributes do not look personal"), {}));
}

void PrivacyPage::showTexts(const ingest::PrivacyReport& report)
{
    auto* body = m_texts->body();
    body->addWidget(line(ow::ui::count(report.sessions), tr("ids of sessions, orders, baskets and intents"),
        tr("Those of an erased customer go with the customer.")));
    body->addWidget(
        line(ow::ui::count(report.words), tr("events with words of searches or names of pages"), {}));
    auto* imports = makeButton(tr("Show imports"), ButtonKind::Flat);
    connect(imports, &QPushButton::clicked, this, &PrivacyPage::importsWanted);
    body->addWidget(line(ow::ui::count(report.rejectedTexts), tr("rejected rows, as they stood in the file"),
        tr("Each import lists its own."), report.rejectedTexts > 0 ? Ink::Caution : Ink::Normal, imports));
    auto* history = makeButton(tr("Show history"), ButtonKind::Flat);
    connect(history, &QPushButton::clicked, this, [this] { m_session->ask(FrameCommand::ShowHistory); });
    body->addWidget(line(ow::ui::count(report.remarks), tr("remarks in the history"),
        tr("Each can be written anew there."), Ink::Normal, history));
    if (report.undoneRows() > 0)
        body->addWidget(line(ow::ui::count(report.undoneRows()), tr("rows of undone imports"),
            tr("Hidden and still in the file; erasing a customer finds them, too."), Ink::Caution));
}

void PrivacyPage::showImports(const ingest::PrivacyReport& report)
{
    auto* body = m_imports->body();
    const std::size_t all = report.imports.size();
    for (std::size_t i = all; i > 0 && all - i < mostImports; --i) {
        const auto& import = report.imports[i - 1];
        if (import.texts.customers == 0 && import.leftOut.empty())
            continue;
        QStringList what { tr("%1, %2").arg(qs(import.texts.source), dayTime(import.texts.at)) };
        if (import.pseudonyms)
            what << tr("ids replaced by pseudonyms");
        if (!import.texts.active)
            what << tr("undone");
        QStringList out;
        for (const auto& column : import.leftOut)
            out << tr("%1 (%2)").arg(qs(column.column), personalWords(column.kind));
        QString todo = out.isEmpty() ? tr("No column was left out.")
                                     : tr("Left out: %1").arg(out.join(QStringLiteral(", ")));
        if (import.keptPersonal)
            todo = tr("Personal columns were imported on demand.");
        body->addWidget(line(ow::ui::count(import.texts.customers),
            tr("customers of import %1: %2")
                .arg(QString::number(import.texts.id), what.join(QStringLiteral(", "))),
            todo));
    }
    if (body->count() == 0)
        body->addWidget(line(ow::ui::count(0), tr("imports brought customers"), {}));
}

void PrivacyPage::showErasures(const ingest::PrivacyReport& report)
{
    auto* body = m_erasures->body();
    for (auto e = report.erasures.rbegin(); e != report.erasures.rend(); ++e)
        body->addWidget(line(ow::ui::count(e->all.customers),
            tr("customers on %1; events: %2, exposures: %3")
                .arg(dayTime(e->at), ow::ui::count(e->all.events), ow::ui::count(e->all.exposures)),
            e->why.empty() ? tr("No reason was given. By %1.").arg(qs(e->who))
                           : tr("%1. By %2.").arg(qs(e->why), qs(e->who))));
    if (report.erasures.empty())
        body->addWidget(line(ow::ui::count(0), tr("customers were erased so far"), {}));
}

void PrivacyPage::askToErase(const QString& ids)
{
    if (!m_session->isEditable() || erasing())
        return;
    auto* dialog = new EraseDialog(qs(m_session->project()->file().string()), m_reader, ids, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { erase(dialog->request()); });
    dialog->open();
}

void PrivacyPage::erase(const store::ErasureRequest& request)
{
    using Report = Result<store::ErasureReport>;
    if (!m_session->isEditable() || erasing())
        return;
    m_file = m_session->project()->file();
    for (const JobInfo& job : m_session->jobs().jobs())
        m_session->jobs().cancel(job.id); // they read the project
    m_session->jobs().cancelKey(countKey);
    m_session->close(); // nobody may have it open while it is written anew
    m_session->jobs().run<Report>(
        eraseKey, tr("Erasing customers"), this,
        [file = m_file, request](const Progress& progress) {
            QElapsedTimer waited;
            waited.start();
            while (true) {
                auto report = store::eraseCustomers(file, request, progress);
                if (report || report.error().code != ErrorCode::Conflict
                    || waited.hasExpired(waitForReadersMs) || !goOn(progress, 0, 1))
                    return report;
                QThread::msleep(50);
            }
        },
        [this](const Report& report) { erased(report); });
}

void PrivacyPage::erased(const Result<store::ErasureReport>& report)
{
    openAgain();
    if (!report) {
        if (report.error().code != ErrorCode::Cancelled)
            m_session->notify(report.error());
        return;
    }
    const store::ErasedCounts& all = report->erasure.all;
    QStringList details;
    for (const std::string& id : report->notCustomers)
        details << tr("No import brought the customer %1; texts with this id were erased.").arg(qs(id));
    for (const std::string& id : report->otherNumbers)
        details << tr(
            "“%1” stands alone in something authored, where it may be another thing's number; it was left.")
                       .arg(qs(id));
    for (const std::string& version : report->releases)
        details << tr("Release %1 named a customer: its pack is another one now. Release it anew.")
                       .arg(qs(version));
    m_session->notify(details.isEmpty() ? Tone::Good : Tone::Caution,
        tr("Erased. Customers: %1, events: %2, exposures: %3. Copies, exports and imported files elsewhere "
           "still hold them.")
            .arg(ow::ui::count(all.customers), ow::ui::count(all.events), ow::ui::count(all.exposures)),
        details.join(QLatin1Char('\n')));
}

void PrivacyPage::openAgain()
{
    const std::filesystem::path file = std::exchange(m_file, {});
    if (!file.empty() && !m_session->isOpen())
        m_session->open(file);
}

/// Stopped by the person it delivers nothing; the file is as it was then, or it was too late.
void PrivacyPage::jobsChanged()
{
    if (!erasing() || m_session->jobs().isRunning(eraseKey))
        return;
    QTimer::singleShot(0, this, [this] {
        if (erasing() && !m_session->jobs().isRunning(eraseKey))
            openAgain();
    });
}

}
