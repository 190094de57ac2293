// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/value_box.h"

#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ow::ui {

ValueBox::ValueBox(const QString& take, QWidget* parent)
    : QAbstractButton(parent)
    , m_take(take)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space3, Size::Space2, Size::Space3, Size::Space2);
    column->setSpacing(Size::Space1);
    m_value = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Normal, true);
    m_value->setTextFormat(Qt::PlainText); // a name may look like markup
    m_action = makeLabel({}, TextSize::Caption, QFont::Medium, Ink::Muted);
    for (QLabel* label : { m_value, m_action }) {
        label->setTextInteractionFlags(Qt::NoTextInteraction);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    column->addWidget(m_value);
    column->addStretch(1);
    column->addWidget(m_action);
    restyle();
}

void ValueBox::setValue(const QString& text, bool there, bool code)
{
    m_there = there;
    m_code = code;
    m_value->setText(text);
    setAccessibleName(u"%1: %2"_s.arg(m_take, m_value->text()));
    restyle();
}

void ValueBox::setChanged(bool changed)
{
    m_changed = changed;
    restyle();
}

QString ValueBox::valueText() const { return m_value->text(); }

void ValueBox::restyle()
{
    m_value->setFont(
        m_code ? codeFont() : textFont(TextSize::Body, m_changed ? QFont::DemiBold : QFont::Normal));
    setInk(m_value, m_there ? Ink::Normal : Ink::Muted);
    m_action->setText(isChecked() ? u"✓ "_s + tr("Taken") : m_take);
    setInk(m_action, isChecked() ? Ink::Good : Ink::Muted);
    update();
}

void ValueBox::checkStateSet() { restyle(); }

void ValueBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::EnabledChange)
        setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QAbstractButton::changeEvent(event);
}

void ValueBox::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ValueBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = hasFocus();
    const qreal width = strong ? 2 : 1;
    const QRectF frame = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.setBrush(isChecked()          ? colors().goodWash
            : underMouse() && isEnabled() ? colors().hover
                                          : colors().paper);
    QPen pen(strong ? colors().accent : isChecked() ? colors().good : colors().hairline, width);
    if (!m_there && !strong)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(frame, Size::ControlRadius, Size::ControlRadius);
}

}
