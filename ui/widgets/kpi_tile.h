// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/session.h"
#include "ui/widgets/card.h"

namespace ow::ui {

class ElidedLabel;

/// One headline number: what it is, the number, one line about it.
class KpiTile : public Card {
    Q_OBJECT
public:
    explicit KpiTile(const QString& label, QWidget* parent = nullptr);

    /// `exact` is the tooltip of a rounded number.
    void setValue(const QString& value, const QString& exact = {});
    /// The line below; with a tone it carries the tone's icon.
    void setDetail(const QString& text, Tone tone = Tone::Info);
    /// "–" where a number cannot be computed, with the reason as detail.
    void setMissing(const QString& reason);

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawTone();
    QLabel* m_value = nullptr;
    QLabel* m_toneIcon = nullptr;
    QLabel* m_detail = nullptr;
    Tone m_tone = Tone::Info;
};

}
