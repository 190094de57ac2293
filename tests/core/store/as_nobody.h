// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <unistd.h>

namespace test {

/// Without root's rights while this lives; does nothing for others.
class AsNobody {
public:
    AsNobody()
        : m_was(::geteuid())
    {
        if (m_was == 0 && ::seteuid(65534) != 0)
            qFatal("seteuid");
    }
    ~AsNobody()
    {
        if (::seteuid(m_was) != 0)
            qFatal("seteuid");
    }

private:
    uid_t m_was;
};

}
