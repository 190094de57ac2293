// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/erase_dialog.h"

#include "ingest/pseudonyms.h"
#include "ui/data/privacy_words.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr std::size_t mostLookedUp = 200; ///< at a millisecond each

}

EraseDialog::EraseDialog(
    const QString& project, std::shared_ptr<SharedReader> reader, const QString& ids, QWidget* parent)
    : QDialog(parent)
    , m_project(project)
    , m_reader(std::move(reader))
    , m_ids(new QPlainTextEdit(ids, this))
    , m_why(new QLineEdit(this))
    , m_keyName(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted))
    , m_found(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true))
    , m_chooseKey(makeButton(tr("Choose a key…"), ButtonKind::Flat))
    , m_noKey(makeButton(tr("Without a key"), ButtonKind::Flat))
    , m_erase(nullptr)
{
    setObjectName(QStringLiteral("eraseDialog"));
    setWindowTitle(tr("Erase customers"));
    setMinimumWidth(560);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(Size::Space3);
    column->addWidget(makeLabel(tr("Every trace goes: events, exposures, baskets, attributes, lines of "
                                   "rejected rows, and the id in remarks, "
                                   "rules and the whole history. This cannot be undone. The history keeps "
                                   "that somebody was erased and when, "
                                   "not who."),
        TextSize::Body, QFont::Normal, Ink::Normal, true, this));
    auto* form = new QFormLayout;
    form->setSpacing(Size::Space2);
    m_ids->setObjectName(QStringLiteral("eraseIds"));
    m_ids->setAccessibleName(tr("Customer ids, one a line"));
    m_ids->setPlaceholderText(tr("One id a line"));
    m_ids->setFixedHeight(96);
    m_ids->setTabChangesFocus(true);
    form->addRow(tr("Customer ids"), m_ids);
    auto* key = new QHBoxLayout;
    key->addWidget(m_keyName);
    key->addWidget(m_chooseKey);
    key->addWidget(m_noKey);
    key->addStretch();
    form->addRow(tr("They are"), key);
    form->addRow(QString(), m_found);
    m_why->setObjectName(QStringLiteral("eraseWhy"));
    m_why->setPlaceholderText(tr("For the history, without a name: “asked by letter of 3 May”"));
    form->addRow(tr("Reason"), m_why);
    column->addLayout(form);
    column->addWidget(makeLabel(tr("Not reached: copies of the project, files exported from it, packs, "
                                   "versions in git, and the files that were "
                                   "imported. A later import may bring them back."),
        TextSize::Caption, QFont::Normal, Ink::Muted, true, this));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_erase = buttons->addButton(tr("Erase for good"), QDialogButtonBox::AcceptRole);
    m_erase->setObjectName(QStringLiteral("eraseForGood"));
    m_erase->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ids, &QPlainTextEdit::textChanged, this, &EraseDialog::lookUp);
    connect(m_chooseKey, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Choose a key"), rememberedKey(m_project));
        if (!path.isEmpty())
            takeKey(path);
    });
    connect(m_noKey, &QPushButton::clicked, this, [this] {
        m_key.clear();
        lookUp();
    });
    // What was clicked on is as the project has it; what is typed is as people know it.
    if (ids.isEmpty())
        takeKey(rememberedKey(project));
    lookUp();
}

bool EraseDialog::takeKey(const QString& path)
{
    if (path.isEmpty() || !QFileInfo::exists(path) || !ingest::Pseudonyms::fromFile(path.toStdU16String()))
        return false;
    m_key = path;
    lookUp();
    return true;
}

QStringList EraseDialog::ids() const
{
    QStringList out;
    for (const QString& line : m_ids->toPlainText().split(QLatin1Char('\n')))
        if (const QString id = line.trimmed(); !id.isEmpty() && !out.contains(id))
            out << id;
    return out;
}

void EraseDialog::lookUp()
{
    m_keyName->setText(m_key.isEmpty()
            ? tr("as they stand in the project")
            : tr("the original ones, by the key %1").arg(QFileInfo(m_key).fileName()));
    m_noKey->setVisible(!m_key.isEmpty());
    m_persons.clear();
    const auto key = m_key.isEmpty() ? Result<ingest::Pseudonyms>(fail(ErrorCode::NotFound, {}))
                                     : ingest::Pseudonyms::fromFile(m_key.toStdU16String());
    for (const QString& id : ids())
        m_persons.push_back(
            key ? store::ErasedPerson { key->of(ss(id)), ss(id) } : store::ErasedPerson { ss(id), {} });
    std::int64_t found = 0, events = 0, exposures = 0;
    if (m_reader && m_persons.size() <= mostLookedUp) {
        const std::lock_guard lock(m_reader->mutex);
        for (const store::ErasedPerson& person : m_persons)
            if (const auto there = m_reader->reader->customer(person.id)) {
                ++found;
                events += std::int64_t(there->second.events.size());
                exposures += std::int64_t(there->second.exposures.size());
            }
    }
    if (m_persons.empty())
        m_found->setText(tr("Nobody yet."));
    else if (!m_reader || m_persons.size() > mostLookedUp)
        m_found->setText(tr("%1 ids").arg(count(std::int64_t(m_persons.size()))));
    else
        m_found->setText(
            tr("%1 of %2 are there; events: %3, exposures: %4.")
                .arg(count(found), count(std::int64_t(m_persons.size())), count(events), count(exposures)));
    setInk(m_found, !m_persons.empty() && m_reader && found == 0 ? Ink::Caution : Ink::Muted);
    m_erase->setEnabled(!m_persons.empty());
}

store::ErasureRequest EraseDialog::request() const { return { m_persons, ss(m_why->text().trimmed()), {} }; }

}
