// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/name_table.h"

#include <QTest>

#include <map>

using namespace ow::decide;

/// A NameTable answers as std::map does.
class TestNameTable : public QObject {
    Q_OBJECT

private slots:
    void anEmptyTableHasNothing()
    {
        const NameTable table;
        QVERIFY(table.find("") == table.end());
        QVERIFY(table.find("a") == table.end());
    }

    void findsWhatWasPutInAndNothingElse()
    {
        NameTable table;
        std::map<std::string, Index> model;
        const auto nameOf = [](unsigned i) { // lengths 0 to 40, many with a long beginning in common
            return std::string(i % 41, 'x').substr(0, i % 41 > 5 ? i % 41 - 5 : 0)
                + std::to_string(i * 7919U % 5000);
        };
        for (unsigned i = 0; i < 20000; ++i) {
            const std::string name = nameOf(i);
            QCOMPARE(table.emplace(name, i).second, model.emplace(name, i).second);
        }
        QCOMPARE(table.size(), model.size());
        for (const auto& [name, index] : model) {
            QVERIFY(table.find(name) != table.end());
            QCOMPARE(table.find(name)->second, index);
            QCOMPARE(table.index(name), index);
            const std::string behind = name + "anything of sixteen bytes";
            if (name.size() <= NameWords::whole) {
                const NameWords words = NameWords::within(behind.data(), name.size());
                QVERIFY(words == NameWords::of(name));
                QCOMPARE(table.index(words), index);
            }
            const std::string other = name + '\0';
            QVERIFY(table.find(other) == table.end());
            QCOMPARE(table.index(other), none);
        }
    }

    void aSecondEmplaceKeepsTheFirst()
    {
        NameTable table;
        QCOMPARE(table.emplace("dock", 3).first->second, 3U);
        const auto [there, fresh] = table.emplace("dock", 4);
        QVERIFY(!fresh);
        QCOMPARE(there->second, 3U);
        QCOMPARE(table.emplace("", 9).first->second, 9U);
        QCOMPARE(table.find("")->second, 9U);
    }
};

QTEST_APPLESS_MAIN(TestNameTable)
#include "tst_name_table.moc"
