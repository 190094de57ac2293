// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/import_door.h"

#include "ingest/pseudonyms.h"
#include "ui/data/note_label.h"
#include "ui/data/privacy_words.h"
#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QStandardPaths>

namespace ow::ui {

ImportDoor::ImportDoor(QWidget* parent)
    : QWidget(parent)
    , m_hide(new QCheckBox(tr("Replace them by pseudonyms"), this))
    , m_keyName(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted))
    , m_newKey(makeButton(tr("New key…"), ButtonKind::Flat, {}, this))
    , m_chooseKey(makeButton(tr("Choose a key…"), ButtonKind::Flat, {}, this))
    , m_note(new NoteLabel(Ink::Caution, this))
    , m_columns(new QWidget(this))
    , m_columnsNote(new NoteLabel(Ink::Muted, this))
    , m_flow(new FlowLayout(Size::Space3, m_columns))
{
    setObjectName(QStringLiteral("importDoor"));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(Size::Space2);
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space2);
    m_hide->setObjectName(QStringLiteral("pseudonyms"));
    m_hide->setToolTip(
        tr("A keyed hash stands in the project instead of each id. The same key gives the same for all "
           "files; nobody without it can find out whose it is."));
    row->addWidget(m_hide);
    row->addWidget(m_keyName);
    row->addWidget(m_newKey);
    row->addWidget(m_chooseKey);
    row->addStretch();
    form->addRow(tr("Customer ids"), row);
    form->addRow(QString(), m_note);
    form->addRow(tr("Personal data"), m_columns);
    form->addRow(QString(), m_columnsNote);
    connect(m_hide, &QCheckBox::clicked, this, &ImportDoor::choose);
    connect(m_newKey, &QPushButton::clicked, this, [this] {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        QDir().mkpath(folder);
        const QString path = QFileDialog::getSaveFileName(this, tr("Make a new key"),
            QDir(folder).filePath(QFileInfo(m_project).completeBaseName() + QStringLiteral(".key")), {},
            nullptr, QFileDialog::DontConfirmOverwrite);
        if (!path.isEmpty())
            makeKey(path);
    });
    connect(m_chooseKey, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Choose a key"));
        if (!path.isEmpty())
            takeKey(path);
    });
    showKey();
    showFile(nullptr, false);
}

void ImportDoor::setProject(const QString& file)
{
    if (file == m_project)
        return;
    m_project = file;
    m_problem.clear();
    m_isNew = false;
    m_key = rememberedKey(file);
    if (!m_key.isEmpty() && !QFileInfo::exists(m_key)) {
        m_problem = tr("The key %1, with which this project's ids were replaced, is not there any more.")
                        .arg(m_key);
        m_key.clear();
    }
    m_hide->setChecked(!m_key.isEmpty());
    showKey();
}

QString ImportDoor::keyFile() const { return m_hide->isChecked() ? m_key : QString(); }

/// Without a key there is nothing to replace ids with: the first one is asked for.
void ImportDoor::choose(bool on)
{
    if (on && m_key.isEmpty()) {
        m_hide->setChecked(false);
        m_newKey->click();
    }
    showKey();
    emit keyChanged();
}

bool ImportDoor::makeKey(const QString& path)
{
    if (QFileInfo::exists(path)) {
        m_problem = tr("There is a file of this name. A key is never written over another file: choose it as "
                       "an existing "
                       "key, or give the new one another name.");
        showKey();
        return false;
    }
    const auto made = ingest::Pseudonyms::fromFile(path.toStdU16String());
    if (!made) {
        m_problem = coreText(made.error().message);
        showKey();
        return false;
    }
    setKey(path, true);
    return true;
}

bool ImportDoor::takeKey(const QString& path)
{
    if (!QFileInfo::exists(path))
        return false;
    const auto key = ingest::Pseudonyms::fromFile(path.toStdU16String());
    if (!key) {
        m_problem = coreText(key.error().message);
        showKey();
        return false;
    }
    setKey(path, false);
    return true;
}

void ImportDoor::setKey(const QString& path, bool isNew)
{
    m_key = path;
    m_isNew = isNew;
    m_problem.clear();
    m_hide->setChecked(true);
    rememberKey(m_project, path);
    showKey();
    emit keyChanged();
}

void ImportDoor::showKey()
{
    m_keyName->setText(m_key.isEmpty() ? QString() : tr("with %1").arg(QFileInfo(m_key).fileName()));
    m_keyName->setToolTip(QDir::toNativeSeparators(m_key));
    m_keyName->setVisible(!m_key.isEmpty() && m_hide->isChecked());
    showIds();
}

void ImportDoor::showIds()
{
    QStringList notes;
    if (!m_problem.isEmpty())
        notes << m_problem;
    if (m_hide->isChecked() && m_isNew)
        notes << tr("Keep a copy of this key in a safe place, away from the project. Without it, later files "
                    "do not meet "
                    "the same customers, and nobody can be found by the original id to be erased.");
    if (m_hide->isChecked() && !m_key.isEmpty()
        && QFileInfo(m_key).absolutePath() == QFileInfo(m_project).absolutePath())
        notes << tr("The key lies in the project's folder: who copies the folder has both.");
    if (!m_hide->isChecked())
        for (const auto& [kind, rows] : m_idKinds)
            notes << tr("In %1 of the first %2 rows the customer's id is one of these: %3. They would stand "
                        "in the project "
                        "as they are.")
                         .arg(count(rows), count(m_rows), personalWords(kind));
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
}

void ImportDoor::showFile(const PlannedFile* file, bool editable)
{
    const bool tried = file != nullptr && file->ready() && file->dryRun.has_value();
    for (QWidget* widget : std::initializer_list<QWidget*> { m_hide, m_newKey, m_chooseKey })
        widget->setEnabled(editable);
    m_idKinds = tried ? file->dryRun->idKinds : decltype(m_idKinds) {};
    m_rows = tried ? std::int64_t(file->dryRun->rows.size()) : 0;
    showIds();
    auto* form = static_cast<QFormLayout*>(layout());
    const bool any = tried && !file->dryRun->personal.empty();
    m_columns->setVisible(any);
    m_columnsNote->setVisible(any);
    if (QWidget* label = form->labelForField(m_columns))
        label->setVisible(any);
    if (any)
        showColumns(*file, editable);
}

void ImportDoor::showColumns(const PlannedFile& file, bool editable)
{
    clearLayout(m_flow);
    for (const ingest::LeftOutColumn& column : file.dryRun->personal) {
        auto* box
            = new QCheckBox(tr("%1 (%2)").arg(qs(column.column), personalWords(column.kind)), m_columns);
        const bool asked = file.keepColumns.contains(column.column);
        box->setChecked(column.kept || asked);
        box->setEnabled(editable && (!column.kept || asked));
        box->setToolTip(column.kept && !asked
                ? tr("The project declares this attribute, so it is imported.")
                : tr("Holds %1, %2.").arg(personalWords(column.kind), personalReason(column.byName)));
        box->setAccessibleDescription(box->toolTip());
        connect(box, &QCheckBox::clicked, this,
            [this, keep = file.keepColumns, name = column.column](bool on) mutable {
                if (on)
                    keep.insert(name);
                else
                    keep.erase(name);
                emit columnsKept(keep);
            });
        m_flow->addWidget(box);
    }
    m_columnsNote->setText(tr("These columns tell who somebody is and are left out: deciding needs what a "
                              "customer did. Tick one to "
                              "import it."));
}

}
