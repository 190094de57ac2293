// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/import_form.h"

#include "ingest/preset.h"
#include "ui/data/note_label.h"
#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QSpinBox>

#include <array>
#include <cmath>

namespace ow::ui {

namespace {

using namespace ingest;

constexpr std::array<char, 6> separators { ',', ';', '\t', '|', '^', '~' };
constexpr std::array encodings { Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252,
    Encoding::Latin1 };
constexpr std::array marks { DecimalMark::Point, DecimalMark::Comma };
constexpr std::array orders { DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy };

QString nameOf(char separator)
{
    switch (separator) {
    case 0:
        return ImportForm::tr("none");
    case ',':
        return ImportForm::tr("Comma");
    case ';':
        return ImportForm::tr("Semicolon");
    case '\t':
        return ImportForm::tr("Tab");
    case '|':
        return ImportForm::tr("Bar");
    case ' ':
        return ImportForm::tr("Space");
    case '\x01':
        return ImportForm::tr("Byte 1");
    default:
        return QString(QChar::fromLatin1(separator));
    }
}

QString nameOf(Encoding encoding) { return qs(wordOf(encoding)).toUpper(); }

QString nameOf(DecimalMark mark)
{
    return mark == DecimalMark::Point ? QStringLiteral("1,234.50") : QStringLiteral("1.234,50");
}

QString nameOf(DateOrder order)
{
    switch (order) {
    case DateOrder::Ymd:
        return QStringLiteral("2024-12-31");
    case DateOrder::Dmy:
        return QStringLiteral("31/12/2024");
    case DateOrder::Mdy:
        return QStringLiteral("12/31/2024");
    }
    return {};
}

/// "As found: …", then every choice; chosen is what was said.
template <typename Choices, typename Value>
void fill(QComboBox* combo, const Choices& choices, Value found, const std::optional<Value>& said)
{
    combo->clear();
    combo->addItem(ImportForm::tr("As found: %1").arg(nameOf(found)));
    for (const auto choice : choices)
        combo->addItem(nameOf(choice), int(choice));
    combo->setCurrentIndex(said ? combo->findData(int(*said)) : 0);
}

template <typename Value>
std::optional<Value> saidBy(const QComboBox* combo)
{
    const QVariant data = combo->currentData();
    return data.isValid() ? std::optional<Value>(static_cast<Value>(data.toInt())) : std::nullopt;
}

}

ImportForm::ImportForm(QWidget* parent)
    : QWidget(parent)
    , m_preset(new QComboBox(this))
    , m_separator(new QComboBox(this))
    , m_encoding(new QComboBox(this))
    , m_decimals(new QComboBox(this))
    , m_dates(new QComboBox(this))
    , m_skip(new QSpinBox(this))
    , m_map(makeButton(tr("Map columns"), ButtonKind::Normal, {}, this))
    , m_costShare(new QDoubleSpinBox(this))
    , m_reads(new NoteLabel(Ink::Muted, this))
{
    for (const Preset& preset : presets())
        if (preset.id != "groceries") // the same as baskets
            m_preset->addItem(
                QStringLiteral("%1: %2").arg(kindWord(preset.kind), coreText(preset.title)), qs(preset.id));
    m_preset->setObjectName(QStringLiteral("importPreset"));
    m_preset->setAccessibleName(tr("What the file holds"));
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_preset->setMinimumContentsLength(28);
    m_map->setCheckable(true);
    m_map->setObjectName(QStringLiteral("mapColumns"));
    m_map->setToolTip(tr("Say by hand which column is what"));
    m_separator->setAccessibleName(tr("Separator"));
    m_separator->setObjectName(QStringLiteral("importSeparator"));
    m_encoding->setAccessibleName(tr("Encoding"));
    m_decimals->setAccessibleName(tr("Amounts"));
    m_dates->setAccessibleName(tr("Dates"));
    m_dates->setObjectName(QStringLiteral("importDates"));
    m_costShare->setAccessibleName(tr("Costs where the file has none"));
    m_costShare->setRange(0, 100);
    m_costShare->setDecimals(0);
    m_costShare->setPrefix(tr("Costs, if missing") + QStringLiteral(": "));
    m_costShare->setSuffix(tr(" % of the price"));
    m_costShare->setToolTip(
        tr("Order lines name no costs. Margins are computed with this share, or with 0."));

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(Size::Space2);
    auto* first = new QHBoxLayout;
    first->setSpacing(Size::Space2);
    first->addWidget(m_preset, 1);
    first->addWidget(m_map);
    form->addRow(tr("What it holds"), first);
    form->addRow(QString(), m_reads);
    m_skip->setObjectName(QStringLiteral("importSkip"));
    m_skip->setAccessibleName(tr("Lines in front of the header"));
    m_skip->setToolTip(tr("Titles of a report, for example. Blank lines do not count."));
    m_skip->setPrefix(tr("Lines in front: "));
    m_skip->setRange(0, 1000);
    m_skip->setKeyboardTracking(false);
    connect(m_skip, &QSpinBox::valueChanged, this, &ImportForm::choose);
    // In two lines: in German all of them side by side are wider than a small window leaves room for.
    auto* written = new QGridLayout;
    written->setSpacing(Size::Space2);
    int place = 0;
    for (QComboBox* combo : { m_separator, m_encoding, m_decimals, m_dates }) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        written->addWidget(combo, place / 3, place % 3);
        ++place;
        connect(combo, &QComboBox::activated, this, &ImportForm::choose);
    }
    written->addWidget(m_skip, 1, 1);
    written->addWidget(m_costShare, 1, 2);
    written->setColumnStretch(3, 1);
    form->addRow(tr("How it is written"), written);
    connect(m_preset, &QComboBox::activated, this,
        [this](int row) { emit presetChosen(ss(m_preset->itemData(row).toString())); });
    connect(m_map, &QPushButton::clicked, this, &ImportForm::mappingWanted);
}

int ImportForm::costShareBp() const { return int(std::lround(m_costShare->value() * 100)); }

void ImportForm::showFile(const PlannedFile* file, bool editable)
{
    const bool readable = file != nullptr && file->preview.has_value();
    for (QWidget* widget : std::initializer_list<QWidget*> {
             m_separator, m_encoding, m_decimals, m_dates, m_skip, m_costShare, m_map })
        widget->setEnabled(readable && editable);
    m_preset->setEnabled(readable && editable && !file->mapping);
    m_map->setChecked(readable && file->mapping != nullptr);
    m_map->setText(m_map->isChecked() ? tr("Use a preset") : tr("Map columns"));
    m_preset->setPlaceholderText(m_map->isChecked() ? tr("Mapped by hand") : tr("Not recognised"));
    m_reads->clear();
    if (!readable)
        return;
    const Preset* preset = findPreset(file->preset);
    m_preset->setCurrentIndex(file->mapping ? -1 : m_preset->findData(qs(file->preset)));
    m_reads->setVisible(!file->mapping);
    m_reads->setText(preset != nullptr ? tr("Reads the columns %1").arg(coreText(preset->columns))
                                       : tr("No known form of file has these columns. Map them by hand, or "
                                            "choose a form, and what is missing is said."));
    showForms(*file);
}

void ImportForm::showForms(const PlannedFile& file)
{
    const FileForm& form = file.preview->form;
    fill(m_separator, separators, form.separator, file.options.separator);
    fill(m_encoding, encodings, form.encoding, file.options.encoding);
    fill(m_decimals, marks, form.values.decimals, file.options.decimals);
    fill(m_dates, orders, form.values.dates, file.options.dates);
    m_separator->setVisible(form.format != FileFormat::Ndjson);
    m_skip->setVisible(form.format == FileFormat::Csv);
    m_shownSkip = form.skip;
    m_saidSkip = file.options.skip.has_value();
    {
        const QSignalBlocker quiet(m_skip);
        m_skip->setValue(form.skip);
    }
    QStringList reasons;
    for (const std::string& reason : form.reasons)
        reasons << coreText(reason);
    for (QComboBox* combo : { m_separator, m_encoding, m_decimals, m_dates })
        combo->setToolTip(combo->accessibleName() + QStringLiteral("\n") + reasons.join(QLatin1Char('\n')));
}

void ImportForm::choose()
{
    TableOptions options;
    options.separator = saidBy<char>(m_separator);
    options.encoding = saidBy<Encoding>(m_encoding);
    options.decimals = saidBy<DecimalMark>(m_decimals);
    options.dates = saidBy<DateOrder>(m_dates);
    if (m_saidSkip || m_skip->value() != m_shownSkip)
        options.skip = m_skip->value();
    emit optionsChosen(options);
}

}
