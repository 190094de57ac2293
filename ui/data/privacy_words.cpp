// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/privacy_words.h"

#include "ui/shell/settings.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace ow::ui {

namespace {

struct Privacy {
    Q_DECLARE_TR_FUNCTIONS(Privacy)
};

/// Paths hold characters that names of settings must not.
QString settingOf(const QString& project)
{
    return QStringLiteral("pseudonymKeys/")
        + QString::fromLatin1(QCryptographicHash::hash(project.toUtf8(), QCryptographicHash::Sha256).toHex());
}

}

QString personalWords(ingest::PersonalData kind)
{
    using ingest::PersonalData;
    switch (kind) {
    case PersonalData::Name:
        return Privacy::tr("names");
    case PersonalData::Email:
        return Privacy::tr("e-mail addresses");
    case PersonalData::Phone:
        return Privacy::tr("phone numbers");
    case PersonalData::Address:
        return Privacy::tr("addresses");
    case PersonalData::Card:
        return Privacy::tr("card or account numbers");
    case PersonalData::BirthDate:
        return Privacy::tr("dates of birth");
    case PersonalData::IpAddress:
        return Privacy::tr("IP addresses");
    }
    return {};
}

QString personalReason(bool byName)
{
    return byName ? Privacy::tr("told by its name") : Privacy::tr("told by its values");
}

QString rememberedKey(const QString& project)
{
    return Settings::file().value(settingOf(project)).toString();
}

void rememberKey(const QString& project, const QString& key)
{
    if (key.isEmpty())
        Settings::file().remove(settingOf(project));
    else
        Settings::file().setValue(settingOf(project), key);
}

}
