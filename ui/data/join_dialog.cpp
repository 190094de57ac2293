// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/join_dialog.h"

#include "ingest/importer.h"
#include "ingest/values.h"
#include "ui/data/import_plan.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int mostPairs = 2;

/// The places of the first column that both have by name; 0 and 0 where they have none.
std::pair<int, int> sameColumn(const std::vector<std::string>& ours, const std::vector<std::string>& theirs)
{
    for (std::size_t i = 0; i < ours.size(); ++i)
        for (std::size_t j = 0; j < theirs.size(); ++j)
            if (!ours[i].empty() && ingest::plainName(ours[i]) == ingest::plainName(theirs[j]))
                return { int(i), int(j) };
    return { 0, 0 };
}

void fill(QComboBox* box, const std::vector<std::string>& columns, bool mayBeNone)
{
    if (mayBeNone)
        box->addItem(QStringLiteral("–"), QString());
    for (const std::string& column : columns)
        box->addItem(qs(column), qs(column));
}

}

JoinDialog::JoinDialog(const std::vector<std::string>& ours, const std::filesystem::path& other,
    const std::vector<std::string>& theirs, std::vector<std::string> taken, QWidget* parent)
    : QDialog(parent)
    , m_file(other.filename().string())
    , m_taken(std::move(taken))
    , m_name(new QLineEdit(this))
    , m_problem(makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Bad, true, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Join %1").arg(qs(m_file)));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(Size::Space3);
    column->addWidget(makeLabel(
        tr("Each row finds the row of %1 with the same value, and can then be filled from its columns, too.")
            .arg(qs(m_file)),
        TextSize::Body, QFont::Normal, Ink::Muted, true, this));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Size::Space2);
    grid->addWidget(makeLabel(tr("Column of the file"), TextSize::Caption, QFont::Normal, Ink::Muted), 0, 0);
    grid->addWidget(
        makeLabel(tr("Column of %1").arg(qs(m_file)), TextSize::Caption, QFont::Normal, Ink::Muted), 0, 2);
    const auto guess = sameColumn(ours, theirs);
    for (int i = 0; i < mostPairs; ++i) {
        const Pair pair { new QComboBox, new QComboBox };
        fill(pair.ours, ours, i > 0);
        fill(pair.theirs, theirs, i > 0);
        if (i == 0) {
            pair.ours->setCurrentIndex(guess.first);
            pair.theirs->setCurrentIndex(guess.second);
        }
        pair.ours->setObjectName(QStringLiteral("joinOurs%1").arg(i));
        pair.theirs->setObjectName(QStringLiteral("joinTheirs%1").arg(i));
        pair.ours->setAccessibleName(tr("Column of the file"));
        pair.theirs->setAccessibleName(tr("Column of %1").arg(qs(m_file)));
        grid->addWidget(pair.ours, i + 1, 0);
        grid->addWidget(makeLabel(QStringLiteral("="), TextSize::Body), i + 1, 1);
        grid->addWidget(pair.theirs, i + 1, 2);
        connect(pair.ours, &QComboBox::currentIndexChanged, this, &JoinDialog::check);
        connect(pair.theirs, &QComboBox::currentIndexChanged, this, &JoinDialog::check);
        m_pairs.push_back(pair);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    column->addLayout(grid);
    auto* named = new QHBoxLayout;
    named->addWidget(makeLabel(tr("Its columns are called"), TextSize::Body));
    std::string name = ingest::toIdentifier(other.stem().string());
    for (int i = 2; std::ranges::find(m_taken, name) != m_taken.end(); ++i)
        name = ingest::toIdentifier(other.stem().string()) + std::to_string(i);
    m_name->setText(qs(name));
    m_name->setObjectName(QStringLiteral("joinName"));
    m_name->setAccessibleName(tr("Its columns are called"));
    named->addWidget(m_name, 1);
    named->addWidget(makeLabel(tr(".column"), TextSize::Body, QFont::Normal, Ink::Muted));
    column->addLayout(named);
    column->addWidget(m_problem);
    column->addWidget(m_buttons);
    connect(m_name, &QLineEdit::textChanged, this, &JoinDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void JoinDialog::check()
{
    QString problem;
    const std::string name = ss(m_name->text().trimmed());
    if (name.empty())
        problem = tr("Give its columns a name.");
    else if (std::ranges::find(m_taken, name) != m_taken.end())
        problem = tr("Another file is joined by this name.");
    const bool half = m_pairs[1].ours->currentData().toString().isEmpty()
        != m_pairs[1].theirs->currentData().toString().isEmpty();
    if (half)
        problem = tr("Choose both columns of the second pair, or none.");
    else if (!m_pairs[1].ours->currentData().toString().isEmpty()
        && m_pairs[1].ours->currentData() == m_pairs[0].ours->currentData())
        problem = tr("The second pair begins with the same column as the first.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

ingest::Join JoinDialog::join() const
{
    ingest::Join out { ss(m_name->text().trimmed()), m_file, {} };
    for (const Pair& pair : m_pairs)
        if (const QString ours = pair.ours->currentData().toString(); !ours.isEmpty())
            out.on[ss(ours)] = ss(pair.theirs->currentData().toString());
    return out;
}

std::map<std::string, std::vector<std::string>> joinedColumns(const PlannedFile& file)
{
    std::map<std::string, std::vector<std::string>> out;
    if (!file.mapping)
        return out;
    for (const ingest::Join& join : file.mapping->joins) {
        const auto said = file.joins.find(join.name);
        const std::filesystem::path beside = file.path.parent_path() / join.file;
        if (const auto preview = ingest::preview(said != file.joins.end() ? said->second : beside, {}))
            out[join.name] = preview->columns;
    }
    return out;
}

void askForJoin(QWidget* parent, const PlannedFile& file,
    const std::function<void(const ingest::Join&, const std::filesystem::path&)>& done,
    const std::function<void(const Error&)>& failed)
{
    const QString chosen = QFileDialog::getOpenFileName(
        parent, JoinDialog::tr("Join a file"), qs(file.path.parent_path().string()));
    if (chosen.isEmpty())
        return;
    const std::filesystem::path path(ss(chosen));
    const auto preview = ingest::preview(path, {});
    if (!preview)
        return failed(preview.error());
    std::vector<std::string> taken;
    for (const ingest::Join& join : file.mapping->joins)
        taken.push_back(join.name);
    auto* dialog = new JoinDialog(file.preview->columns, path, preview->columns, std::move(taken), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, [dialog, done, path] { done(dialog->join(), path); });
    dialog->open();
}

}
