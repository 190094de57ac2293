// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QProcess>
#include <QStringList>

namespace ow::test {

struct Outcome {
    int code = -1; ///< -1 = it crashed or hung
    QByteArray out;
    QByteArray err;

    /// The one document on standard output; null where it is none.
    Json json() const
    {
        const Result<Json> parsed = parseJson({ out.constData(), std::size_t(out.size()) });
        return parsed ? *parsed : Json(nullptr);
    }
};

/// Runs `offerwright` as a process and gives it its input.
inline Outcome runCli(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(QStringLiteral(OFFERWRIGHT_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    Outcome outcome;
    if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit)
        outcome.code = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

}
