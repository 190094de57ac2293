// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/damage.h"

#include "ui/shell/core_text.h"
#include "ui/shell/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

struct Damage {
    Q_DECLARE_TR_FUNCTIONS(ow::ui::Damage)
};

QString number(std::int64_t n) { return QLocale().toString(qlonglong(n)); }

/// "Table of events"
QString placeOf(const store::RescuedTable& table)
{
    QString words = coreText(table.title);
    return words.isEmpty() ? qs(table.name) : words.replace(0, 1, words.at(0).toUpper());
}

Problem ofTable(const store::RescuedTable& table)
{
    const QString text = table.lost == 0
        ? Damage::tr("Damaged pages; all rows could be read elsewhere")
        : (table.isEstimate
                ? Damage::tr("About %Ln rows could not be read, %1 could", nullptr, int(table.lost))
                : Damage::tr("%Ln rows could not be read, %1 could", nullptr, int(table.lost)))
              .arg(number(table.rows));
    return { table.lost == 0 ? Problem::Severity::Hint : Problem::Severity::Warning, text, placeOf(table),
        u"data"_s, {} };
}

Problem ofObject(const store::LostObject& object)
{
    return { object.restored ? Problem::Severity::Warning : Problem::Severity::Error,
        object.restored ? Damage::tr("Could not be read; it is as the history has it last. %1")
                              .arg(coreText(object.reason))
                        : Damage::tr("Could not be read and is left out. %1").arg(coreText(object.reason)),
        qs(object.key.kind + ' ' + object.key.id), u"home"_s, {} };
}

}

QString damageSummary(const store::RescueReport& report)
{
    QStringList parts;
    if (const auto objects = std::ranges::count(report.objects, false, &store::LostObject::restored);
        objects > 0)
        parts << Damage::tr("objects: %1").arg(number(objects));
    if (const auto rows = report.rowsLost(); rows > 0)
        parts << Damage::tr("rows: %1").arg(number(rows));
    if (report.historyLost > 0)
        parts << Damage::tr("steps of the history: %1").arg(number(report.historyLost));
    const QString missing = parts.isEmpty() ? Damage::tr("Nothing that people wrote is missing.")
                                            : Damage::tr("Missing: %1").arg(parts.join(u" · "_s));
    return report.undoReachesBeginning
        ? missing
        : missing + u'\n' + Damage::tr("Steps that can still be undone: %1").arg(number(report.stepsToUndo));
}

std::vector<Problem> damageProblems(const store::RescueReport& report)
{
    std::vector<Problem> out;
    for (const store::LostObject& object : report.objects)
        out.push_back(ofObject(object));
    for (const store::RescuedTable& table : report.tables)
        if (table.lost > 0 || table.damagedPages > 0)
            out.push_back(ofTable(table));
    for (const std::string& note : report.notes)
        out.push_back(
            { Problem::Severity::Warning, coreText(note), Damage::tr("Project file"), u"home"_s, {} });
    return out;
}

}
