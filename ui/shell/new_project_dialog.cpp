// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/new_project_dialog.h"

#include "base/text.h"
#include "ui/shell/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QStandardPaths>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace ow::ui {

QString projectsFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

NewProjectDialog::NewProjectDialog(QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("New project"));
    setMinimumWidth(520);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space6, Size::Space6, Size::Space6, Size::Space4);
    column->setSpacing(Size::Space4);
    column->addWidget(makeLabel(tr("New project"), TextSize::PageTitle, QFont::DemiBold));
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(Size::Space4);
    form->setVerticalSpacing(Size::Space3);
    m_name = new QLineEdit;
    m_name->setPlaceholderText(tr("What your shop calls it"));
    m_currency = new QComboBox;
    m_currency->setEditable(true);
    m_currency->addItems(
        { u"USD"_s, u"EUR"_s, u"GBP"_s, u"CHF"_s, u"JPY"_s, u"CAD"_s, u"AUD"_s, u"SEK"_s, u"PLN"_s });
    const QString local = QLocale::system().currencySymbol(QLocale::CurrencyIsoCode);
    m_currency->setCurrentText(local.size() == 3 ? local : u"USD"_s);
    m_zone = new QComboBox;
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(id));
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    m_file = new QLineEdit;
    auto* browse = makeButton(tr("Choose…"));
    auto* fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browse);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Currency"), m_currency);
    form->addRow(tr("&Time zone"), m_zone);
    form->addRow(tr("&File"), fileRow);
    qobject_cast<QLabel*>(form->labelForField(fileRow))->setBuddy(m_file);
    column->addLayout(form);
    m_note = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    column->addWidget(m_note);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    auto* cancel = makeButton(tr("Cancel"));
    m_create = makeButton(tr("Create project"), ButtonKind::Primary);
    m_create->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectDialog::followName);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fileTyped = true; });
    connect(m_file, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(m_currency, &QComboBox::currentTextChanged, this, &NewProjectDialog::check);
    connect(m_zone, &QComboBox::currentTextChanged, this, &NewProjectDialog::check);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getSaveFileName(
            this, tr("New project"), m_file->text(), tr("Offerwright projects (*.offerwright)"));
        if (chosen.isEmpty())
            return;
        m_fileTyped = true;
        m_file->setText(chosen.endsWith(u".offerwright"_s) ? chosen : chosen + u".offerwright"_s);
    });
    followName();
    m_name->setFocus();
}

void NewProjectDialog::followName()
{
    if (!m_fileTyped) {
        const QString stem
            = m_name->text().trimmed().isEmpty() ? tr("project") : qs(toId(ss(m_name->text())));
        m_file->setText(QDir(projectsFolder()).filePath(stem + u".offerwright"_s));
    }
    check();
}

void NewProjectDialog::check()
{
    QString wrong;
    if (m_name->text().trimmed().isEmpty())
        wrong = tr("Give the project a name.");
    else if (m_currency->currentText().size() != 3)
        wrong = tr("A currency has three letters, such as EUR.");
    else if (!isTimeZone(ss(m_zone->currentText())))
        wrong = tr("Choose a time zone of the list, such as Europe/Berlin.");
    else if (m_file->text().isEmpty())
        wrong = tr("Choose where the project file goes.");
    else if (QFileInfo::exists(m_file->text()))
        wrong = tr("There is a file of this name already; choose another.");
    m_note->setText(wrong.isEmpty() ? tr("Everything stays in this one file on this machine.") : wrong);
    m_create->setEnabled(wrong.isEmpty());
}

store::NewProject NewProjectDialog::project() const
{
    return { ss(m_name->text().trimmed()), ss(m_currency->currentText().toUpper()),
        ss(m_zone->currentText()) };
}

QString NewProjectDialog::file() const { return m_file->text(); }

}
