// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/object_inspector.h"

#include "store/bulk_reader.h"
#include "ui/shell/object_fields.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"

#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

void addField(QVBoxLayout* body, const Field& field)
{
    body->addWidget(makeLabel(field.name, TextSize::Caption, QFont::Medium, Ink::Muted));
    QLabel* value = makeLabel(field.value, TextSize::Body, QFont::Normal, Ink::Normal, true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (field.code) {
        value->setFont(codeFont());
    }
    value->setAccessibleName(field.name);
    body->addWidget(value);
    body->addSpacing(Size::Space1);
}

std::vector<Field> customerFields(const model::Customer& customer, const model::History& history)
{
    const auto text = [](const model::AttributeValue& value) -> QString {
        if (const auto* s = std::get_if<std::string>(&value))
            return qs(*s);
        if (const auto* b = std::get_if<bool>(&value))
            return *b ? ObjectInspector::tr("yes") : ObjectInspector::tr("no");
        if (const auto* i = std::get_if<std::int64_t>(&value))
            return count(*i);
        return QLocale().toString(std::get<double>(value));
    };
    std::vector<Field> fields;
    for (const auto& [name, value] : customer.attributes)
        fields.push_back({ qs(name), text(value), false });
    fields.push_back({ ObjectInspector::tr("Events"), count(std::int64_t(history.events.size())), false });
    if (!history.events.empty())
        fields.push_back({ ObjectInspector::tr("Last seen"), dayTime(history.events.back().at), false });
    fields.push_back(
        { ObjectInspector::tr("Offers shown"), count(std::int64_t(history.exposures.size())), false });
    return fields;
}

}

ObjectInspector::ObjectInspector(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(new EmptyState(u"inspector"_s, tr("Nothing selected"),
        tr("Select an offer, a cell, an edge or a rule to see its fields and where it is used.")));
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    m_body = new QVBoxLayout(inner);
    m_body->setContentsMargins(Size::Space4, Size::Space2, Size::Space4, Size::Space4);
    m_body->setSpacing(2);
    scroll->setWidget(inner);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
    column->addWidget(m_pages);
    connect(session, &Session::selectionChanged, this, &ObjectInspector::refresh);
    connect(session, &Session::draftChanged, this, &ObjectInspector::refresh);
    connect(session, &Session::projectClosed, this, &ObjectInspector::refresh);
}

void ObjectInspector::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        fill();
}

void ObjectInspector::refresh()
{
    m_stale = true;
    if (isVisible())
        fill();
}

void ObjectInspector::fill()
{
    m_stale = false;
    clearLayout(m_body);
    const Selection& selection = m_session->selection();
    m_pages->setCurrentIndex(selection.kind == Selection::Kind::None ? 0 : 1);
    if (selection.kind == Selection::Kind::None)
        return;
    const auto draft = m_session->draft();
    QString title;
    QString kind;
    std::vector<Field> fields;
    if (selection.kind == Selection::Kind::Object) {
        const ObjectInfo info = objectInfo(*draft, selection.object);
        title = titleOf(*draft, selection.object, *m_session->catalogue());
        kind = info.kind;
        fields = fieldsOf(*draft, selection.object, m_session->catalogue().get());
    } else if (selection.kind == Selection::Kind::Product) {
        const auto catalogue = m_session->catalogue();
        const model::Product* product = catalogue->find(selection.id);
        title = qs(product && !product->title.empty() ? product->title : selection.id);
        kind = tr("Product");
        if (product)
            fields = fieldsOf(*product, draft->policy.currency);
    } else {
        title = qs(selection.id);
        kind = tr("Customer");
        if (auto reader = m_session->project()->openReader()) {
            if (const auto found = (*reader)->customer(selection.id))
                fields = customerFields(found->first, found->second);
        }
    }
    m_body->addWidget(makeLabel(kind, TextSize::Caption, QFont::Medium, Ink::Muted));
    m_body->addWidget(makeLabel(title, TextSize::CardTitle, QFont::DemiBold, Ink::Normal, true));
    m_body->addSpacing(Size::Space2);
    for (const Field& field : fields)
        addField(m_body, field);
    fillUses();
    m_body->addStretch();
}

void ObjectInspector::fillUses()
{
    const auto uses = usesOf(*m_session->draft(), m_session->selection());
    if (uses.empty())
        return;
    m_body->addSpacing(Size::Space2);
    m_body->addWidget(makeLine());
    m_body->addSpacing(Size::Space2);
    m_body->addWidget(makeLabel(tr("Where used"), TextSize::Body, QFont::DemiBold));
    for (const ObjectInfo& use : uses) {
        QPushButton* link = makeButton(u"%1: %2"_s.arg(use.kind, use.title), ButtonKind::Link);
        connect(link, &QPushButton::clicked, this,
            [this, use] { m_session->show(use.screen, Selection::of(use.key.kind, use.key.id)); });
        m_body->addWidget(link, 0, Qt::AlignLeft);
    }
}

}
