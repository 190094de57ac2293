// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/cell_clipboard.h"

#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>

#include <algorithm>

namespace ow::ui {

namespace {
const QString CellMime = QStringLiteral("application/x-offerwright-cell");
}

QMimeData* cellToClipboard(const model::Cell& cell, const model::Draft& draft)
{
    QJsonArray offers;
    QString text;
    for (const model::CellOffer& o : cell.offers) {
        offers.append(
            QJsonObject { { QStringLiteral("offer"), qs(o.offer) }, { QStringLiteral("fit"), o.fit } });
        text += offerName(draft, o.offer) + QLatin1Char('\n');
    }
    const QJsonObject object { { QStringLiteral("offers"), offers },
        { QStringLiteral("benefit"), qs(cell.benefit) } };
    auto* data = new QMimeData;
    data->setData(CellMime, QJsonDocument(object).toJson(QJsonDocument::Compact));
    data->setText(text + qs(cell.benefit));
    return data;
}

std::optional<CopiedCell> cellFromClipboard(const QMimeData* data, const model::Draft& draft)
{
    if (!data || !data->hasFormat(CellMime))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(data->data(CellMime)).object();
    CopiedCell cell;
    cell.benefit = object.value(QStringLiteral("benefit")).toString().toStdString();
    for (const QJsonValue& value : object.value(QStringLiteral("offers")).toArray()) {
        const std::string id = value.toObject().value(QStringLiteral("offer")).toString().toStdString();
        const auto& offers = draft.policy.offers;
        if (std::ranges::find(offers, id, &model::Offer::id) != offers.end())
            cell.offers.push_back({ id, value.toObject().value(QStringLiteral("fit")).toDouble(1) });
    }
    return cell;
}

}
