// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/cell_change.h"
#include "ui/needs/cell_panel.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_parts.h"

#include <QBoxLayout>
#include <QComboBox>

namespace ow::ui {

namespace {

// The words as stored, and as people read them.
std::vector<std::pair<QString, QString>> evidenceKinds()
{
    return { { QStringLiteral("note"), CellPanel::tr("Note") },
        { QStringLiteral("ticket"), CellPanel::tr("Ticket") },
        { QStringLiteral("search"), CellPanel::tr("Search") },
        { QStringLiteral("clicks"), CellPanel::tr("Click sequence") },
        { QStringLiteral("interview"), CellPanel::tr("Interview") } };
}

}

void CellPanel::fillEvidence()
{
    clearLayout(m_evidence);
    const auto notes = evidenceOf(*m_session->draft(), m_stage, m_motivation);
    for (int place = 0; place < int(notes.size()); ++place)
        m_evidence->addWidget(evidenceRow(place));
    auto* add = makeButton(tr("Add evidence"), ButtonKind::Flat, QStringLiteral("plus"), this);
    connect(add, &QPushButton::clicked, this, [this] {
        auto after = evidenceOf(*m_session->draft(), m_stage, m_motivation);
        after.push_back({ "note", tr("New note").toStdString(), {} });
        changeEvidence(std::move(after));
    });
    m_evidence->addWidget(add, 0, Qt::AlignLeft);
}

QWidget* CellPanel::evidenceRow(int place)
{
    const model::CellEvidence note
        = evidenceOf(*m_session->draft(), m_stage, m_motivation).at(std::size_t(place));
    const auto edit = [this, place](auto change) {
        auto after = evidenceOf(*m_session->draft(), m_stage, m_motivation);
        if (std::size_t(place) >= after.size())
            return;
        change(after[std::size_t(place)]);
        changeEvidence(std::move(after));
    };
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, Size::Space1);
    column->setSpacing(Size::Space1);
    auto* head = new QHBoxLayout;
    head->setSpacing(Size::Space1);
    auto* kind = new QComboBox(box);
    for (const auto& [id, title] : evidenceKinds())
        kind->addItem(title, id);
    kind->setCurrentIndex(std::max(0, kind->findData(qs(note.kind))));
    kind->setSizeAdjustPolicy(QComboBox::AdjustToContents); // no word is cut, in any language
    kind->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    kind->setAccessibleName(tr("Kind of evidence"));
    connect(kind, &QComboBox::activated, this, [edit, kind] {
        edit([&](model::CellEvidence& e) { e.kind = kind->currentData().toString().toStdString(); });
    });
    auto* source = new CommitLine(box);
    source->setCommitted(qs(note.source));
    source->setPlaceholderText(tr("Where it was found"));
    source->setAccessibleName(tr("Source of the evidence"));
    connect(source, &CommitLine::committed, this,
        [edit](const QString& text) { edit([&](model::CellEvidence& e) { e.source = ss(text); }); });
    auto* out = makeIconButton(QStringLiteral("x"), tr("Remove this evidence"), box);
    connect(out, &QToolButton::clicked, this, [this, place] {
        auto after = evidenceOf(*m_session->draft(), m_stage, m_motivation);
        if (std::size_t(place) < after.size())
            after.erase(after.begin() + place);
        changeEvidence(std::move(after));
    });
    head->addWidget(kind);
    head->addStretch();
    head->addWidget(out);
    column->addLayout(head);
    column->addWidget(source);
    auto* text = new CommitText(int(std::clamp<std::size_t>(note.text.size() / 34 + 1, 2, 5)), box);
    text->setCommitted(qs(note.text));
    text->setAccessibleName(tr("Evidence"));
    connect(text, &CommitText::committed, this,
        [edit](const QString& said) { edit([&](model::CellEvidence& e) { e.text = ss(said); }); });
    column->addWidget(text);
    return box;
}

void CellPanel::changeEvidence(std::vector<model::CellEvidence> notes)
{
    m_session->apply(changeCell(*m_session->draft(), cell(), notes));
}

}
