// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/account_name.h"

#include <pwd.h>
#include <unistd.h>

namespace ow::store {

std::string accountName()
{
    if (const passwd* entry = ::getpwuid(::geteuid()); entry != nullptr && entry->pw_name != nullptr)
        return entry->pw_name;
    return "unknown";
}

}
