// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/field_row.h"

#include "base/json.h"
#include "ui/merge/field_words.h"
#include "ui/merge/value_box.h"
#include "ui/merge/value_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyle>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

using Choice = store::MergePlan::Choice;

constexpr int ManyLines = 4;
constexpr qsizetype LongestValue = 600; // the whole of it stands below, in the object

QString orNothing(const std::optional<Json>& value, const QString& words, const store::FieldDifference& field)
{
    if (!value && field.base && (field.path.empty() || field.path.ends_with(']')))
        return FieldRow::tr("Taken away");
    if (!value)
        return absentWords(field.path);
    if (words.size() > LongestValue)
        return words.left(LongestValue) + u'…';
    return words.isEmpty() ? FieldRow::tr("Empty") : words;
}

QString sideWords(
    const model::Draft& draft, const store::FieldDifference& field, const std::optional<Json>& value)
{
    return field.path.empty() ? wholeWords(draft, field.base, value) : valueWords(draft, field.path, value);
}

bool canEdit(const store::FieldDifference& field) { return !field.isOrder && !field.path.empty(); }

QString origin(const store::MergePlan::Item& item)
{
    switch (item.choice) {
    case Choice::None:
        return canEdit(item.difference.field) ? FieldRow::tr("Choose one, or edit")
                                              : FieldRow::tr("Choose one");
    case Choice::Base:
        return FieldRow::tr("As it was before");
    case Choice::Ours:
        return item.isAutomatic() ? FieldRow::tr("Only ours changed it") : FieldRow::tr("Ours");
    case Choice::Theirs:
        return item.isAutomatic() ? FieldRow::tr("Only theirs changed it") : FieldRow::tr("Theirs");
    case Choice::Edited:
        return FieldRow::tr("Edited");
    }
    return {};
}

QString wholeName(const store::FieldDifference& field)
{
    return field.isOrder ? FieldRow::tr("Order") : FieldRow::tr("The whole object");
}

}

FieldRow::FieldRow(std::size_t item, QWidget* parent)
    : QWidget(parent)
    , m_item(item)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space3, Size::Space3, Size::Space3, Size::Space3);
    column->setSpacing(Size::Space2);
    column->addWidget(buildHead());
    m_beforeLines = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    m_beforeLines->setObjectName(u"before-lines"_s);
    m_beforeLines->setTextFormat(Qt::PlainText);
    m_beforeLines->hide();
    column->addWidget(m_beforeLines);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(Size::Space3);
    m_ours = new ValueBox(tr("Take ours"), this);
    m_ours->setObjectName(u"ours"_s);
    m_theirs = new ValueBox(tr("Take theirs"), this);
    m_theirs->setObjectName(u"theirs"_s);
    columns->addWidget(m_ours, 1);
    columns->addWidget(buildResult(), 1);
    columns->addWidget(m_theirs, 1);
    for (QWidget* part : std::initializer_list<QWidget*> { m_ours, m_result, m_theirs }) {
        part->setMinimumWidth(1); // equal columns, whatever is in them
        part->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    }
    column->addLayout(columns);
    connect(m_ours, &ValueBox::clicked, this, [this] { emit chosen(m_item, Choice::Ours); });
    connect(m_theirs, &ValueBox::clicked, this, [this] { emit chosen(m_item, Choice::Theirs); });
    connect(m_takeBase, &QPushButton::clicked, this, [this] { emit chosen(m_item, Choice::Base); });
    for (QWidget* part : std::initializer_list<QWidget*> { m_ours, m_theirs, m_takeBase, m_edit })
        part->installEventFilter(this);
}

QWidget* FieldRow::buildHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space2);
    m_name = makeLabel({}, TextSize::Body, QFont::DemiBold);
    m_name->setTextFormat(Qt::PlainText);
    m_chip = new Chip({}, head);
    m_before = new ElidedLabel;
    m_before->setObjectName(u"before"_s);
    m_before->setFont(textFont(TextSize::Body));
    m_before->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setInk(m_before, Ink::Muted);
    m_takeBase = makeButton(tr("Leave as it was"), ButtonKind::Link);
    m_takeBase->setObjectName(u"base"_s);
    m_takeBase->setToolTip(tr("Leave the field as it was before both changed it (Alt+Up)"));
    row->addWidget(m_name);
    row->addWidget(m_chip);
    row->addWidget(m_before, 1);
    row->addStretch();
    row->addWidget(m_takeBase);
    return head;
}

QWidget* FieldRow::buildResult()
{
    // Not a stack: a stack is as high as its highest page, and the editor is.
    m_result = new QWidget(this);
    auto* both = new QVBoxLayout(m_result);
    both->setContentsMargins(0, 0, 0, 0);
    m_shown = new QWidget;
    auto* column = new QVBoxLayout(m_shown);
    column->setContentsMargins(Size::Space3, Size::Space2, Size::Space1, Size::Space2);
    column->setSpacing(Size::Space1);
    m_value = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Normal, true);
    m_value->setObjectName(u"result"_s);
    m_value->setTextFormat(Qt::PlainText);
    m_from = new ElidedLabel;
    m_from->setFont(textFont(TextSize::Caption, QFont::Medium));
    m_edit = makeButton(tr("Edit"), ButtonKind::Link);
    m_edit->setFont(textFont(TextSize::Caption, QFont::Medium));
    m_edit->setToolTip(tr("Edit the value (F2)"));
    m_edit->setObjectName(u"edit"_s);
    m_value->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_value);
    column->addStretch(1);
    auto* line = new QHBoxLayout;
    line->addWidget(m_from, 1);
    line->addWidget(m_edit);
    column->addLayout(line);
    both->addWidget(m_shown);
    m_editing = new QWidget;
    auto* editColumn = new QVBoxLayout(m_editing);
    editColumn->setContentsMargins(0, 0, 0, 0);
    editColumn->setSpacing(Size::Space1);
    m_editor = new QPlainTextEdit;
    m_editor->setObjectName(u"editor"_s);
    m_editor->setAccessibleName(tr("The value"));
    m_editor->setTabChangesFocus(true);
    m_editor->installEventFilter(this);
    auto* buttons = new QHBoxLayout;
    m_use = makeButton(tr("Use it"), ButtonKind::Normal);
    m_use->setObjectName(u"use"_s);
    auto* cancel = makeButton(tr("Cancel"), ButtonKind::Flat);
    m_invalid = makeLabel({}, TextSize::Caption, QFont::Medium, Ink::Bad, true);
    m_invalid->setObjectName(u"invalid"_s);
    m_invalid->setTextFormat(Qt::PlainText);
    m_invalid->hide();
    buttons->addWidget(m_use);
    buttons->addWidget(cancel);
    buttons->addStretch();
    editColumn->addWidget(m_editor);
    editColumn->addWidget(m_invalid);
    editColumn->addLayout(buttons);
    m_editing->hide();
    both->addWidget(m_editing);
    connect(m_edit, &QPushButton::clicked, this, &FieldRow::startEditing);
    connect(m_use, &QPushButton::clicked, this, &FieldRow::save);
    connect(cancel, &QPushButton::clicked, this, &FieldRow::leave);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] { setInvalid({}); });
    return m_result;
}

void FieldRow::show(const store::MergePlan::Item& item, const model::Draft& draft)
{
    const store::FieldDifference& field = item.difference.field;
    const QString name = fieldPathWords(draft, field.path);
    m_name->setText(name.isEmpty() ? wholeName(field) : field.isOrder ? tr("%1: order").arg(name) : name);
    const bool open = item.choice == Choice::None;
    m_chip->setText(open         ? tr("Conflict")
            : item.isConflict()  ? tr("Settled")
            : item.isAutomatic() ? tr("Merged by itself")
                                 : tr("Chosen"));
    m_chip->setTone(open        ? std::optional(Tone::Caution)
            : item.isConflict() ? std::optional(Tone::Good)
                                : std::nullopt);
    showBefore(field, draft);
    m_takeBase->setVisible(item.choice != Choice::Base);
    m_ours->setValue(orNothing(field.ours, sideWords(draft, field, field.ours), field),
        field.ours.has_value(), isCode(field.path, field.ours));
    m_ours->setChanged(field.ours != field.base);
    m_ours->setChecked(item.choice == Choice::Ours);
    m_theirs->setValue(orNothing(field.theirs, sideWords(draft, field, field.theirs), field),
        field.theirs.has_value(), isCode(field.path, field.theirs));
    m_theirs->setChanged(field.theirs != field.base);
    m_theirs->setChecked(item.choice == Choice::Theirs);
    showResult(item, draft);
    m_edit->setVisible(canEdit(field));
    m_editText = editText(field.path, item.result() ? item.result() : field.theirs, draft.policy.currency);
    m_manyLines = std::ranges::any_of(std::array { field.base, field.ours, field.theirs, item.result() },
        [&](const std::optional<Json>& value) { return isManyLines(field.path, value); });
    // A refresh while one types (the check came back) leaves the editor alone.
    if (item.choice != m_choice || item.edited != m_edited)
        stopEditing();
    m_choice = item.choice;
    m_edited = item.edited;
}

void FieldRow::showBefore(const store::FieldDifference& field, const model::Draft& draft)
{
    const bool whole = field.path.empty() && field.base;
    // Beside what one side changed stand the same fields as they were; where none was, all of the object.
    const auto& changed = field.ours && field.ours != field.base ? field.ours : field.theirs;
    const QString lines = whole && changed != field.base ? wholeWords(draft, changed, field.base)
                                                         : valueWords(draft, field.path, field.base);
    m_beforeLines->setVisible(whole);
    m_before->setVisible(!whole);
    if (whole)
        m_beforeLines->setText(tr("Before:") + u'\n' + lines);
    else
        m_before->setFullText(tr("Before: %1").arg(orNothing(field.base, lines, field).simplified()));
}

void FieldRow::showResult(const store::MergePlan::Item& item, const model::Draft& draft)
{
    const bool open = item.choice == Choice::None;
    const store::FieldDifference& field = item.difference.field;
    m_value->setFont(isCode(field.path, item.result()) ? codeFont() : textFont(TextSize::Body));
    m_value->setText(open ? tr("Not settled yet")
                          : orNothing(item.result(), sideWords(draft, field, item.result()), field));
    setInk(m_value, open ? Ink::Caution : item.result() ? Ink::Normal : Ink::Muted);
    m_from->setFullText(origin(item));
    setInk(m_from, open ? Ink::Caution : Ink::Muted);
}

void FieldRow::setCurrent(bool current)
{
    m_current = current;
    update();
}

void FieldRow::setEditable(bool editable)
{
    for (QWidget* part : std::initializer_list<QWidget*> { m_ours, m_theirs, m_takeBase, m_edit })
        part->setEnabled(editable);
}

bool FieldRow::isEditing() const { return !m_editing->isHidden(); }

void FieldRow::startEditing()
{
    if (m_edit->isHidden() || !m_edit->isEnabled())
        return;
    m_editor->setPlainText(m_editText);
    m_editor->setFixedHeight(
        (m_manyLines ? ManyLines : 1) * m_editor->fontMetrics().lineSpacing() + Size::Space4);
    m_editor->setVerticalScrollBarPolicy(m_manyLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_use->setToolTip(m_manyLines ? tr("Ctrl+Enter") : tr("Enter"));
    setInvalid({});
    m_editing->show();
    m_editor->setFocus(); // before the button that was pressed goes, and the focus on to another field's row
    m_shown->hide();
    m_editor->selectAll();
    emit entered(m_item);
}

void FieldRow::stopEditing()
{
    const QWidget* focused = QApplication::focusWidget();
    m_shown->show();
    if (focused && m_editing->isAncestorOf(focused))
        m_edit->setFocus(); // else the focus would go on to another field's row
    m_editing->hide();
}

void FieldRow::setInvalid(const QString& why)
{
    if (m_invalid->text() == why && m_editor->property("invalid").toBool() == !why.isEmpty())
        return;
    m_invalid->setText(why);
    m_invalid->setVisible(!why.isEmpty());
    m_editor->setProperty("invalid", !why.isEmpty());
    m_editor->setAccessibleDescription(why);
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
}

void FieldRow::showInvalid(const QString& why)
{
    setInvalid(why);
    m_editor->setFocus();
}

bool FieldRow::finishEditing()
{
    if (!isEditing())
        return true;
    setInvalid({});
    if (m_editor->toPlainText() != m_editText)
        emit edited(m_item, m_editor->toPlainText());
    if (m_editor->property("invalid").toBool())
        return false;
    stopEditing();
    return true;
}

// Pressed on purpose, also where the text is the one that was there: a conflict is settled by it.
void FieldRow::save()
{
    setInvalid({});
    emit edited(m_item, m_editor->toPlainText());
    if (!m_editor->property("invalid").toBool())
        leave();
}

void FieldRow::leave()
{
    stopEditing();
    emit left();
}

bool FieldRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        emit entered(m_item);
    if (watched == m_editor && event->type() == QEvent::ShortcutOverride) {
        // While one types, keys of the screen (take ours, apply) are the editor's.
        const auto modifiers = static_cast<QKeyEvent*>(event)->modifiers();
        if (modifiers & (Qt::AltModifier | Qt::ControlModifier))
            event->accept();
    }
    if (watched == m_editor && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool plain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        if (enter && (key->modifiers().testFlag(Qt::ControlModifier) || (plain && !m_manyLines))) {
            save();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            leave();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FieldRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_current ? colors().accent : colors().hairline, 1));
    painter.setBrush(colors().paper);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::CardRadius, Size::CardRadius);
    // The middle column stands on the page's own ground: it is what will be, not a side to press.
    if (!isEditing()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors().page);
        const QRect middle(m_result->mapTo(this, QPoint()), m_result->size());
        painter.drawRoundedRect(middle, Size::ControlRadius, Size::ControlRadius);
    }
}

}
